"""What else is known of a feature: its row as item and value, or its rows as a table."""

from functools import lru_cache

import numpy as np
import pandas as pd

from geo.schemas import Field
from geo.sources import keys_in, sources
from geo.tables import data_version, load_table, schema_of
from layers.amounts import number
from layers.base import Behind
from layers.describe import route_name
from layers.package_words import column_title, unit_word
from layers.spelling import spelled
from layers.words import word

# Keys and bookkeeping a reader has no use for; sources are cited instead.
LEFT_OUT = (
    "row_id",
    "in_window",
    "seen_in",
    "is_attempt",
    "waypoints",
    "counts_in_total",
    "case_id",
    "event_group",
)
ROUTE_LISTS = ("route_id", "named_in_routes")
SOURCE_LISTS = ("source_key", "corroborating_sources", "also_seen_in")


def facts(behind: Behind, rows: pd.DataFrame, lang: str = "en") -> pd.DataFrame:
    """
    Give rows of a table as a reader sees them, headed by the titles of its schema.

    Parameters
    ----------
    behind
        The table, and the column that names the feature (left out).
    rows
        At least one row of it.

    Returns
    -------
    table
        Where `behind` says its rows: a sentence, source, place in it, confidence. Else one row: columns item
        and value, blank cells left out. Several: one line each, blank columns left out.
    """
    if behind.says is not None:
        return _in_words(behind, rows, lang)
    schema = schema_of(behind.table)
    single = len(rows) == 1
    shown = {}
    for field in schema.fields:
        if (
            field.name in LEFT_OUT
            or field.name == behind.on
            or field.name not in rows
            or rows[field.name].isna().all()
        ):
            continue
        title = column_title(schema, field.name, lang)
        heading = f"{title}, {unit_word(field.unit, lang)}" if field.unit and not single else title
        shown[heading] = [
            words_of(field, cell_text(field.name, cell, field.unit if single else "", lang))
            for cell in rows[field.name]
        ]
    if not single:
        return pd.DataFrame(shown)
    heads = [word("layers.details.col.field", lang), word("layers.details.col.value", lang)]
    return pd.DataFrame([(title, cells[0]) for title, cells in shown.items()], columns=heads)


def _in_words(behind: Behind, rows: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Give one sentence a row, with who says it."""
    known = sources()
    heads = [word(f"layers.details.col.{name}", lang) for name in ("says", "source", "locator", "confidence")]
    lines = [
        (behind.says(row, lang), known[row["source_key"]].short, row["locator"], row["confidence"])
        for row in rows.to_dict("records")
    ]
    return pd.DataFrame(lines, columns=heads)


def cell_text(name: str, cell: object, unit: str, lang: str = "en") -> str:
    """Write one cell as a reader sees it: sources cited, places named, numbers with their unit."""
    if pd.isna(cell):
        return ""
    if name in SOURCE_LISTS:
        return "; ".join(sources()[key].short for key in keys_in(cell))
    if isinstance(cell, bool | np.bool_):
        return word(f"layers.yes_no.{str(cell).lower()}", lang)
    if isinstance(cell, int | float) and not name.endswith("year"):
        return f"{number(cell)} {unit_word(unit, lang)}".strip()
    if name in ROUTE_LISTS:
        return "; ".join(_route(key, data_version(), lang) for key in keys_in(cell))
    return spelled(name, cell, lang)


@lru_cache(maxsize=1024)
def _route(route_id: str, version: str, lang: str) -> str:
    """Name a route; an unknown one stays as it is."""
    found = load_table("routes").query("route_id == @route_id").to_dict("records")
    return route_name(found[0], lang) if found else route_id


def words_of(field: Field, text: str) -> str:
    """Make a slug of a closed list read as words; other text stays as it is."""
    return text.replace("_", " ") if "enum" in field.constraints else text
