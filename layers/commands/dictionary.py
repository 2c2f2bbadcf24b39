"""`nexo dictionary`: what every table and column of a data package holds, made from its schemas."""

import argparse
import sys
from pathlib import Path

from geo.checks.opened import open_package
from geo.dictionary import LEFT_OUT, markdown
from geo.faults import TableError
from geo.tables import data_dir
from layers.words import word

PAGE = "README.md"
LEFT_OUT_TABLE = "left_out"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `nexo dictionary` takes."""
    help_of_directory = word("commands.dictionary.directory_help")
    parser.add_argument("directory", nargs="?", type=Path, metavar="DIR", help=help_of_directory)
    parser.add_argument("--write", action="store_true", help=word("commands.dictionary.write_help"))


def run(arguments: argparse.Namespace) -> int:
    """Print the dictionary, or write it beside datapackage.yaml; 0 if done, else 1."""
    try:
        directory = (arguments.directory or data_dir()).expanduser()
        text = dictionary(directory)
        if not arguments.write:
            print(text, end="")
            return 0
        page = directory / PAGE
        page.write_text(text, encoding="utf-8", newline="\n")
    except TableError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(word("commands.dictionary.unwritable", message=error), file=sys.stderr)
        return 1
    print(word("commands.dictionary.written", page=page))
    return 0


def dictionary(directory: Path) -> str:
    """
    Make the data dictionary of the package in a folder.

    Raises
    ------
    TableError
        With every fault of the reading: what cannot be read cannot be described.
    """
    package = open_package(directory)
    if package.faults:
        raise TableError(package.faults)
    left_out = package.tables.get(LEFT_OUT_TABLE)
    told = left_out is not None and left_out.has(*LEFT_OUT)
    return markdown(
        [table.schema for table in package.tables.values()],
        {name: len(table.raw.cells) for name, table in package.tables.items()},
        left_out.rows.fillna("").to_dict("records") if told else (),
    )
