"""Years: inside what the tables carry, and the same as in the dates beside them."""

import pandas as pd

from geo.checks.opened import OpenedPackage, OpenedTable
from geo.faults import Fault, shown_value
from geo.schemas import Field

FIRST, LAST = 2001, 2026
YEAR = "year"
YEAR_LENGTH = 4
# a year, and the date that must fall in it; a note on the period may say why it does not
DATED_BY = (
    ("year", "date"),
    ("year", "valid_from"),
    ("from_year", "period_start"),
    ("from_year", "date_start"),
    ("until_year", "period_end"),
    ("until_year", "date_end"),
)
EXCUSE = "period_note"


def faults(package: OpenedPackage) -> list[Fault]:
    """
    List years outside 2001-2026 and years that are not those of their dates.

    A span may begin or end earlier where the schema bounds it so; the year of a figure never.
    """
    found = []
    for table in package.tables.values():
        for field in table.schema.fields:
            if table.has(field.name) and _is_year(field):
                found += _range(table, field)
        for year, dated in DATED_BY:
            if table.has(year, dated) and _is_year(table.schema.field(year)):
                found += _agreement(table, year, dated)
    return found


def _is_year(field: Field) -> bool:
    return field.type in ("integer", "year") and (field.name == YEAR or field.name.endswith(f"_{YEAR}"))


def _range(table: OpenedTable, field: Field) -> list[Fault]:
    low, high = (field.constraints.get(name) for name in ("minimum", "maximum"))
    first = min(FIRST, low) if isinstance(low, int) and field.name != YEAR else FIRST
    found = []
    for at, year in table.rows[field.name].dropna().items():
        bounded = isinstance(low, int) and year < low or isinstance(high, int) and year > high  # said by the schema
        if not first <= year <= LAST and not bounded:
            expected = f"a year from {first} to {LAST}"
            found.append(table.fault(int(at), field.name, expected, str(year), "correct the year"))
    return found


def _agreement(table: OpenedTable, year: str, dated: str) -> list[Fault]:
    found = []
    excused = table.raw.column(EXCUSE) if table.has(EXCUSE) else [""] * len(table.raw.cells)
    rows = zip(table.rows[year], table.raw.column(dated), excused, strict=True)
    for at, (stated, text, excuse) in enumerate(rows):
        if pd.isna(stated) or not text or excuse.strip():
            continue
        if text[:YEAR_LENGTH] != str(stated):
            expected = f"the year of {dated} {shown_value(text)}"
            found.append(table.fault(at, year, expected, str(stated), "correct one of them"))
    return found
