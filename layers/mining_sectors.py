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
from layers.base import Behind, Layer, Look
from layers.marks import at_places, fanned, marks
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


def load(lang: str = "en") -> gpd.GeoDataFrame:
    """Give each sector that some study measured; sectors of one place stand around it."""
    sectors = load_table("mining_sectors")
    sizes = figures().groupby("sector_id").size()
    placed = at_places(sectors[sectors["sector_id"].isin(sizes.index)], "sector_id", "name")
    region = placed["kind"].isin(REGIONS)
    return fanned(placed.assign(rank=placed["sector_id"].map(sizes).astype(float).where(~region, 0.5)))


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


def draw(year: int, lang: str = "en") -> pd.DataFrame:
    """Give one mark a sector, labelled with the study's total and period, which is never divided."""
    sectors = load_table("mining_sectors").set_index("sector_id")
    known, drawn = sources(), []
    for row in shown(year).to_dict("records"):
        column = next(name for name in VALUES if not pd.isna(row[name]))
        sector, figure = sectors.loc[row["sector_id"]], f"{number(row[column])} {VALUES[column]}"
        when = dates(row["period_start"], row["period_end"], lang)
        look = (
            "region"
            if sector["kind"] in REGIONS
            else row["measure"]
            if row["measure"] in MEASURES[:2]
            else "other"
        )
        measure = word(f"layers.measure.{row['measure']}", lang)
        hover = word(
            "layers.mining_sectors.hover",
            lang,
            measure=measure,
            figure=figure,
            period=when,
            source=known[row["source_key"]].short,
        )
        drawn.append(
            {
                "id": row["sector_id"],
                "look": look,
                "radius": tokens.SYMBOL_RADIUS_PX,
                "hover": hover,
                "text": f"{sector['name']}\n{figure}, {when}",
                "source_keys": (row["source_key"],),
            }
        )
    return marks(drawn)


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


LAYER = Layer(
    key="mining_sectors",
    group="mining",
    order=40,
    table="mining_sector_year",
    when="layers.when.period",
    load=load,
    draw=draw,
    looks=looks,
    note=lambda year, lang: word("layers.mining_sectors.note", lang),
    behind=(
        Behind("mining_sector_year", "sector_id", "layers.behind.values", tuple(VALUES) + ("share_pct",)),
        Behind("mining_sectors", "sector_id", "layers.behind.facts"),
    ),
)
