"""Windows: `in_window` says whether a row touches the years of the slider; spans run forward."""

import pandas as pd

from geo.checks.opened import OpenedPackage, OpenedTable
from geo.faults import Fault
from geo.timeline import FIRST_YEAR, LAST_YEAR

STARTS = ("from_year", "since_year", "first_mentioned_year")
END = "until_year"
YES = {"yes": True, "no": False}  # of the tables that also know `unknown`


def faults(package: OpenedPackage) -> list[Fault]:
    """List rows whose `in_window` and years contradict each other, and spans that end before they begin."""
    return [fault for table in package.tables.values() for fault in (*_windows(table), *_backwards(table))]


def _windows(table: OpenedTable) -> list[Fault]:
    if not table.has("in_window"):
        return []
    if table.schema.field("in_window").type != "boolean":
        return _standing(table)
    span = _span(table)
    if span is None:
        return []
    found = []
    for at, (begin, end, stated) in enumerate(zip(*span, table.rows["in_window"], strict=True)):
        if pd.isna(begin) or pd.isna(end):
            continue
        touches = bool(begin <= LAST_YEAR and end >= FIRST_YEAR)
        if pd.isna(stated) or touches != bool(stated):
            when = str(begin) if begin == end else f"{begin}-{end}"
            said = "nothing" if pd.isna(stated) else str(bool(stated)).lower()
            expected = f"{str(touches).lower()} ({FIRST_YEAR}-{LAST_YEAR})"
            do = "correct in_window or the years"
            found.append(table.fault(at, "in_window", expected, f"{said} for {when}", do))
    return found


def _span(table: OpenedTable) -> tuple[pd.Series, pd.Series] | None:
    """Give the first and the last year of each row: its year, else its span."""
    parts = []
    if _numbers(table, "year"):
        parts.append((table.rows["year"], table.rows["year"]))
    if _numbers(table, "from_year", END):
        first, last = table.rows["from_year"], table.rows[END]
        parts.append((first.fillna(last), last.fillna(first)))
    if not parts:
        return None
    (first, last), *others = parts
    for begin, end in others:
        first, last = first.fillna(begin), last.fillna(end)
    return first, last


def _standing(table: OpenedTable) -> list[Fault]:
    """Find yes or no against the years from which to which a thing stood; a blank end says nothing."""
    if not _numbers(table, "since_year", END):
        return []
    found = []
    rows = zip(table.rows["since_year"], table.rows[END], table.rows["in_window"], strict=True)
    for at, (begin, end, stated) in enumerate(rows):
        late = not pd.isna(begin) and begin > LAST_YEAR
        early = not pd.isna(end) and end < FIRST_YEAR
        both = not pd.isna(begin) and not pd.isna(end)
        touches = False if late or early else True if both else None
        if touches is not None and YES.get(stated, not touches) != touches:
            expected = f"{'yes' if touches else 'no'} ({FIRST_YEAR}-{LAST_YEAR})"
            got = f"{stated} for {'' if pd.isna(begin) else begin}-{'' if pd.isna(end) else end}"
            found.append(table.fault(at, "in_window", expected, got, "correct in_window or the years"))
    return found


def _backwards(table: OpenedTable) -> list[Fault]:
    found = []
    for start in STARTS:
        if not _numbers(table, start, END):
            continue
        for at, (begin, end) in enumerate(zip(table.rows[start], table.rows[END], strict=True)):
            if not pd.isna(begin) and not pd.isna(end) and end < begin:
                expected = f"{start} {begin} or later"
                found.append(table.fault(at, END, expected, str(end), "correct one of them"))
    return found


def _numbers(table: OpenedTable, *columns: str) -> bool:
    return table.has(*columns) and all(table.schema.field(one).type in ("integer", "year") for one in columns)
