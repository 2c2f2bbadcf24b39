"""`nexo COMMAND` runs one module a command and hands on what is not its own."""

import argparse
from types import SimpleNamespace

import pytest

from layers import cli
from layers.words import word


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> list[argparse.Namespace]:
    """Register one more command, `count`, and give the list of its calls."""
    calls: list[argparse.Namespace] = []

    def add_arguments(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("rest", nargs="*")
        parser.add_argument("--fast", action="store_true")

    def run(arguments: argparse.Namespace) -> int:
        calls.append(arguments)
        return 7

    module = SimpleNamespace(add_arguments=add_arguments, run=run)
    commands = (
        cli.Command("count", "check.help", module),
        cli.Command("pass", "check.help", module, hands_on=True),
    )
    monkeypatch.setattr(cli, "COMMANDS", commands)
    return calls


@pytest.mark.parametrize("one", cli.COMMANDS, ids=lambda one: one.name)
def test_each_command_explains_itself(one: cli.Command, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit, match="0"):
        cli.main([one.name, "--help"])
    assert word(one.help) in " ".join(capsys.readouterr().out.split())


def test_command_names_are_unique():
    assert len({one.name for one in cli.COMMANDS}) == len(cli.COMMANDS)


def test_the_exit_code_is_that_of_the_command(command: list[argparse.Namespace]):
    assert cli.main(["count", "--fast", "a"]) == 7
    assert (command[0].fast, command[0].rest) == (True, ["a"])


def test_a_command_may_hand_on_everything_after_its_name(command: list[argparse.Namespace]):
    cli.main(["pass", "--fast", "-k", "maps"])
    assert (command[0].fast, command[0].rest) == (False, ["--fast", "-k", "maps"])


def test_the_words_of_the_process_are_used_if_none_are_given(
    command: list[argparse.Namespace], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("sys.argv", ["nexo", "count", "a"])
    assert cli.main() == 7


@pytest.mark.parametrize("words", [[], ["fly"], ["count", "--slow"]])
def test_words_that_make_no_command_exit_with_2(
    command: list[argparse.Namespace], words: list[str], capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit, match="2"):
        cli.main(words)
    assert "usage: nexo" in capsys.readouterr().err
    assert command == []
