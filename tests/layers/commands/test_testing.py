"""`nexo test`: a Chromium first, then pytest with everything that follows."""

import argparse
import importlib.util
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from layers.commands import CHECKOUT, testing
from layers.commands.chromium import NoChromiumError
from layers.commands.driver import NoDriverError
from layers.commands.office import NoOfficeError


@pytest.fixture
def ran(monkeypatch):
    """Record pytest's start instead of starting it; it ends with exit code 5."""
    seen = []

    def record(command, cwd, env, check):
        seen.append((command, cwd, env["NEXO_BROWSER"], env["NEXO_OFFICE"]))
        return SimpleNamespace(returncode=5)

    monkeypatch.setattr(subprocess, "run", record)
    monkeypatch.setattr(testing, "obtain", lambda: Path("chromium"))
    monkeypatch.setattr(testing, "obtain_office", lambda: Path("soffice"))
    monkeypatch.setattr(testing, "see_to_driver", lambda: None)
    return seen


def test_pytest_runs_on_the_checkout_in_the_chromium_found(ran, capsys):
    assert testing.run(argparse.Namespace(pytest=["-k", "map"])) == 5
    assert ran == [([sys.executable, "-m", "pytest", "-k", "map"], CHECKOUT, "chromium", "soffice")]
    assert capsys.readouterr().out == "Testing in chromium\n"


@pytest.mark.parametrize(("cores", "workers"), [(None, "2"), (1, "2"), (2, "2"), (4, "4"), (64, "6")])
def test_the_whole_suite_runs_side_by_side_and_a_part_of_it_does_not(ran, monkeypatch, cores, workers):
    monkeypatch.setattr(testing.os, "cpu_count", lambda: cores)
    testing.run(argparse.Namespace(pytest=[]))
    testing.run(argparse.Namespace(pytest=["tests/geo"]))
    assert [command[3:] for command, *_ in ran] == [["-n", workers, "--dist", "loadgroup"], ["tests/geo"]]


@pytest.mark.parametrize(("step", "fault"), [("see_to_driver", NoDriverError), ("obtain", NoChromiumError),
                                              ("obtain_office", NoOfficeError)])
def test_without_a_driver_a_chromium_or_a_libreoffice_nothing_runs(ran, monkeypatch, capsys, step, fault):
    def lacking():
        raise fault("install one")
    monkeypatch.setattr(testing, step, lacking)
    assert testing.run(argparse.Namespace(pytest=[])) == 1
    assert ran == []
    assert capsys.readouterr().err == "install one\n"


def test_without_the_extra_it_names_what_is_missing_and_the_command(ran, monkeypatch, capsys):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert testing.run(argparse.Namespace(pytest=[])) == 1
    assert ran == []
    assert capsys.readouterr().err == (
        'Not installed: pytest, playwright, xdist. Install what the tests need with: '
        'pip install -c requirements.lock -e ".[test]"\n')
