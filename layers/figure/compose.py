"""The layout of a page that shows a view: what stands where, for a picture and a slide alike."""

from typing import Protocol

from layers import tokens
from layers.figure.dress import Banner
from layers.figure.framing import stepped_back
from layers.figure.furniture import INSET_HEIGHT, INSET_WIDTH, draw_inset, is_theatre
from layers.figure.legend import legend_blocks
from layers.figure.legend_layout import Layout, laid_out
from layers.figure.page import (
    GRID,
    MARGIN,
    draw_logo,
    on_grid,
    side_by_side,
    write_foot,
    write_head,
)
from layers.figure.pane import draw_pane
from layers.figure.request import frame_of
from layers.figure.story import notes, sources
from layers.figure.subject import Subject
from layers.figure.surface import Box, Surface
from layers.words import word


class Sheet(Protocol):
    """What a page is laid out on."""

    page: Surface
    title_apart: bool  # whether the title has a place of its own, outside the page

    def pane(self, box: Box, ground: str) -> Surface:
        """Open a rectangle of the page, with its own origin."""
        ...

    def mark(self, banner: Banner) -> tuple[float, float]:
        """Print a marking above and below; gives the upper and lower edge of what is left of the page."""
        ...

    def put_title(self, title: str) -> None:
        """Write the title where it has a place of its own."""
        ...


def compose(sheet: Sheet, about: Subject, aside: float = 0.0) -> Box:
    """
    Draw a page: banner, title, legend, one map a year, notes and sources.

    Parameters
    ----------
    sheet
        What it is drawn on.
    about
        What it shows.
    aside
        Share of the width beside the maps that is left to something else, such as a chart.

    Returns
    -------
    box
        What was left beside the maps; empty without `aside`.
    """
    page, view, dress = sheet.page, about.view, about.dress
    across, down = page.width, page.height
    upper, lower = sheet.mark(dress.banner)
    title, subtitle = about.heading()
    if sheet.title_apart:
        sheet.put_title(title)
        title = ""
    taken = 0.0 if dress.logo is None else draw_logo(page, upper + GRID, dress.logo, word("figure.logo", view.lang))
    top = on_grid(write_head(page, upper + GRID, title, subtitle, taken) + GRID)
    foot = [notes(about.leading, view, about.panes, whole=False), sources(view, about.panes)]
    bottom = on_grid(write_foot(page, lower - GRID, foot) - GRID / 2, up=True)

    edge = on_grid((across - MARGIN) * (1 - aside), up=True) if aside else across - MARGIN
    legend = laid_out(legend_blocks(about.files, view, about.panes), (MARGIN, top, edge, bottom), (edge + MARGIN, down))
    with page.group(word("figure.legend", view.lang), word("figure.legend_alt", view.lang, title=about.heading()[0])):
        for row, x, y in legend.rows:
            row.draw(page, x, y)
    draw_map(sheet, about, legend.rest, inset_below(legend))
    return edge + MARGIN, top, across - MARGIN, bottom


def draw_map(sheet: Sheet, about: Subject, rest: Box, inset: Box | None = None) -> None:
    """Draw one map a year into a box of the page, and the inset where there is room beside them or on them."""
    view = about.view
    boxes = side_by_side(rest, len(about.years))
    frame = frame_of(view, boxes[0][2] - boxes[0][0], boxes[0][3] - boxes[0][1])
    asked = is_theatre(frame)
    frame = stepped_back(frame, [shape for shapes in about.panes for found in shapes.values() for shape in found])
    for index, box in enumerate(boxes):
        corner = draw_pane(sheet.pane(box, tokens.SEA), frame, about, index, asked and inset is None)
        inset = inset or corner
    if asked:
        small = sheet.pane(inset, "")
        with small.group(word("web.inset_label", view.lang), word("web.inset_label", view.lang)):
            draw_inset(small, frame)


def inset_below(legend: Layout) -> Box | None:
    """Place the inset under the legend, where there is room."""
    if legend.below is None or legend.below[3] - legend.below[1] < INSET_HEIGHT:
        return None
    left, _, _, bottom = legend.below
    return left, bottom - INSET_HEIGHT, left + INSET_WIDTH, bottom
