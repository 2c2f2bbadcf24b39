"""Sea legs: schematic paths of ships between two places, round the land."""

from collections.abc import Iterable

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.crs import GEOD, M_PER_KM, WGS84

SEA = "sea"
AHEAD = 8  # vertices of the shipping network near a port that a ship may cut short
BERTH_DEGREES = 0.15  # how far a shortened path keeps off the land
PORT_DEGREES = 0.35  # land this near to a port does not bar the way: the coast line is generalised
CORNER_ROUNDS = 2
STEP_DEGREES = 0.25
CALM_DEGREES = 6.0  # corners are spread over this length to either side on the open sea
TOLERANCE = 0.02
Pair = tuple[str, str]


def sea_pairs(legs: pd.DataFrame) -> list[Pair]:
    """List the pairs of places joined by sea, each once, in the direction of the first leg."""
    found: dict[frozenset[str], Pair] = {}
    for pair in legs.loc[legs["leg_mode"] == SEA, ["from_place_id", "to_place_id"]].itertuples(index=False):
        found.setdefault(frozenset(pair), tuple(pair))
    return sorted(found.values())


def compute_sea_legs(
    pairs: Iterable[Pair], places: gpd.GeoDataFrame, land: shapely.Geometry
) -> gpd.GeoDataFrame:
    """
    Find the shipping path of each pair by the `searoute` network.

    The path joins reported ports; it is no track of a ship. It starts and ends at the places themselves, is
    cut short near ports where no land is in the way, and its corners are rounded.

    Parameters
    ----------
    pairs
        Ids of two places each.
    places
        `place_id`, point geometry, WGS84.
    land
        Land to stay off, WGS84.

    Returns
    -------
    legs
        `from_place_id`, `to_place_id`, `length_km`, line geometry; longitudes run on below -180 over the
        Pacific.

    Raises
    ------
    ImportError
        If searoute is not installed.
    KeyError
        If a place is not in the gazetteer; all are listed.
    """
    pairs = list(pairs)
    at = dict(zip(places["place_id"], places.geometry, strict=True))
    lost = sorted({place for pair in pairs for place in pair} - set(at))
    if lost:
        raise KeyError(
            f"sea legs name {len(lost)} places that places.csv lacks: {', '.join(lost)}; add them there"
        )
    shapely.prepare(land)
    shore = _shore(land)
    rows = []
    for start, end in pairs:
        line = _path(at[start], at[end], land, shore)
        km = round(GEOD.geometry_length(line) / M_PER_KM)
        rows.append({"from_place_id": start, "to_place_id": end, "length_km": km, "geometry": line})
    columns = ["from_place_id", "to_place_id", "length_km", "geometry"]
    return gpd.GeoDataFrame(pd.DataFrame(rows, columns=columns), geometry="geometry", crs=WGS84)


def _path(
    start: shapely.Point, end: shapely.Point, land: shapely.Geometry, shore: shapely.STRtree
) -> shapely.LineString:
    try:
        from searoute import searoute
    except ImportError as error:
        raise ImportError(
            "a sea leg is not in geometry/sea_legs.geojson and searoute, which finds it, is not installed: "
            'install it with pip install -e ".[basemap]" and run `nexo basemap`'
        ) from error
    found = searoute([start.x, start.y], [end.x, end.y])
    xy = np.array(found.geometry["coordinates"], dtype=float)[:, :2]
    turn = 360.0 * round((xy[-1, 0] - end.x) / 360.0)
    xy = np.vstack([[start.x, start.y], xy, [end.x + turn, end.y]])
    xy = _cut_short(_cut_short(xy, land)[::-1], land)[::-1]
    return shapely.simplify(shapely.LineString(_calmed(_rounded(xy), shore)), TOLERANCE)


def _cut_short(xy: np.ndarray, land: shapely.Geometry) -> np.ndarray:
    """Leave out the first vertices of the network if a ship can go straight from the port to a later one."""
    port = shapely.Point(xy[0])
    for ahead in range(min(AHEAD, len(xy) - 1), 1, -1):
        straight = shapely.LineString([xy[0], xy[ahead]]).difference(port.buffer(PORT_DEGREES))
        if not straight.is_empty and not land.dwithin(straight, BERTH_DEGREES):
            return np.vstack([xy[:1], xy[ahead:]])
    return xy


def _rounded(xy: np.ndarray) -> np.ndarray:
    """Round corners by cutting them (Chaikin), ends kept."""
    for _ in range(CORNER_ROUNDS):
        first, second = xy[:-1], xy[1:]
        cut = np.empty((2 * len(first), 2))
        cut[0::2], cut[1::2] = 0.75 * first + 0.25 * second, 0.25 * first + 0.75 * second
        xy = np.vstack([xy[:1], cut[1:-1], xy[-1:]])
    return xy


def _shore(land: shapely.Geometry) -> shapely.STRtree:
    """Index the shore piece by piece: the distance to it is asked for thousands of points."""
    corners, ring = shapely.get_coordinates(shapely.boundary(shapely.get_parts(land)), return_index=True)
    joined = ring[1:] == ring[:-1]
    return shapely.STRtree(shapely.linestrings(np.stack([corners[:-1], corners[1:]], axis=1)[joined]))


def _calmed(xy: np.ndarray, shore: shapely.STRtree) -> np.ndarray:
    """
    Spread wide corners by a moving mean that reaches as far as the sea is open.

    The reach never exceeds the distance to land, so that no mean can lie on it, nor the distance to an end.
    """
    path = shapely.LineString(xy)
    count = max(3, int(path.length / STEP_DEGREES))
    even = shapely.get_coordinates(
        shapely.line_interpolate_point(path, np.linspace(0, 1, count), normalized=True)
    )
    wrapped = shapely.points((even[:, 0] + 180) % 360 - 180, even[:, 1])
    room = np.full(count, CALM_DEGREES)
    (near, _), apart = shore.query_nearest(
        wrapped, max_distance=CALM_DEGREES, return_distance=True, all_matches=False
    )
    room[near] = apart
    reach = np.minimum(room / STEP_DEGREES, np.minimum(np.arange(count), np.arange(count)[::-1])).astype(int)
    sums = np.vstack([[0.0, 0.0], np.cumsum(even, axis=0)])
    at = np.arange(count)
    calm = (sums[at + reach + 1] - sums[at - reach]) / (2 * reach + 1)[:, None]
    calm[0], calm[-1] = xy[0], xy[-1]
    return calm
