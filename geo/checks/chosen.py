"""Chosen rows: where several rows tell of one thing, one flag says which is shown, as conflicts.csv does."""

from dataclasses import dataclass

import pandas as pd

from geo.checks.opened import OpenedPackage, OpenedTable
from geo.faults import Fault
from geo.timeline import unbeaten


@dataclass(frozen=True)
class Choice:
    """
    The flag of a table that chooses among rows of one thing.

    Attributes
    ----------
    flag
        True in at most one row of each thing.
    by
        The columns that rows of one thing share; rows without one of them are no rivals.
    value
        The figure that the rows give; rows without it are no rivals. Empty: all are.
    single
        Whether a row without rivals must be flagged too.
    """

    flag: str
    by: tuple[str, ...]
    value: str = ""
    single: bool = False


CHOICES = {
    "events": Choice("preferred", ("event_group",), single=True),
    "mining_operation_figures": Choice("shown", ("operation_id", "metric"), "value_number", single=True),
    # a part of a year, or of the country, need not be drawn
    "eradication": Choice("shown", ("area_id", "year", "kind"), "eradicated_ha"),
    # a case need not count at all: conflicts.csv then says which of its weights is preferred
    "port_seizures": Choice("counts_in_total", ("case_id",), "seized_kg"),
}


def faults(package: OpenedPackage) -> list[Fault]:
    """List things shown twice or never, and flags that contradict conflicts.csv."""
    declared = package.tables.get("conflicts")
    if declared is None or not declared.has("table_name", "row_a", "row_b", "preferred_row"):
        return []  # said by the check of conflicts
    found = []
    for name, choice in CHOICES.items():
        table = package.tables.get(name)
        columns = [column for column in (choice.flag, *choice.by, choice.value) if column]
        if table is None or not table.has(table.schema.primary_key[0], *columns):
            continue
        if table.schema.field(choice.flag).type == "boolean":
            about = declared.rows[declared.rows["table_name"].eq(name)]
            rows = table.rows.dropna(subset=[table.schema.primary_key[0], *set(columns) - {choice.flag}])
            for _, rivals in rows.groupby(list(choice.by), sort=False):
                found += _of_thing(table, choice, rivals, about)
    return found


def _of_thing(table: OpenedTable, choice: Choice, rivals: pd.DataFrame, about: pd.DataFrame) -> list[Fault]:
    key, flag, by = table.schema.primary_key[0], choice.flag, list(choice.by)
    first, shown = rivals.iloc[0], rivals[rivals[flag].fillna(False).astype(bool)]
    expected = f"one shown row for {' '.join(str(first[column]) for column in by)}"
    if len(shown) > 1:
        got, do = f"{', '.join(shown[key])}", f"leave {flag} true in one of them"
        return [table.fault(int(shown.index[1]), flag, expected, got, do)]
    if len(rivals) == 1:
        left = rivals
    else:
        try:
            left = unbeaten(rivals, about, key, by)
        except ValueError:
            got = f"{', '.join(rivals[key])} preferred over each other in a circle"
            do = "correct preferred_row in conflicts.csv"
            return [table.fault(int(first.name), flag, expected, got, do)]
    if not shown.empty:
        if shown[key].isin(left[key]).any():
            return []
        got = f"{shown[key].iloc[0]!r}, which conflicts.csv sets behind {left[key].iloc[0]!r}"
        do = f"correct {flag} or preferred_row in conflicts.csv"
        return [table.fault(int(shown.index[0]), flag, expected, got, do)]
    if choice.single:
        return [table.fault(int(first.name), flag, expected, "none", f"make {flag} true in one row")]
    if left[choice.value].nunique() > 1:
        do = f"make {flag} true in one row, or declare the preferred one in conflicts.csv"
        return [table.fault(int(first.name), flag, expected, "none", do)]
    return []
