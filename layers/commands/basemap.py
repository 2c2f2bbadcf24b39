"""`nexo basemap`: rebuild the drawn geometry from downloads and the tables."""

import argparse
import sys
from pathlib import Path

from geo.geometry import FOLDER
from geo.tables import data_dir
from layers.words import word


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `nexo basemap` takes."""
    parser.add_argument("--qgis", type=Path, metavar="X.deb", help=word("basemap.qgis_help"))
    parser.add_argument("--hires", type=Path, metavar="Y.whl", help=word("basemap.hires_help"))
    parser.add_argument("--relief", type=Path, metavar="Z.whl", help=word("basemap.relief_help"))
    parser.add_argument("--into", type=Path, metavar="DIR", help=word("basemap.into_help"))


def run(arguments: argparse.Namespace) -> int:
    """Rebuild all files with both downloads, zones and sea legs without; the relief with its own; 0 if done, else 1."""
    if bool(arguments.qgis) != bool(arguments.hires):
        print(word("basemap.both"), file=sys.stderr)
        return 1
    try:
        # only here: networkx, searoute and Pillow come with the extra `basemap`, which the app does without
        from geo.basemap import rebuild, rebuild_own

        folder = arguments.into or data_dir() / FOLDER
        if arguments.qgis:
            rebuild(arguments.qgis, arguments.hires, folder, _tell, arguments.relief)
        else:
            rebuild_own(folder, _tell, arguments.relief)
    except ImportError as error:
        print(word("basemap.extra", message=error), file=sys.stderr)
        return 1
    except (ValueError, KeyError, OSError) as error:
        # str() of a KeyError is its repr: the message is its argument
        message = error.args[0] if isinstance(error, KeyError) and error.args else error
        print(word("basemap.failed", message=message), file=sys.stderr)
        return 1
    print(word("basemap.done", folder=folder))
    return 0


def _tell(file: str, rows: int) -> None:
    print(word("basemap.drawn" if file.endswith(".png") else "basemap.written", file=file, rows=rows))
