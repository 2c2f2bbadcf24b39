"""Sendero's attempts to expand: dotted lines that end without an arrow, for no source says they arrived."""

import geopandas as gpd
import pandas as pd

from geo.tables import load_table
from geo.timeline import spans
from layers import tokens
from layers.amounts import period
from layers.base import Behind, Layer, Look
from layers.marks import along_legs, marks
from layers.words import word


def attempts() -> pd.DataFrame:
    """Give the routes that are attempts: those that the layer of routes leaves out."""
    return load_table("routes").query("is_attempt")


def load(lang: str = "en") -> gpd.GeoDataFrame:
    """Give each attempt as a line through the places named."""
    rows, legs = attempts(), load_table("route_legs")
    named = rows.assign(name=[name(row.exit_point, lang) for row in rows.itertuples()])
    return along_legs(named, legs[legs["route_id"].isin(rows["route_id"])], "route_id")


def name(towards: str, lang: str = "en") -> str:
    """Name an attempt by where it led."""
    return word("layers.sendero_axes.name", lang, towards=towards)


def draw(year: int, lang: str = "en") -> pd.DataFrame:
    """Give the attempts whose period covers a year."""
    return marks(
        {
            "id": row.route_id,
            "part": "line",
            "look": "attempt",
            "hover": f"{row.claim}, {period(row.from_year, row.until_year, lang)}",
            "source_keys": (row.source_key,),
        }
        for row in spans(attempts(), year).itertuples()
    )


LAYER = Layer(
    key="sendero_axes",
    group="state",
    order=36,
    table="routes",
    when="layers.sendero_axes.when",
    load=load,
    draw=draw,
    looks=lambda: (
        Look(
            id="attempt",
            symbol="line",
            legend="layers.sendero_axes.attempt",
            stroke=tokens.ATTACK,
            width=2.2,
            dash="2 5",
            casing=False,
        ),
    ),
    note=lambda year, lang: word("layers.sendero_axes.note", lang),
    claim=lambda row, lang: row["claim"],
    behind=(
        Behind("routes", "route_id", "layers.behind.facts"),
        Behind("route_legs", "route_id", "layers.behind.legs"),
        Behind("sendero_areas", "route_id", "layers.sendero_axes.foreseen"),
    ),
)
