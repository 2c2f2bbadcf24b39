"""What `nexo slide` and `nexo deck` have in common: marking, logo, template, a file written whole or not at all."""

import argparse
import re
import sys
from pathlib import Path

from geo.faults import TableError
from layers.figure.dress import Banner, Dress
from layers.words import word
from layers.written import write_whole

FAILED = 2
SIZE = re.compile(r"([0-9]{1,5})x([0-9]{1,5})", re.ASCII)
LARGEST_LOGO = 10_000_000


def add_dressing(parser: argparse.ArgumentParser) -> None:
    """Declare marking, logo and template."""
    parser.add_argument("--banner", metavar="TEXT", help=word("commands.slide.banner_help"))
    parser.add_argument("--banner-colour", metavar="#RRGGBB", help=word("commands.slide.banner_colour_help"))
    parser.add_argument("--logo", type=Path, metavar="F.png", help=word("commands.slide.logo_help"))
    parser.add_argument("--template", type=Path, metavar="F.pptx", help=word("commands.slide.template_help"))


def dressing(arguments: argparse.Namespace, own: Dress | None = None) -> Dress:
    """
    Give the marking and logo asked for, over those of a file.

    Raises
    ------
    ValueError
        If the logo cannot be read.
    """
    own = own or Dress()
    banner = Banner(
        own.banner.text if arguments.banner is None else arguments.banner,
        arguments.banner_colour or own.banner.colour,
    )
    logo = own.logo
    if arguments.logo is not None:
        try:
            if arguments.logo.expanduser().stat().st_size > LARGEST_LOGO:
                raise ValueError(word("commands.slide.logo_large", path=arguments.logo, most=f"{LARGEST_LOGO:,}"))
            logo = arguments.logo.expanduser().read_bytes()
        except OSError as error:
            raise ValueError(word("commands.slide.logo_bad", path=arguments.logo, why=error.strerror)) from error
    return Dress(own.title, own.subtitle, banner, logo)


def size(text: str) -> tuple[int, int]:
    """
    Read a size such as `1920x1080`.

    Raises
    ------
    argparse.ArgumentTypeError
        If the text is no such size.
    """
    found = SIZE.fullmatch(text)
    if not found:
        raise argparse.ArgumentTypeError(word("commands.slide.size_bad", got=text[:40]))
    return int(found[1]), int(found[2])


def put(path: Path, data: bytes) -> int:
    """Write a file and say so; 0 if done."""
    write_whole(path, data)
    print(word("commands.slide.written", path=path, bytes=f"{len(data):,}"))
    return 0


def refused(error: Exception, path: Path) -> int:
    """Say what went wrong; gives the exit code."""
    said = word("commands.slide.unwritable", path=path, why=error.strerror) if isinstance(error, OSError) else error
    print(said, file=sys.stderr)
    return FAILED


# What a view, a file or the data may be refused for.
REFUSALS = (ValueError, TableError, OSError)
