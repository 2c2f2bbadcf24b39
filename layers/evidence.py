"""Stated values and their rivals, as frames a reader can judge."""

from collections.abc import Iterable, Mapping

import pandas as pd

from geo.sources import sources
from geo.tables import load_table, schema_of
from layers.amounts import dates, number, period
from layers.base import Behind
from layers.package_words import unit_word, value_word
from layers.quantities import PLAIN, hedged
from layers.words import has_word, word

COLUMNS = (
    "row_id",
    "when",
    "text",
    "value",
    "measure",
    "standing",
    "why",
    "source",
    "url",
    "locator",
    "confidence",
    "method",
    "note",
    "year",
)
PRECISION = "precision_km"  # a number of a row that is no figure of it
YEARS_MEANT = range(1900, 2100)  # a bare number without a unit
RIVAL_COLUMNS = ("when", "what_differs", "shown", "shown_source", "other", "other_source", "why")


def evidence(behind: Behind, rows: pd.DataFrame | None, lang: str = "en") -> pd.DataFrame:
    """
    Give one line a stated value, oldest first.

    Parameters
    ----------
    behind
        Table of the rows, and the columns that may hold the value: the first filled one counts.
    rows
        Rows of that table; None for an empty frame.

    Returns
    -------
    lines
        Columns `COLUMNS`; `standing` is `preferred`, `rival` or '' in words, `why` what conflicts.csv says.
    """
    if rows is None or rows.empty:
        return pd.DataFrame({name: [] for name in COLUMNS})
    said, known = verdicts(behind.table), sources()
    key, lines = schema_of(behind.table).primary_key[0], []
    for row in rows.to_dict("records"):
        column = next((name for name in behind.value if not pd.isna(row[name])), None)
        standing, why = said.get(row[key], ("only", ""))
        cited = known[row["source_key"]]
        lines.append(
            {
                "row_id": row[key],
                "when": when(row, lang),
                "year": _first_year(row),
                "text": value_text(behind, row, lang),
                "value": float("nan") if column is None else float(row[column]),
                "measure": _measure(row.get("measure", row.get("metric")), lang),
                "standing": word(f"layers.details.standing.{standing}", lang),
                "why": why,
                "source": cited.short,
                "url": cited.url,
                "locator": row["locator"],
                "confidence": row["confidence"],
                "method": value_word(str(row["method"]), lang),
                "note": "" if pd.isna(row["note"]) else row["note"],
            }
        )
    frame = pd.DataFrame(lines, columns=list(COLUMNS))
    return frame.sort_values(["year", "row_id"], kind="stable", ignore_index=True)


def value_text(behind: Behind, row: dict[str, object], lang: str = "en") -> str:
    """Write a row's value with qualifier and unit, or the status that stands in its place."""
    status = row.get("value_status")
    if not pd.isna(status) and status not in (None, "value"):
        return word(f"layers.status.{status}", lang)
    column = next((name for name in behind.value if not pd.isna(row[name])), None)
    if column is None:
        return word("layers.no_figure", lang)
    shown = hedged(row[column], row.get("qualifier"), lang)
    if not pd.isna(row.get("value_high", pd.NA)):
        shown = word("layers.period.span", lang, start=shown, end=number(row["value_high"]))
    unit = row.get("unit") or schema_of(behind.table).field(column).unit
    return f"{shown} {unit_word(unit, lang)}".strip()


def when(row: dict[str, object], lang: str = "en") -> str:
    """Write the time of a row: its date, period or year."""
    for start, end in (("period_start", "period_end"), ("date", "date")):
        if start in row and not pd.isna(row[end]):
            return dates(row[start], row[end], lang)
    if "year" in row and not pd.isna(row["year"]):
        return str(int(row["year"]))
    if not {"from_year", "until_year"} & set(row):
        return ""
    return period(row.get("from_year"), row.get("until_year"), lang)


def verdicts(table: str) -> dict[str, tuple[str, str]]:
    """Give `(standing, why)` for each row of a table in conflicts.csv; a row beaten once is a rival."""
    conflicts = load_table("conflicts")
    conflicts = conflicts[conflicts["table_name"].eq(table)]
    said: dict[str, tuple[str, str]] = {}
    for pair in conflicts.to_dict("records"):
        for row_id in (pair["row_a"], pair["row_b"]):
            if pd.isna(row_id):
                continue
            standing = "preferred" if row_id == pair["preferred_row"] else "rival"
            if said.get(row_id, ("preferred",))[0] != "rival":
                said[row_id] = (standing, pair["why"])
    return said


