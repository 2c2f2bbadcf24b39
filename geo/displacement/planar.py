"""Centres and axes of weighted points in the plane, as arrays in metres of ESRI:102033."""

from functools import cache

import geopandas as gpd
import numpy as np
from pyproj import Transformer
from pyproj.transformer import TransformerGroup

from geo.crs import EQUAL_AREA, GEOD, M_PER_KM, WGS84, require_wgs84

CLOSE_M = 0.01  # the median is found when a step is shorter
STEPS = 10_000


def coordinates(points: gpd.GeoSeries) -> np.ndarray:
    """
    Project points: one row a point, x and y in metres of ESRI:102033.

    Raises
    ------
    ValueError
        If the points are not in WGS84 or something among them is no point.
    """
    require_wgs84(gpd.GeoDataFrame(geometry=points), "the points")
    wrong = points.index[~points.geom_type.eq("Point") | points.is_empty].tolist()
    if wrong:
        raise ValueError(f"{len(wrong)} units have no point: {wrong[:5]}; give each its label point")
    return np.column_stack(_projection().transform(points.x.to_numpy(), points.y.to_numpy()))


def degrees(xy: np.ndarray) -> np.ndarray:
    """Give longitude and latitude (WGS84) of rows of x and y in metres of ESRI:102033."""
    xy = np.atleast_2d(xy)
    return np.column_stack(_projection().transform(xy[:, 0], xy[:, 1], direction="INVERSE"))


def distances_km(from_lonlat: np.ndarray, to_lonlat: np.ndarray) -> np.ndarray:
    """Measure geodesics on the WGS84 ellipsoid between rows of longitude and latitude, in km."""
    first, second = np.broadcast_arrays(np.atleast_2d(from_lonlat), np.atleast_2d(to_lonlat))
    ends = (np.ascontiguousarray(one) for one in (*first.T, *second.T))
    return np.asarray(GEOD.inv(*ends)[2]) / M_PER_KM


def mean(xy: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """
    Average x and y by weight, along the second axis from the end.

    `xy` is (..., points, 2) and `weights` (..., points), so that many draws are averaged at once.
    """
    return (xy * weights[..., None]).sum(axis=-2) / weights.sum(axis=-1)[..., None]


def median(xy: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """
    Find the point with the least weighted sum of distances: Weiszfeld's steps, mended by Vardi and Zhang (2000).

    The mending keeps the steps going where one of them lands on a data point that is not the answer.
    """
    held = weights > 0
    xy, weights = xy[held], weights[held]
    # the steps only creep towards an answer that is itself a data point: look there first
    for point in xy:
        force, resting = _pull(xy, weights, point)
        if np.hypot(*force) <= resting:
            return point
    here = mean(xy, weights)
    for _ in range(STEPS):
        away = np.hypot(*(xy - here).T)
        apart = away > 0
        pull = weights[apart] / away[apart]
        target = (xy[apart] * pull[:, None]).sum(axis=0) / pull.sum()
        force, resting = _pull(xy, weights, here)
        step = (1 - resting / np.hypot(*force)) * (target - here) if resting else target - here
        here = here + step
        if np.hypot(*step) < CLOSE_M:
            break
    return here


def _pull(xy: np.ndarray, weights: np.ndarray, here: np.ndarray) -> tuple[np.ndarray, float]:
    """Give the force with which the points draw a place, and the weight that rests on it."""
    apart = xy - here
    away = np.hypot(*apart.T)
    off = away > 0
    return (apart[off] / away[off, None] * weights[off, None]).sum(axis=0), float(weights[~off].sum())


def axes(xy: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """
    Find the two half-axes of the standard deviational ellipse round the weighted mean, without a correction.

    The axes are the eigenvectors of the weighted covariance matrix, each as long as the weighted standard deviation
    along it.

    Returns
    -------
    major, minor
        Vectors in metres.
    """
    apart = xy - mean(xy, weights)
    covariance = (apart * weights[:, None]).T @ apart / weights.sum()
    spread, directions = np.linalg.eigh(covariance)
    lengths = np.sqrt(np.clip(spread, 0, None))
    return directions[:, 1] * lengths[1], directions[:, 0] * lengths[0]


@cache
def _projection() -> Transformer:
    # one operation for both directions: pyproj would choose by place among some that differ by metres
    return TransformerGroup(WGS84, EQUAL_AREA, always_xy=True).transformers[0]
