"""Operations against gold mining: a plus at their sector, in every year they span; balances set apart."""

import geopandas as gpd
import pandas as pd

from geo.tables import load_table
from geo.timeline import spans, unbeaten
from layers import tokens
from layers.amounts import dates
from layers.base import Behind, Look
from layers.evidence import value_text
from layers.marked_rows import MarkedRows, Row
from layers.marks import at_once, fanned, unmapped
from layers.package_words import value_word
from layers.words import word

WIDE_KM = 50  # an operation known no better than this is known for its department only
FIGURES = Behind("mining_operation_figures", "operation_id", "layers.behind.values", ("value_number",))
HOVER_FIGURES = 3


def mapped(lang: str = "en") -> pd.DataFrame:
    """Give the operations of 2012-2020, without accounts of what another row places elsewhere."""
    rows = load_table("mining_operations")
    conflicts = load_table("conflicts").query("table_name == 'mining_operations'")
    rows = unbeaten(rows.assign(all=True), conflicts, "operation_id", "all")
    rows = rows[rows["in_window"].fillna(False).astype(bool)]
    return rows.assign(record=rows["cumulative"].map({True: "balance", False: "single"}))


def around(features: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Set operations that meet at a sector in a year around it; those with most figures are labelled first."""
    counts = load_table("mining_operation_figures").groupby("operation_id").size()
    return fanned(at_once(features.assign(rank=features["id"].map(counts).fillna(0.0))), on="spot")


def dated(row: Row, lang: str = "en") -> str:
    """Write the days of an operation, as exactly as its source does."""
    start, end = row["date_start"], row["date_end"]
    text = dates(start, start if pd.isna(end) else end, lang)
    return word("layers.qualifier.about", lang, value=text) if row["date_precision"] == "approximate" else text


def figures(operation: str, lang: str = "en") -> str:
    """Write the first figures shown of an operation: `camps destroyed: 12 camps`."""
    rows = load_table("mining_operation_figures")
    rows = rows[rows["operation_id"].eq(operation) & rows["shown"]].head(HOVER_FIGURES)
    return "; ".join(
        f"{value_word(row['metric'], lang)}: {value_text(FIGURES, row, lang)}" for row in rows.to_dict("records")
    )


def _look(row: Row) -> str:
    return "balance" if row["cumulative"] else "wide" if row["precision_km"] > WIDE_KM else "single"


def looks() -> tuple[Look, ...]:
    """Give a plus, in a dashed ring where only the department is known, in a ring for balances."""
    ring = {"symbol": "ring", "stroke": tokens.STATE, "fill": tokens.PAPER, "inner": "plus"}
    return (
        Look(
            id="single",
            symbol="plus",
            stroke=tokens.STATE,
            width=2.6,
            legend="layers.mining_operations.single",
            rank=1,
        ),
        Look(id="wide", dash="3 2", width=1.4, legend="layers.mining_operations.wide", rank=2, **ring),
        Look(id="balance", width=1.4, legend="layers.mining_operations.balance", rank=3, **ring),
    )


def note(year: int, lang: str = "en") -> str:
    """Say how many balances overlap the operations of a year."""
    return word("layers.mining_operations.note", lang, count=int(spans(mapped(), year)["cumulative"].sum()))


def left_out(lang: str = "en") -> pd.DataFrame:
    """Give operations without a date, out of 2012-2020, or told better by another row."""
    rows = load_table("mining_operations")
    rows = rows[~rows["operation_id"].isin(mapped()["operation_id"])]
    inside = rows["in_window"].map({True: "layers.mining_operations.rival", False: "layers.left_out.other_years"})
    return unmapped(rows, "operation_id", "name", inside.fillna("layers.period.undated"))


LAYER = MarkedRows(
    table="mining_operations",
    id_column="operation_id",
    rows=mapped,
    look=_look,
    text=lambda row, lang: f"{row['name']}\n{dated(row, lang)}",
    hover=lambda row, lang: figures(row["operation_id"], lang),
    arrange=around,
    filters={"record": "record"},
).layer(
    key="mining_operations",
    group="mining",
    order=45,
    when="layers.when.span",
    looks=looks(),
    note=note,
    left_out=left_out,
    default_filters={"record": ("single",)},
    behind=(FIGURES, Behind("mining_operations", "operation_id", "layers.behind.facts")),
)
