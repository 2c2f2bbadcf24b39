"""Checks of a data package: what `nexo check` asks of the tables and the geometry."""

from pathlib import Path

from geo.checks import (
    cells,
    characters,
    chosen,
    citations,
    conflicts,
    corrections,
    dates,
    declarations,
    departments,
    duplicates,
    geometry,
    lists,
    placement,
    provenance,
    sums,
    texts,
    windows,
    years,
)
from geo.checks.opened import open_package
from geo.checks.report import Report

CHECKS = (
    declarations,
    cells,
    characters,
    texts,
    provenance,
    citations,
    lists,
    placement,
    departments,
    duplicates,
    sums,
    conflicts,
    chosen,
    corrections,
    dates,
    years,
    windows,
    geometry,
)


def run(directory: Path, model: Path | None = None) -> Report:
    """
    Check a data package; nothing is raised, every fault is in the report.

    Parameters
    ----------
    directory
        The folder that holds datapackage.yaml.
    model
        A package whose tables and columns this one must have too; none is asked for if left out.

    Returns
    -------
    report
        Rows of each table that could be read, and the faults in the order of files and lines.
    """
    package = open_package(Path(directory).expanduser(), model)
    found = list(package.faults)
    if package.listed:  # without a list of tables nothing more can be said
        found += [fault for check in CHECKS for fault in check.faults(package)]
    return Report.of(directory, {name: len(table.raw.cells) for name, table in package.tables.items()}, found)
