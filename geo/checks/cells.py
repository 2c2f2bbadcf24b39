"""Cells and keys: types, bounds, primary and foreign keys, as the frictionless library finds them."""

from collections.abc import Mapping
from typing import Any

import yaml
from frictionless import Package, Resource, Schema
from frictionless.errors import ConstraintError, ForeignKeyError, PrimaryKeyError
from frictionless.errors import TypeError as CellTypeError
from frictionless.exception import FrictionlessException

from geo.checks.opened import OpenedPackage, OpenedTable
from geo.faults import Fault, shown_value
from geo.rows import WANTED
from geo.schemas import LOADER

HEADER_ROWS = 1  # frictionless counts the header as row 1
NO_LIMIT = 10**9
BOUNDS = {
    "minimum": "at least {limit}",
    "maximum": "at most {limit}",
    "minLength": "at least {limit} characters",
    "maxLength": "at most {limit} characters",
    "pattern": "text of the form {limit}",
    "enum": "one of {limit}",
    "required": "a value",
    "unique": "a value that stands once",
}


def faults(package: OpenedPackage) -> list[Fault]:
    """List every cell that breaks its type or bounds and every row that breaks a key."""
    fit = {
        name: one for name, one in package.tables.items() if set(one.raw.header) == set(one.schema.columns)
    }
    resources, found = [], []
    for table in fit.values():
        try:
            resources.append(_resource(package, table, fit))
        except FrictionlessException as error:
            file = package.shown(f"tables/{table.name}.schema.yaml")
            found += [
                Fault(file, None, "", "a Frictionless Table Schema", reason.note, "correct the schema")
                for reason in (error.reasons or [error.error])
            ]
    if not resources:
        return found
    report = Package(resources=resources).validate(limit_errors=NO_LIMIT)
    for task in report.tasks:
        for error in task.errors:
            found += _faults_of(fit[task.name], error)
    found += [
        Fault(package.shown("datapackage.yaml"), None, "", "a valid data package", error.note, "correct it")
        for error in report.errors
    ]
    return found


def _resource(package: OpenedPackage, table: OpenedTable, fit: Mapping[str, OpenedTable]) -> Resource:
    held = yaml.load(package.listed[table.name].schema.read_text(encoding="utf-8-sig"), Loader=LOADER)
    order = {one["name"]: one for one in held["fields"]}
    # spreadsheets may move columns: their order carries no meaning here
    held["fields"] = [order[column] for column in table.raw.header]
    # a table that cannot be read has its own fault; without it the foreign keys to it cannot be followed
    kept = [
        link
        for link, read in zip(held.get("foreignKeys") or [], table.schema.foreign_keys, strict=True)
        if read.reference in fit and set(read.reference_columns) <= set(fit[read.reference].schema.columns)
    ]
    held = {key: value for key, value in held.items() if key != "foreignKeys"} | (
        {"foreignKeys": kept} if kept else {}
    )
    data = [list(table.raw.header), *(list(row) for row in table.raw.cells)]
    return Resource(name=table.name, data=data, schema=Schema.from_descriptor(held))


def _faults_of(table: OpenedTable, error: Any) -> list[Fault]:
    """Say an error of the library in our words; some concern several columns."""
    at = getattr(error, "row_number", None)
    if at is None or at <= HEADER_ROWS:
        return [Fault(table.raw.file, 1, "", "rows that keep the schema", error.note, "correct the file")]
    at -= HEADER_ROWS + 1
    if isinstance(error, CellTypeError):
        kind = table.schema.field(error.field_name).type
        expected, do = WANTED.get(kind, (f"a {kind}", "correct the cell"))
        return [table.fault(at, error.field_name, expected, shown_value(error.cell), do)]
    if isinstance(error, ConstraintError):
        return [_constraint(table, at, error)]
    if isinstance(error, PrimaryKeyError):
        return [_primary_key(table, at)]
    if isinstance(error, ForeignKeyError):
        keys = f"{', '.join(error.reference_field_names)} in {error.reference_name or table.name}"
        got = " and ".join(shown_value(cell) for cell in error.field_cells)
        do = f"correct it or add its row to {error.reference_name or table.name}.csv"
        return [table.fault(at, ", ".join(error.field_names), f"a known {keys}", got, do)]
    return [table.fault(at, "", "a row that keeps the schema", error.note, "correct the row")]


def _constraint(table: OpenedTable, at: int, error: ConstraintError) -> Fault:
    field = table.schema.field(error.field_name)
    broken = next((name for name in BOUNDS if f'constraint "{name}"' in error.note), "")
    limit = field.constraints.get(broken, "")
    limit = ", ".join(str(one) for one in limit) if isinstance(limit, (list, tuple)) else str(limit)
    expected = BOUNDS.get(broken, error.note).format(limit=limit)
    if broken in ("minimum", "maximum") and field.unit:
        expected = f"{expected} {field.unit}"
    do = "fill the cell" if broken == "required" else "correct the cell"
    return table.fault(at, error.field_name, expected, shown_value(error.cell), do)


def _primary_key(table: OpenedTable, at: int) -> Fault:
    columns = table.schema.primary_key
    keys = list(zip(*(table.raw.column(column) for column in columns), strict=True))
    name, value = ", ".join(columns), " and ".join(shown_value(part) for part in keys[at])
    if keys.index(keys[at]) == at:  # the library counts an empty key as a broken one
        return table.fault(at, name, "a key", value, "give the row its own key")
    first = table.raw.lines[keys.index(keys[at])]
    return table.fault(
        at, name, "a key that stands once", f"{value}, as in line {first}", "change one or delete it"
    )