def rivals_of(rows: Iterable[tuple[str, pd.DataFrame]], lang: str = "en") -> pd.DataFrame:
    """
    Set the values that disagree side by side: one line a pair of conflicts.csv that touches the rows.

    Parameters
    ----------
    rows
        Pairs of a table's name and the rows of it behind a feature.
    """
    return _pairs(rows, False, lang)


def agreeing_of(rows: Iterable[tuple[str, pd.DataFrame]], lang: str = "en") -> pd.DataFrame:
    """Set the values side by side that two sources give alike: the pairs that `rivals_of` leaves out."""
    return _pairs(rows, True, lang)


def _pairs(rows: Iterable[tuple[str, pd.DataFrame]], agree: bool, lang: str) -> pd.DataFrame:
    """Give the pairs of conflicts.csv that touch the rows, either those with equal values or the others."""
    conflicts, known, lines = load_table("conflicts"), sources(), []
    for table, frame in rows:
        key = schema_of(table).primary_key[0]
        everything = load_table(table).set_index(key)
        pairs = conflicts[conflicts["table_name"].eq(table)]
        pairs = pairs[pairs["row_a"].isin(frame[key]) | pairs["row_b"].isin(frame[key])]
        for pair in pairs.to_dict("records"):
            units = _units(table, pair, everything)
            if _equal(pair, units) is not agree:
                continue
            first, second = ("a", "b") if pair["preferred_row"] != pair["row_b"] else ("b", "a")
            shown, other = everything.loc[pair[f"row_{first}"]], everything.loc[pair[f"row_{second}"]]
            lines.append(
                {
                    "when": when(shown.to_dict(), lang),
                    "what_differs": pair["what_differs"],
                    "shown": _figure(pair[f"value_{first}"], shown, units[first], lang),
                    "shown_source": known[shown["source_key"]].short,
                    "other": _figure(pair[f"value_{second}"], other, units[second], lang),
                    "other_source": known[other["source_key"]].short,
                    "why": pair["why"],
                }
            )
    return pd.DataFrame(lines, columns=list(RIVAL_COLUMNS))


def _figure(text: object, row: pd.Series, unit: str, lang: str) -> str:
    """Write a bare number of conflicts.csv as its row states it, with unit; any other text stays as it is."""
    value = _number(text)
    if value is None:
        return "" if pd.isna(text) else str(text)
    qualifier = row.get("qualifier")
    if pd.isna(qualifier) or qualifier in PLAIN:
        shown = str(int(value)) if not unit and value in YEARS_MEANT else number(value)
    elif has_word(f"layers.qualifier.{qualifier}", lang):
        shown = hedged(value, qualifier, lang)
    else:
        shown = f"{value_word(qualifier, lang)} {number(value)}"
    return f"{shown} {unit_word(unit, lang)}".strip()


def _units(table: str, pair: Mapping[str, object], rows: pd.DataFrame) -> dict[str, str]:
    """Give the units of both values: those of the cells that hold them, the same column if there is one."""
    held, found = {}, {}
    fields = [one for one in schema_of(table).fields if one.unit and one.name != PRECISION]
    for side in ("a", "b"):
        row, value = rows.loc[pair[f"row_{side}"]], _number(pair[f"value_{side}"])
        held[side] = {one.name: one.unit for one in fields if _number(row.get(one.name)) == value}
        found[side] = "" if pd.isna(row.get("unit")) else str(row["unit"])
    shared = [name for name in held["a"] if name in held["b"]]
    return {
        side: found[side] or next((held[side][name] for name in (*shared, *held[side])), "") for side in ("a", "b")
    }


def _equal(pair: Mapping[str, object], units: Mapping[str, str]) -> bool:
    """Tell whether both sides of a pair say the same: the same text, or the same number of the same unit."""
    first, second = pair["value_a"], pair["value_b"]
    same = _number(first) == _number(second) if _number(first) is not None else str(first) == str(second)
    return same and units["a"] == units["b"]


def _number(text: object) -> float | None:
    """Read a bare number; None for anything else, an empty cell too."""
    try:
        return None if pd.isna(text) else float(str(text))
    except ValueError:
        return None


def headings(columns: Iterable[str], lang: str = "en") -> dict[str, str]:
    """Give the heading of each column of `evidence`, `rivals_of` and a series."""
    return {
        name: word(f"layers.details.col.{name}", lang)
        for name in columns
        if has_word(f"layers.details.col.{name}", lang)
    }


def _first_year(row: dict[str, object]) -> int:
    for name in ("year", "from_year", "until_year"):
        if name in row and not pd.isna(row[name]):
            return int(row[name])
    return 0


def _measure(slug: object, lang: str) -> str:
    if slug is None or pd.isna(slug):
        return ""
    key = f"layers.measure.{slug}"
    return word(key, lang) if has_word(key, lang) else value_word(str(slug), lang)
