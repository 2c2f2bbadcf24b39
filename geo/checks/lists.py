"""Lists: each key of a list cell stands in the table it points to, and stands there once."""

from geo.checks.citations import LIST_COLUMNS
from geo.checks.opened import OpenedPackage, OpenedTable
from geo.faults import Fault, shown_value
from geo.sources import SEPARATOR

# column of keys parted by semicolons: the table and the column they come from
POINTS_TO = {column: ("sources", "source_key") for column in LIST_COLUMNS} | {
    "waypoints": ("places", "place_id"),
    "event_groups": ("events", "event_group"),
    "uses_ports": ("ports", "port_id"),
    "uses_crossings": ("crossings", "crossing_id"),
    "named_in_routes": ("routes", "route_id"),
    "article_places": ("article_places", "place_ref"),
    "via_place_refs": ("article_places", "place_ref"),
    "article_claims": ("article_claims", "claim_id"),
    "claims": ("article_claims", "claim_id"),
    "claims_a": ("article_claims", "claim_id"),
    "claims_b": ("article_claims", "claim_id"),
    "repost_of": ("article_claims", "claim_id"),
    "article_conflicts": ("article_conflicts", "conflict_id"),
    "same_statement_as": ("displacement_claims", "claim_id"),
}
MAY_REPEAT = ("waypoints",)  # a way may come back


def faults(package: OpenedPackage) -> list[Fault]:
    """List keys that their table lacks, keys that stand twice in a cell, and empty parts."""
    found = []
    for table in package.tables.values():
        linked = {column for link in table.schema.foreign_keys for column in link.columns}
        for column, (name, key) in POINTS_TO.items():
            if not table.has(column) or column in linked:  # a foreign key is followed with the others
                continue
            there = package.tables.get(name)
            if there is None:
                found += package.lacking(name)
            elif there.has(key):
                found += _column(table, column, key, there)
    return found


def _column(table: OpenedTable, column: str, key: str, there: OpenedTable) -> list[Fault]:
    known, found = set(there.raw.column(key)), []
    for at, cell in enumerate(table.raw.column(column)):
        if not cell.strip():
            continue
        parts = [part.strip() for part in cell.split(SEPARATOR)]
        for part in sorted(set(parts) - known - {""}):
            do = f"correct it or add its row to {there.name}.csv"
            found.append(table.fault(at, column, f"known {key}s", shown_value(part), do))
        twice = sorted({part for part in parts if part and parts.count(part) > 1})
        if twice and column not in MAY_REPEAT:
            found.append(table.fault(at, column, "each key once", f"{twice[0]!r} twice", "delete one"))
        if "" in parts:
            got = f"an empty part in {shown_value(cell)}"
            found.append(table.fault(at, column, f"keys parted by {SEPARATOR!r}", got, "delete the separator"))
    return found
