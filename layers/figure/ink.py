"""What the reader drew on the map: notes, arrows, circles, over everything else."""

from collections.abc import Iterable
from math import atan2, hypot

import numpy as np
from matplotlib.path import Path

from layers import tokens
from layers.drawings import Drawing
from layers.figure.faces import width_of
from layers.figure.mercator import Frame
from layers.figure.room import Room
from layers.figure.surface import Box, Paint, Surface
from layers.figure.symbols import symbol_path
from layers.figure.wrapping import wrapped

SIZE, LEADING, WIDEST, PAD = 13.0, 1.2, 220.0, 5.0
STROKE, CASING, HEAD = 2.2, 2.6, 8.0
GAP = 8.0
LINE_COST = 3  # of a label across a line: worse than across an outline of the data
COLOUR = tokens.INK


def draw_ink(canvas: Surface, frame: Frame, drawings: Iterable[Drawing]) -> None:
    """Draw what the reader drew; what lies outside the pane is cut off."""
    for one in drawings:
        points = frame.place(np.array(one.points, dtype=float))
        name = one.text or one.kind
        if one.kind == "arrow":
            _arrow(canvas, points, name)
        elif one.kind == "circle":
            _stroke(canvas, symbol_path("circle", *points[0], _reach(points)), name)
        if one.text:
            box, lines = _words(canvas.width, canvas.height, one, points)
            canvas.rectangle(box, fill=tokens.PAPER, fill_opacity=0.92, stroke=COLOUR, width=0.9, name=name)
            middle = (box[0] + box[2]) / 2
            canvas.block([("bold", line) for line in lines], middle, box[1] + PAD, SIZE, LEADING)


def keep_free(room: Room, frame: Frame, drawings: Iterable[Drawing]) -> None:
    """Keep labels off the reader's words, and off the lines where there is other room."""
    for one in drawings:
        points = frame.place(np.array(one.points, dtype=float))
        if one.text:
            room.take(_words(room.width, room.height, one, points)[0])
        if one.kind == "circle":
            room.cover(symbol_path("circle", *points[0], _reach(points)), filled=False, cost=LINE_COST)
        elif one.kind == "arrow":
            room.cover(Path(points), filled=False, cost=LINE_COST)


def _words(width: float, height: float, one: Drawing, points: np.ndarray) -> tuple[Box, list[str]]:
    """Give the box of a drawing's words, moved into the pane where its edge is near, and their lines."""
    lines = wrapped(one.text, "bold", SIZE, WIDEST)
    across = max(width_of(line, "bold", SIZE) for line in lines) + 2 * PAD
    down = len(lines) * SIZE * LEADING + 2 * PAD
    x, y = points[0]
    if one.kind == "circle":
        y -= _reach(points) + GAP + down / 2
    elif one.kind == "arrow":
        # behind the arrow's tail, so that they never lie on it
        dx, dy = points[0] - points[1]
        long = max(hypot(dx, dy), 1e-9)
        x += dx / long * (across / 2 + GAP) if abs(dx) >= abs(dy) else 0.0
        y += dy / long * (down / 2 + GAP) if abs(dx) < abs(dy) else 0.0
    inside = 0 <= points[0][0] <= width and 0 <= points[0][1] <= height
    if inside:
        x = min(max(x, across / 2 + GAP), width - across / 2 - GAP)
        y = min(max(y, down / 2 + GAP), height - down / 2 - GAP)
    return (x - across / 2, y - down / 2, x + across / 2, y + down / 2), lines


def _reach(points: np.ndarray) -> float:
    return float(hypot(*(points[1] - points[0])))


def _arrow(canvas: Surface, points: np.ndarray, name: str) -> None:
    (x0, y0), (x1, y1) = points
    head = Paint(
        symbol_path("arrow", x1, y1, HEAD, atan2(y1 - y0, x1 - x0)),
        fill=COLOUR,
        stroke=tokens.CASING,
        width=1.2,
        name=name,
    )
    _stroke(canvas, Path(points), name, head)


def _stroke(canvas: Surface, path: Path, name: str, head: Paint | None = None) -> None:
    """Draw a cased line."""
    canvas.path(Paint(path, stroke=tokens.CASING, width=STROKE + CASING, name=name), cap="round")
    canvas.path(Paint(path, stroke=COLOUR, width=STROKE, name=name), head=head)
