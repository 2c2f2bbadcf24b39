"""Which Chromium the tests drive, and how one is come by where there is none."""

import shutil
import sys
from pathlib import Path

import pytest

from layers.commands import apt, chromium
from layers.commands.chromium import NoChromiumError, candidates, find, obtain, starts


@pytest.fixture
def machine(monkeypatch):
    """Be a machine without a browser: tests put programs on its path, installing is only written down."""
    programs: dict[str, Path] = {}
    ran: list[list[str]] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name, path=None: programs.get(name))
    monkeypatch.setattr(chromium, "starts", lambda path: "broken" not in path.name)
    monkeypatch.setattr(chromium, "playwrights_own", lambda: programs.get("playwright's"))
    monkeypatch.setattr(apt, "install", lambda *packages: ran.append(["apt", *packages]))
    monkeypatch.setattr(apt, "succeeds", lambda command: ran.append(command))
    return programs, ran


def test_the_named_browser_comes_first(machine):
    programs, _ = machine
    programs |= {"chromium": Path("/usr/bin/chromium"), "/opt/mine": Path("/opt/mine")}
    assert find({"NEXO_BROWSER": "/opt/mine"}) == Path("/opt/mine")
    assert find({}) == Path("/usr/bin/chromium")


@pytest.mark.parametrize("held", [{}, {"mine": Path("/opt/broken")}], ids=["missing", "does not start"])
def test_a_wrong_name_is_an_error_even_where_another_browser_is_there(machine, held):
    machine[0].update(held, chromium=Path("/usr/bin/chromium"))
    with pytest.raises(NoChromiumError, match="NEXO_BROWSER names 'mine', which is not there or"):
        find({"NEXO_BROWSER": "mine"})


def test_a_program_that_does_not_start_is_passed_over(machine):
    machine[0].update({"chromium-browser": Path("/usr/bin/broken"), "msedge": Path("/usr/bin/msedge")})
    assert find({}) == Path("/usr/bin/msedge")
    assert machine[1] == []


@pytest.mark.parametrize(("platform", "folder", "place"), [
    ("darwin", "", chromium.MACOS_PLACES[1]),
    ("win32", "PROGRAMFILES", chromium.WINDOWS_PLACES[0]),
    ("win32", "LOCALAPPDATA", chromium.WINDOWS_PLACES[1]),
])
def test_the_usual_places_off_the_path_are_known(machine, monkeypatch, platform, folder, place):
    base = "/Applications" if platform == "darwin" else "/programs"
    monkeypatch.setattr(Path, "is_file", lambda path: path == Path(base, place))
    assert list(candidates({folder: base}, platform)) == [Path(base, place)]


def test_debians_is_installed_before_playwrights_is_downloaded(machine, monkeypatch):
    programs, ran = machine
    debians = {"chromium": Path("/usr/bin/chromium")}
    monkeypatch.setattr(apt, "install", lambda *packages: programs.update(debians))
    assert obtain({}) == debians["chromium"]
    assert ran == []


def test_where_apt_may_not_playwrights_is_downloaded(machine, monkeypatch):
    programs, ran = machine
    own = Path("/cache/ms-playwright/chrome")
    monkeypatch.setattr(apt, "succeeds", lambda command: programs.update({"playwright's": own}))
    assert obtain({}) == own
    assert ran == [["apt", "chromium"]]


def test_what_is_there_is_never_installed_again(machine):
    programs, ran = machine
    programs["playwright's"] = Path("/cache/ms-playwright/chrome")
    assert obtain({}) == Path("/cache/ms-playwright/chrome")
    assert ran == []


def test_when_nothing_helps_it_says_what_to_do(machine):
    with pytest.raises(NoChromiumError, match="Install Chromium or Chrome, or set NEXO_BROWSER to"):
        obtain({})
    assert machine[1] == [["apt", "chromium"], [sys.executable, "-m", "playwright", "install", "chromium"]]


def test_starting_is_told_by_the_answer_to_version(tmp_path):
    assert starts(Path(sys.executable))
    assert not starts(tmp_path / "missing")
