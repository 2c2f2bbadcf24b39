"""Curves between two points, as they look on the web map."""

import numpy as np

SAMPLES = 17  # of a curve that spans up to SMOOTH_DEGREES; longer ones have more, so that no corner shows
SMOOTH_DEGREES, MOST_TIMES = 12.0, 4
NORTH_20_EAST = np.array([0.34, 0.94])  # curves bulge to this side: few routes run along it


def to_map(lonlat: np.ndarray) -> np.ndarray:
    """Project longitude and latitude to the web map's plane, in degrees of longitude."""
    lat = np.radians(lonlat[:, 1])
    return np.column_stack([lonlat[:, 0], np.degrees(np.log(np.tan(np.pi / 4 + lat / 2)))])


def from_map(xy: np.ndarray) -> np.ndarray:
    """Give longitude and latitude of points of the web map's plane."""
    lat = 2 * np.arctan(np.exp(np.radians(xy[:, 1]))) - np.pi / 2
    return np.column_stack([xy[:, 0], np.degrees(lat)])


def bow(start: tuple[float, float], end: tuple[float, float], bulge: float) -> np.ndarray:
    """
    Draw a quadratic Bézier curve between two points.

    Parameters
    ----------
    start, end
        Longitude and latitude; longitudes may run on beyond 180.
    bulge
        How far its middle lies off the straight line, in degrees of longitude on the map; negative: on the
        other side.

    Returns
    -------
    lonlat
        An odd number of points, 17 or more for long ones; the ends are exactly `start` and `end`.
    """
    ends = to_map(np.array([start, end], dtype=float))
    middle = ends.mean(axis=0) + 2 * bulge * _side(ends[1] - ends[0])
    times = 1 + int(np.hypot(*(ends[1] - ends[0])) // SMOOTH_DEGREES)
    t = np.linspace(0, 1, (SAMPLES - 1) * min(times, MOST_TIMES) + 1)[:, None]
    lonlat = from_map((1 - t) ** 2 * ends[0] + 2 * t * (1 - t) * middle + t**2 * ends[1])
    lonlat[0], lonlat[-1] = start, end
    return lonlat


def span(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Measure the straight line between two points on the map, in degrees of longitude."""
    ends = to_map(np.array([start, end], dtype=float))
    return float(np.hypot(*(ends[1] - ends[0])))


def beside(lonlat: np.ndarray, offset: float, taper: float) -> np.ndarray:
    """
    Move a line sideways on the map, its ends staying where they are.

    Parameters
    ----------
    lonlat
        Points of the line.
    offset
        Degrees of longitude to the right of the line's direction; negative: to the left.
    taper
        Over this length from each end the offset grows from nothing.
    """
    xy = to_map(lonlat)
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(xy, axis=0).T))])
    taper = min(taper, along[-1] / 2) or 1.0
    share = np.clip(np.minimum(along, along[-1] - along) / taper, 0, 1)
    direction = np.gradient(xy, axis=0)
    right = np.column_stack([direction[:, 1], -direction[:, 0]])
    right /= np.maximum(np.hypot(*right.T), 1e-12)[:, None]
    moved = from_map(xy + offset * share[:, None] * right)
    moved[0], moved[-1] = lonlat[0], lonlat[-1]
    return moved


def _side(direction: np.ndarray) -> np.ndarray:
    length = float(np.hypot(*direction)) or 1.0
    normal = np.array([-direction[1], direction[0]]) / length
    return normal if normal @ NORTH_20_EAST >= 0 else -normal
