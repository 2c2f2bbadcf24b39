"""Gas assets that sources name beside Sendero or a base, at their village; the pipeline's course is not known."""

import geopandas as gpd
import pandas as pd

from geo.tables import load_table
from geo.timeline import spans
from layers import tokens
from layers.amounts import period
from layers.base import Look
from layers.marked_rows import MarkedRows
from layers.marks import fanned

BESIDE_PX = 12.0
HEXAGON = {"symbol": "hexagon", "stroke": tokens.MUTED, "width": 1.6}


def assets(lang: str = "en") -> pd.DataFrame:
    """Give the located assets; undated ones stand, one whose years are all before 2012 is listed only."""
    return load_table("gas_assets").query("drawn and (in_window or in_window.isna())")


def of_year(year: int, lang: str = "en") -> pd.DataFrame:
    """Give every asset and whether a source speaks of the year; without an end it speaks of its first year only."""
    rows = assets(lang)
    rows = rows.assign(until_year=rows["until_year"].fillna(rows["from_year"]))
    return rows.assign(dated=rows.index.isin(spans(rows, year).index))


def beside(features: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Set assets beside the base where there is one."""
    return fanned(features, on="spot").assign(dx=features["base_id"].notna() * BESIDE_PX)


LAYER = MarkedRows(
    table="gas_assets",
    id_column="asset_id",
    rows=assets,
    of_year=of_year,
    look=lambda row: "dated" if row["dated"] else "undated",
    text=lambda row, lang: row["name"],
    hover=lambda row, lang: f"{row['role_note']}, {period(row['from_year'], row['until_year'], lang)}",
    arrange=beside,
    why_left_out="layers.gas_assets.left_out",
    shown_to_km=10,  # some stand beside a base
).layer(
    key="gas_assets",
    group="state",
    order=62,
    looks=(
        Look(id="dated", legend="layers.gas_assets.dated", fill=tokens.MUTED, rank=1, **HEXAGON),
        Look(id="undated", legend="layers.gas_assets.undated", fill=tokens.PAPER, rank=2, **HEXAGON),
    ),
    claim=lambda row, lang: row["role_note"],
)
