"""`nexo deck`: a deck from a text file, without a browser."""

import argparse
from pathlib import Path

from layers.commands.dressing import REFUSALS, add_dressing, dressing, put, refused
from layers.words import word

SAMPLE = "briefing"  # stands for the file that Nexo ships


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `nexo deck` takes."""
    parser.add_argument("spec", type=Path, metavar="SPEC", help=word("commands.deck.spec_help", sample=SAMPLE))
    parser.add_argument("--out", required=True, type=Path, metavar="FILE", help=word("commands.deck.out_help"))
    add_dressing(parser)


def run(arguments: argparse.Namespace) -> int:
    """Make the deck and write the file; 0 if done, else 2 with what is wrong."""
    # here, because matplotlib takes a second to import and other commands do without
    from layers.deck import deck, deck_pdf
    from layers.deck.spec import BRIEFING, read_spec

    try:
        kind = arguments.out.suffix.lower()
        if kind not in (".pptx", ".pdf"):
            raise ValueError(word("commands.slide.out_bad", got=arguments.out, kinds="pptx, pdf"))
        if arguments.template and kind != ".pptx":
            raise ValueError(word("commands.slide.template_unused", got=arguments.out))
        named = arguments.spec
        spec = read_spec(BRIEFING if str(named) == SAMPLE and not named.exists() else named)
        dress = dressing(arguments, spec.dress)
        if kind == ".pdf":
            data = deck_pdf(spec.pages, dress, _tell, spec.lang)
        else:
            data = deck(spec.pages, dress, arguments.template, _tell, spec.lang)
        return put(arguments.out, data)
    except REFUSALS as error:
        return refused(error, arguments.out)


def _tell(done: int, of: int) -> None:
    print(word("commands.deck.page", done=done, of=of), flush=True)
