"""Labels of what is drawn: the selected feature's first; one without room is left out (as in `labels.js`)."""

from collections.abc import Iterable
from math import inf

from matplotlib.path import Path

from layers import tokens
from layers.figure.bundles import NUMBER_GAP, number_width
from layers.figure.faces import width_of
from layers.figure.marks import Placed
from layers.figure.room import Room, dots
from layers.figure.surface import Surface
from layers.figure.symbols import FIXED
from layers.figure.wrapping import wrapped

LEADING = 1.18
NAMES_FROM = 6.4  # zoom from which signs that carry no figure are named
BUDGET = ((6.4, 14), (7.4, 26), (8.6, 45), (inf, 90))  # labels written below a zoom
SIZE, SELECTED_SIZE, NUMBER_SIZE, WIDEST = 12.0, 13.5, 11.0, 200.0
SMALLEST_OBSTACLE = 4.0  # radius from which a symbol keeps labels away
ROUND, ROUND_SHARE, CORNERED_SHARE = ("circle", "ring"), 0.86, 1.2  # how much of its radius a symbol takes
SIGN_COST = 2  # hiding a small sign is worse than crossing an outline
LEADER_WIDTH = 0.9


def place_labels(canvas: Surface, zoom: float, placed: Iterable[Placed], room: Room) -> list[str]:
    """
    Write as many labels as there is room for: figures come before mere names, then by layer and rank.

    Parameters
    ----------
    canvas, zoom
        Where, and at what zoom.
    placed
        What `draw_layer` gave for all layers.
    room
        What furniture and shapes (`occupy`) take; filled on.

    Returns
    -------
    texts
        What was written, in that order.
    """
    budget = next(count for below, count in BUDGET if zoom < below)
    written: list[str] = []
    for one in sorted(filter(lambda known: _is_wanted(known, zoom), placed), key=_turn):
        if len(written) < budget and _write(canvas, one, room):
            written.append(one.shape.text)
    return written


def write_number(canvas: Surface, one: Placed, room: Room) -> None:
    """Write how many features a bundle's sign stands for, to the right of it."""
    left = one.x + one.radius + NUMBER_GAP / 2
    room.take((left, one.y - NUMBER_SIZE / 2, left + number_width(one.bundle.number), one.y + NUMBER_SIZE / 2))
    canvas.write(one.bundle.number, left, one.y, face="bold", size=NUMBER_SIZE, halo=tokens.HALO_PX)


def occupy(one: Placed, room: Room) -> None:
    """Keep labels off a symbol; outlines, lines and small signs may be crossed at a cost."""
    if one.path is not None:
        room.cover(one.path, filled=not one.shape.geometry["type"].endswith("LineString"))
    if one.radius >= SMALLEST_OBSTACLE:
        half = one.radius * (ROUND_SHARE if one.shape.look["symbol"] in ROUND else CORNERED_SHARE)
        room.take((one.x - half, one.y - half, one.x + half, one.y + half), owner(one))
    elif one.radius > 0 and not one.shape.dimmed:
        half = one.radius * CORNERED_SHARE
        extent = Path([(one.x - half, one.y - half), (one.x + half, one.y + half)])
        room.cover(extent, filled=True, cost=SIGN_COST)


def _is_wanted(one: Placed, zoom: float) -> bool:
    if not one.shape.text or one.shape.dimmed or one.bundle is not None:
        return False
    return one.selected or zoom >= NAMES_FROM or one.shape.look["symbol"] not in FIXED


def _has_figure(one: Placed) -> bool:
    return "\n" in one.shape.text


def _turn(one: Placed) -> tuple[bool, bool, int, float]:
    return not one.selected, not _has_figure(one), one.order, -one.shape.rank


def owner(one: Placed) -> str:
    """Name the feature that a shape belongs to, for all layers."""
    return f"{one.layer}:{one.shape.id}"


def _write(canvas: Surface, one: Placed, room: Room) -> bool:
    """Write one label, its name in bold; False where there is no room."""
    size = SELECTED_SIZE if one.selected else SIZE
    name, *figures = one.shape.text.split("\n")
    lines = [("bold", line) for line in wrapped(name, "bold", size, WIDEST)]
    lines += [("regular", line) for text in figures for line in wrapped(text, "regular", size, WIDEST)]
    across = max((width_of(line, face, size) for face, line in lines), default=0.0) + 2
    down = len(lines) * size * LEADING
    spot = room.spot((one.x, one.y), one.radius, (across, down), owner(one), far=_has_figure(one))
    if spot is None:
        return False
    room.take(spot.box)
    if spot.leader:
        for dot in dots(spot.leader):
            room.take(dot)
        canvas.line(spot.leader, stroke=tokens.CASING, width=LEADER_WIDTH + 2, name=one.shape.name)
        canvas.line(spot.leader, stroke=tokens.MUTED, width=LEADER_WIDTH, name=one.shape.name)
    middle, top = (spot.box[0] + spot.box[2]) / 2, spot.box[1]
    canvas.block(lines, middle, top, size, LEADING)
    return True
