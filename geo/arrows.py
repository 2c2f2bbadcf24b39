"""Broad arrows along a curve, as they look on the web map: outlines that taper, with or without a head."""

import numpy as np
import shapely

from geo.curves import from_map, to_map

TAIL = 0.2  # of the width at the neck: an arrow starts thin where it comes from
LOOP_TURN = 1.72 * np.pi  # how far round an arrow goes that comes back to where it started
LOOP_POINTS = 40
BAR = 0.45  # of a head's length: how thick the bar across a barred end is

Position = tuple[float, float]


def arrow(lonlat: np.ndarray, width: float, head: float) -> shapely.Polygon:
    """
    Outline an arrow that grows from a thin tail to a head whose tip is the line's end.

    Parameters
    ----------
    lonlat
        Points of the line, longitude and latitude, at least two.
    width
        Of the shaft where it meets the head, in degrees of longitude on the map.
    head
        Length of the head; it is three quarters as wide as long. At most half the line.

    Returns
    -------
    outline
        WGS84.

    Raises
    ------
    ValueError
        If the line has fewer than two points or no length.
    """
    xy = _checked(lonlat)
    head = min(head, _length(xy) / 2)
    shaft, neck = _upto(xy, _length(xy) - head), 0.375 * head
    left, right = _sides(shaft, _tapering(shaft, width))
    across = _normal(xy[-1] - shaft[-1])
    corners = [shaft[-1] + neck * across, xy[-1], shaft[-1] - neck * across]
    return _outline([*left, *corners, *right[::-1]])


def band(lonlat: np.ndarray, width: float) -> shapely.Polygon:
    """
    Outline the shaft alone, cut flat at its end: something is said to lead there, not to have arrived.

    Raises
    ------
    ValueError
        If the line has fewer than two points or no length.
    """
    xy = _checked(lonlat)
    left, right = _sides(xy, _tapering(xy, width))
    return _outline([*left, *right[::-1]])


def barred(lonlat: np.ndarray, width: float, head: float) -> shapely.Polygon:
    """
    Outline a shaft that ends at a bar across it: it is said that nothing went there.

    `head` gives the bar's size: it is as wide as the head of `arrow` would be.

    Raises
    ------
    ValueError
        If the line has fewer than two points or no length.
    """
    xy = _checked(lonlat)
    head = min(head, _length(xy) / 2)
    thick, reach = BAR * head, 0.375 * head
    shaft = _upto(xy, _length(xy) - thick)
    left, right = _sides(shaft, _tapering(shaft, width))
    across = _normal(xy[-1] - shaft[-1])
    bar = [
        shaft[-1] + reach * across,
        xy[-1] + reach * across,
        xy[-1] - reach * across,
        shaft[-1] - reach * across,
    ]
    return _outline([*left, *bar, *right[::-1]])


def loop(at: Position, radius: float) -> np.ndarray:
    """
    Draw a line that leaves a place and comes back to it, round a circle north of the place.

    Returns
    -------
    lonlat
        40 points; the last is the place.
    """
    middle = to_map(np.array([at], dtype=float))[0] + [0.0, radius]
    turn = -np.pi / 2 - LOOP_TURN + np.linspace(0, LOOP_TURN, LOOP_POINTS)
    lonlat = from_map(middle + radius * np.column_stack([np.cos(turn), np.sin(turn)]))
    lonlat[-1] = at
    return lonlat


def shortened(lonlat: np.ndarray, start: float, end: float) -> np.ndarray:
    """
    Cut a line at both ends, so that it clears the marks it joins.

    Parameters
    ----------
    lonlat
        Points of the line.
    start, end
        Shares of its length to cut, 0 to less than 0.5.

    Raises
    ------
    ValueError
        If the line has fewer than two points or no length.
    """
    xy = _checked(lonlat)
    whole = _length(xy)
    return from_map(_upto(_upto(xy, (1 - end) * whole)[::-1], (1 - end - start) * whole)[::-1])


def _checked(lonlat: np.ndarray) -> np.ndarray:
    points = np.asarray(lonlat, dtype=float)
    if len(points) < 2 or _length(to_map(points)) == 0:
        raise ValueError(f"a line of {len(points)} points has no direction, expected two that lie apart")
    return to_map(points)


def _along(xy: np.ndarray) -> np.ndarray:
    return np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(xy, axis=0).T))])


def _length(xy: np.ndarray) -> float:
    return float(_along(xy)[-1])


def _upto(xy: np.ndarray, length: float) -> np.ndarray:
    """Keep the first `length` of a line."""
    along = _along(xy)
    kept = xy[along < length * (1 - 1e-9)]
    cut = [np.interp(length, along, xy[:, 0]), np.interp(length, along, xy[:, 1])]
    return np.vstack([kept, cut])


def _tapering(xy: np.ndarray, width: float) -> np.ndarray:
    """Give half the width at each point."""
    share = _along(xy) / _length(xy)
    return width / 2 * (TAIL + (1 - TAIL) * share)


def _sides(xy: np.ndarray, half: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    direction = np.gradient(xy, axis=0)
    left = np.column_stack([-direction[:, 1], direction[:, 0]])
    left /= np.maximum(np.hypot(*left.T), 1e-12)[:, None]
    return xy + half[:, None] * left, xy - half[:, None] * left


def _normal(direction: np.ndarray) -> np.ndarray:
    """Give the unit vector to the left."""
    return np.array([-direction[1], direction[0]]) / (float(np.hypot(*direction)) or 1.0)


def _outline(xy: list[np.ndarray]) -> shapely.Polygon:
    return shapely.Polygon(from_map(np.array(xy)))
