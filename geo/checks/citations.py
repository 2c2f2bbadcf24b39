"""Citations: every source used, each with what a citation needs."""

from geo.checks.opened import OpenedPackage, OpenedTable
from geo.faults import Fault, shown_value
from geo.sources import keys_in

# columns that hold keys of sources beside source_key; several are parted by semicolons
LIST_COLUMNS = ("corroborating_sources", "also_seen_in", "source_a", "source_b", "published_source")
NEEDED = ("title", "publisher", "accessed", "kind")


def faults(package: OpenedPackage) -> list[Fault]:
    """List sources that no row uses, and those that cannot be cited."""
    registry = package.tables.get("sources")
    if registry is None or not registry.has("source_key"):
        return package.lacking("sources")
    used = set()
    for table in package.tables.values():
        if table.name != registry.name:
            for column in filter(table.has, ("source_key", *LIST_COLUMNS)):
                used |= {key for cell in table.raw.column(column) for key in keys_in(cell)}
    return _citable(registry) + _unused(registry, used)


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
