"""Windows: `in_window` says whether a row touches the years of the slider."""

import pandas as pd

from geo.checks.opened import OpenedPackage, OpenedTable
from geo.faults import Fault
from geo.timeline import FIRST_YEAR, LAST_YEAR


def faults(package: OpenedPackage) -> list[Fault]:
    """List rows whose `in_window` and years contradict each other, and spans that end before they begin."""
    return [fault for table in package.tables.values() for fault in (*_windows(table), *_backwards(table))]


def _windows(table: OpenedTable) -> list[Fault]:
    if not table.has("in_window") or table.schema.field("in_window").type != "boolean":
        return []
    if table.has("year"):
        first = last = table.rows["year"]
    elif table.has("from_year", "until_year"):
        first, last = table.rows["from_year"], table.rows["until_year"]
        first, last = first.fillna(last), last.fillna(first)
    else:
        return []
    found = []
    for at, (begin, end, stated) in enumerate(zip(first, last, table.rows["in_window"], strict=True)):
        if pd.isna(begin) or pd.isna(end) or pd.isna(stated):
            continue
        touches = bool(begin <= LAST_YEAR and end >= FIRST_YEAR)
        if touches != bool(stated):
            when = str(begin) if begin == end else f"{begin}-{end}"
            got = f"{str(bool(stated)).lower()} for {when}"
            expected = f"{str(touches).lower()} ({FIRST_YEAR}-{LAST_YEAR})"
            found.append(table.fault(at, "in_window", expected, got, "correct in_window or the years"))
    return found


def _backwards(table: OpenedTable) -> list[Fault]:
    found = []
    for start in ("from_year", "since_year"):
        if not table.has(start, "until_year"):
            continue
        for at, (begin, end) in enumerate(zip(table.rows[start], table.rows["until_year"], strict=True)):
            if not pd.isna(begin) and not pd.isna(end) and end < begin:
                expected = f"{start} {begin} or later"
                found.append(table.fault(at, "until_year", expected, str(end), "correct one of them"))
    return found
