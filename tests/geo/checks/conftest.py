"""Fixtures for tests of the checks: a small green package and what the checks say of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from geo.checks import CHECKS, cells, run
from geo.checks.opened import open_package
from geo.checks.report import Report
from tests.packages import SmallPackage


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
