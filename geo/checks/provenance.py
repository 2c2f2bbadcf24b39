"""Provenance: no fact without source, locator, place seen, confidence and method."""

from geo.checks.opened import OpenedPackage, OpenedTable
from geo.faults import Fault, shown_value
from geo.schemas import PROVENANCE
from geo.timeline import CONFIDENCE

NEVER_EMPTY = PROVENANCE[:-1]  # only the note may be
HOW = {
    "source_key": "name the source",
    "locator": "say where in the source it stands",
    "seen_in": "give the address or file where it was seen",
    "confidence": "write A, B or C",
    "method": "write stated, computed, derived_sum, residual or estimate, and how",
}


def faults(package: OpenedPackage) -> list[Fault]:
    """List the empty cells of provenance and the unknown degrees of confidence."""
    return [fault for table in package.tables.values() for fault in _faults_of(table)]


def _faults_of(table: OpenedTable) -> list[Fault]:
    found = []
    for column in NEVER_EMPTY:
        if not table.has(column):
            continue
        field = table.schema.field(column)
        for at, cell in enumerate(table.raw.column(column)):
            # the schema already objects to an empty cell if it calls the column required, but not to blanks
            if not cell.strip() and (cell or not field.required):
                found.append(table.fault(at, column, "a value", shown_value(cell), HOW[column]))
            elif (
                column == "confidence"
                and cell.strip()
                and cell not in CONFIDENCE
                and "enum" not in field.constraints
            ):
                found.append(table.fault(at, column, "one of A, B, C", shown_value(cell), "correct the cell"))
    return found
