"""A view as a picture: laid out on a page, drawn, written as PNG."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from layers import tokens
from layers.compare import DIFFERENCE, ONE, captions, mode, pane_years, without_made
from layers.figure.canvas import Box, Canvas, page_figure
from layers.figure.framing import stepped_back
from layers.figure.furniture import (
    INSET_HEIGHT,
    INSET_WIDTH,
    draw_inset,
    draw_scale,
    inset_spot,
    is_theatre,
    write_year,
)
from layers.figure.ground import draw_ground
from layers.figure.labels import occupy, place_labels
from layers.figure.legend import Shapes, legend_blocks
from layers.figure.legend_layout import Layout, laid_out
from layers.figure.marks import draw_layer
from layers.figure.mercator import Frame
from layers.figure.names import write_names
from layers.figure.page import GRID, MARGIN, on_grid, side_by_side, write_banner, write_foot, write_head
from layers.figure.request import checked_files, frame_of
from layers.figure.room import Room
from layers.figure.story import heading, notes, sources
from layers.view import Drawn, LayerFile, View, drawn_view

PNG_COMPRESSION = 4  # within a few per cent of the default's size, in half its time


def png(view: View, size: tuple[int, int] = (1920, 1080), banner: str = "") -> bytes:
    """
    Draw a view as a picture that explains itself: title, year, legend with counts, scale, sources.

    Parameters
    ----------
    view
        What is shown. Without a viewport Peru is shown whole; with one, at least what it shows. With a
        second year two maps stand side by side, the earlier year on the left, or one map shows the difference.
    size
        Width and height in px, from 640 x 360 to 7680 x 4320.
    banner
        Classification or other marking, printed above and below the page.

    Returns
    -------
    picture
        A PNG file; the same view, data and size give the same bytes.

    Raises
    ------
    ValueError
        If the view or the size cannot be drawn; every fault is named.
    TableError
        If a table or geometry file cannot be read.
    """
    held = BytesIO()
    canvas = FigureCanvasAgg(picture(view, size, banner))
    canvas.print_png(held, metadata={"Software": None}, pil_kwargs={"compress_level": PNG_COMPRESSION})
    return held.getvalue()


def picture(view: View, size: tuple[int, int] = (1920, 1080), banner: str = "") -> Figure:
    """
    Draw a view on a matplotlib figure; parameters as for `png`.

    Raises
    ------
    ValueError
        If the view or the size cannot be drawn; every fault is named.
    TableError
        If a table or geometry file cannot be read.
    """
    files, view = checked_files(view, size), in_order(view)
    years = pane_years(view)
    panes = [drawn_view(files, view, year) for year in years]
    if len(years) > 1:
        panes = [without_change(files, shapes) for shapes in panes]
        panes[0] = without_made(files, panes[0])

    figure, across, down = page_figure(size)
    page = Canvas(figure, (across, down), (0, 0, across, down), ground=tokens.PAPER)
    upper, lower = write_banner(page, banner)
    leading = sorted(files, key=lambda one: _rank(one, view))
    top = on_grid(write_head(page, upper + GRID, *heading(leading, view, panes)) + GRID)
    foot = [notes(leading, view, panes), sources(view, panes)]
    bottom = on_grid(write_foot(page, lower - GRID, foot) - GRID / 2, up=True)

    room = (MARGIN, top, across - MARGIN, bottom)
    legend = laid_out(legend_blocks(files, view, panes), room, (across, down))
    for row, x, y in legend.rows:
        row.draw(page, x, y)
    boxes = side_by_side(legend.rest, len(years))
    frame = frame_of(view, boxes[0][2] - boxes[0][0], boxes[0][3] - boxes[0][1])
    inset, asked = inset_below(legend), is_theatre(frame)
    frame = stepped_back(frame, [shape for shapes in panes for found in shapes.values() for shape in found])
    for caption, shapes, box in zip(captions(view), panes, boxes, strict=True):
        pane = Canvas(figure, (across, down), box, ground=tokens.SEA)
        corner = draw_pane(pane, frame, caption, files, shapes, view, asked and inset is None)
        inset = inset or corner
    if asked:
        draw_inset(Canvas(figure, (across, down), inset), frame)
    return figure


def _rank(one: LayerFile, view: View) -> int:
    """Give the place of a layer in what the page says: as chosen, then those made for the view."""
    return view.layers.index(one["key"]) if one["key"] in view.layers else len(view.layers)


def in_order(view: View) -> View:
    """
    Give a view whose second year, if it is another one, is the later: the earlier stands on the left.

    A difference is one map, of the year of the slider: its years stay as they are.
    """
    kind = mode(view)
    if kind in (ONE, DIFFERENCE):
        return replace(view, year2=None) if kind == ONE else view
    return replace(view, year=min(view.year, view.year2), year2=max(view.year, view.year2))


def without_change(files: Sequence[LayerFile], shapes: Shapes) -> dict[str, list[Drawn]]:
    """Leave the change on the year before out of labels: beside another year it answers what nobody asked."""
    compared = {one["key"] for one in files if one["compared"]}
    return {
        key: [replace(shape, text="\n".join(shape.text.split("\n")[:2])) for shape in found]
        if key in compared
        else list(found)
        for key, found in shapes.items()
    }


def inset_below(legend: Layout) -> Box | None:
    """Place the inset under the legend, where there is room."""
    if legend.below is None or legend.below[3] - legend.below[1] < INSET_HEIGHT:
        return None
    left, _, _, bottom = legend.below
    return left, bottom - INSET_HEIGHT, left + INSET_WIDTH, bottom


def draw_pane(
    canvas: Canvas,
    frame: Frame,
    caption: str,
    files: Sequence[LayerFile],
    shapes: Shapes,
    view: View,
    has_inset: bool,
) -> Box | None:
    """Draw one map with its year or years; gives the box on the page that is left free for the inset, if it has one."""
    draw_ground(canvas, frame)
    placed = []
    for one in files:
        own = view.selected is not None and view.selected[0] == one.get("stands_for", one["key"])
        placed += draw_layer(
            canvas, frame, one["key"], one["order"], shapes[one["key"]], view.selected[1] if own else None
        )
    room = Room(canvas.width, canvas.height)
    scale, written = draw_scale(canvas, frame, view.lang), write_year(canvas, caption)
    for one in placed:
        occupy(one, room)
    corner = None
    if has_inset:
        spot = inset_spot(room, scale, written)
        room.take(spot)
        left, top = canvas.box[:2]
        corner = (spot[0] + left, spot[1] + top, spot[2] + left, spot[3] + top)
    room.take(scale)
    room.take(written)
    place_labels(canvas, frame.zoom, placed, room)
    write_names(canvas, frame, room, view.lang)
    canvas.rectangle((0, 0, canvas.width, canvas.height), stroke=tokens.BORDER_DEPARTMENT, width=1.5)
    return corner
