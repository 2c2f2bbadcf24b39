"""Areas of Sendero Luminoso: circles round a place, whose size is our estimate for all but one."""

import geopandas as gpd
import pandas as pd

from geo.crs import circle
from geo.tables import load_table
from layers import tokens
from layers.amounts import number, period
from layers.base import Look
from layers.marked_rows import MarkedRows, Row
from layers.words import word

LIMIT = "limit_of_influence"
RED = {"symbol": "area", "fill": tokens.ATTACK, "fill_opacity": 0.12, "stroke": tokens.ATTACK}
GREY = {"symbol": "area", "fill": tokens.PAPER, "fill_opacity": 0.25, "stroke": tokens.MUTED}


def areas(lang: str = "en") -> pd.DataFrame:
    """Give the areas that have a place, the small ones last, so that they lie on top."""
    return load_table("sendero_areas").query("drawn").sort_values("radius_km", ascending=False)


def circles(features: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Make each area a circle on the ellipsoid; the large ones are labelled first."""
    sizes = zip(features.geometry, features["radius_km"], strict=True)
    rings = [circle(point.x, point.y, km) for point, km in sizes]
    return features.set_geometry(rings, crs=features.crs).assign(rank=features["radius_km"])


def hover(row: Row, lang: str = "en") -> str:
    """Say what the source tells of an area and when, and whether its size is the source's or our estimate."""
    when, km = period(row["from_year"], row["until_year"], lang), number(row["radius_km"])
    return word(f"layers.sendero_areas.hover_{row['radius_basis']}", lang, says=row["description"], period=when, km=km)


LAYER = MarkedRows(
    table="sendero_areas",
    id_column="area_id",
    rows=areas,
    part="area",
    look=lambda row: "limit" if row["kind"] == LIMIT else "estimate" if row["fuzzy"] else "sourced",
    text=lambda row, lang: row["name"],
    hover=hover,
    arrange=circles,
    why_left_out="layers.sendero_areas.left_out",
    shown_to_km=10,  # refuges are never placed finer
).layer(
    key="sendero_areas",
    group="state",
    order=5,
    # a dashed edge where the size is our estimate, grey where Sendero is said not to be
    looks=(
        Look(id="sourced", legend="layers.sendero_areas.sourced", width=1.8, rank=1, **RED),
        Look(id="estimate", legend="layers.sendero_areas.estimate", width=1.2, dash="5 4", rank=2, **RED),
        Look(id="limit", legend="layers.sendero_areas.limit", width=1.2, dash="2 4", rank=3, **GREY),
    ),
    claim=lambda row, lang: row["description"],
)
