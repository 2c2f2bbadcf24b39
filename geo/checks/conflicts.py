"""Conflicts: rivals that exist, and a declared preference wherever two values do."""

import pandas as pd

from geo.checks.opened import OpenedPackage, OpenedTable
from geo.faults import Fault, shown_value
from geo.timeline import unbeaten

# tables, their value, and the columns that make two rows rivals
RIVALS = (
    ("coca_zone_year", "coca_ha", ("zone_id", "year")),
    ("coca_zone_context", "coca_ha", ("zone_name", "year")),
    ("coca_district_year", "coca_ha", ("ubigeo", "year")),
    ("coca_department_year", "coca_ha", ("department", "year")),
    ("coca_national_year", "coca_ha", ("series", "year")),
    ("coca_national_year", "potential_cocaine_t", ("series", "year")),
    ("coca_national_year", "potential_dry_leaf_t", ("series", "year")),
)
NAMED = ("row_a", "row_b", "preferred_row")


def faults(package: OpenedPackage) -> list[Fault]:
    """List conflicts that name missing rows or no winner, and rival values without a verdict."""
    declared = package.tables.get("conflicts")
    if declared is None or not declared.has("table_name", *NAMED):
        return package.lacking("conflicts")
    found = _twice(declared)
    for at, row in enumerate(declared.rows.to_dict("records")):
        found += _row_faults(package, declared, at, row)
    for name, value, by in RIVALS:
        table = package.tables.get(name)
        if table is not None and table.has(value, table.schema.primary_key[0], "source_key"):
            about = declared.rows[declared.rows["table_name"].eq(name)]
            found += _undeclared(table, value, [column for column in by if table.has(column)], about)
    return found


def _row_faults(
    package: OpenedPackage, declared: OpenedTable, at: int, row: dict[str, object]
) -> list[Fault]:
    name = row["table_name"]
    if name not in package.listed:
        got = shown_value("" if pd.isna(name) else name)
        return [declared.fault(at, "table_name", "a table of the package", got, "correct the name")]
    if name not in package.tables:  # listed but unreadable: it has its own fault
        return []
    table, found = package.tables[name], []
    if not table.has(table.schema.primary_key[0]):
        return []
    known = set(table.raw.column(table.schema.primary_key[0]))
    for column in NAMED:
        if row[column] not in known:
            got = shown_value("" if pd.isna(row[column]) else row[column])
            expected = f"a {table.schema.primary_key[0]} of {name}"
            found.append(declared.fault(at, column, expected, got, "name the row or delete the conflict"))
    if row["row_a"] == row["row_b"]:
        found.append(declared.fault(at, "row_b", "another row than row_a", "the same", "name the rival"))
    if row["preferred_row"] in known and row["preferred_row"] not in (row["row_a"], row["row_b"]):
        got = shown_value(row["preferred_row"])
        found.append(declared.fault(at, "preferred_row", "row_a or row_b", got, "name the one to show"))
    return found


def _twice(declared: OpenedTable) -> list[Fault]:
    """Find pairs with two verdicts."""
    found, seen = [], {}
    rows = declared.rows[["table_name", "row_a", "row_b"]].fillna("").itertuples(index=False, name=None)
    for at, (name, one, other) in enumerate(rows):
        pair = (name, *sorted((one, other)))
        if pair in seen:
            got = f"{one!r} and {other!r} again, as in line {declared.raw.lines[seen[pair]]}"
            found.append(declared.fault(at, "row_b", "each pair of rows once", got, "delete one verdict"))
        seen.setdefault(pair, at)
    return found


def _undeclared(table: OpenedTable, value: str, by: list[str], about: pd.DataFrame) -> list[Fault]:
    key = table.schema.primary_key[0]
    rows = table.rows[table.rows[value].notna() & table.rows[key].notna()]
    found = []
    for group, rivals in rows.groupby(by, dropna=False, sort=False):
        if rivals[value].nunique() < 2:  # sources that agree need no verdict
            continue
        try:
            left = unbeaten(rivals, about, key, by)
        except ValueError:
            got = f"{', '.join(rivals[key])} preferred over each other in a circle"
            do = "correct preferred_row in conflicts.csv"
            found.append(table.fault(int(rivals.index[0]), key, "one preferred row", got, do))
            continue
        first, *others = zip(left.index, left[key], left[value], strict=True)
        for at, name, figure in others:
            if figure != first[2]:
                expected = f"one declared value for {' '.join(str(part) for part in group)}"
                do = "add the pair to conflicts.csv with its preferred_row"
                found.append(table.fault(int(at), key, expected, f"{name!r} beside {first[1]!r}", do))
    return found
