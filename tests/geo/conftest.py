"""Fixtures for tests of geo: a small green package that the code under test reads."""

from pathlib import Path

import pytest

from tests.packages import SmallPackage


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallPackage:
    """Make a small package and point NEXO_DATA to it."""
    package = SmallPackage(tmp_path / "data")
    monkeypatch.setenv("NEXO_DATA", str(package.folder))
    return package
