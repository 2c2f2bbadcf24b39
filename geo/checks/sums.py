"""Sums: parts never counted beside their whole, and the counted zones against the national figure."""

import pandas as pd

from geo.checks.opened import OpenedPackage, OpenedTable
from geo.coca import TOLERANCE_HA, UNITS, counted_values, published_figure, series_of
from geo.faults import Fault
from geo.timeline import YEARS, prefer

ZONES, ZONE_YEAR, NATIONAL, CONFLICTS = "coca_zones", "coca_zone_year", "coca_national_year", "conflicts"
ROUNDING_HA = 1e-6
COLUMNS = {
    ZONES: ("zone_id", "parent_zone"),
    ZONE_YEAR: ("row_id", "zone_id", "year", "coca_ha", "value_status", "parent_zone", "counted"),
    NATIONAL: ("row_id", "series", "year", "coca_ha"),
    CONFLICTS: ("table_name", "row_a", "row_b", "preferred_row"),
}


def faults(package: OpenedPackage) -> list[Fault]:
    """List rows counted twice and years whose counted zones miss the national figure."""
    tables = {name: package.tables.get(name) for name in COLUMNS}
    found = package.lacking(*COLUMNS)
    zone_year = _fit(tables, ZONE_YEAR)
    if zone_year is None:
        return found
    found += _parts(zone_year) + _units(zone_year)
    if zones := _fit(tables, ZONES):
        found += _doubles(zone_year, zones)
    national, conflicts = _fit(tables, NATIONAL), _fit(tables, CONFLICTS)
    if national is not None and conflicts is not None:
        found += _national(zone_year, national, conflicts.rows)
    return found


def _fit(tables: dict[str, OpenedTable | None], name: str) -> OpenedTable | None:
    """Return the table if it could be read with the columns the sums need; else it has its own fault."""
    table = tables[name]
    return table if table is not None and table.has(*COLUMNS[name]) else None


def _parts(table: OpenedTable) -> list[Fault]:
    rows = table.rows
    wrong = rows[rows["counted"].fillna(False) & rows["parent_zone"].notna()]
    return [
        table.fault(
            int(at), "counted", f"false: a part of {parent}", "true", "count the part or the whole, not both"
        )
        for at, parent in wrong["parent_zone"].items()
    ]


def _units(table: OpenedTable) -> list[Fault]:
    rows = table.rows
    wrong = rows[rows["counted"].fillna(False) & ~rows["zone_id"].isin(UNITS)]
    return [
        table.fault(
            int(at), "counted", f"only the {len(UNITS)} units of the national sum", repr(zone), "write false"
        )
        for at, zone in wrong["zone_id"].items()
    ]


def _doubles(table: OpenedTable, zones: OpenedTable) -> list[Fault]:
    """Find counted rows whose whole is counted in the same year, though the row itself names no parent."""
    parent_of = dict(zip(zones.rows["zone_id"], zones.rows["parent_zone"], strict=True))
    counted = table.rows[table.rows["counted"].fillna(False)]
    held = set(zip(counted["year"], counted["zone_id"], strict=True))
    found = []
    for at, year, zone in zip(counted.index, counted["year"], counted["zone_id"], strict=True):
        seen = {zone}
        whole = parent_of.get(zone)
        while isinstance(whole, str) and whole not in seen:
            if (year, whole) in held:
                expected = f"false: {whole} is counted in {year}"
                found.append(table.fault(int(at), "counted", expected, "true", "count the part or the whole"))
                break
            seen.add(whole)
            whole = parent_of.get(whole)
    return found


def _national(table: OpenedTable, national: OpenedTable, conflicts: pd.DataFrame) -> list[Fault]:
    about = conflicts[conflicts["table_name"].eq(ZONE_YEAR)]
    valued = table.rows[table.rows["coca_ha"].notna()]
    try:
        chosen = prefer(valued, about, "row_id", ["zone_id", "year"])
        figures = {year: published_figure(national.rows, conflicts, year) for year in YEARS}
    except ValueError:  # preferences in a circle: the check of conflicts says so
        return []
    found = []
    for year, figure in figures.items():
        if figure is None:
            expected = f"the national figure of {series_of(year)} for {year}"
            found.append(Fault(national.raw.file, None, "coca_ha", expected, "none", "add its row"))
            continue
        total, tolerance = float(counted_values(chosen, year).sum()), TOLERANCE_HA[year]
        if abs(total - figure) > tolerance + ROUNDING_HA:
            expected = f"counted zones of {year} within {tolerance} ha of the national {figure:g} ha"
            do = "correct coca_ha or counted in the rows of this year"
            line = _first_line(table, year)
            found.append(Fault(table.raw.file, line, "coca_ha", expected, f"{total:g} ha", do))
    return found


def _first_line(table: OpenedTable, year: int) -> int | None:
    rows = table.rows.index[table.rows["year"].eq(year).fillna(False)]
    return table.raw.lines[int(rows[0])] if len(rows) else None
