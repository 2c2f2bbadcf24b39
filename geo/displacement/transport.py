"""Least-cost transport: the cheapest way to turn one distribution of shares into another."""

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
from scipy.optimize import linprog
from scipy.sparse import csr_array

from geo.crs import require_wgs84
from geo.displacement import planar
from geo.displacement.shares import common

LEAST_SHARE = 1e-9  # of the whole: below it a flow is rounding


@dataclass(frozen=True)
class Transport:
    """Flows between units (`from`, `to`, `share`, `km`), the mean km of a unit of share, and the share that moves."""

    flows: pd.DataFrame
    mean_km: float
    moved_share: float


def transport(before: pd.Series, after: pd.Series, points: gpd.GeoSeries) -> Transport:
    """
    Find the reallocation of shares with the least sum of share times distance (Kantorovich, Wasserstein, "earth
    mover's" distance).

    Minimise sum F_ij d_ij with F >= 0, row sums p(before), column sums p(after), d the geodesic in km. As d keeps the
    triangle inequality, what a unit holds in both years may stay: only surplus and deficit are matched, which leaves
    the least cost unchanged and makes the share that moves equal to half the sum of |p2 - p1|.

    It is the CHEAPEST story, not observed movement: caption it "least-cost reallocation, not tracked flows". Only
    shares are matched, so national growth or loss does not show. Ties make the flows, not their cost, ambiguous;
    splitting a unit changes the result. See Gualandi et al. (2024), Statistical Journal of the IAOS.

    Parameters
    ----------
    before, after
        Values by unit, 0 or more; only units with a value in both count.
    points
        One point a unit, WGS84, indexed by unit.

    Returns
    -------
    transport
        `flows` holds one row for each pair of units with a flow, largest first; `share` is of the whole (0 to 1).
        `mean_km` is the cost over the whole share, what stays counting 0 km.

    Raises
    ------
    ValueError
        As `decompose`; if a unit lacks its point or the points are not in WGS84.
    RuntimeError
        If the solver finds no answer.
    """
    first, second = common(before, after)
    lost = [unit for unit in first.index if unit not in points.index]
    if lost:
        raise ValueError(f"{len(lost)} units have a value and no point: {lost[:5]}; leave them out and say so")
    require_wgs84(gpd.GeoDataFrame(geometry=points), "the points")
    net = second / second.sum() - first / first.sum()
    gives, takes = -net[net < -LEAST_SHARE], net[net > LEAST_SHARE]
    if gives.empty or takes.empty:
        return Transport(_flows([]), 0.0, 0.0)
    km = _distances(points, gives.index, takes.index)
    # rounding left one side heavier by 1e-16 or so: the equations must agree exactly
    moved = (gives.sum() + takes.sum()) / 2
    share = _cheapest(gives.to_numpy() * moved / gives.sum(), takes.to_numpy() * moved / takes.sum(), km)
    found = [
        {"from": gives.index[i], "to": takes.index[j], "share": share[i, j], "km": km[i, j]}
        for i, j in zip(*np.nonzero(share > LEAST_SHARE), strict=True)
    ]
    return Transport(_flows(found), float((share * km).sum()), float(share.sum()))


def _cheapest(gives: np.ndarray, takes: np.ndarray, km: np.ndarray) -> np.ndarray:
    """Solve the transport problem by linear programming (HiGHS)."""
    rows, columns = len(gives), len(takes)
    cells = np.arange(rows * columns)
    equations = csr_array(
        (np.ones(2 * cells.size), (np.r_[cells // columns, rows + cells % columns], np.r_[cells, cells])),
        shape=(rows + columns, cells.size),
    )
    # the last equation follows from the others
    bounds = np.r_[gives, takes]
    scale = bounds.sum()
    answer = linprog(km.ravel(), A_eq=equations[:-1], b_eq=bounds[:-1] / scale, bounds=(0, None), method="highs")
    if not answer.success:
        raise RuntimeError(f"no least-cost transport was found: {answer.message}")
    return answer.x.reshape(rows, columns) * scale


def _distances(points: gpd.GeoSeries, first: pd.Index, second: pd.Index) -> np.ndarray:
    ends = [np.column_stack((points[units].x, points[units].y)) for units in (first, second)]
    return planar.distances_km(np.repeat(ends[0], len(second), axis=0), np.tile(ends[1], (len(first), 1))).reshape(
        len(first), len(second)
    )


def _flows(found: list[dict[str, object]]) -> pd.DataFrame:
    table = pd.DataFrame(found, columns=["from", "to", "share", "km"]).astype({"share": float, "km": float})
    return table.sort_values("share", ascending=False, kind="stable", ignore_index=True)
