"""Playwright's driver starts, or its library is installed, or it is said what to do."""

import subprocess

import pytest

from layers.commands import apt, driver
from layers.commands.driver import NoDriverError, see_to_driver

LACKING = "libatomic.so.1: cannot open shared object file"


@pytest.fixture
def machine(monkeypatch):
    """Be a machine whose driver lacks its library; what is installed is written down."""
    installed: list[str] = []
    monkeypatch.setattr(driver, "complaint", lambda: "" if installed else LACKING)
    monkeypatch.setattr(apt, "install", lambda *packages: installed.extend(packages))
    return installed


def test_the_library_is_installed_where_it_is_lacking(machine):
    see_to_driver()
    assert machine == ["libatomic1"]


def test_a_driver_that_starts_is_left_alone(machine, monkeypatch):
    monkeypatch.setattr(driver, "complaint", lambda: "")
    see_to_driver()
    assert machine == []


def test_when_it_cannot_be_installed_it_says_what_to_do(machine, monkeypatch):
    monkeypatch.setattr(apt, "install", lambda *packages: False)
    with pytest.raises(NoDriverError, match=rf"{LACKING}. On Debian or Ubuntu install libatomic1"):
        see_to_driver()


@pytest.mark.parametrize(("code", "said", "complaint"), [
    (0, "", ""),
    (127, f"node: {LACKING}\n", f"node: {LACKING}"),
    (1, "", "exit code 1"),
])
def test_the_driver_is_asked_for_its_version(monkeypatch, code, said, complaint):
    answer = subprocess.CompletedProcess([], code, stdout="", stderr=said)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: answer)
    assert driver.complaint() == complaint
