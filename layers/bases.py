"""Military and police bases in and around the VRAEM, at their town, never at an installation."""

import geopandas as gpd
import pandas as pd

from geo.tables import load_table
from layers import tokens
from layers.amounts import period
from layers.base import Behind, Layer, Look
from layers.marks import at_places, coarse, fanned, marks
from layers.words import word

DRAWN_TO_KM = 20
SHOWN_TO_KM = 10  # never finer, whatever is known of the town
OPERATORS = ("army", "navy", "air_force", "police", "joint")


def load(lang: str = "en") -> gpd.GeoDataFrame:
    """Give each base known to 20 km or better; bases cut to one point stand around it."""
    rows = load_table("bases")
    placed = at_places(rows[_placed(rows)], "base_id", "name")
    return fanned(coarse(placed, SHOWN_TO_KM), on="spot").assign(
        in_vraem=placed["in_vraem"].map(lambda one: (one,)),
        operator=placed["operator_class"].map(lambda one: (one,)),
    )


def draw(year: int, lang: str = "en") -> pd.DataFrame:
    """Give the bases of a year: solid from their first year on, hollow where only a mention is known."""
    rows = load_table("bases")
    drawn = []
    for row in rows[_placed(rows)].itertuples():
        state = standing(row.since_year, row.first_mentioned_year, row.until_year, year)
        if state:
            span = (
                period(row.since_year, row.until_year, lang)
                if state == "standing"
                else word("layers.bases.first_mentioned", lang, year=row.first_mentioned_year)
            )
            drawn.append(
                {
                    "id": row.base_id,
                    "look": f"{state}-{row.operator_class}",
                    "radius": tokens.SYMBOL_RADIUS_PX,
                    "hover": f"{row.operator}, {span}",
                    "source_keys": (row.source_key,),
                }
            )
    return marks(drawn)


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
    rows = left_out_rows()
    count = sum(
        bool(standing(row.since_year, row.first_mentioned_year, row.until_year, year))
        for row in rows.itertuples()
    )
    said = word("layers.bases.note", lang)
    return said if not count else f"{said} {word('layers.bases.vague', lang, count=count, km=DRAWN_TO_KM)}"


def left_out_rows() -> pd.DataFrame:
    """Give the rows of bases that are known too vaguely to be drawn."""
    rows = load_table("bases")
    return rows[~_placed(rows)]


def left_out(lang: str = "en") -> pd.DataFrame:
    """Give the bases that are known too vaguely to be drawn."""
    rows = left_out_rows()
    return pd.DataFrame({"id": rows["base_id"], "name": rows["name"], "why": "layers.bases.left_out"})


def _placed(rows: pd.DataFrame) -> pd.Series:
    return rows["place_id"].notna() & rows["precision_km"].le(DRAWN_TO_KM)


LAYER = Layer(
    key="bases",
    group="state",
    order=50,
    table="bases",
    when="layers.when.bases",
    load=load,
    draw=draw,
    looks=looks,
    note=note,
    left_out=left_out,
    shown_to_km=SHOWN_TO_KM,
    filters=("in_vraem", "operator"),
    default_filters={"in_vraem": ("yes", "adjacent")},
    behind=(Behind("bases", "base_id", "layers.behind.facts"),),
)
