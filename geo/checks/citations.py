"""Citations: every source known and used, each with what a citation needs."""

from geo.checks.opened import OpenedPackage, OpenedTable
from geo.faults import Fault, shown_value
from geo.sources import keys_in

LIST_COLUMNS = ("corroborating_sources", "also_seen_in")
NEEDED = ("title", "publisher", "accessed", "kind")


def faults(package: OpenedPackage) -> list[Fault]:
    """List unknown keys in list columns, sources that no row uses, and sources that cannot be cited."""
    registry = package.tables.get("sources")
    if registry is None or not registry.has("source_key"):
        return package.lacking("sources")
    known = set(registry.raw.column("source_key"))
    found, used = [], set()
    for table in package.tables.values():
        if table.name == registry.name:
            continue
        if table.has("source_key"):
            used |= set(table.raw.column("source_key"))
        for column in filter(table.has, LIST_COLUMNS):
            for at, cell in enumerate(table.raw.column(column)):
                keys = keys_in(cell)
                used |= set(keys)
                for key in sorted(set(keys) - known):
                    do = "correct it or add its row to sources.csv"
                    found.append(table.fault(at, column, "known source_keys", shown_value(key), do))
    return found + _citable(registry) + _unused(registry, used)


def _unused(registry: OpenedTable, used: set[str]) -> list[Fault]:
    return [
        registry.fault(
            at,
            "source_key",
            "a source that some row cites",
            f"{key!r}, which none does",
            "delete the row or cite it",
        )
        for at, key in enumerate(registry.raw.column("source_key"))
        if key and key not in used
    ]


def _citable(registry: OpenedTable) -> list[Fault]:
    found = []
    for column in NEEDED:
        if registry.has(column) and not registry.schema.field(column).required:
            found += [
                registry.fault(at, column, "a value", shown_value(cell), "fill the cell: a citation needs it")
                for at, cell in enumerate(registry.raw.column(column))
                if not cell.strip()
            ]
    if registry.has("published", "published_note"):
        dates = zip(registry.raw.column("published"), registry.raw.column("published_note"), strict=True)
        found += [
            registry.fault(
                at, "published", "a date, or a published_note", "neither", "say when, or why that is unknown"
            )
            for at, (date, note) in enumerate(dates)
            if not date.strip() and not note.strip()
        ]
    return found
