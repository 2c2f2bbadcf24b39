"""Corridors: roads and rivers that reports name, as wide pale lines through their towns."""

import pandas as pd

from geo.tables import load_table
from layers import tokens
from layers.base import Look
from layers.marked_rows import MarkedRows

COLOURS = {"highway": tokens.MUTED, "river": tokens.RIVER_LABEL}
DATES = ["reported_year", "scanner_year"]
EVIDENCE = ("evidence", "scanner_evidence")
# opacity and dash: strong, pale, and broken where only the years before are told
STATES = {"dated": (0.75, ""), "undated": (0.3, ""), "before": (0.3, "10 4")}


def of_year(year: int, lang: str = "en") -> pd.DataFrame:
    """Give every corridor, `dated` in the years of a dated fact."""
    rows = load_table("corridors")
    other = rows["before_2012"].map({True: "before", False: "undated"})
    return rows.assign(state=other.mask(rows[DATES].eq(year).any(axis="columns"), "dated"))


LAYER = MarkedRows(
    table="corridors",
    id_column="corridor_id",
    legs="corridor_legs",
    of_year=of_year,
    look=lambda row: f"{row['state']}-{row['type']}",
    hover=lambda row, lang: "\n".join(row[key] for key in EVIDENCE if not pd.isna(row[key])),
    filters={"corridor": "type"},
).layer(
    key="corridors",
    group="movement",
    order=34,
    looks=tuple(
        Look(
            id=f"{state}-{kind}",
            symbol="line",
            legend=f"layers.corridors.{state}_{kind}",
            stroke=colour,
            width=5.0,
            opacity=opacity,
            dash=dash,
            casing=False,
            rank=rank,
        )
        for kind, colour in COLOURS.items()
        for rank, (state, (opacity, dash)) in enumerate(STATES.items())
    ),
    claim=lambda row, lang: row["evidence"],
)
