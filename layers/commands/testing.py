"""`nexo test`: see to a Chromium and a LibreOffice, then run the tests."""

import argparse
import importlib.util
import os
import subprocess
import sys

from layers.commands import CHECKOUT
from layers.commands.chromium import NoChromiumError, obtain
from layers.commands.driver import NoDriverError, see_to_driver
from layers.commands.office import NoOfficeError, obtain_office
from layers.words import word

NEEDED = ("pytest", "playwright", "xdist")
# Beyond these a worker more costs memory and gains little: a file's browser tests run one after the other.
WORKERS = (2, 6)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `nexo test` takes: everything after it goes to pytest as it stands."""
    parser.add_argument("pytest", nargs="*", metavar="ARGUMENT", help=word("commands.test.pytest_help"))


def run(arguments: argparse.Namespace) -> int:
    """Run pytest on the checkout with `NEXO_BROWSER` and `NEXO_OFFICE` set and return its exit code."""
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        print(word("commands.test.missing", missing=", ".join(missing)), file=sys.stderr)
        return 1
    try:
        see_to_driver()
        browser, office = obtain(), obtain_office()
    except (NoDriverError, NoChromiumError, NoOfficeError) as fault:
        print(fault, file=sys.stderr)
        return 1
    print(word("commands.test.browser", browser=browser), flush=True)
    command = [sys.executable, "-m", "pytest", *(arguments.pytest or side_by_side(os.cpu_count()))]
    surroundings = {**os.environ, "NEXO_BROWSER": str(browser), "NEXO_OFFICE": str(office)}
    return subprocess.run(command, cwd=CHECKOUT, env=surroundings, check=False).returncode


def side_by_side(cores: int | None) -> list[str]:
    """Give pytest's arguments for the whole suite: as many workers as cores, within bounds; groups stay together."""
    least, most = WORKERS
    return ["-n", str(min(max(cores or least, least), most)), "--dist", "loadgroup"]
