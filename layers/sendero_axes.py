"""Sendero's attempts to expand: dotted lines that end without an arrow, for no source says they arrived."""

import pandas as pd

from geo.tables import load_table
from layers import tokens
from layers.amounts import period
from layers.base import Behind, Look
from layers.marked_rows import MarkedRows
from layers.package_words import place_name
from layers.words import word


def attempts(lang: str = "en") -> pd.DataFrame:
    """Give the routes that are attempts, which the layer of routes leaves out, named by where they led."""
    rows = load_table("routes").query("is_attempt")
    ends = [place_name(point, lang) for point in rows["exit_point"]]
    return rows.assign(name=[word("layers.sendero_axes.name", lang, towards=end) for end in ends])


LAYER = MarkedRows(
    table="routes",
    id_column="route_id",
    rows=attempts,
    legs="route_legs",
    look=lambda row: "attempt",
    hover=lambda row, lang: f"{row['claim']}, {period(row['from_year'], row['until_year'], lang)}",
).layer(
    key="sendero_axes",
    group="state",
    order=36,
    looks=(
        Look(
            id="attempt",
            symbol="line",
            legend="layers.sendero_axes.attempt",
            stroke=tokens.ATTACK,
            width=2.2,
            dash=tokens.ATTEMPT_DASH,
            casing=False,
        ),
    ),
    claim=lambda row, lang: row["claim"],
    spans=True,
    behind=(
        Behind("routes", "route_id", "layers.behind.facts"),
        Behind("route_legs", "route_id", "layers.behind.legs"),
        Behind("sendero_areas", "route_id", "layers.sendero_axes.foreseen"),
    ),
)
