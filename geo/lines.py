"""Lines of trafficking routes: curves through the reported places, side by side where markets differ."""

import itertools
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo import curves, sea
from geo.crs import WGS84, distance_km
from geo.geometry import geometry

ARCH = {
    "air_light": 0.13,
    "air_commercial": 0.13,
    "unclassified": 0.06,
    "road": 0.06,
    "river_lake": 0.07,
    "foot": 0.05,
}
HIGHEST_ARCH = {"air_light": 2.6, "air_commercial": 14.0}
HIGHEST_GENTLE_ARCH = 0.8
LONG_DEGREES = 12.0  # longer legs of no stated mode are arched like flights: they cross seas and forests
LANE_SHARE, WIDEST_LANE = 0.045, 0.30
SEA_LANE, SEA_TAPER = 0.11, 1.2
SEA_LANES = {
    "europe": 0,
    "us_canada": 1,
    "mexico_central_america": -1,
    "asia": -2,
    "not_stated": 2,
    "africa": 3,
}
OTHER_SEA_LANE = -3
POINT = "point"
Pair = tuple[str, str]
Position = tuple[float, float]


@dataclass(frozen=True)
class _Bundle:
    """What legs on one pair of places share: how high they arch, and one lane a market."""

    arch: float
    lanes: tuple[str, ...]


def route_lines(
    routes: pd.DataFrame,
    legs: pd.DataFrame,
    places: gpd.GeoDataFrame,
    sea_legs: gpd.GeoDataFrame | None = None,
) -> gpd.GeoDataFrame:
    """
    Draw one line a route through the places its sources name; it is not the path taken.

    Legs are bowed to the north, flights most. On the same pair of places all routes of one market share one
    curve and markets lie side by side, in either direction: hand over all routes at once and filter what
    comes back. Sea legs come from `sea_legs`; one that is not there is computed.

    Parameters
    ----------
    routes
        `route_id`, `market`, `drawable`, `waypoints` (place ids joined by ;), `path_certainty`.
    legs
        `route_id`, `leg` (1..n), `from_place_id`, `to_place_id`, `leg_mode`; legs of other routes are
        ignored.
    places
        `place_id`, point geometry, WGS84.
    sea_legs
        `from_place_id`, `to_place_id`, line geometry; those of geometry/sea_legs.geojson if left out.

    Returns
    -------
    lines
        One row a route, in their order: `route_id`, `length_km` (straight from place to place, at sea along
        the path), `schematic`, geometry: a LineString, a MultiLineString if a leg does not begin where the
        last one ended, a Point if the route is but one reported place. Longitudes run on below -180 over the
        Pacific.

    Raises
    ------
    KeyError
        If legs or waypoints name places that `places` lacks; all are listed.
    ValueError
        If routes have neither legs nor a point; all are listed.
    ImportError
        If a sea leg has to be computed and searoute is not installed.
    """
    own = legs[legs["route_id"].isin(routes["route_id"])].sort_values(["route_id", "leg"], kind="stable")
    at = _positions(routes, own, places)
    ways = _sea_ways(own, places, geometry("sea_legs") if sea_legs is None else sea_legs)
    bundles = _bundles(own, routes, at)
    by_route = dict(tuple(own.groupby("route_id")))
    rows, bare = [], []
    for route in routes.itertuples(index=False):
        mine = by_route.get(route.route_id)
        if mine is not None:
            line, km = _line(mine, route.market, at, ways, bundles)
        elif route.drawable == POINT and not pd.isna(route.waypoints):
            line, km = shapely.Point(at[route.waypoints.split(";")[-1]]), 0.0
        else:
            bare.append(route.route_id)
            continue
        schematic = route.path_certainty == "schematic"
        rows.append({"route_id": route.route_id, "length_km": km, "schematic": schematic, "geometry": line})
    if bare:
        raise ValueError(
            f"{len(bare)} routes have no legs and no point: {', '.join(bare)}; add route_legs or drop them"
        )
    columns = ["route_id", "length_km", "schematic", "geometry"]
    return gpd.GeoDataFrame(pd.DataFrame(rows, columns=columns), geometry="geometry", crs=WGS84)


def _positions(routes: pd.DataFrame, legs: pd.DataFrame, places: gpd.GeoDataFrame) -> dict[str, Position]:
    at = {place: (point.x, point.y) for place, point in zip(places["place_id"], places.geometry, strict=True)}
    points = routes.loc[routes["drawable"].eq(POINT), "waypoints"].dropna()
    named = {*legs["from_place_id"], *legs["to_place_id"], *itertools.chain(*points.str.split(";"))}
    lost = sorted(named - set(at))
    if lost:
        raise KeyError(
            f"routes name {len(lost)} places that places.csv lacks: {', '.join(lost)}; add them there"
        )
    return at


