"""Paths cut to a pane and simplified: a slide clips nothing, and its shapes must stay few points."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from matplotlib.path import Path

from layers.figure.surface import Box

TOLERANCE = 0.35  # page units that an outline may move: less than half a px of the picture
SMALLEST_AREA, SMALLEST_LENGTH = 0.2, 0.3
NEAR = 1e-6
RECTANGLE_POINTS = 5

Points = np.ndarray


@dataclass(frozen=True)
class Piece:
    """A line of a path in page units; a closed one is a ring without its first point repeated."""

    points: Points
    closed: bool


def pieces_of(path: Path) -> list[Piece]:
    """Give the lines and rings of a path, curves as many short lines."""
    if path.codes is not None and (path.codes == Path.CURVE4).any():
        path = path.interpolated(1).cleaned(curves=False)
    vertices = path.vertices
    if path.codes is None:
        return [Piece(vertices, False)]
    codes = path.codes
    keep = codes != Path.STOP
    vertices, codes = vertices[keep], codes[keep]
    starts = [*np.flatnonzero(codes == Path.MOVETO), len(codes)]
    found = []
    for start, end in zip(starts, starts[1:], strict=False):
        closed = codes[end - 1] == Path.CLOSEPOLY
        points = vertices[start : end - 1] if closed else vertices[start:end]
        if len(points) > 1 and np.allclose(points[0], points[-1]) and closed:
            points = points[:-1]
        if len(points) >= (3 if closed else 2):
            found.append(Piece(points, bool(closed)))
    return found


def ellipse_of(path: Path) -> Box | None:
    """Give the box of a path that is a circle, else None."""
    if path.codes is None or not (path.codes == Path.CURVE4).any():
        return None
    (left, top), (right, bottom) = path.vertices.min(axis=0), path.vertices.max(axis=0)
    return float(left), float(top), float(right), float(bottom)


def rectangle_of(path: Path) -> Box | None:
    """Give the box of a path that is an upright rectangle, else None."""
    if path.codes is None or len(path.vertices) != RECTANGLE_POINTS or path.codes[-1] != Path.CLOSEPOLY:
        return None
    corners = path.vertices[:4]
    if len({round(float(x), 6) for x in corners[:, 0]}) != 2 or len({round(float(y), 6) for y in corners[:, 1]}) != 2:
        return None
    sides = np.abs(np.roll(corners, -1, axis=0) - corners)
    if not (sides.min(axis=1) < NEAR).all():
        return None
    (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    return float(left), float(top), float(right), float(bottom)


def inside(box: Box, width: float, height: float) -> bool:
    """Tell whether a box lies wholly in a pane."""
    return box[0] >= -NEAR and box[1] >= -NEAR and box[2] <= width + NEAR and box[3] <= height + NEAR


def outside(box: Box, width: float, height: float) -> bool:
    """Tell whether a box lies wholly beyond a pane."""
    return box[0] >= width or box[1] >= height or box[2] <= 0 or box[3] <= 0


def areas(pieces: Iterable[Piece], width: float, height: float) -> tuple[list[Piece], bool]:
    """Give rings cut to a pane and simplified, and whether the pane's edge cut any of them."""
    found, cut = [], False
    for piece in pieces:
        extent = (*piece.points.min(axis=0), *piece.points.max(axis=0))
        if outside(extent, width, height):
            cut = True
            continue
        ring = shapely.Polygon(piece.points)
        if not inside(extent, width, height):
            cut = True
            ring = _clipped(ring, width, height)
        for part in shapely.get_parts(shapely.simplify(ring, TOLERANCE)):
            if part.geom_type == "Polygon" and part.area >= SMALLEST_AREA:
                found += [Piece(np.array(one.coords)[:-1], True) for one in (part.exterior, *part.interiors)]
    return found, cut


def _clipped(ring: shapely.Polygon, width: float, height: float) -> shapely.Geometry:
    """Cut a ring at the pane's edge; one that crosses itself is mended first."""
    try:
        return shapely.clip_by_rect(ring, 0, 0, width, height)
    except shapely.GEOSException:
        return shapely.clip_by_rect(shapely.make_valid(ring), 0, 0, width, height)


def lines(pieces: Iterable[Piece], width: float, height: float) -> list[Piece]:
    """Give lines and the outlines of rings cut to a pane and simplified; a ring that the edge cuts becomes lines."""
    found = []
    for piece in pieces:
        points = np.concatenate([piece.points, piece.points[:1]]) if piece.closed else piece.points
        extent = (*points.min(axis=0), *points.max(axis=0))
        if outside(extent, width, height):
            continue
        whole = inside(extent, width, height)
        line = shapely.LineString(points)
        if not whole:
            line = shapely.line_merge(shapely.clip_by_rect(line, 0, 0, width, height))
        for part in shapely.get_parts(shapely.simplify(line, TOLERANCE)):
            if part.geom_type == "LineString" and part.length >= SMALLEST_LENGTH:
                coordinates = np.array(part.coords)
                closed = whole and piece.closed
                found.append(Piece(coordinates[:-1] if closed else coordinates, closed))
    return _chained(found)


def _chained(pieces: Sequence[Piece]) -> list[Piece]:
    """Join lines that go on where the one before ends: the legs of one way."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and not (last.closed or piece.closed) and np.allclose(last.points[-1], piece.points[0], atol=0.01):
            joined[-1] = Piece(np.concatenate([last.points, piece.points[1:]]), False)
        else:
            joined.append(piece)
    return joined


def merged(groups: Iterable[Sequence[Piece]]) -> list[Piece]:
    """Give the outline of many areas together, so that they can be one shape."""
    polygons = [shapely.Polygon(piece.points) for pieces in groups for piece in pieces]
    whole = shapely.simplify(shapely.union_all(shapely.make_valid(np.array(polygons))), TOLERANCE)
    return [
        Piece(np.array(ring.coords)[:-1], True)
        for part in shapely.get_parts(whole)
        if part.geom_type == "Polygon"
        for ring in (part.exterior, *part.interiors)
    ]
