"""Gold mining by sector, as other studies put it: one mark in every year a study's period covers."""

from calendar import monthrange
from functools import lru_cache

import geopandas as gpd
import pandas as pd

from geo.sources import sources
from geo.tables import data_version, load_table
from geo.timeline import CONFIDENCE, preferred
from layers import tokens
from layers.amounts import dates, number
from layers.base import Behind, Look
from layers.marked_rows import MarkedRows, Row
from layers.marks import fanned
from layers.package_words import unit_word
from layers.words import word

# The first measure a sector has in a year is drawn; the rest stands in the details.
MEASURES = (
    "new_deforestation",
    "cumulative_mined_area",
    "community_forest_loss",
    "area_occupied_claim",
    "deforestation_rate",
    "total_forest_loss",
)
VALUES = {"area_ha": "ha", "rate_ha_month": "ha/month", "rate_ha_year": "ha/year"}
REGIONS = ("department", "region")


def measured(lang: str = "en") -> pd.DataFrame:
    """Give each sector that some study measured."""
    sectors = load_table("mining_sectors")
    return sectors[sectors["sector_id"].isin(figures()["sector_id"])]


def around(features: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Set sectors of one place around it; the most measured are labelled first, whole regions last."""
    counts = features["sector_id"].map(figures().groupby("sector_id").size()).astype(float)
    return fanned(features.assign(rank=counts.where(~features["kind"].isin(REGIONS), 0.5)))


def figures() -> pd.DataFrame:
    """Give the studies' figures with the days they run over; Amazon Mining Watch has its own layer."""
    return _figures(data_version()).copy()


@lru_cache(maxsize=2)
def _figures(version: str) -> pd.DataFrame:
    rows = load_table("mining_sector_year")
    rows = rows[rows["measure"].isin(MEASURES)]
    rows = preferred(rows, "mining_sector_year", ["sector_id", "measure", "period_start", "period_end"])
    last = pd.to_datetime([_padded(text, "12", last=True) for text in rows["period_end"]])
    # A figure with an end only is known for the year of its end, not for the years before.
    starts = rows["period_start"].fillna(rows["until_year"].astype("str"))
    return rows.assign(first_day=pd.to_datetime([_padded(text, "01") for text in starts]), last_day=last)


def shown(year: int) -> pd.DataFrame:
    """
    Give one figure a sector: the first measure there is, of the period that covers most of the year.

    Among periods that cover as much, the shortest is the nearest to the year.
    """
    rows = figures()
    first, last = pd.Timestamp(year, 1, 1), pd.Timestamp(year, 12, 31)
    rows = rows[rows["first_day"].le(last) & rows["last_day"].ge(first)]
    order = pd.DataFrame(
        {
            "measure": rows["measure"].map(MEASURES.index),
            "missed": -(rows["last_day"].clip(upper=last) - rows["first_day"].clip(lower=first)),
            "length": rows["last_day"] - rows["first_day"],
            "confidence": rows["confidence"].map(CONFIDENCE.index),
        }
    )
    return rows.loc[order.sort_values(list(order), kind="stable").index].drop_duplicates("sector_id")


def _padded(text: str, month: str, last: bool = False) -> str:
    """Complete `2018` or `2018-02` to its first or last day."""
    parts = [*text.split("-"), *([month] if len(text) == 4 else [])]
    if len(parts) == 3:
        return text
    day = monthrange(int(parts[0]), int(parts[1]))[1] if last else 1
    return f"{parts[0]}-{parts[1]}-{day:02}"


def of_year(year: int, lang: str = "en") -> pd.DataFrame:
    """Give the figure drawn of each sector, with the sector's `name` and `kind`."""
    sectors = load_table("mining_sectors")[["sector_id", "name", "kind"]]
    return shown(year).merge(sectors, on="sector_id", validate="1:1")


def _look(row: Row) -> str:
    if row["kind"] in REGIONS:
        return "region"
    return row["measure"] if row["measure"] in MEASURES[:2] else "other"


def figure(row: Row, lang: str = "en") -> str:
    """Write the study's total, which is never divided over the years of its period."""
    column = next(name for name in VALUES if not pd.isna(row[name]))
    return f"{number(row[column])} {unit_word(VALUES[column], lang)}"


def hover(row: Row, lang: str = "en") -> str:
    """Say what was measured, how much, over which period, by whom."""
    return word(
        "layers.mining_sectors.hover",
        lang,
        measure=word(f"layers.measure.{row['measure']}", lang),
        figure=figure(row, lang),
        period=dates(row["period_start"], row["period_end"], lang),
        source=sources()[row["source_key"]].short,
    )


def looks() -> tuple[Look, ...]:
    """Give a look for the two common measures, one for the others, and one for whole regions."""
    shared = {"symbol": "circle", "stroke": tokens.MINING, "width": 1.8}
    return (
        Look(
            id="new_deforestation",
            legend="layers.measure.new_deforestation",
            fill=tokens.MINING,
            rank=1,
            **shared,
        ),
        Look(
            id="cumulative_mined_area",
            legend="layers.measure.cumulative_mined_area",
            fill=tokens.MINING_STOCK,
            rank=2,
            **shared,
        ),
        Look(id="other", legend="layers.mining_sectors.other", fill=tokens.PAPER, rank=3, **shared),
        Look(
            id="region",
            legend="layers.mining_sectors.region",
            fill=tokens.PAPER,
            dash="2 2",
            rank=4,
            **shared,
        ),
    )


LAYER = MarkedRows(
    table="mining_sector_year",
    id_column="sector_id",
    rows=measured,
    of_year=of_year,
    look=_look,
    text=lambda row, lang: f"{row['name']}\n{figure(row, lang)}, {dates(row['period_start'], row['period_end'], lang)}",
    hover=hover,
    arrange=around,
).layer(
    key="mining_sectors",
    group="mining",
    order=40,
    when="layers.when.period",
    looks=looks(),
    behind=(
        Behind("mining_sector_year", "sector_id", "layers.behind.values", tuple(VALUES) + ("share_pct",)),
        Behind("mining_sectors", "sector_id", "layers.behind.facts"),
    ),
)
