"""The layout of a page that shows a view: what stands where, for a picture and a slide alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from layers import tokens
from layers.compare import DIFFERENCE, ONE, captions, mode, pane_years, without_made
from layers.figure.bundles import bundles_of
from layers.figure.dress import PLAIN, Banner, Dress
from layers.figure.framing import stepped_back
from layers.figure.furniture import (
    INSET_HEIGHT,
    INSET_WIDTH,
    draw_inset,
    draw_scale,
    explain_numbers,
    inset_spot,
    is_theatre,
    write_year,
)
from layers.figure.ground import draw_ground
from layers.figure.ink import draw_ink, keep_free
from layers.figure.labels import occupy, place_labels, write_number
from layers.figure.legend import Shapes, legend_blocks
from layers.figure.legend_layout import Layout, laid_out
from layers.figure.marks import draw_layer
from layers.figure.mercator import Frame
from layers.figure.names import write_names
from layers.figure.page import (
    GRID,
    MARGIN,
    draw_logo,
    on_grid,
    side_by_side,
    write_foot,
    write_head,
)
from layers.figure.request import checked_files, frame_of
from layers.figure.room import Room
from layers.figure.story import heading, notes, sources
from layers.figure.surface import Box, Surface
from layers.view import Drawn, LayerFile, View, drawn_view, pair_year, titles
from layers.words import word

NAMES_TOLD = 12  # of a layer's features, in the words for those who cannot see it


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


@dataclass(frozen=True)
class Subject:
    """A view with everything that is drawn of it: the files in drawing order, the years, the shapes of each."""

    view: View
    files: tuple[LayerFile, ...]
    years: tuple[int, ...]
    panes: tuple[Mapping[str, list[Drawn]], ...]
    dress: Dress = field(default=PLAIN)

    @property
    def leading(self) -> list[LayerFile]:
        """The files in the order of the view: the first one gives the title."""
        return sorted(self.files, key=lambda one: _rank(one, self.view))

    def heading(self) -> tuple[str, str]:
        """Give title and subtitle: the reader's own words, else those made from the view."""
        title, subtitle = heading(self.leading, self.view, self.panes)
        own = self.dress
        return (title if own.title is None else own.title, subtitle if own.subtitle is None else own.subtitle)


def subject(view: View, size: tuple[int, int] = (1920, 1080), dress: Dress = PLAIN) -> Subject:
    """
    Gather what a page shows.

    Raises
    ------
    ValueError
        If the view, the size or the dress cannot be drawn; every fault is named.
    TableError
        If a table or geometry file cannot be read.
    """
    files, view = checked_files(view, size, dress), in_order(view)
    years = pane_years(view)
    panes = [drawn_view(files, view, year) for year in years]
    if len(years) > 1:
        panes = [without_change(files, shapes) for shapes in panes]
        panes[0] = without_made(files, panes[0])
    return Subject(view, tuple(files), tuple(years), tuple(panes), dress)


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


def draw_pane(canvas: Surface, frame: Frame, about: Subject, index: int, has_inset: bool) -> Box | None:
    """Draw one map with its year; gives the box on the page that is left free for the inset, if it has one."""
    view, year, shapes = about.view, about.years[index], about.panes[index]
    caption = captions(view)[index]
    lang, of_year = view.lang, {"year": caption}
    with canvas.group(word("figure.ground.group", lang, **of_year), word("figure.ground.alt", lang, **of_year)):
        draw_ground(canvas, frame, lang)
    placed = []
    bundles = bundles_of(frame, about.files, shapes, view.selected)
    for one in about.files:
        own = view.selected is not None and view.selected[0] == one.get("stands_for", one["key"])
        name = one["title"] if len(about.years) == 1 else word("figure.layer_of", lang, layer=one["title"], **of_year)
        with canvas.group(name, _alt(one, shapes[one["key"]], pair_year(one, view, year), lang)):
            placed += draw_layer(
                canvas,
                frame,
                one["key"],
                one["order"],
                shapes[one["key"]],
                view.selected[1] if own else None,
                bundles[one["key"]],
            )
    room = Room(canvas.width, canvas.height)
    with canvas.group(word("figure.scale", lang), word("figure.scale", lang)):
        scale = draw_scale(canvas, frame, lang)
    written = write_year(canvas, caption)
    for one in placed:
        occupy(one, room)
    keep_free(room, frame, view.drawings)
    corner = None
    if has_inset:
        spot = inset_spot(room, scale, written)
        room.take(spot)
        left, top = canvas.box[:2]
        corner = (spot[0] + left, spot[1] + top, spot[2] + left, spot[3] + top)
    room.take(scale)
    room.take(written)
    with canvas.group(word("figure.labels", lang, **of_year), word("figure.labels", lang, **of_year)):
        for one in placed:
            if one.bundle is not None and one.bundle.told:
                write_number(canvas, one, room)
        if any(bundles.values()):
            explain_numbers(canvas, scale, room, lang)
        place_labels(canvas, frame.zoom, placed, room)
    with canvas.group(word("figure.names", lang, **of_year), word("figure.names", lang, **of_year)):
        write_names(canvas, frame, room, view.lang)
    with canvas.group(word("figure.ink", lang), word("figure.ink", lang)):
        draw_ink(canvas, frame, view.drawings)
    canvas.rectangle(
        (0, 0, canvas.width, canvas.height),
        stroke=tokens.BORDER_DEPARTMENT,
        width=1.5,
        name=word("figure.frame", lang, **of_year),
    )
    return corner


def _alt(one: LayerFile, shapes: Sequence[Drawn], year: int, lang: str) -> str:
    """Say a layer in a sentence: its title of the year, and the features drawn."""
    (title,) = titles([one], year, {one["key"]: list(shapes)})
    names = list(dict.fromkeys(shape.name for shape in shapes))
    if len(names) > NAMES_TOLD:
        told = word("figure.alt_more", lang, names=", ".join(names[:NAMES_TOLD]), more=len(names) - NAMES_TOLD)
    else:
        told = ", ".join(names)
    return word("figure.alt", lang, title=title, names=told) if told else title
