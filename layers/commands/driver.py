"""Playwright's driver: the program that steers Chromium, which lacks a library on the barest systems."""

import subprocess
import sys

from layers.commands import apt
from layers.words import word

LIBRARY = "libatomic1"  # the driver's Node.js is linked with it; a bare Debian does not hold it
START_SECONDS = 60


class NoDriverError(RuntimeError):
    """The driver does not start; the message says why and what to do."""


def see_to_driver() -> None:
    """
    Make sure that the driver starts, installing the library it lacks where this user may.

    Raises
    ------
    NoDriverError
        If it still does not start.
    """
    if not complaint():
        return
    print(word("commands.driver.apt", library=LIBRARY), flush=True)
    apt.install(LIBRARY)
    if left := complaint():
        raise NoDriverError(word("commands.driver.does_not_start", complaint=left, library=LIBRARY))


def complaint() -> str:
    """Return what the driver says when it does not start, or nothing when it does."""
    command = [sys.executable, "-m", "playwright", "--version"]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=START_SECONDS, check=False)
    if answer.returncode == 0:
        return ""
    return answer.stderr.strip() or f"exit code {answer.returncode}"
