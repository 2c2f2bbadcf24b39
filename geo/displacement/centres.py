"""Where the weight lies and how far it is spread: centres, standard distance, ellipse, and the way between two."""

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.crs import GEOD, M_PER_KM
from geo.displacement import planar
from geo.displacement.shares import checked

COMPASS = ("n", "ne", "e", "se", "s", "sw", "w", "nw")
CORNERS = 72
STILL_KM = 0.001  # below a metre there is no direction


@dataclass(frozen=True)
class Centre:
    """A point in WGS84 degrees."""

    lon: float
    lat: float


@dataclass(frozen=True)
class Ellipse:
    """An ellipse: centre, half-axes in km, bearing of the long one (0 to 180 degrees from north), outline in WGS84."""

    lon: float
    lat: float
    major_km: float
    minor_km: float
    bearing: float
    outline: shapely.Polygon


@dataclass(frozen=True)
class Shift:
    """The way from one centre to another: km, bearing at the start (0 to 360), one of 8 winds ('' if none)."""

    km: float
    bearing: float
    compass: str


def mean_centre(points: gpd.GeoSeries, weights: pd.Series) -> Centre:
    """
    Find the weighted mean centre: sum(w x) / sum(w), sum(w y) / sum(w), in the plane of ESRI:102033.

    Two far clusters put it where nothing is; one big unit hides the others; the points stand for whole units. Its
    shift is never longer than the least-cost transport of the shares: no shift does not mean that nothing moved.

    Parameters
    ----------
    points
        One point a unit, WGS84, indexed by unit.
    weights
        Values by unit, 0 or more; NaN is left out. Every unit with a weight needs a point.

    Raises
    ------
    ValueError
        If a weight is negative, their sum is 0, a unit lacks its point or the points are not in WGS84.
    """
    xy, held = _weighted(points, weights)
    return _centre(planar.mean(xy, held))


def median_centre(points: gpd.GeoSeries, weights: pd.Series) -> Centre:
    """
    Find the weighted median centre: the point with the least weighted sum of distances to the units.

    Far units pull it less than the mean centre. Weiszfeld's steps as mended by Vardi and Zhang (2000, PNAS 97:1423),
    in the plane of ESRI:102033. It stays on one unit that holds more than half of the weight, and with all points on
    one line it need not be unique.

    Raises
    ------
    ValueError
        As `mean_centre`.
    """
    xy, held = _weighted(points, weights)
    return _centre(planar.median(xy, held))


def standard_distance(points: gpd.GeoSeries, weights: pd.Series) -> float:
    """
    Measure the spread round the mean centre: sqrt(sum(w d^2) / sum(w)), d the geodesic to it, in km.

    No correction for few units is made (CrimeStat III, chapter 4, divides by n - 2 instead).

    Raises
    ------
    ValueError
        As `mean_centre`.
    """
    xy, held = _weighted(points, weights)
    away = planar.distances_km(planar.degrees(planar.mean(xy, held)), planar.degrees(xy))
    return float(np.sqrt((held * away**2).sum() / held.sum()))


def ellipse(points: gpd.GeoSeries, weights: pd.Series, corrected: bool = False) -> Ellipse:
    """
    Draw the standard deviational ellipse of one standard deviation.

    The half-axes are the weighted standard deviations along the eigenvectors of the weighted covariance matrix, as in
    Yuill (1971), without a correction; `corrected` lengthens both by sqrt(2 n / (n - 2)), as CrimeStat does, n being
    the units with a weight. Neither holds 68 % of the weight: in two dimensions one standard deviation holds 39 % of
    a normal cloud, 63 % with the factor sqrt(2) (Wang, Shi and Miao 2015). With a dozen units n - 2 inflates.

    Returns
    -------
    ellipse
        Half-axes measured along geodesics from the centre; `outline` has 72 corners.

    Raises
    ------
    ValueError
        As `mean_centre`; or if `corrected` is asked for with fewer than 3 units.
    """
    xy, held = _weighted(points, weights)
    centre, (major, minor) = planar.mean(xy, held), planar.axes(xy, held)
    if corrected:
        n = int((held > 0).sum())
        if n < 3:
            raise ValueError(f"the correction needs at least 3 units with a weight, got {n}: leave it out")
        major, minor = (axis * np.sqrt(2 * n / (n - 2)) for axis in (major, minor))
    here = planar.degrees(centre)[0]
    ends = planar.degrees(np.array([centre + major, centre + minor]))
    bearing, _, long_m = GEOD.inv(*here, *ends[0])
    short_m = GEOD.inv(*here, *ends[1])[2]
    turns = np.linspace(0, 2 * np.pi, CORNERS, endpoint=False)[:, None]
    outline = shapely.Polygon(planar.degrees(centre + np.cos(turns) * major + np.sin(turns) * minor))
    return Ellipse(
        float(here[0]),
        float(here[1]),
        long_m / M_PER_KM,
        short_m / M_PER_KM,
        float(bearing) % 180 if long_m > STILL_KM * M_PER_KM else 0.0,
        shapely.geometry.polygon.orient(outline),
    )


def shift(a: Centre, b: Centre) -> Shift:
    """Measure the way from `a` to `b`: geodesic km, bearing at `a`, and the nearest of eight winds."""
    bearing, _, metres = GEOD.inv(a.lon, a.lat, b.lon, b.lat)
    km = float(metres) / M_PER_KM
    if km < STILL_KM:
        return Shift(km, 0.0, "")
    return Shift(km, float(bearing) % 360, COMPASS[round(float(bearing) % 360 / 45) % len(COMPASS)])


def _centre(xy: np.ndarray) -> Centre:
    lon, lat = planar.degrees(xy)[0]
    return Centre(float(lon), float(lat))


def _weighted(points: gpd.GeoSeries, weights: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """Pair each weight with the point of its unit."""
    known = checked(weights, "the weights")
    if points.index.has_duplicates:
        raise ValueError(f"units have two points: {points.index[points.index.duplicated()].tolist()[:5]}")
    lost = [unit for unit in known.index if unit not in points.index]
    if lost:
        raise ValueError(f"{len(lost)} units have a weight and no point: {lost[:5]}; leave them out and say so")
    return planar.coordinates(points[known.index]), known.to_numpy()
