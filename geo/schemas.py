"""Schemas: what a table holds, read from the `*.schema.yaml` beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from geo.faults import Fault, TableError, shown_path, shown_value

TYPES = ("string", "integer", "number", "boolean", "year", "date")
GROUPS = ("registry", "fact", "geometry")
PROVENANCE = ("source_key", "locator", "seen_in", "confidence", "method", "note")
# the C loader reads the whole package about eight times faster; it is missing where libyaml is
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Field:
    """One column: its name, type, title, unit and constraints."""

    name: str
    type: str
    title: str
    unit: str = ""
    description: str = ""
    required: bool = False
    constraints: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class ForeignKey:
    """Columns whose values must stand in `reference_columns` of the table `reference`."""

    columns: tuple[str, ...]
    reference: str
    reference_columns: tuple[str, ...]


@dataclass(frozen=True)
class TableSchema:
    """One table: what a row is, its key, its columns and the tables it points to."""

    name: str
    title: str
    description: str
    group: str
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    fields: tuple[Field, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """Column names in the order of the schema."""
        return tuple(one.name for one in self.fields)

    def field(self, column: str) -> Field:
        """
        Return one column.

        Raises
        ------
        KeyError
            If the table has no such column.
        """
        for one in self.fields:
            if one.name == column:
                return one
        raise KeyError(
            f"table {self.name} has no column {column!r}; its columns are {', '.join(self.columns)}"
        )


def read_yaml(root: Path, path: Path) -> dict[str, Any]:
    """
    Read a YAML mapping of the package at `root`.

    Raises
    ------
    TableError
        If the file is missing, is not UTF-8 or YAML, or holds no mapping.
    """
    shown = shown_path(root, path)
    try:
        held = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=LOADER)
    except OSError as fault:
        reason = "no such file" if isinstance(fault, FileNotFoundError) else str(fault.strerror)
        raise TableError([Fault(shown, None, "", "a YAML file", reason, "restore it")]) from fault
    except UnicodeDecodeError as fault:
        line = path.read_bytes()[: fault.start].count(b"\n") + 1
        raise TableError(
            [Fault(shown, line, "", "UTF-8 text", "other bytes", "save the file as UTF-8")]
        ) from fault
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        problem = getattr(fault, "problem", None) or "unreadable text"
        line = None if mark is None else mark.line + 1
        raise TableError([Fault(shown, line, "", "valid YAML", problem, "mend the line")]) from fault
    if not isinstance(held, dict):
        raise TableError([Fault(shown, 1, "", "a mapping", shown_value(held), "restore the file")])
    return held


def read_schema(root: Path, path: Path, name: str) -> TableSchema:
    """
    Read the schema of table `name`.

    Raises
    ------
    TableError
        With every fault of the declaration: no fields, a field without name, title or known type, an unknown
        group, a key that names no column.
    """
    held = read_yaml(root, path)
    shown = shown_path(root, path)
    faults: list[Fault] = []
    fields = tuple(_fields(held.get("fields"), shown, faults))
    names = [one.name for one in fields]
    for twice in sorted({one for one in names if names.count(one) > 1}):
        faults.append(Fault(shown, None, twice, "each column once", "it twice", "delete one"))
    key = _names(held.get("primaryKey"))
    if not key:
        faults.append(
            Fault(shown, None, "primaryKey", "the column(s) of the key", "nothing", "add primaryKey")
        )
    foreign = tuple(_foreign_keys(held.get("foreignKeys") or [], name, shown, faults))
    for column in (*key, *(one for link in foreign for one in link.columns)):
        if column not in names:
            faults.append(
                Fault(
                    shown,
                    None,
                    column,
                    "a key made of declared columns",
                    "an undeclared one",
                    "declare it under fields or correct the key",
                )
            )
    group = str(held.get("group", ""))
    if group not in GROUPS:
        faults.append(
            Fault(shown, None, "group", f"one of {', '.join(GROUPS)}", shown_value(group), "add the group")
        )
    for text in ("title", "description"):
        if not str(held.get(text) or "").strip():
            faults.append(
                Fault(shown, None, text, f"a {text} of the table", "nothing", "say what one row is")
            )
    if faults:
        raise TableError(faults)
    return TableSchema(name, str(held["title"]), str(held["description"]), group, key, foreign, fields)


def _fields(listed: object, shown: str, faults: list[Fault]) -> list[Field]:
    if not isinstance(listed, list) or not listed:
        faults.append(
            Fault(shown, None, "fields", "a list of columns", shown_value(listed), "declare the columns")
        )
        return []
    fields = []
    for number, one in enumerate(listed, start=1):
        if not isinstance(one, dict) or not one.get("name"):
            faults.append(
                Fault(shown, None, f"field {number}", "a column with a name", shown_value(one), "name it")
            )
            continue
        name, kind = str(one["name"]), str(one.get("type", ""))
        limits = one.get("constraints") or {}
        if kind not in TYPES:
            faults.append(
                Fault(
                    shown,
                    None,
                    name,
                    f"a type among {', '.join(TYPES)}",
                    shown_value(kind),
                    "correct the type",
                )
            )
        if not str(one.get("title") or "").strip():
            faults.append(Fault(shown, None, name, "a title", "nothing", "add the title a reader sees"))
        if not isinstance(limits, dict):
            faults.append(
                Fault(shown, None, name, "constraints as a mapping", shown_value(limits), "mend them")
            )
            limits = {}
        fields.append(
            Field(
                name,
                kind,
                str(one.get("title") or ""),
                str(one.get("unit") or ""),
                str(one.get("description") or ""),
                bool(limits.get("required")),
                MappingProxyType(dict(limits)),
            )
        )
    return fields


def _foreign_keys(listed: object, name: str, shown: str, faults: list[Fault]) -> list[ForeignKey]:
    links = []
    for one in listed if isinstance(listed, list) else [listed]:
        reference = one.get("reference") if isinstance(one, dict) else None
        columns = _names(one.get("fields")) if isinstance(one, dict) else ()
        there = _names(reference.get("fields")) if isinstance(reference, dict) else ()
        if not columns or len(columns) != len(there):
            faults.append(
                Fault(
                    shown,
                    None,
                    "foreignKeys",
                    "fields, and as many fields in reference",
                    shown_value(one),
                    "complete the foreign key",
                )
            )
            continue
        # an empty resource name means the table itself (Frictionless)
        links.append(ForeignKey(columns, str(reference.get("resource") or name), there))
    return links


def _names(listed: object) -> tuple[str, ...]:
    if isinstance(listed, str):
        return (listed,)
    return tuple(str(one) for one in listed) if isinstance(listed, list) else ()
