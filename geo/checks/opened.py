"""A package opened for checking: what of it can be read, and what cannot."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from geo.faults import Fault, TableError
from geo.rows import RawRows, column_faults, read_rows, readable
from geo.schemas import TableSchema, read_schema
from geo.tables import PACKAGE, Entry, entries


@dataclass(frozen=True)
class OpenedTable:
    """One table: its schema, its cells as text, and its rows typed (unreadable cells are missing)."""

    name: str
    schema: TableSchema
    raw: RawRows
    rows: pd.DataFrame

    def has(self, *columns: str) -> bool:
        """Tell whether the file has these columns; a missing one has its own fault already."""
        return all(column in self.rows.columns for column in columns)

    def fault(self, at: int, column: str, expected: str, got: str, do: str) -> Fault:
        """Make a fault of the row at position `at`."""
        return Fault(self.raw.file, self.raw.lines[at], column, expected, got, do)


@dataclass(frozen=True)
class OpenedPackage:
    """The tables that could be read, what else is listed, and the faults met on the way."""

    root: Path
    tables: Mapping[str, OpenedTable] = field(default_factory=dict)
    listed: Mapping[str, Entry] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    model: Mapping[str, TableSchema] = field(default_factory=dict)

    def shown(self, inside: str) -> str:
        """Name a file of the package as the faults do."""
        return f"{self.root.resolve().name}/{inside}"

    def lacking(self, *names: str) -> list[Fault]:
        """Make a fault of each table that the package does not even list."""
        return [absent_table(self.root, name) for name in names if name not in self.listed]


def open_package(root: Path, model: Path | None = None) -> OpenedPackage:
    """Read everything that can be read; faults are collected, never raised."""
    if not (root / PACKAGE).is_file():
        got = "a folder without it" if root.is_dir() else "no such folder"
        do = "give the folder that holds the package"
        return OpenedPackage(root, faults=(Fault(str(root), None, "", f"a folder with {PACKAGE}", got, do),))
    try:
        listed = entries(root)
    except TableError as error:
        return OpenedPackage(root, faults=error.problems)
    tables: dict[str, OpenedTable] = {}
    faults: list[Fault] = []
    for name, entry in listed.items():
        schema = raw = None
        try:
            schema = read_schema(root, entry.schema, name)
        except TableError as error:
            faults += error.problems
        try:
            raw = read_rows(root, entry.rows)
        except TableError as error:
            faults += error.problems
        if schema is not None and raw is not None:
            faults += column_faults(raw, schema)
            tables[name] = OpenedTable(name, schema, raw, readable(raw, schema)[0])
    schemas = {} if model is None or model.resolve() == root.resolve() else _schemas_of(model)
    return OpenedPackage(root, tables, listed, tuple(faults), schemas)


def absent_table(root: Path, name: str) -> Fault:
    """Say that a package does not list a table that is needed."""
    file = f"{root.resolve().name}/{PACKAGE}"
    return Fault(
        file, None, name, "an entry for this table", "none", "restore the entry, its rows and its schema"
    )


def _schemas_of(root: Path) -> dict[str, TableSchema]:
    try:
        return {name: read_schema(root, entry.schema, name) for name, entry in entries(root).items()}
    except TableError:  # the model's own faults are found when it is checked itself
        return {}
