"""Monte Carlo intervals: values between what rival sources give, positions within their precision."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.crs import M_PER_KM
from geo.displacement import planar

DRAWS = 500
SEED = 2012
TAILS = (2.5, 97.5)  # per cent: between them lie 95 of 100 draws


@dataclass(frozen=True)
class Draws:
    """Many possible pictures: for each year values (draws, units); for all years one position (draws, units, 2), m."""

    units: tuple[object, ...]
    values: tuple[np.ndarray, ...]
    xy: np.ndarray


@dataclass(frozen=True)
class Interval:
    """A statistic of the preferred values, the bounds of 95 % of the draws, and how many there were."""

    value: float
    low: float
    high: float
    n: int


def draws(
    ranges: pd.DataFrame | Sequence[pd.DataFrame],
    points: gpd.GeoSeries,
    precision_km: float | pd.Series,
    n: int = DRAWS,
    seed: int = SEED,
) -> Draws:
    """
    Draw values and positions that the sources allow.

    Each value is drawn evenly between the low and the high one its sources give, each year by itself; each position
    evenly from the disc round its point, the same for all years, since a unit's point does not travel. What no two
    sources dispute stays as it is, so that the spread is that of the dispute, NOT the error of a survey, which no
    source here gives.

    Parameters
    ----------
    ranges
        One frame a year (or one alone): `low` and `high`, indexed by unit, the same units in each.
    points
        One point a unit, WGS84, indexed by unit.
    precision_km
        Radius of the disc, one for all or one a unit, 0 or more.
    n
        How many draws.
    seed
        The same seed gives the same draws.

    Raises
    ------
    ValueError
        If a low is above its high or negative, units differ, one lacks its point or precision, or `n` is below 1.
    """
    frames = [ranges] if isinstance(ranges, pd.DataFrame) else list(ranges)
    units = list(frames[0].index)
    radius = precision_km if isinstance(precision_km, pd.Series) else pd.Series(float(precision_km), index=units)
    _check(frames, units, points, radius, n)
    generator = np.random.default_rng(seed)
    values = tuple(
        generator.uniform(frame["low"].to_numpy(float), frame["high"].to_numpy(float), (n, len(units)))
        for frame in (one.loc[units] for one in frames)
    )
    # the root makes the disc even: without it the draws crowd at the middle
    away = radius[units].to_numpy(float) * M_PER_KM * np.sqrt(generator.random((n, len(units))))
    turn = generator.random((n, len(units))) * 2 * np.pi
    offset = np.stack((away * np.cos(turn), away * np.sin(turn)), axis=-1)
    return Draws(tuple(units), values, planar.coordinates(points[units]) + offset)


def interval(statistic: Callable[[Draws], np.ndarray], drawn: Draws, value: float) -> Interval:
    """
    Bound a statistic by its middle 95 % over the draws.

    Parameters
    ----------
    statistic
        Gives one number a draw.
    drawn
        What `draws` gave.
    value
        The statistic of the preferred values. Where the preferred value of a unit is itself the highest or lowest of
        its rivals, few draws come near it: the interval is then widened to hold it.

    Raises
    ------
    ValueError
        If the statistic gives not one finite number a draw.
    """
    found = np.asarray(statistic(drawn), dtype=float)
    n = len(drawn.xy)
    if found.shape != (n,) or not np.isfinite(found).all():
        raise ValueError(f"the statistic gave {found.shape}, expected {n} finite numbers: one a draw")
    low, high = np.percentile(found, TAILS)
    return Interval(float(value), min(float(low), float(value)), max(float(high), float(value)), n)


def _check(frames: list[pd.DataFrame], units: list[object], points: gpd.GeoSeries, radius: pd.Series, n: int) -> None:
    faults = []
    for frame in frames:
        if set(frame.index) != set(units) or frame.index.has_duplicates:
            faults.append("the years hold different units")
            continue
        wrong = frame.index[~(frame["low"].ge(0) & frame["low"].le(frame["high"]))].tolist()
        if wrong:
            faults.append(f"expected 0 <= low <= high, not so for {wrong[:5]}")
    lost = [unit for unit in units if unit not in points.index]
    vague = [unit for unit in units if not radius.get(unit, -1) >= 0]
    if lost:
        faults.append(f"no point for {lost[:5]}")
    if vague:
        faults.append(f"no precision of 0 km or more for {vague[:5]}")
    if n < 1:
        faults.append(f"n is {n}, expected 1 or more")
    if faults:
        raise ValueError(f"nothing was drawn: {'; '.join(faults)}")
