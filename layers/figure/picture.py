"""A view as a picture: laid out on a page, drawn, written as PNG."""

from collections.abc import Sequence
from io import BytesIO

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from layers import tokens
from layers.figure.canvas import Box, Canvas, page_figure
from layers.figure.furniture import (
    INSET_HEIGHT,
    INSET_PAD,
    INSET_WIDTH,
    draw_inset,
    draw_scale,
    is_theatre,
    write_year,
)
from layers.figure.ground import draw_ground
from layers.figure.labels import place_labels
from layers.figure.legend import Shapes, legend_blocks
from layers.figure.legend_rows import Layout, laid_out
from layers.figure.marks import draw_layer
from layers.figure.mercator import Frame
from layers.figure.names import write_names
from layers.figure.page import GRID, MARGIN, on_grid, side_by_side, write_banner, write_foot, write_head
from layers.figure.request import checked_files, frame_of
from layers.figure.room import Room
from layers.figure.story import heading, notes, sources
from layers.view import LayerFile, View, drawn_view

PNG_COMPRESSION = 4  # within a few per cent of the default's size, in half its time


def png(view: View, size: tuple[int, int] = (1920, 1080), banner: str = "") -> bytes:
    """
    Draw a view as a picture that explains itself: title, year, legend with counts, scale, sources.

    Parameters
    ----------
    view
        What is shown. Without a viewport Peru is shown whole; with one, at least what it shows. With a
        second year two maps stand side by side.
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
    files = checked_files(view, size)
    years = [view.year] if view.year2 is None else [view.year, view.year2]
    panes = [drawn_view(files, view, year) for year in years]

    figure, across, down = page_figure(size)
    page = Canvas(figure, (across, down), (0, 0, across, down), ground=tokens.PAPER)
    upper, lower = write_banner(page, banner)
    leading = sorted(files, key=lambda one: view.layers.index(one["key"]))
    top = on_grid(write_head(page, upper + GRID, *heading(leading, view, panes)) + GRID)
    foot = [notes(leading, view, panes), sources(view, panes)]
    bottom = on_grid(write_foot(page, lower - GRID, foot) - GRID / 2, up=True)

    legend = laid_out(legend_blocks(files, view, panes), bottom - top)
    for row, x, y in legend.rows:
        row.draw(page, MARGIN + x, top + y)
    left = MARGIN + (legend.width + MARGIN if files else 0.0)
    boxes = side_by_side((left, top, across - MARGIN, bottom), len(years))
    frame = frame_of(view, boxes[0][2] - boxes[0][0], boxes[0][3] - boxes[0][1])
    inset = inset_box(legend, bottom, boxes[0]) if is_theatre(frame) else None
    for year, shapes, box in zip(years, panes, boxes, strict=True):
        pane = Canvas(figure, (across, down), box, ground=tokens.SEA)
        draw_pane(pane, frame, year, files, shapes, view, inset)
    if inset:
        draw_inset(Canvas(figure, (across, down), inset), frame)
    return figure


def inset_box(legend: Layout, bottom: float, pane: Box) -> Box:
    """Place the inset: under the legend where there is room, else in the first map's upper left corner."""
    if legend.rows and legend.free[0] >= INSET_HEIGHT + MARGIN:
        return MARGIN, bottom - INSET_HEIGHT, MARGIN + INSET_WIDTH, bottom
    left, top = pane[0] + INSET_PAD, pane[1] + INSET_PAD
    return left, top, left + INSET_WIDTH, top + INSET_HEIGHT


def draw_pane(
    canvas: Canvas,
    frame: Frame,
    year: int,
    files: Sequence[LayerFile],
    shapes: Shapes,
    view: View,
    inset: Box | None,
) -> list[str]:
    """Draw one map with its year; gives the data labels there was room for."""
    draw_ground(canvas, frame)
    placed = []
    for one in files:
        own = view.selected is not None and view.selected[0] == one["key"]
        placed += draw_layer(
            canvas, frame, one["key"], one["order"], shapes[one["key"]], view.selected[1] if own else None
        )
    room = Room(canvas.width, canvas.height)
    room.take(draw_scale(canvas, frame, view.lang))
    room.take(write_year(canvas, year))
    if inset:
        left, top = canvas.box[:2]
        room.take((inset[0] - left, inset[1] - top, inset[2] - left, inset[3] - top))
    written = place_labels(canvas, frame.zoom, placed, room)
    write_names(canvas, frame, room)
    canvas.rectangle((0, 0, canvas.width, canvas.height), stroke=tokens.BORDER_DEPARTMENT, width=1.5)
    return written