def _sea_ways(
    legs: pd.DataFrame, places: gpd.GeoDataFrame, stored: gpd.GeoDataFrame
) -> dict[frozenset[str], tuple[Pair, np.ndarray]]:
    """Path of each pair joined by sea, in one direction."""
    known = {frozenset(pair) for pair in zip(stored["from_place_id"], stored["to_place_id"], strict=True)}
    missing = [pair for pair in sea.sea_pairs(legs) if frozenset(pair) not in known]
    if missing:
        land = geometry("world").union_all().union(geometry("countries").union_all())
        stored = pd.concat([stored, sea.compute_sea_legs(missing, places, land)], ignore_index=True)
    pairs = list(zip(stored["from_place_id"], stored["to_place_id"], strict=True))
    ways = [shapely.get_coordinates(line) for line in stored.geometry]
    return {frozenset(pair): (pair, way) for pair, way in zip(pairs, ways, strict=True)}


def _bundles(
    legs: pd.DataFrame, routes: pd.DataFrame, at: dict[str, Position]
) -> dict[frozenset[str], _Bundle]:
    land_legs = legs[legs["leg_mode"] != sea.SEA].merge(routes[["route_id", "market"]], on="route_id")
    found: dict[frozenset[str], tuple[float, set[str]]] = {}
    for leg in land_legs.itertuples(index=False):
        pair = frozenset((leg.from_place_id, leg.to_place_id))
        arch, markets = found.get(pair, (0.0, set()))
        length = curves.span(*_near(at[leg.from_place_id], at[leg.to_place_id]))
        found[pair] = max(arch, _arch(leg.leg_mode, length)), markets | {leg.market}
    return {pair: _Bundle(arch, tuple(sorted(markets))) for pair, (arch, markets) in found.items()}


def _arch(mode: str, length: float) -> float:
    if mode == "unclassified" and length > LONG_DEGREES:
        mode = "air_commercial"
    return min(ARCH.get(mode, ARCH["unclassified"]) * length, HIGHEST_ARCH.get(mode, HIGHEST_GENTLE_ARCH))


def _line(
    legs: pd.DataFrame,
    market: str,
    at: dict[str, Position],
    ways: dict[frozenset[str], tuple[Pair, np.ndarray]],
    bundles: dict[frozenset[str], _Bundle],
) -> tuple[shapely.Geometry, float]:
    parts: list[np.ndarray] = []
    km, reached = 0.0, None
    for leg in legs.itertuples(index=False):
        pair = frozenset((leg.from_place_id, leg.to_place_id))
        start, end = at[leg.from_place_id], at[leg.to_place_id]
        if leg.leg_mode == sea.SEA:
            (first, _), way = ways[pair]
            part = curves.beside(way, SEA_LANE * SEA_LANES.get(market, OTHER_SEA_LANE), SEA_TAPER)
            part = part if first == leg.from_place_id else part[::-1]
            km += _along_km(way)
        else:
            part = _bowed(leg.from_place_id, leg.to_place_id, at, bundles[pair], market)
            km += distance_km(*start, *end)
        if reached == leg.from_place_id:
            part = part + [round((parts[-1][-1, 0] - part[0, 0]) / 360) * 360, 0]
            parts[-1] = np.vstack([parts[-1], part[1:]])
        else:
            parts.append(part)
        reached = leg.to_place_id
    lines = [shapely.LineString(part) for part in parts]
    return (lines[0] if len(lines) == 1 else shapely.MultiLineString(lines)), round(km, 1)


def _bowed(first: str, second: str, at: dict[str, Position], bundle: _Bundle, market: str) -> np.ndarray:
    """Bow one leg; always computed in the same direction, so that both directions share the curve."""
    start, end = _near(at[min(first, second)], at[max(first, second)])
    lane = bundle.lanes.index(market) - (len(bundle.lanes) - 1) / 2
    width = min(LANE_SHARE * curves.span(start, end), WIDEST_LANE)
    lonlat = curves.bow(start, end, bundle.arch + lane * width)
    return lonlat if first < second else lonlat[::-1]


def _near(start: Position, end: Position) -> tuple[Position, Position]:
    """Turn the second longitude so that the shorter way round the earth is taken."""
    return start, (end[0] - 360 * round((end[0] - start[0]) / 360), end[1])


def _along_km(way: np.ndarray) -> float:
    wrapped = np.column_stack([(way[:, 0] + 180) % 360 - 180, way[:, 1]])
    return sum(distance_km(*a, *b) for a, b in itertools.pairwise(wrapped.tolist()))
