"""Texts: statements short enough to be paraphrases, cells short enough to be facts."""

from geo.checks.opened import OpenedPackage, OpenedTable
from geo.faults import Fault
from geo.schemas import Field

MOST_WORDS = 25
MOST_CHARACTERS = 300
PARAPHRASE = "paraphrase"  # in the description of a column of statements
STATEMENTS = (
    "claim",
    "claimed_effect",
    "looks_right",
    "note",
    "reason",
    "role_in_trafficking",
    "role_note",
    "status_note",
    "what_differs",
    "why",
)


def faults(package: OpenedPackage) -> list[Fault]:
    """List statements of more than 25 words and cells of more than 300 characters."""
    found = []
    for table in package.tables.values():
        for field in table.schema.fields:
            if field.type == "string" and table.has(field.name):
                found += _long(table, field)
    return found


def _long(table: OpenedTable, field: Field) -> list[Fault]:
    is_statement = field.name in STATEMENTS or PARAPHRASE in field.description.lower()
    has_own_limit = "maxLength" in field.constraints  # checked with the other bounds of the schema
    found = []
    for at, cell in enumerate(table.raw.column(field.name)):
        words = len(cell.split()) if is_statement else 0
        if words > MOST_WORDS:
            do = "say it shorter, in our own words"
            found.append(table.fault(at, field.name, f"at most {MOST_WORDS} words", f"{words}", do))
        elif len(cell) > MOST_CHARACTERS and not has_own_limit:
            do = "shorten it, or make rows of it"
            expected = f"at most {MOST_CHARACTERS} characters"
            found.append(table.fault(at, field.name, expected, f"{len(cell)}", do))
    return found
