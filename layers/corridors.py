"""Corridors: roads and rivers that reports name, as wide pale lines through their towns."""

import geopandas as gpd
import pandas as pd

from geo.tables import load_table
from layers import tokens
from layers.base import Behind, Layer, Look
from layers.marks import along_legs, marks
from layers.words import word

COLOURS = {"highway": tokens.MUTED, "river": tokens.RIVER_LABEL}
DATES = ("reported_year", "scanner_year")


def load(lang: str = "en") -> gpd.GeoDataFrame:
    """Give each corridor as a line through the towns named; it is not the course."""
    drawn = along_legs(load_table("corridors"), load_table("corridor_legs"), "corridor_id")
    return drawn.assign(corridor=drawn["type"].map(lambda one: (one,)))


def draw(year: int, lang: str = "en") -> pd.DataFrame:
    """Give every corridor, strong in the years of a dated fact."""
    return marks(
        {
            "id": row["corridor_id"],
            "part": "line",
            "look": f"{_state(row, year)}-{row['type']}",
            "hover": "\n".join(row[key] for key in ("evidence", "scanner_evidence") if not pd.isna(row[key])),
            "source_keys": (row["source_key"],),
        }
        for row in load_table("corridors").to_dict("records")
    )


def _state(row: dict[str, object], year: int) -> str:
    dated = [row[key] for key in DATES if not pd.isna(row[key])]
    return "dated" if year in dated else "before" if row["before_2012"] else "undated"


def looks() -> tuple[Look, ...]:
    """Give roads and rivers a colour each: strong, pale, and broken where only the years before are told."""
    shared = {"symbol": "line", "width": 5.0, "casing": False}
    return tuple(
        Look(
            id=f"{state}-{kind}",
            legend=f"layers.corridors.{state}_{kind}",
            stroke=colour,
            opacity=0.75 if state == "dated" else 0.3,
            dash="10 4" if state == "before" else "",
            rank=rank,
            **shared,
        )
        for kind, colour in COLOURS.items()
        for rank, state in enumerate(("dated", "undated", "before"))
    )


LAYER = Layer(
    key="corridors",
    group="movement",
    order=34,
    table="corridors",
    when="layers.corridors.when",
    load=load,
    draw=draw,
    looks=looks,
    note=lambda year, lang: word("layers.corridors.note", lang),
    claim=lambda row, lang: row["evidence"],
    filters=("corridor",),
    behind=(
        Behind("corridors", "corridor_id", "layers.behind.facts"),
        Behind("corridor_legs", "corridor_id", "layers.behind.legs"),
    ),
)
