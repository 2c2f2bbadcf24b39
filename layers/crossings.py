"""Border crossings: a diamond, filled while a dated fact speaks of it."""

import geopandas as gpd
import pandas as pd

from geo.sources import keys_in
from geo.tables import load_table
from geo.timeline import spans
from layers import tokens
from layers.amounts import period
from layers.base import Behind, Layer, Look
from layers.describe import route_in_words
from layers.marks import at_places, marks
from layers.package_words import value_word
from layers.words import word

NO_ROLE = "none seen"


def load(lang: str = "en") -> gpd.GeoDataFrame:
    """Give each crossing at its place."""
    placed = at_places(load_table("crossings"), "crossing_id", "name")
    return placed.assign(rank=placed["corroborating_sources"].map(lambda cell: 1.0 + len(keys_in(cell))))


def draw(year: int, lang: str = "en") -> pd.DataFrame:
    """Give every crossing: filled where its dated role covers the year, faint where no role was seen."""
    rows = load_table("crossings")
    dated = set(spans(rows, year)["crossing_id"])
    drawn = []
    for row in rows.itertuples():
        look = (
            "norole" if row.role_evidence == NO_ROLE else "dated" if row.crossing_id in dated else "undated"
        )
        small = look == "norole"
        hover = (
            period(row.from_year, row.until_year, lang)
            if look != "norole"
            else word("layers.crossings.norole", lang)
        )
        drawn.append(
            {
                "id": row.crossing_id,
                "look": look,
                "hover": f"{value_word(row.neighbour, lang)}, {hover}",
                "radius": tokens.SMALL_SYMBOL_RADIUS_PX - small,
                "text": "" if small else row.name,
                "source_keys": (row.source_key,),
            }
        )
    return marks(drawn)


def looks() -> tuple[Look, ...]:
    """Give filled, hollow and faint diamonds."""
    shared = {"symbol": "diamond", "stroke": tokens.CROSSING, "width": 1.6}
    return (
        Look(id="dated", legend="layers.crossings.dated", fill=tokens.CROSSING, rank=1, **shared),
        Look(id="undated", legend="layers.crossings.undated", fill=tokens.PAPER, rank=2, **shared),
        Look(
            id="norole",
            symbol="diamond",
            stroke=tokens.NO_FIGURE,
            width=1.2,
            fill=tokens.PAPER,
            legend="layers.crossings.norole",
            rank=3,
        ),
    )


LAYER = Layer(
    key="crossings",
    group="movement",
    order=70,
    table="crossings",
    when="layers.when.crossings",
    load=load,
    draw=draw,
    looks=looks,
    dim_by="routes",
    note=lambda year, lang: word("layers.crossings.note", lang),
    behind=(
        Behind("crossings", "crossing_id", "layers.behind.facts"),
        Behind("routes", "uses_crossings", "layers.behind.routes", says=route_in_words, many=True),
    ),
)
