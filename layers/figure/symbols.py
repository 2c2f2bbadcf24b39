"""Symbols: one path a symbol, of the same shape as the web map's (`symbols.js`)."""

from collections.abc import Sequence
from math import cos, sin

from matplotlib.path import Path
from matplotlib.transforms import Affine2D

# Corners, or the two ends of each stroke, as shares of the radius; y grows downwards.
CORNERS = {
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "diamond": ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    "triangle": ((0, -1.2), (1.1, 0.85), (-1.1, 0.85)),
    "airstrip": ((-1.3, -0.4), (1.3, -0.4), (1.3, 0.4), (-1.3, 0.4)),
    "hexagon": ((0, -1.15), (1, -0.58), (1, 0.58), (0, 1.15), (-1, 0.58), (-1, -0.58)),
    "post": ((0, -1.25), (1.05, -0.25), (1.05, 1), (-1.05, 1), (-1.05, -0.25)),
    "gate": ((-1.1, 1), (-1.1, -1), (1.1, -1), (1.1, 1), (0.45, 1), (0.45, -0.3), (-0.45, -0.3), (-0.45, 1)),
    "boat": ((-1.3, 0.2), (-0.2, 0.2), (-0.2, -1.2), (0.95, 0.2), (1.3, 0.2), (0.8, 1), (-0.8, 1)),
    "arrow": ((1, 0), (-1, 0.85), (-0.45, 0), (-1, -0.85)),
}
STROKES = {
    "cross": (((-1, -1), (1, 1)), ((-1, 1), (1, -1))),
    "plus": (((-1, 0), (1, 0)), ((0, -1), (0, 1))),
    "bar": (((-1, 0), (1, 0)),),
}
# What stands inside a base's square, by who runs it: a second sign beside the colour.
INNER = {"army": "cross", "navy": "bar", "air_force": "triangle", "police": "circle", "joint": "plus"}

# Signs whose size says nothing shrink on a small-scale map; a circle that stands for a figure never does.
FIXED = frozenset({*CORNERS, *STROKES} - {"arrow"})
SMALLEST_SCALE, SMALLEST_AT_ZOOM, SCALE_PER_ZOOM = 0.56, 5.5, 0.2


def sign_scale(symbol: str, zoom: float) -> float:
    """Give the factor by which a symbol's size is drawn at a zoom."""
    if symbol not in FIXED:
        return 1.0
    return min(1.0, max(SMALLEST_SCALE, SMALLEST_SCALE + (zoom - SMALLEST_AT_ZOOM) * SCALE_PER_ZOOM))


def symbol_path(symbol: str, x: float, y: float, radius: float, angle: float = 0.0) -> Path:
    """
    Give a symbol round a point; a name that is no shape of its own is a circle (`ring`, `area`, `text`).

    Parameters
    ----------
    symbol
        Name of the shape.
    x, y
        Centre.
    radius
        Half its size, in the unit of the centre.
    angle
        Clockwise turn in radians, for arrows.
    """
    if symbol in CORNERS:
        return _polygon([_turned(corner, angle) for corner in CORNERS[symbol]], x, y, radius)
    if symbol in STROKES:
        points = [end for stroke in STROKES[symbol] for end in stroke]
        codes = [Path.MOVETO, Path.LINETO] * len(STROKES[symbol])
        return Path([(x + dx * radius, y + dy * radius) for dx, dy in points], codes)
    return Affine2D().scale(radius).translate(x, y).transform_path(Path.unit_circle())


def is_stroked(symbol: str) -> bool:
    """Tell whether a symbol has no inside to fill."""
    return symbol in STROKES


def _turned(corner: tuple[float, float], angle: float) -> tuple[float, float]:
    dx, dy = corner
    return dx * cos(angle) - dy * sin(angle), dx * sin(angle) + dy * cos(angle)


def _polygon(corners: Sequence[tuple[float, float]], x: float, y: float, radius: float) -> Path:
    points = [(x + dx * radius, y + dy * radius) for dx, dy in corners]
    return Path([*points, points[0]], closed=True)
