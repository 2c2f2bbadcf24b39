"""Shapes of claims: broad arrows that keep clear of each other, and marks where a claim names one end."""

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geo import arrows
from geo.curves import bow, span
from geo.displacement.claims import ARROW, ATTEMPT, BARRED, LOOP
from geo.timeline import FIRST_YEAR, LAST_YEAR

BETWEEN = (ARROW, ATTEMPT, BARRED)
# How far an arrow bows, as a share of its length: the gentlest first.
LANES = (0.08, -0.10, 0.20, -0.22, 0.32, -0.34, 0.44)
MOST_COVERED = 0.08  # of the smaller of two outlines: they may cross, and meet at an end
CLEAR = 0.05  # of its length an arrow stays away from both ends
# Degrees of longitude on the map: shares of the length, within bounds that read at national and theatre zoom.
WIDTH_SHARE, NARROWEST, WIDEST = 0.045, 0.008, 0.11
HEAD_SHARE, SHORTEST_HEAD, LONGEST_HEAD = 0.17, 0.03, 0.40
LOOP_RADIUS = 0.07

Ends = tuple[float, float]


def shapes(claims: gpd.GeoDataFrame) -> gpd.GeoSeries:
    """
    Give the shape of each drawn claim: an outline between two places, a loop at one, else a point.

    Of the arrows that share a year none covers much of another: the shortest choose their bow first, each
    takes the gentlest that keeps clear of those before it.

    Parameters
    ----------
    claims
        Rows of `geo.displacement.claims.claims` that are drawn.

    Returns
    -------
    shapes
        WGS84, in the order of the rows.
    """
    rows = {row["claim_id"]: row for row in claims.to_dict("records")}
    lines = [key for key, row in rows.items() if row["drawn_as"] in BETWEEN]
    drawn: dict[str, BaseGeometry] = {}
    for key in sorted(lines, key=lambda one: (round(_length(rows[one]), 6), one)):
        beside = [shape for other, shape in drawn.items() if _at_once(rows[key], rows[other])]
        drawn[key] = _clear(rows[key], beside)
    drawn |= {key: _single(row) for key, row in rows.items() if key not in drawn}
    return gpd.GeoSeries([drawn[key] for key in rows], index=claims.index, crs=claims.crs)


def _clear(row: dict[str, object], beside: list[BaseGeometry]) -> BaseGeometry:
    """Bow an arrow so that it covers little of those beside it; if every bow does, the one that covers least."""
    tried = []
    for lane in LANES:
        shape = _between(row, lane)
        covered = max((_covered(shape, other) for other in beside), default=0.0)
        if covered <= MOST_COVERED:
            return shape
        tried.append((covered, len(tried), shape))
    return min(tried)[2]


def _covered(one: BaseGeometry, other: BaseGeometry) -> float:
    """Give how much of the smaller of two outlines lies in the other, 0 to 1."""
    return one.intersection(other).area / min(one.area, other.area)


def _at_once(one: dict[str, object], other: dict[str, object]) -> bool:
    """Tell whether some year draws both."""
    starts = [FIRST_YEAR if pd.isna(row["from_year"]) else row["from_year"] for row in (one, other)]
    ends = [LAST_YEAR if pd.isna(row["until_year"]) else row["until_year"] for row in (one, other)]
    return max(starts) <= min(ends)


def _length(row: dict[str, object]) -> float:
    return span(_lonlat(row["geometry"]), _lonlat(row["target_point"]))


def _lonlat(point: shapely.Point) -> Ends:
    return point.x, point.y


def _single(row: dict[str, object]) -> BaseGeometry:
    """Give the shape of a claim about one place."""
    origin, target = row["geometry"], row["target_point"]
    if row["drawn_as"] == LOOP:
        return arrows.arrow(arrows.loop(_lonlat(origin), LOOP_RADIUS), LOOP_RADIUS / 4, LOOP_RADIUS)
    return origin if target is None else target


def _between(row: dict[str, object], lane: float) -> BaseGeometry:
    """Give the outline from origin to target, bowed by a share of its length."""
    start, end, length = _lonlat(row["geometry"]), _lonlat(row["target_point"]), _length(row)
    line = arrows.shortened(bow(start, end, lane * length), CLEAR, CLEAR)
    width = min(max(WIDTH_SHARE * length, NARROWEST), WIDEST)
    head = min(max(HEAD_SHARE * length, SHORTEST_HEAD), LONGEST_HEAD)
    if row["drawn_as"] == ATTEMPT:
        return arrows.band(line, width)
    return arrows.barred(line, width, head) if row["drawn_as"] == BARRED else arrows.arrow(line, width, head)
