"""A deck as PDF: its pages as pictures, in the family of the screen."""

from collections.abc import Callable, Sequence
from io import BytesIO

from matplotlib.figure import Figure

from layers.deck.build import checked, every_source
from layers.deck.page import Page
from layers.deck.text_pages import draw_opening, draw_sources, head_of, parted, source_titles
from layers.figure.compose import compose
from layers.figure.dress import PLAIN, Dress
from layers.figure.picture import FigureSheet, bound

SIZE = (1920, 1080)


def deck_pdf(
    pages: Sequence[Page],
    dress: Dress = PLAIN,
    progress: Callable[[int, int], None] = lambda done, of: None,
    lang: str = "en",
) -> bytes:
    """
    Make a deck as PDF; see `layers.deck.deck`. Pages with a chart or a table show their map alone.

    Returns
    -------
    file
        A PDF; the same arguments and data give the same bytes.

    Raises
    ------
    ValueError
        If anything asked for cannot be made; every fault is named, with the number of its page.
    TableError
        If a table or geometry file cannot be read.
    """
    abouts = checked(pages, dress)
    figures: list[Figure] = []
    for number, (page, about) in enumerate(zip(pages, abouts, strict=True), start=1):
        sheet = FigureSheet(SIZE)
        if page.layout == "sources":
            parts = parted(every_source(abouts), sheet.page.width, sheet.page.height - head_of(dress))
            for part, title in zip(parts, source_titles(page, parts, lang), strict=True):
                sheet = FigureSheet(SIZE)
                draw_sources(sheet, part, title, dress)
                figures.append(sheet.figure)
        else:
            if page.layout == "opening":
                draw_opening(sheet, page, about, dress, lang)
            else:
                compose(sheet, about)
            figures.append(sheet.figure)
        progress(number, len(pages))
    held = BytesIO()
    bound(held, figures)
    return held.getvalue()
