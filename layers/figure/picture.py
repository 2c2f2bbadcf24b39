"""A view as a picture: laid out on a page, drawn, written as PNG, SVG or PDF."""

from collections.abc import Iterable
from io import BytesIO
from threading import Lock
from typing import IO

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf, PdfPages
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from layers import tokens
from layers.figure.canvas import Canvas, page_figure
from layers.figure.compose import compose
from layers.figure.dress import PLAIN, Banner, Dress
from layers.figure.page import write_banner
from layers.figure.subject import Subject, subject
from layers.figure.surface import Box
from layers.view import View

PNG_COMPRESSION = 4  # within a few per cent of the default's size, in half its time
FORMATS = ("png", "svg", "pdf")
# What matplotlib would write of the moment and of itself: the same view must give the same bytes.
NO_SVG_METADATA = {"Date": None, "Creator": None}
NO_PDF_METADATA = {"CreationDate": None, "ModDate": None, "Creator": None, "Producer": None}
_settings = Lock()  # matplotlib's settings are those of the whole process


class FigureSheet:
    """A page of matplotlib's."""

    title_apart = False

    def __init__(self, size: tuple[int, int]) -> None:
        self.figure, across, down = page_figure(size)
        self._page = (across, down)
        self.page = Canvas(self.figure, self._page, (0, 0, across, down), ground=tokens.PAPER)

    def pane(self, box: Box, ground: str) -> Canvas:
        """Open a rectangle of the page, with its own origin."""
        return Canvas(self.figure, self._page, box, ground=ground)

    def mark(self, banner: Banner) -> tuple[float, float]:
        """Print a marking above and below; gives the upper and lower edge of what is left of the page."""
        return write_banner(self.page, banner)

    def put_title(self, title: str) -> None:
        """Never called: the title of a picture stands on its page."""
        raise NotImplementedError(title)


def render(view: View, kind: str = "png", size: tuple[int, int] = (1920, 1080), dress: Dress = PLAIN) -> bytes:
    """
    Draw a view as a picture that explains itself: title, year, legend with counts, scale, sources.

    Parameters
    ----------
    view
        What is shown. Without a viewport Peru is shown whole; with one, at least what it shows. With a second
        year two maps stand side by side, the earlier year on the left, or one map shows the difference.
    kind
        One of `FORMATS`; type is drawn as outlines in SVG and PDF, so that they look the same everywhere.
    size
        Width and height in px, from 640 x 360 to 7680 x 4320; SVG and PDF keep their proportions.
    dress
        Title, marking and logo of the reader's own.

    Returns
    -------
    picture
        A file; the same arguments and data give the same bytes.

    Raises
    ------
    ValueError
        If anything asked for cannot be drawn; every fault is named.
    TableError
        If a table or geometry file cannot be read.
    """
    if kind not in FORMATS:
        raise ValueError(f"format is {kind!r}, expected one of {', '.join(FORMATS)}")
    return written(figure_of(subject(view, size, dress), size), kind)


def png(view: View, size: tuple[int, int] = (1920, 1080), banner: str = "") -> bytes:
    """Draw a view as a PNG file; see `render`."""
    return render(view, "png", size, Dress(banner=Banner(banner)))


def picture(view: View, size: tuple[int, int] = (1920, 1080), banner: str = "", dress: Dress = PLAIN) -> Figure:
    """Draw a view on a matplotlib figure; see `render`."""
    return figure_of(subject(view, size, Dress(banner=Banner(banner)) if banner else dress), size)


def figure_of(about: Subject, size: tuple[int, int]) -> Figure:
    """Draw what was gathered for a view on a matplotlib figure."""
    sheet = FigureSheet(size)
    compose(sheet, about)
    return sheet.figure


def written(figure: Figure, kind: str) -> bytes:
    """Write a figure as a file of one of `FORMATS`."""
    held = BytesIO()
    if kind == "png":
        canvas = FigureCanvasAgg(figure)
        canvas.print_png(held, metadata={"Software": None}, pil_kwargs={"compress_level": PNG_COMPRESSION})
        return held.getvalue()
    # the salt names clip paths by their content; without it they are random
    with _settings, rc_context({"svg.hashsalt": "nexo", "svg.fonttype": "path"}):
        if kind == "svg":
            FigureCanvasSVG(figure).print_svg(held, metadata=NO_SVG_METADATA)
        else:
            FigureCanvasPdf(figure).print_pdf(held, metadata=NO_PDF_METADATA)
    return held.getvalue()


def bound(file: IO[bytes], figures: Iterable[Figure]) -> None:
    """Write figures as the pages of one PDF file."""
    with _settings, PdfPages(file, metadata=NO_PDF_METADATA) as pages:
        for figure in figures:
            FigureCanvasPdf(figure)
            pages.savefig(figure)
