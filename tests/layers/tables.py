"""Rows of the tables as plain text, past all project code: what a layer must show is worked out from them."""

import csv
from pathlib import Path

TABLES = Path(__file__).parents[2] / "data" / "tables"


def rows(name: str) -> list[dict[str, str]]:
    """Read one table; an empty cell is ''."""
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def covers(row: dict[str, str], year: int) -> bool:
    """Tell whether from_year to until_year covers a year; one blank end is open, two are no period."""
    if not row["from_year"] and not row["until_year"]:
        return False
    return int(row["from_year"] or 0) <= year <= int(row["until_year"] or 9999)
