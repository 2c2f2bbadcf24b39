"""Declarations: what each schema must say, and which tables and columns a package must have."""

from geo.checks.opened import OpenedPackage, OpenedTable
from geo.faults import Fault
from geo.schemas import PROVENANCE

REGISTRY_OF_SOURCES = "sources"
REGISTRY_OF_PLACES = "places"
ADD = "add them at the end of the schema and of the file"


def faults(package: OpenedPackage) -> list[Fault]:
    """List what the schemas leave out, and the tables, columns and files that do not belong together."""
    found = [*_against_model(package), *_strays(package)]
    for table in package.tables.values():
        found += [*_provenance(package, table), *_places(package, table), *_references(package, table)]
    return found


def _provenance(package: OpenedPackage, table: OpenedTable) -> list[Fault]:
    if table.name == REGISTRY_OF_SOURCES or table.schema.group == "geometry":
        return []
    file, found = _schema_file(package, table.name), []
    lacking = [column for column in PROVENANCE if column not in table.schema.columns]
    if lacking:
        found.append(
            Fault(file, None, "fields", "the columns of provenance", f"no {', '.join(lacking)}", ADD)
        )
    links = {(link.columns, link.reference) for link in table.schema.foreign_keys}
    if "source_key" not in lacking and (("source_key",), REGISTRY_OF_SOURCES) not in links:
        found.append(_no_link(file, "source_key", REGISTRY_OF_SOURCES))
    return found


def _places(package: OpenedPackage, table: OpenedTable) -> list[Fault]:
    if table.name == REGISTRY_OF_PLACES:
        return []
    linked = {column for link in table.schema.foreign_keys for column in link.columns}
    file = _schema_file(package, table.name)
    return [
        _no_link(file, column, REGISTRY_OF_PLACES)
        for column in table.schema.columns
        if (column == "place_id" or column.endswith("_place_id")) and column not in linked
    ]


def _references(package: OpenedPackage, table: OpenedTable) -> list[Fault]:
    file, found = _schema_file(package, table.name), []
    for link in table.schema.foreign_keys:
        column = ", ".join(link.columns)
        if link.reference not in package.listed:
            got = f"the table {link.reference!r}, which datapackage.yaml lacks"
            found.append(
                Fault(file, None, column, "a foreign key to a listed table", got, "correct or list it")
            )
        elif link.reference in package.tables:
            there = package.tables[link.reference].schema.columns
            for name in link.reference_columns:
                if name not in there:
                    got = f"{name!r}, which it lacks"
                    found.append(
                        Fault(file, None, column, f"a column of {link.reference}", got, "correct the key")
                    )
    return found


def _against_model(package: OpenedPackage) -> list[Fault]:
    found = package.lacking(*package.model)
    for name, model in package.model.items():
        if name not in package.tables:
            continue
        own, file = package.tables[name].schema, _schema_file(package, name)
        for one in model.fields:
            if one.name not in own.columns:
                found.append(
                    Fault(file, None, one.name, "the column", "no such column", "declare it and fill it")
                )
            elif own.field(one.name).type != one.type:
                got = f"the type {own.field(one.name).type}"
                found.append(Fault(file, None, one.name, f"the type {one.type}", got, "restore the type"))
    return found


def _strays(package: OpenedPackage) -> list[Fault]:
    folder = package.root / "tables"
    if not folder.is_dir():
        return []
    known = {path.resolve() for entry in package.listed.values() for path in (entry.rows, entry.schema)}
    return [
        Fault(
            package.shown(f"tables/{path.name}"),
            None,
            "",
            "a file that datapackage.yaml lists",
            "one that it does not list",
            "list it or take it away",
        )
        for path in sorted(folder.iterdir())
        if path.suffix in (".csv", ".yaml") and path.resolve() not in known
    ]


def _no_link(file: str, column: str, registry: str) -> Fault:
    return Fault(file, None, column, f"a foreign key to {registry}", "none", "declare it under foreignKeys")


def _schema_file(package: OpenedPackage, name: str) -> str:
    return package.shown(package.listed[name].schema.relative_to(package.root).as_posix())
