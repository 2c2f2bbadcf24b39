"""Military and police bases in and around the VRAEM, at their town, never at an installation."""

from functools import partial

import pandas as pd

from geo.tables import load_table
from layers import tokens
from layers.amounts import period
from layers.base import Look
from layers.marked_rows import MarkedRows, Row
from layers.marks import fanned
from layers.package_words import value_word
from layers.words import word

DRAWN_TO_KM = 20
OPERATORS = ("army", "navy", "air_force", "police", "joint")


def placed(lang: str = "en") -> pd.DataFrame:
    """Give the bases known to 20 km or better."""
    rows = load_table("bases")
    return rows[rows["place_id"].notna() & rows["precision_km"].le(DRAWN_TO_KM)]


def of_year(year: int, lang: str = "en") -> pd.DataFrame:
    """Give the bases of a year: solid from their first year on, hollow where only a mention is known."""
    rows = _in_state(placed(lang), year)
    return rows[rows["state"].ne("")]


def _in_state(rows: pd.DataFrame, year: int) -> pd.DataFrame:
    known = rows[["since_year", "first_mentioned_year", "until_year"]]
    return rows.assign(state=[standing(*years, year) for years in known.itertuples(index=False)])


def hover(row: Row, lang: str = "en") -> str:
    """Say whose base it is, and since when, or when it is first mentioned."""
    operator = value_word(row["operator"], lang)
    if row["state"] == "standing":
        return f"{operator}, {period(row['since_year'], row['until_year'], lang)}"
    mentioned = word("layers.bases.first_mentioned", lang, year=row["first_mentioned_year"])
    return f"{operator}, {mentioned}"


def standing(since: object, mentioned: object, until: object, year: int) -> str:
    """
    Tell whether something stands in a year: `standing`, `mentioned` (start unknown) or '' (not).

    A blank end means it still stands.
    """
    if not pd.isna(until) and until < year:
        return ""
    if not pd.isna(since):
        return "standing" if since <= year else ""
    return "mentioned" if not pd.isna(mentioned) and mentioned <= year else ""


def looks() -> tuple[Look, ...]:
    """Give a solid and a hollow square for each operator, told apart by the inner mark."""
    listed = []
    for rank, operator in enumerate(OPERATORS):
        shared = {"symbol": "square", "stroke": tokens.STATE, "width": 1.6, "inner": operator}
        listed.append(
            Look(
                id=f"standing-{operator}",
                legend=f"layers.bases.standing_{operator}",
                fill=tokens.STATE,
                inner_colour=tokens.PAPER,
                rank=rank,
                **shared,
            )
        )
        listed.append(
            Look(
                id=f"mentioned-{operator}",
                legend=f"layers.bases.mentioned_{operator}",
                fill=tokens.PAPER,
                inner_colour=tokens.STATE,
                rank=10 + rank,
                **shared,
            )
        )
    return tuple(listed)


def note(year: int, lang: str = "en") -> str:
    """Say how many bases that stand in a year are known too vaguely to be drawn."""
    rows = load_table("bases")
    vague = rows[~rows["base_id"].isin(placed()["base_id"])]
    count = int(_in_state(vague, year)["state"].ne("").sum())
    said = word("layers.bases.note", lang)
    return said if not count else f"{said} {word('layers.bases.vague', lang, count=count, km=DRAWN_TO_KM)}"


LAYER = MarkedRows(
    table="bases",
    id_column="base_id",
    rows=placed,
    of_year=of_year,
    look=lambda row: f"{row['state']}-{row['operator_class']}",
    hover=hover,
    arrange=partial(fanned, on="spot"),
    filters={"in_vraem": "in_vraem", "operator": "operator_class"},
    why_left_out="layers.bases.left_out",
    shown_to_km=10,  # never finer, whatever is known of the town
).layer(
    key="bases",
    group="state",
    order=50,
    when="layers.when.bases",
    looks=looks(),
    note=note,
    default_filters={"in_vraem": ("yes", "adjacent")},
)
