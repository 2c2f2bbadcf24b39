"""A basket's file: kept over time, changed by several windows at once, never half, never lost."""

import os
import subprocess
import sys
import threading
import time

import pytest

from layers import basket_file, build
from layers.basket import Basket, Entry
from layers.basket_file import BasketError, change_basket, is_token, new_token, read_basket, set_aside
from tests.app_server import ROOT


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Keep the baskets of a test in a folder of its own."""
    monkeypatch.setattr(basket_file, "cache_root", lambda: tmp_path)
    return tmp_path / "decks"


@pytest.fixture
def token():
    return new_token()


def add(token, title):
    return change_basket(token, lambda held: held.added(Entry("?year=2012", title=title)))


def titles(token):
    return [one.title for one in read_basket(token).entries]


def days_ago(path, days):
    then = time.time() - days * 86_400
    os.utime(path, (then, then))


def test_a_token_without_a_file_has_an_empty_basket_and_writes_none(token, folder):
    assert read_basket(token) == Basket()
    assert list(folder.iterdir()) == []


def test_what_was_put_aside_is_there_again(token):
    add(token, "one")
    assert add(token, "two").version == 2
    assert titles(token) == ["one", "two"]


def test_one_file_stands_for_a_basket_and_does_not_name_its_token(token, folder):
    for title in ("one", "two", "three"):
        add(token, title)
    (file,) = folder.glob("*.json")
    assert token not in file.name
    assert sorted(one.name for one in folder.iterdir()) == [".lock", file.name]


def test_two_tokens_have_two_baskets(token):
    add(token, "mine")
    other = new_token()
    assert other != token and titles(other) == []


@pytest.mark.parametrize("text", ["", "../../etc/passwd", "A" * 32, "0" * 31, None, 5])
def test_what_is_no_token_opens_no_file(text):
    assert not is_token(text)
    with pytest.raises(ValueError, match="expected 32 hexadecimal digits"):
        read_basket(text)


def test_a_change_that_changes_nothing_writes_nothing(token):
    add(token, "one")
    assert change_basket(token, lambda held: held.without("gone")).version == 1


def test_what_a_change_refuses_is_passed_on_and_nothing_is_written(token):
    add(token, "one")
    with pytest.raises(LookupError, match="no slide 'gone'"):
        change_basket(token, lambda held: held.moved("gone", 1))
    assert titles(token) == ["one"]


def test_many_writers_at_once_lose_nothing(token):
    faults = []

    def write(number):
        try:
            for step in range(5):
                add(token, f"{number}.{step}")
        except BasketError as fault:
            faults.append(fault)

    writers = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    assert faults == []
    assert sorted(titles(token)) == sorted(f"{number}.{step}" for number in range(6) for step in range(5))
    assert read_basket(token).version == 30


def test_another_program_loses_nothing_either(token, folder):
    program = (
        "import sys; from pathlib import Path; from layers import basket_file; from layers.basket import Entry\n"
        "basket_file.cache_root = lambda: Path(sys.argv[1])\n"
        "for step in range(8):\n"
        "    basket_file.change_basket(sys.argv[2], lambda held: held.added(Entry('?year=2012', title=sys.argv[3])))\n"
    )
    command = [sys.executable, "-c", program, str(folder.parent), token]
    programs = [subprocess.Popen([*command, name], cwd=ROOT) for name in ("one", "two")]
    assert [one.wait(120) for one in programs] == [0, 0]
    assert sorted(titles(token)) == ["one"] * 8 + ["two"] * 8


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (b'{"entries": [', "Expecting"),
        (b"\xff\xfe\x00", "codec can't decode"),
        (b'{"entries": "all", "version": 1}', "entries is str, expected a list"),
        (b'{"entries": [], "vision": 9}', "the deck holds 'vision'"),
        (b"[" * 5_000, "cannot be read"),
        (b" " * 1_000_001, "it has 1,000,001 bytes, expected at most 1,000,000"),
    ],
)
def test_a_damaged_file_is_named_and_kept(token, folder, damage, said):
    add(token, "one")
    (file,) = folder.glob("*.json")
    file.write_bytes(damage)
    with pytest.raises(BasketError, match=f"(?s){file.name}.*{said}.*The file is kept"):
        read_basket(token)
    with pytest.raises(BasketError, match="The file is kept"):
        add(token, "two")
    assert file.read_bytes() == damage
    kept = set_aside(token)
    assert kept.read_bytes() == damage
    assert titles(token) == []
    add(token, "new")
    assert titles(token) == ["new"] and kept.read_bytes() == damage


def test_nothing_is_set_aside_where_nothing_is(token):
    assert set_aside(token) is None


def test_a_folder_that_cannot_be_written_is_told(token, monkeypatch):
    add(token, "one")

    def full(*arguments, **named):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(basket_file, "write_whole", full)
    with pytest.raises(BasketError, match=r"was not saved in .*\(No space left on device\)"):
        add(token, "two")
    assert titles(token) == ["one"]


def test_baskets_that_nobody_looks_at_are_forgotten_and_others_stay(token, folder):
    old, read = new_token(), new_token()
    add(old, "old")
    add(read, "read")
    for path in folder.glob("*.json"):
        days_ago(path, build.KEPT_DAYS + 1)
    assert titles(read) == ["read"]  # looking at it makes it young
    add(token, "new")
    assert titles(old) == [] and titles(read) == ["read"] and titles(token) == ["new"]


def test_old_builds_are_forgotten_without_the_baskets_in_use(token, folder, tmp_path):
    add(token, "one")
    days_ago(folder, build.KEPT_DAYS + 1)
    assert titles(token) == ["one"]
    build._forget_old(tmp_path)
    assert titles(token) == ["one"]
