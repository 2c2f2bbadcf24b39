"""GeoJSON geometry as matplotlib paths in a pane."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.path import Path

from layers.figure.mercator import Frame, flattened

Geometry = Mapping[str, object]


def parts_of(geometry: Geometry) -> list:
    """Give the coordinates of a geometry as a list: of points, of lines, or of polygons' lists of rings."""
    kind, coordinates = geometry["type"], geometry["coordinates"]
    return list(coordinates) if kind.startswith("Multi") else [coordinates]


def area_path(geometry: Geometry, frame: Frame) -> Path:
    """Give the outline of a polygon, its holes running the other way round so that they stay open."""
    rings = [
        flattened(np.array(ring, dtype=float)[:, :2]) for rings in parts_of(geometry) for ring in wound(rings)
    ]
    return joined([frame.place_flat(ring) for ring in rings], closed=True)


def wound(rings: Sequence) -> list[np.ndarray]:
    """Give the rings of one polygon with the outer one counter-clockwise and the holes clockwise."""
    turned = []
    for index, ring in enumerate(rings):
        points = np.asarray(ring, dtype=float)[:, :2]
        x, y = points[:, 0], points[:, 1]
        rising = float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) > 0
        turned.append(points if rising == (index == 0) else points[::-1])
    return turned


def line_path(geometry: Geometry, frame: Frame) -> Path:
    """Give a line, its legs apart."""
    return joined(
        [frame.place(np.array(leg, dtype=float)[:, :2]) for leg in parts_of(geometry)], closed=False
    )


def joined(pieces: Sequence[np.typing.ArrayLike], closed: bool) -> Path:
    """Join pieces of line to one path, without a line between them."""
    codes = []
    for piece in pieces:
        own = np.full(len(piece), Path.LINETO, dtype=Path.code_type)
        own[0] = Path.MOVETO
        if closed:
            own[-1] = Path.CLOSEPOLY
        codes.append(own)
    return Path(np.concatenate(list(pieces)), np.concatenate(codes))
