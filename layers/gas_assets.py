"""Gas assets that sources name beside Sendero or a base, at their village; the pipeline's course is not known."""

import geopandas as gpd
import pandas as pd

from geo.tables import load_table
from geo.timeline import spans
from layers import tokens
from layers.amounts import period
from layers.base import Behind, Layer, Look
from layers.marks import at_places, coarse, fanned, marks, unmapped
from layers.words import word

SHOWN_TO_KM = 10  # some stand beside a base
# Undated assets stand as long as anyone knows; one whose years are all before 2012 is listed only.
BESIDE_PX = 12.0
SHOWN = "drawn and (in_window or in_window.isna())"


def load(lang: str = "en") -> gpd.GeoDataFrame:
    """Give each asset at its village, beside the base where there is one."""
    placed = coarse(at_places(assets(), "asset_id", "name"), SHOWN_TO_KM)
    return fanned(placed, on="spot").assign(dx=placed["base_id"].notna() * BESIDE_PX)


def assets() -> pd.DataFrame:
    """Give the assets shown; where a source gives no end, it speaks of its first year only."""
    rows = load_table("gas_assets").query(SHOWN)
    return rows.assign(until_year=rows["until_year"].fillna(rows["from_year"]))


def draw(year: int, lang: str = "en") -> pd.DataFrame:
    """Give every asset, filled in the years for which a source speaks of it."""
    rows = assets()
    dated = set(spans(rows, year)["asset_id"])
    return marks(
        {
            "id": row.asset_id,
            "look": "dated" if row.asset_id in dated else "undated",
            "radius": tokens.SYMBOL_RADIUS_PX,
            "text": row.name,
            "hover": f"{row.role_note}, {period(row.from_year, row.until_year, lang)}",
            "source_keys": (row.source_key,),
        }
        for row in rows.itertuples()
    )


def looks() -> tuple[Look, ...]:
    """Give a filled and a hollow hexagon."""
    shared = {"symbol": "hexagon", "stroke": tokens.MUTED, "width": 1.6}
    return (
        Look(id="dated", legend="layers.gas_assets.dated", fill=tokens.MUTED, rank=1, **shared),
        Look(id="undated", legend="layers.gas_assets.undated", fill=tokens.PAPER, rank=2, **shared),
    )


LAYER = Layer(
    key="gas_assets",
    group="state",
    order=62,
    table="gas_assets",
    when="layers.gas_assets.when",
    load=load,
    draw=draw,
    looks=looks,
    note=lambda year, lang: word("layers.gas_assets.note", lang),
    claim=lambda row, lang: row["role_note"],
    left_out=lambda lang: unmapped(
        load_table("gas_assets").query(f"not ({SHOWN})"), "asset_id", "name", "layers.gas_assets.left_out"
    ),
    shown_to_km=SHOWN_TO_KM,
    behind=(Behind("gas_assets", "asset_id", "layers.behind.facts"),),
)
