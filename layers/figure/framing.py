"""What a pane shows beyond the reader's window: a step back, so that its edge cuts nothing in two."""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from math import log2

import numpy as np

from layers.drawn import Drawn
from layers.figure.mercator import TILE_PX, Box, Frame, flattened, unflattened
from layers.figure.outlines import parts_of

FARTHEST = 0.5  # zoom levels that a pane may step back
EDGE = 6.0  # page units between a shape and the edge
ROUNDS = 3


def stepped_back(frame: Frame, shapes: Iterable[Drawn]) -> Frame:
    """
    Give the closest view that shows all of a frame, and whole what has its middle there.

    Outlines and symbols count, lines do not: they lead out of most views. What would need a step back of more than
    `FARTHEST` is left to the edge.
    """
    unit = 2**FARTHEST / frame.scale
    features: dict[str, list[tuple[Box, bool]]] = {}
    for shape in shapes:
        features.setdefault(shape.id, []).extend(_extent(shape, unit))
    farthest = frame.zoom - FARTHEST
    for _ in range(ROUNDS):  # a step back may bring others to the edge
        wider = _wider(frame, features.values(), farthest)
        if wider == frame:
            break
        frame = wider
    return frame


def _wider(frame: Frame, features: Iterable[Sequence[tuple[Box, bool]]], farthest: float) -> Frame:
    view = found = frame.window()
    wanted = [box for parts in features for box in _wanted(parts, view)]
    for box in sorted(wanted, key=lambda one: _fitting(frame, _union(view, one)), reverse=True):
        if _fitting(frame, _union(found, box)) >= farthest:
            found = _union(found, box)
    if found == view:
        return frame
    lon, lat = unflattened(np.array([(found[0] + found[2]) / 2, (found[1] + found[3]) / 2]))
    return Frame(float(lon), float(lat), _fitting(frame, found), frame.width, frame.height)


def _wanted(parts: Sequence[tuple[Box, bool]], view: Box) -> Iterator[Box]:
    """
    Give what a view should hold of a feature that its edge would cut: all of it, and apart its symbols.

    An outline belongs to its symbol: if one has its middle in view, both are wanted; a symbol is wanted wherever the
    edge meets it.
    """
    met = [box for box, is_symbol in parts if is_symbol and _meets(view, box)]
    if met or any(_holds(view, box) for box, _ in parts):
        boxes = [reduce(_union, (box for box, _ in parts)), *met]
        yield from (box for box in boxes if _union(view, box) != view)


def _extent(shape: Drawn, unit: float) -> Iterator[tuple[Box, bool]]:
    """Give a shape's box in shares of the world's width, with a margin, and whether it is a symbol; none for a line."""
    kind = shape.geometry["type"]
    if kind.endswith("LineString"):
        return
    if kind.endswith("Polygon"):
        rings = [np.array(rings[0], dtype=float)[:, :2] for rings in parts_of(shape.geometry)]
        points, margin = flattened(np.concatenate(rings)), EDGE * unit
    else:
        points = flattened(np.array([shape.geometry["coordinates"][:2]], dtype=float))
        margin = ((shape.radius or 0.0) + EDGE) * unit
    (left, top), (right, bottom) = points.min(axis=0) - margin, points.max(axis=0) + margin
    yield (float(left), float(top), float(right), float(bottom)), not kind.endswith("Polygon")


def _holds(view: Box, box: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return view[0] <= x <= view[2] and view[1] <= y <= view[3]


def _meets(view: Box, box: Box) -> bool:
    return box[0] < view[2] and box[2] > view[0] and box[1] < view[3] and box[3] > view[1]


def _union(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _fitting(frame: Frame, box: Box) -> float:
    """Give the zoom at which a pane holds a box."""
    return log2(min(frame.width / (box[2] - box[0]), frame.height / (box[3] - box[1])) / TILE_PX)
