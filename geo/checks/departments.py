"""Departments: only the known names, and the one that the code of the district or province belongs to."""

from difflib import get_close_matches

from geo.checks.opened import OpenedPackage, OpenedTable
from geo.faults import Fault, shown_value
from geo.places import slug
from geo.sources import keys_in

# INEI's code of each department (Callao is a constitutional province): a ubigeo begins with it
DEPARTMENTS = {
    "01": "Amazonas",
    "02": "Áncash",
    "03": "Apurímac",
    "04": "Arequipa",
    "05": "Ayacucho",
    "06": "Cajamarca",
    "07": "Callao",
    "08": "Cusco",
    "09": "Huancavelica",
    "10": "Huánuco",
    "11": "Ica",
    "12": "Junín",
    "13": "La Libertad",
    "14": "Lambayeque",
    "15": "Lima",
    "16": "Loreto",
    "17": "Madre de Dios",
    "18": "Moquegua",
    "19": "Pasco",
    "20": "Piura",
    "21": "Puno",
    "22": "San Martín",
    "23": "Tacna",
    "24": "Tumbes",
    "25": "Ucayali",
}
COLUMNS = ("department", "departments")
CODE, CODE_LENGTH = "ubigeo", 2
NAMES = {slug(name): name for name in DEPARTMENTS.values()}


def faults(package: OpenedPackage) -> list[Fault]:
    """List names that are no department as it is written here, and codes of another department."""
    found = []
    for table in package.tables.values():
        for column in filter(table.has, COLUMNS):
            found += _unknown(table, column)
        if table.has(CODE):
            found += _codes(table)
    return found


def _unknown(table: OpenedTable, column: str) -> list[Fault]:
    found = []
    for at, cell in enumerate(table.raw.column(column)):
        for name in keys_in(cell):
            if name not in DEPARTMENTS.values():
                near = get_close_matches(slug(name), NAMES, n=1)
                do = f"write {NAMES[near[0]]!r}" if near else "correct it, or leave it empty abroad"
                expected = f"one of the {len(DEPARTMENTS)} departments"
                found.append(table.fault(at, column, expected, shown_value(name), do))
    return found


def _codes(table: OpenedTable) -> list[Fault]:
    found = []
    names = table.raw.column("department") if table.has("department") else [""] * len(table.raw.cells)
    for at, (code, name) in enumerate(zip(table.raw.column(CODE), names, strict=True)):
        own = DEPARTMENTS.get(code[:CODE_LENGTH])
        if code and own is None:
            expected = f"a code that begins with a department's, 01 to {len(DEPARTMENTS)}"
            found.append(table.fault(at, CODE, expected, shown_value(code), "correct the code"))
        elif code and name in DEPARTMENTS.values() and name != own:
            got = f"{code!r}, which is {own}"
            found.append(table.fault(at, CODE, f"a code of {name}", got, "correct it or the department"))
    return found
