"""Arrowheads along a line: where it leaves a country, and where it ends."""

import numpy as np
import shapely

from geo import curves

AHEAD_DEGREES = 1.2  # how far beyond the border an arrowhead stands: clear of the sign of the exit
NEAR_DEGREES = 2.5  # less than this from border to end: one arrowhead says it all
LONG_DEGREES = 3.0  # a line that never leaves has a second arrowhead in its middle if it is longer than this
Arrow = tuple[float, float, float]


def arrows(line: shapely.Geometry, home: shapely.Geometry) -> tuple[Arrow, ...]:
    """
    Place the arrowheads of a line, the last one at its end.

    Parameters
    ----------
    line
        LineString or MultiLineString in the direction of travel, WGS84; longitudes may run on beyond 180.
    home
        Country it leaves, WGS84.

    Returns
    -------
    arrows
        Longitude, latitude, and the direction in radians on the web map, clockwise from east. The first of two
        stands shortly beyond the last border crossed or, where none is, in the middle of the longest leg.
    """
    legs = [shapely.get_coordinates(leg) for leg in shapely.get_parts(line)]
    last = curves.to_map(legs[-1])
    end = (*legs[-1][-1].tolist(), _direction(last[-2], last[-1]))
    first = _at_exit(legs, home)
    return (first, end) if first is not None else (end,)


def _at_exit(legs: list[np.ndarray], home: shapely.Geometry) -> Arrow | None:
    """Place the arrowhead at the exit; none where it would stand on the one at the end."""
    lonlat = np.vstack(legs)
    inside = np.flatnonzero(shapely.covers(home, shapely.points(lonlat)))
    if not len(inside) or inside[-1] == len(lonlat) - 1:
        longest = max((curves.to_map(leg) for leg in legs), key=lambda leg: _along(leg)[-1])
        return _beyond(longest, _along(longest)[-1] / 2) if _along(longest)[-1] > LONG_DEGREES else None
    rest = curves.to_map(lonlat[inside[-1] :])
    return _beyond(rest, AHEAD_DEGREES) if _along(rest)[-1] > NEAR_DEGREES else None


def _along(xy: np.ndarray) -> np.ndarray:
    return np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(xy, axis=0).T))])


def _beyond(xy: np.ndarray, distance: float) -> Arrow:
    """Place an arrowhead on a line of the map's plane, at a distance from its start."""
    along = _along(xy)
    at = np.array([np.interp(distance, along, xy[:, axis]) for axis in (0, 1)])
    piece = min(int(np.searchsorted(along, distance)), len(xy) - 1)
    ((lon, lat),) = curves.from_map(at[None, :])
    return float(lon), float(lat), _direction(xy[piece - 1], xy[piece])


def _direction(start: np.ndarray, end: np.ndarray) -> float:
    """Give the direction from one point of the map's plane to another; y of the screen grows downwards."""
    x, y = end - start
    return float(np.arctan2(-y, x))
