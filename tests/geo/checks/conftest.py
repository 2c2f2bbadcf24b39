"""Fixtures for tests of the checks: a small green package and what the checks say of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from geo.checks import CHECKS, cells, run
from geo.checks.opened import open_package
from geo.checks.report import Report
from tests.packages import COLUMNS, KINDS, SmallPackage, rows_of_a_green_package, schema_of_table

AddTable = Callable[..., None]
AddColumns = Callable[..., None]


@pytest.fixture
def small(tmp_path: Path) -> SmallPackage:
    """Make a small package; the checks read it by its folder, not by NEXO_DATA."""
    return SmallPackage(tmp_path / "data")


@pytest.fixture
def all_faults(small: SmallPackage) -> Callable[[], list[str]]:
    """Give a function that checks the package and returns its faults as they are printed."""
    return lambda: [str(fault) for fault in run(small.folder).faults]


@pytest.fixture
def faults(small: SmallPackage) -> Callable[[], list[str]]:
    """Do what `all_faults` does without the library that checks the cells: it takes most of the time."""

    def said() -> list[str]:
        package = open_package(small.folder)
        found = [fault for check in CHECKS if check is not cells for fault in check.faults(package)]
        return [str(fault) for fault in Report.of(small.folder, {}, [*package.faults, *found]).faults]

    return said


@pytest.fixture
def add_table(small: SmallPackage, monkeypatch: pytest.MonkeyPatch) -> AddTable:
    """Give a function that adds a table of these columns, some with a type, and its rows."""

    def add(name: str, columns: str, rows: list[dict[str, object]], **types: str) -> None:
        monkeypatch.setitem(COLUMNS, name, tuple(columns.split()))
        for column, kind in types.items():
            monkeypatch.setitem(KINDS, column, kind)
        small.write_yaml(f"tables/{name}.schema.yaml", schema_of_table(name))
        small.write_rows(name, rows)
        listed = f"- name: {name}\n  path: tables/{name}.csv\n  schema: tables/{name}.schema.yaml\n"
        with (small.folder / "datapackage.yaml").open("a", encoding="utf-8") as file:
            file.write(listed)

    return add


@pytest.fixture
def add_columns(small: SmallPackage, monkeypatch: pytest.MonkeyPatch) -> AddColumns:
    """Give a function that adds columns to a table of the package and fills them in its first row."""

    def add(name: str, cells: dict[str, object], **types: str) -> None:
        monkeypatch.setitem(COLUMNS, name, (*COLUMNS[name], *cells))
        for column, kind in types.items():
            monkeypatch.setitem(KINDS, column, kind)
        small.write_yaml(f"tables/{name}.schema.yaml", schema_of_table(name))
        first, *others = rows_of_a_green_package()[name]
        small.write_rows(name, [first | cells, *others])

    return add
