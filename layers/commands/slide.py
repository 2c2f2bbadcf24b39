"""`nexo slide`: one view as a picture or a slide, without a browser."""

import argparse
from dataclasses import replace
from pathlib import Path

from layers.commands.dressing import REFUSALS, add_dressing, dressing, put, refused, size
from layers.words import word

PICTURES = ("png", "svg", "pdf")
SLIDE = "pptx"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `nexo slide` takes."""
    parser.add_argument("--view", required=True, metavar="LINK", help=word("commands.slide.view_help"))
    parser.add_argument("--out", required=True, type=Path, metavar="FILE", help=word("commands.slide.out_help"))
    parser.add_argument("--title", metavar="TEXT", help=word("commands.slide.title_help"))
    parser.add_argument("--subtitle", metavar="TEXT", help=word("commands.slide.subtitle_help"))
    add_dressing(parser)
    parser.add_argument(
        "--size", type=size, default=(1920, 1080), metavar="WxH", help=word("commands.slide.size_help")
    )
    layout = parser.add_mutually_exclusive_group()
    layout.add_argument("--picture", action="store_true", help=word("commands.slide.picture_help"))
    layout.add_argument("--chart", action="store_true", help=word("commands.slide.chart_help"))
    layout.add_argument("--table", action="store_true", help=word("commands.slide.table_help"))


def run(arguments: argparse.Namespace) -> int:
    """Draw the view and write the file; 0 if done, else 2 with what is wrong."""
    # here, because matplotlib takes a second to import and other commands do without
    from layers.address import view_at
    from layers.deck import slide
    from layers.figure import render

    try:
        kind = arguments.out.suffix.removeprefix(".").lower()
        if kind not in (*PICTURES, SLIDE):
            raise ValueError(word("commands.slide.out_bad", got=arguments.out, kinds=", ".join((*PICTURES, SLIDE))))
        if arguments.template and kind != SLIDE:
            raise ValueError(word("commands.slide.template_unused", got=arguments.out))
        view = view_at(arguments.view)
        dress = replace(dressing(arguments), title=arguments.title, subtitle=arguments.subtitle)
        if kind == SLIDE:
            layouts = {"picture": arguments.picture, "chart": arguments.chart, "table": arguments.table}
            layout = next((name for name, chosen in layouts.items() if chosen), "map")
            data = slide(view, layout, dress, arguments.template)
        else:
            data = render(view, kind, arguments.size, dress)
        return put(arguments.out, data)
    except REFUSALS as error:
        return refused(error, arguments.out)
