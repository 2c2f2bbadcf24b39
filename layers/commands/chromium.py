"""Chromium for the tests: found on this machine, or else installed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from layers.commands import apt
from layers.words import word

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
# macOS and Windows keep their browsers off the path
MACOS_PLACES = ("Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome",
                "Microsoft Edge.app/Contents/MacOS/Microsoft Edge")
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
WINDOWS_PLACES = ("Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe",
                  "Microsoft/Edge/Application/msedge.exe")
START_SECONDS = 60


class NoChromiumError(RuntimeError):
    """No Chromium was found and none could be installed; the message says what to do."""


def find(environ: Mapping[str, str] = os.environ) -> Path | None:
    """
    Return a Chromium that starts: the one `NEXO_BROWSER` names, else one of this machine, else None.

    Raises
    ------
    NoChromiumError
        If `NEXO_BROWSER` names a program that is missing or does not start.
    """
    named = environ.get("NEXO_BROWSER", "").strip()
    if named:
        found = shutil.which(named, path=environ.get("PATH"))
        if found is None or not starts(Path(found)):
            raise NoChromiumError(word("commands.chromium.named_is_missing", named=named))
        return Path(found)
    return next((path for path in candidates(environ, sys.platform) if starts(path)), None)


def obtain(environ: Mapping[str, str] = os.environ) -> Path:
    """
    Return a Chromium, installing one if there is none: Debian's where apt-get may, else Playwright's.

    Raises
    ------
    NoChromiumError
        If `NEXO_BROWSER` is wrong, or if nothing could be installed.
    """
    if found := find(environ) or playwrights_own():
        return found
    for install in (install_with_apt, install_with_playwright):
        install()
        if found := find(environ) or playwrights_own():
            return found
    raise NoChromiumError(word("commands.chromium.none", names=", ".join(NAMES)))


def candidates(environ: Mapping[str, str], platform: str) -> Iterator[Path]:
    """Name the programs that may be a Chromium, best first: those on the path, then the usual places."""
    for name in NAMES:
        if found := shutil.which(name, path=environ.get("PATH")):
            yield Path(found)
    places = []
    if platform == "darwin":
        places = [Path("/Applications", place) for place in MACOS_PLACES]
    elif platform == "win32":
        folders = [environ[name] for name in WINDOWS_FOLDERS if environ.get(name)]
        places = [Path(folder, place) for place in WINDOWS_PLACES for folder in folders]
    yield from (path for path in places if path.is_file())


def starts(path: Path) -> bool:
    """Tell whether a program answers `--version` (on Windows, where that opens a window: is a file)."""
    if sys.platform == "win32":
        return path.is_file()
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, timeout=START_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def install_with_apt() -> None:
    """Install Debian's chromium, where this user may."""
    print(word("commands.chromium.apt"), flush=True)
    apt.install("chromium")


def install_with_playwright() -> None:
    """Download Playwright's own Chromium into its cache folder."""
    print(word("commands.chromium.playwright"), flush=True)
    apt.succeeds([sys.executable, "-m", "playwright", "install", "chromium"])


def playwrights_own() -> Path | None:
    """Return the Chromium that Playwright has downloaded, if it is there and starts."""
    # part of the extra `test`: absent where the app only runs
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.is_file() and starts(path) else None
