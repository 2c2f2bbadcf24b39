"""Dates: days that exist, as exact as they say, in order, and none after the source was read."""

import re
from datetime import date

from geo.checks.opened import OpenedPackage, OpenedTable
from geo.faults import Fault, shown_value
from geo.schemas import Field
from geo.sources import keys_in

FORM = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
DATED = ("date", "valid_from", "published", "accessed")  # also without a pattern in the schema
PATTERN = r"^\d{4}(-\d{2}"  # how the patterns of dates begin; that of `accessed` has no bracket
PATTERNS = (PATTERN, PATTERN.replace("(", ""))
MONTHLY, DAILY = "-01", "-01-01"  # what makes a day of a month or year
SPANS = (
    ("date", "until_date"),
    ("from_date", "until_date"),
    ("valid_from", "until_date"),
    ("date_start", "date_end"),
    ("period_start", "period_end"),
)
PRECISE = (
    ("date", "date_precision"),
    ("date_start", "date_precision"),
    ("valid_from", "valid_from_precision"),
)
FORMS = {"day": "YYYY-MM-DD", "month": "YYYY-MM", "year": "YYYY", "undated": ""}
TERM = "until_"  # a term may end after the source was read


def faults(package: OpenedPackage) -> list[Fault]:
    """List dates that do not exist, contradict their precision or each other, or lie ahead of their source."""
    registry = package.tables.get("sources")
    read = {}
    if registry is not None and registry.has("source_key", "accessed"):
        keys, months = registry.raw.column("source_key"), registry.raw.column("accessed")
        read = {key: month for key, month in zip(keys, months, strict=True) if FORM.fullmatch(month)}
    found = []
    for table in package.tables.values():
        columns = [field for field in table.schema.fields if table.has(field.name) and is_dated(field)]
        found += [fault for field in columns for fault in _calendar(table, field)]
        for pair in SPANS:
            found += _order(table, *pair) if table.has(*pair) else []
        for pair in PRECISE:
            found += _precision(table, *pair) if table.has(*pair) else []
        if table.has("source_key"):
            found += _ahead(table, columns, read)
    return found


def is_dated(field: Field) -> bool:
    """Tell whether a column of text holds dates: its schema says so, or its name."""
    pattern = str(field.constraints.get("pattern", ""))
    return field.type == "string" and (field.name in DATED or pattern.startswith(PATTERNS))


def _calendar(table: OpenedTable, field: Field) -> list[Fault]:
    found = []
    for at, cell in enumerate(table.raw.column(field.name)):
        for part in keys_in(cell):
            if not FORM.fullmatch(part):
                if "pattern" not in field.constraints:  # else it is a fault of the schema's own
                    expected, do = "YYYY, YYYY-MM or YYYY-MM-DD", "write it that way"
                    found.append(table.fault(at, field.name, expected, shown_value(part), do))
            elif not _exists(part):
                expected, do = "a date of the calendar", "correct the date"
                found.append(table.fault(at, field.name, expected, shown_value(part), do))
    return found


def _exists(text: str) -> bool:
    try:
        date.fromisoformat(text + {4: DAILY, 7: MONTHLY}.get(len(text), ""))
    except ValueError:
        return False
    return True


def _order(table: OpenedTable, start: str, end: str) -> list[Fault]:
    found = []
    for at, (first, last) in enumerate(zip(table.raw.column(start), table.raw.column(end), strict=True)):
        if FORM.fullmatch(first) and FORM.fullmatch(last) and _after(first, last):
            do = "correct one of them"
            found.append(table.fault(at, end, f"{start} {first} or later", shown_value(last), do))
    return found


def _precision(table: OpenedTable, column: str, precision: str) -> list[Fault]:
    """Compare the text of a date with its precision; other words, such as week or period, bind it to nothing."""
    found = []
    for at, (text, said) in enumerate(zip(table.raw.column(column), table.raw.column(precision), strict=True)):
        form = FORMS.get(said)
        # a span over a whole year may be written with its days
        if form is None or len(text) == len(form) or (said == "year" and table.has("date_end") and text[4:] == DAILY):
            continue
        expected = f"{form or 'no date'} for the {precision} {said!r}"
        found.append(table.fault(at, column, expected, shown_value(text), f"correct it or {precision}"))
    return found


def _ahead(table: OpenedTable, columns: list[Field], read: dict[str, str]) -> list[Fault]:
    """Find dates and years that the source, read in a month, cannot know."""
    years = [
        field for field in table.schema.fields if field.name.endswith("year") and field.type in ("integer", "year")
    ]
    months = [read.get(key) for key in table.raw.column("source_key")]
    found = []
    for field in (*columns, *years):
        if field.name.startswith(TERM) or field.name == "accessed" or not table.has(field.name):
            continue
        for at, (cell, month) in enumerate(zip(table.raw.column(field.name), months, strict=True)):
            for part in keys_in(cell):
                if month and FORM.fullmatch(part) and _after(part, month):
                    expected = f"no date after {month}, when the source was read"
                    found.append(table.fault(at, field.name, expected, shown_value(part), "correct it"))
    return found


def _after(one: str, other: str) -> bool:
    """Tell whether a date lies after another, as far as the coarser of the two goes."""
    known = min(len(one), len(other))
    return one[:known] > other[:known]
