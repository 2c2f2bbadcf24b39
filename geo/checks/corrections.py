"""Corrections: known misprints; the table keeps what is printed, the correction says what is meant."""

import pandas as pd

from geo.checks.opened import OpenedPackage, OpenedTable
from geo.faults import Fault, shown_value

COLUMNS = ("table_name", "row_id", "column_name", "printed", "corrected")


def faults(package: OpenedPackage) -> list[Fault]:
    """List corrections that name nothing, change nothing or no longer match what the table keeps."""
    declared = package.tables.get("corrections")
    if declared is None or not declared.has(*COLUMNS):
        return package.lacking("corrections")
    found = []
    for at, row in enumerate(declared.rows.to_dict("records")):
        found += _row_faults(package, declared, at, row)
    return found


def _row_faults(
    package: OpenedPackage, declared: OpenedTable, at: int, row: dict[str, object]
) -> list[Fault]:
    name, column = row["table_name"], row["column_name"]
    if name not in package.listed:
        return [declared.fault(at, "table_name", "a table of the package", _shown(name), "correct the name")]
    if name not in package.tables:  # listed but unreadable: it has its own fault
        return []
    table = package.tables[name]
    if column not in table.schema.columns:
        return [declared.fault(at, "column_name", f"a column of {name}", _shown(column), "correct the name")]
    key = table.schema.primary_key[0]
    if not table.has(column, key):
        return []
    keys = table.raw.column(key)
    if row["row_id"] not in keys:
        return [declared.fault(at, "row_id", f"a {key} of {name}", _shown(row["row_id"]), "correct the key")]
    kept = table.raw.column(column)[keys.index(row["row_id"])]
    if _same(row["printed"], row["corrected"]):
        got = f"{_shown(row['corrected'])} in both"
        return [declared.fault(at, "corrected", "another value than printed", got, "delete the row")]
    if not _same(kept, row["printed"]):
        expected = f"what {name} keeps in {column}: {shown_value(kept)}"
        do = "correct it, or delete the row if the source was mended"
        return [declared.fault(at, "printed", expected, _shown(row["printed"]), do)]
    return []


def _same(one: object, other: object) -> bool:
    """Compare as numbers where both are, else as text; a missing value is empty text."""
    texts = ["" if pd.isna(value) else str(value).strip() for value in (one, other)]
    try:
        return float(texts[0]) == float(texts[1])
    except ValueError:
        return texts[0] == texts[1]


def _shown(value: object) -> str:
    return shown_value("" if pd.isna(value) else value)
