"""`nexo check`: every fault of a data package at once, or its rows per table."""

import argparse
import json
from pathlib import Path

from geo.checks import Report
from geo.checks import run as run_checks
from geo.tables import TableError, data_dir, own_data_dir
from layers.words import word

GAP = "  "


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `nexo check` takes."""
    parser.add_argument("directory", nargs="?", type=Path, metavar="DIR", help=word("check.directory_help"))
    parser.add_argument("--json", action="store_true", help=word("check.json_help"))


def run(arguments: argparse.Namespace) -> int:
    """Check the folder named, else the one the app reads; 0 if it is free of faults, else 1."""
    report = checked(arguments.directory)
    print(json.dumps(report.as_dict(), ensure_ascii=False, indent=2) if arguments.json else as_text(report))
    return 0 if report.ok else 1


def checked(directory: Path | None) -> Report:
    """Check a folder; without one, the folder of `NEXO_DATA` or of the checkout."""
    try:
        directory = directory or data_dir()
    except TableError as error:
        return Report.of(Path(error.problems[0].file), {}, error.problems)
    return run_checks(directory, model=own_data_dir())


def as_text(report: Report) -> str:
    """Write the faults one a line and their number; or the rows of each table."""
    if not report.ok:
        files = len({fault.file for fault in report.faults})
        summary = word("check.faults", faults=len(report.faults), files=files, directory=report.directory)
        return "\n".join([*(str(fault) for fault in report.faults), "", summary])
    wide = max(map(len, report.rows))
    digits = max(len(str(count)) for count in report.rows.values())
    lines = [f"{name:<{wide}}{GAP}{count:>{digits}}" for name, count in report.rows.items()]
    total = sum(report.rows.values())
    return "\n".join(
        [*lines, "", word("check.green", rows=total, tables=len(lines), directory=report.directory)]
    )
