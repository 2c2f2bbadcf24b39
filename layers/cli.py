"""The command line: `nexo COMMAND`, one module a command."""

import argparse
import io
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import NamedTuple

from layers.commands import basemap, check, deck, dictionary, displacement, run, slide, testing
from layers.words import word


class Command(NamedTuple):
    """One command: its name, the word that explains it, and the module that takes arguments and runs it."""

    name: str
    help: str
    module: ModuleType
    hands_on: bool = False  # whether all that follows belongs to another program, options too


COMMANDS = (
    Command("run", "commands.run.help", run),
    Command("slide", "commands.slide.help", slide),
    Command("deck", "commands.deck.help", deck),
    Command("check", "check.help", check),
    Command("dictionary", "commands.dictionary.help", dictionary),
    Command("displacement", "displacement.command.help", displacement),
    Command("basemap", "basemap.help", basemap),
    Command("test", "commands.test.help", testing, hands_on=True),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run one command and return its exit code.

    Parameters
    ----------
    arguments
        Words of the command line without the program's name; those of this process if left out.

    Raises
    ------
    SystemExit
        After help was asked for (0) or if the words make no command (2).
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        # a terminal without Spanish letters is no reason to stop
        sys.stdout.reconfigure(errors="backslashreplace")
    words = list(sys.argv[1:] if arguments is None else arguments)
    for command in COMMANDS:
        if command.hands_on and words[:1] == [command.name] and words[1:2] not in (["-h"], ["--help"]):
            words.insert(1, "--")
    chosen = parser().parse_args(words)
    return chosen.command.module.run(chosen)


def parser() -> argparse.ArgumentParser:
    """Build the parser of all commands."""
    whole = argparse.ArgumentParser("nexo", description=word("cli.description"))
    parts = whole.add_subparsers(metavar=word("cli.command"), required=True)
    for command in COMMANDS:
        part = parts.add_parser(command.name, help=word(command.help), description=word(command.help))
        command.module.add_arguments(part)
        part.set_defaults(command=command)
    return whole
