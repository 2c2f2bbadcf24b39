"""`nexo run`: what it accepts, and what it hands to Streamlit."""

import argparse
import os
import runpy
import sys
import threading
from pathlib import Path

import pytest

from geo.faults import TableError
from layers import build, pair
from layers.commands import CHECKOUT, run
from layers.made import made_files
from layers.offers import bare_view


@pytest.fixture
def started(monkeypatch):
    """Record what would be started, and where, instead of starting it."""
    seen = []
    monkeypatch.setattr(runpy, "run_module", lambda name, **_: seen.append((name, sys.argv[1:], Path.cwd())))
    monkeypatch.setattr(sys, "argv", ["nexo"])
    monkeypatch.setattr(run, "has_screen", lambda *_: True)
    monkeypatch.setattr(build, "build_folder", lambda: None)
    monkeypatch.setattr(run, "prepare_more", lambda delay: None)
    monkeypatch.chdir(CHECKOUT)
    return seen


def arguments(*given: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser(exit_on_error=False)
    run.add_arguments(parser)
    return parser.parse_args(given)


def test_opens_a_browser_and_leaves_the_port_to_streamlit(started):
    assert run.run(arguments()) == 0
    assert started == [("pages.shared.serve", ["run", "app.py", "--server.headless=false"], CHECKOUT)]


def test_port_and_no_browser_are_handed_on(started):
    assert run.run(arguments("--port", "9000", "--no-browser")) == 0
    assert started[0][1] == ["run", "app.py", "--server.headless=true", "--server.port=9000"]


def test_starts_in_the_checkout_and_keeps_a_relative_data_folder(started, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEXO_DATA", "mine")
    run.run(arguments())
    assert started[0][2] == CHECKOUT
    assert Path(os.environ["NEXO_DATA"]) == tmp_path / "mine"


def test_the_map_is_ready_before_the_first_reader_comes(started, monkeypatch, capsys):
    monkeypatch.setattr(build, "build_folder", lambda: started.append("map"))
    run.run(arguments())
    assert [started[0], started[1][0]] == ["map", "pages.shared.serve"]
    assert "Preparing the map" in capsys.readouterr().out


@pytest.mark.parametrize("fault", [TableError([]), OSError("no space left")])
def test_unreadable_data_keep_nobody_from_the_app(started, fault, monkeypatch):
    def fail():
        raise fault

    monkeypatch.setattr(build, "build_folder", fail)
    assert run.run(arguments()) == 0
    assert len(started) == 1


def test_what_the_next_pages_and_languages_need_is_prepared_beside_the_first(monkeypatch):
    asked = []
    monkeypatch.setattr(build, "build_folder", lambda lang="en": asked.append(lang))
    run.prepare_more()
    assert asked == ["en", "es"]
    before = pair._made.cache_info()
    made_files(bare_view("displacement"))
    after = pair._made.cache_info()
    assert (after.hits, after.misses) == (before.hits + 1, before.misses)


def test_it_is_begun_without_waiting_for_it(started, monkeypatch):
    begun, ended = threading.Event(), threading.Event()

    def slow(delay):
        begun.set()
        ended.wait(20)

    monkeypatch.setattr(run, "prepare_more", slow)
    run.run(arguments())
    assert started and begun.wait(20) and not ended.is_set()
    ended.set()


@pytest.mark.parametrize("fault", [TableError([]), OSError("no space left")])
def test_what_cannot_be_prepared_is_left_to_the_page(fault, monkeypatch):
    def fail(lang="en"):
        raise fault

    monkeypatch.setattr(build, "build_folder", fail)
    assert run.prepare_more() is None


def test_outside_a_checkout_it_says_what_to_do(started, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(run, "CHECKOUT", tmp_path)
    assert run.run(arguments()) == 1
    assert started == []
    said = capsys.readouterr().err
    assert said.startswith(f"{tmp_path / 'app.py'} is missing: nexo runs from its checkout. Clone")


@pytest.mark.parametrize("text", ["0", "65536", "-1", "http", "", "8.5", "٣"])
def test_a_port_is_a_whole_number_in_range(text):
    with pytest.raises(argparse.ArgumentTypeError, match="expected a whole number from 1 to 65535, got"):
        run.port(text)


@pytest.mark.parametrize(("environ", "platform", "screen"), [
    ({}, "linux", False),
    ({"DISPLAY": ":0"}, "linux", True),
    ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
    ({}, "darwin", True),
    ({}, "win32", True),
])
def test_a_browser_is_opened_only_where_there_is_a_screen(environ, platform, screen):
    assert run.has_screen(environ, platform) is screen
