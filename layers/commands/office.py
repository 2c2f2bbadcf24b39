"""LibreOffice for the tests, which open slides in it: found on this machine, or else installed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from layers.commands import apt
from layers.words import word

NAMES = ("soffice", "libreoffice")
PACKAGE = "libreoffice-impress"
MACOS_PLACE = "LibreOffice.app/Contents/MacOS/soffice"
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)")
WINDOWS_PLACE = "LibreOffice/program/soffice.com"
START_SECONDS = 120


class NoOfficeError(RuntimeError):
    """No LibreOffice was found and none could be installed; the message says what to do."""


def find_office(environ: Mapping[str, str] = os.environ) -> Path | None:
    """
    Return a LibreOffice that starts: the one `NEXO_OFFICE` names, else one of this machine, else None.

    Raises
    ------
    NoOfficeError
        If `NEXO_OFFICE` names a program that is missing or does not start.
    """
    named = environ.get("NEXO_OFFICE", "").strip()
    if named:
        found = shutil.which(named, path=environ.get("PATH"))
        if found is None or not starts(Path(found)):
            raise NoOfficeError(word("commands.office.named_is_missing", named=named))
        return Path(found)
    return next((path for path in candidates(environ, sys.platform) if starts(path)), None)


def obtain_office(environ: Mapping[str, str] = os.environ) -> Path:
    """
    Return a LibreOffice, installing Debian's if there is none and apt-get may.

    Raises
    ------
    NoOfficeError
        If `NEXO_OFFICE` is wrong, or if nothing could be installed.
    """
    if found := find_office(environ):
        return found
    print(word("commands.office.apt", package=PACKAGE), flush=True)
    apt.install(PACKAGE)
    if found := find_office(environ):
        return found
    raise NoOfficeError(word("commands.office.none", names=", ".join(NAMES), package=PACKAGE))


def candidates(environ: Mapping[str, str], platform: str) -> Iterator[Path]:
    """Name the programs that may be a LibreOffice, best first: those on the path, then the usual places."""
    for name in NAMES:
        if found := shutil.which(name, path=environ.get("PATH")):
            yield Path(found)
    places = []
    if platform == "darwin":
        places = [Path("/Applications", MACOS_PLACE)]
    elif platform == "win32":
        places = [Path(environ[name], WINDOWS_PLACE) for name in WINDOWS_FOLDERS if environ.get(name)]
    yield from (path for path in places if path.is_file())


def starts(path: Path) -> bool:
    """Tell whether a program answers `--version`."""
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, timeout=START_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0
