"""Areas of Sendero Luminoso: circles round a place, whose size is our estimate for all but one."""

import geopandas as gpd
import pandas as pd

from geo.crs import circle
from geo.tables import load_table
from geo.timeline import spans
from layers import tokens
from layers.amounts import number, period
from layers.base import Behind, Layer, Look
from layers.marks import at_places, coarse, marks, unmapped
from layers.words import word

SHOWN_TO_KM = 10  # refuges are never placed finer
LIMIT = "limit_of_influence"


def load(lang: str = "en") -> gpd.GeoDataFrame:
    """Give each area as a circle on the ellipsoid, the small ones on top."""
    rows = load_table("sendero_areas").query("drawn").sort_values("radius_km", ascending=False)
    placed = coarse(at_places(rows, "area_id", "name", part="area"), SHOWN_TO_KM)
    rings = [circle(point.x, point.y, km) for point, km in zip(placed.geometry, placed["radius_km"], strict=True)]
    return placed.set_geometry(rings, crs=placed.crs).assign(rank=placed["radius_km"])


def draw(year: int, lang: str = "en") -> pd.DataFrame:
    """Give the areas whose period covers a year."""
    rows = spans(load_table("sendero_areas").query("drawn"), year)
    return marks(
        {
            "id": row.area_id,
            "part": "area",
            "look": "limit" if row.kind == LIMIT else "estimate" if row.fuzzy else "sourced",
            "text": row.name,
            "hover": word(
                f"layers.sendero_areas.hover_{row.radius_basis}",
                lang,
                says=row.description,
                period=period(row.from_year, row.until_year, lang),
                km=number(row.radius_km),
            ),
            "source_keys": (row.source_key,),
        }
        for row in rows.itertuples()
    )


def looks() -> tuple[Look, ...]:
    """Give a dashed edge where the size is our estimate, and no fill where Sendero is said not to be."""
    red = {"symbol": "area", "fill": tokens.ATTACK, "fill_opacity": 0.12, "stroke": tokens.ATTACK}
    grey = {"symbol": "area", "fill": tokens.PAPER, "fill_opacity": 0.25, "stroke": tokens.MUTED}
    return (
        Look(id="sourced", legend="layers.sendero_areas.sourced", width=1.8, rank=1, **red),
        Look(id="estimate", legend="layers.sendero_areas.estimate", width=1.2, dash="5 4", rank=2, **red),
        Look(id="limit", legend="layers.sendero_areas.limit", width=1.2, dash="2 4", rank=3, **grey),
    )


LAYER = Layer(
    key="sendero_areas",
    group="state",
    order=5,
    table="sendero_areas",
    when="layers.sendero_areas.when",
    load=load,
    draw=draw,
    looks=looks,
    note=lambda year, lang: word("layers.sendero_areas.note", lang),
    claim=lambda row, lang: row["description"],
    left_out=lambda lang: unmapped(
        load_table("sendero_areas").query("~drawn"), "area_id", "name", "layers.sendero_areas.left_out"
    ),
    shown_to_km=SHOWN_TO_KM,
    behind=(Behind("sendero_areas", "area_id", "layers.behind.facts"),),
)
