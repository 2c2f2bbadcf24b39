"""Whether two years of a subject may be compared, and what has to be said beside the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.displacement.findings import REFUSE, WARN, Finding
from geo.timeline import FIRST_YEAR, LAST_YEAR, YEARS

if TYPE_CHECKING:  # a subject asks this module, which only reads subjects
    from geo.displacement.subject import Subject

LEAST_UNITS = 2
FEW_EVENTS = 30  # below it a single report moves the picture
LITTLE = 0.9  # of the whole: less covered is said
UNMONITORED = ("not_monitored", "zero_or_not_reported", "no_data")


def comparable(subject: Subject, first: int, second: int) -> list[Finding]:
    """
    List what speaks against comparing two years of a subject.

    Returns
    -------
    findings
        Those of level `refuse` first; empty if nothing speaks against it. Where two years cannot even be looked up
        (outside 2012-2020, the same, the wrong way round, without values) only the refusals are given.
    """
    refused = _refusals(subject, first, second)
    if not refused:
        own = subject.checks(first, second)
        refused = [one for one in own if one.level == REFUSE] or _no_shares(subject, first, second)
        if not refused:
            return [*_warnings(subject, first, second), *own]
    return refused


def common_units(subject: Subject, first: int, second: int) -> list[str]:
    """Name the units with a value in both years and a point, in the order of the first."""
    later, placed = set(subject.values(second).index), set(subject.located().index)
    return [unit for unit in subject.values(first).index if unit in later and unit in placed]


def _refusals(subject: Subject, first: int, second: int) -> list[Finding]:
    outside = tuple(year for year in (first, second) if year not in YEARS)
    if outside:
        return [Finding(REFUSE, "outside_window", {"years": outside, "first": FIRST_YEAR, "last": LAST_YEAR})]
    if first == second:
        return [Finding(REFUSE, "same_year", {"year": first})]
    if first > second:
        return [Finding(REFUSE, "wrong_order", {"first": first, "second": second})]
    # a subject's own reason says more than that there are no values
    own = [one for one in subject.checks(first, second) if one.level == REFUSE]
    empty = tuple(year for year in (first, second) if not len(subject.values(year)))
    if empty and not own:
        return [Finding(REFUSE, "no_values", {"years": empty, "known": subject.years()})]
    return own


def _no_shares(subject: Subject, first: int, second: int) -> list[Finding]:
    units = common_units(subject, first, second)
    if len(units) < LEAST_UNITS:
        return [Finding(REFUSE, "too_few_units", {"count": len(units), "least": LEAST_UNITS})]
    zero = tuple(year for year in (first, second) if not subject.values(year)[units].sum() > 0)
    return [Finding(REFUSE, "sum_zero", {"years": zero})] if zero else []


def _warnings(subject: Subject, first: int, second: int) -> list[Finding]:
    units, found, names = common_units(subject, first, second), [], subject.names()
    for year in subject.breaks(first, second):
        before, after = subject.series_of(year - 1), subject.series_of(year)
        found.append(Finding(WARN, "series_break", {"year": year, "before": before, "after": after}))
    for year in (first, second):
        rows = subject.measured(year).loc[units]
        for status in ("bound", "estimate", "part_year"):
            held = tuple(str(names[unit]) for unit in rows.index[rows["status"].eq(status)])
            if held:
                found.append(Finding(WARN, f"has_{status}", {"year": year, "units": held}))
    found += _left_out(subject, first, second, units)
    for year in (first, second):
        whole = subject.national(year)
        share = subject.values(year)[units].sum() / whole if whole else None
        if share is not None and share < LITTLE:
            found.append(Finding(WARN, "little_covered", {"year": year, "share": float(share), "whole": subject.whole}))
    least = min(float(subject.values(year)[units].sum()) for year in (first, second))
    if subject.kind == "count" and least < FEW_EVENTS:
        found.append(Finding(WARN, "few_events", {"count": int(least)}))
    return found


def _left_out(subject: Subject, first: int, second: int, units: list[str]) -> list[Finding]:
    """Say what has a value in one of the years only, and what was not monitored."""
    found, names = [], subject.names()
    for year, other in ((first, second), (second, first)):
        values = subject.values(year)
        alone = [unit for unit in values.index if unit not in units]
        if alone:
            share = float(values[alone].sum() / values.sum()) if values.sum() else 0.0
            held = tuple(str(names.get(unit, unit)) for unit in alone)
            found.append(
                Finding(WARN, "in_one_year_only", {"year": year, "other": other, "units": held, "share": share})
            )
        why = subject.missing(year)
        dark = tuple(str(names.get(unit, unit)) for unit in why.index[why.isin(UNMONITORED)])
        if dark:
            found.append(Finding(WARN, "not_monitored", {"year": year, "units": dark}))
    return found
