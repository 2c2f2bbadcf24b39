"""`nexo run`: start the app from its checkout."""

import argparse
import os
import runpy
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress

from geo.faults import TableError
from layers.commands import CHECKOUT
from layers.words import languages, word

LAST_PORT = 65_535
PATIENCE_S = 10.0  # for the first page, before more is prepared beside it
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `nexo run` takes."""
    parser.add_argument("--port", type=port, help=word("commands.run.port_help"))
    parser.add_argument("--no-browser", action="store_true", help=word("commands.run.no_browser_help"))


def port(text: str) -> int:
    """
    Read a port number.

    Raises
    ------
    argparse.ArgumentTypeError
        If the text is no whole number from 1 to 65535.
    """
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= LAST_PORT):
        raise argparse.ArgumentTypeError(word("commands.run.bad_port", got=text, last=LAST_PORT))
    return int(text)


def run(arguments: argparse.Namespace) -> int:
    """Serve the app until it is stopped, in this very process: Ctrl+C and signals reach it directly."""
    app = CHECKOUT / "app.py"
    if not app.is_file():
        print(word("commands.run.no_checkout", app=app), file=sys.stderr)
        return 1
    if named := os.environ.get("NEXO_DATA", "").strip():
        # Streamlit finds its configuration from the checkout, so a relative folder must be settled before
        os.environ["NEXO_DATA"] = os.path.abspath(os.path.expanduser(named))
    os.chdir(CHECKOUT)
    prepare()
    # a daemon: it keeps nobody from stopping the app
    threading.Thread(target=prepare_more, args=(PATIENCE_S,), daemon=True).start()
    show = not arguments.no_browser and has_screen(os.environ, sys.platform)
    sys.argv = ["streamlit", *streamlit_arguments(arguments.port, show)]
    runpy.run_module("pages.shared.serve", run_name="__main__", alter_sys=True)
    return 0


def prepare() -> None:
    """
    Write what the browser fetches before the first reader comes, who would look at an empty page meanwhile.

    Data that cannot be read keep nobody from the app: the page says what is wrong with them.
    """
    from layers.build import build_folder  # here, because it takes a second to import and only this command needs it

    print(word("commands.run.preparing"), flush=True)
    with suppress(TableError, OSError):
        build_folder()


def prepare_more(delay: float = 0.0) -> None:
    """
    Do what the first reader of the page on displacement, and of each other language, would wait for.

    Parameters
    ----------
    delay
        Seconds to wait before, so that the first page of all is not slowed.
    """
    from layers.build import build_folder
    from layers.made import made_files
    from layers.offers import OFFERS, bare_view

    time.sleep(delay)
    with suppress(TableError, OSError):
        for page in OFFERS:
            made_files(bare_view(page))
        for lang in languages():
            build_folder(lang)


def streamlit_arguments(port: int | None, show: bool) -> list[str]:
    """Give the arguments for Streamlit; without a port it takes 8501 or the next free one."""
    arguments = ["run", "app.py", f"--server.headless={str(not show).lower()}"]
    return arguments if port is None else [*arguments, f"--server.port={port}"]


def has_screen(environ: Mapping[str, str], platform: str) -> bool:
    """Tell whether a browser window can be opened: on Linux, whether a display is known."""
    return not platform.startswith("linux") or any(environ.get(name) for name in DISPLAYS)
