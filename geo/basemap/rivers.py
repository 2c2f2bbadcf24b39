"""Rivers and lakes of the base map: drawn stretches, and names where towns on the banks fix them."""

import itertools
from pathlib import Path

import geopandas as gpd
import networkx as nx
import numpy as np
import pandas as pd
import shapely

from geo.basemap.gshhs import ISLAND, LAKE, read_shores
from geo.basemap.river_network import Node, network
from geo.crs import GEOD, M_PER_KM, WGS84

READ_BOX = (-83.0, -24.0, -45.0, 6.0)
PERU_BOX = (-82.0, -19.5, -66.0, 2.6)
RANK_BEYOND_PERU = 3
MIN_ZOOM = {1: 3.0, 2: 4.0, 3: 5.0, 4: 6.2, 5: 7.4}
TOLERANCE = 0.004
BANK_KM = 8.0
LAKE_KM2 = {"peru": 60.0, "beyond": 1_500.0}
Pair = tuple[Node, Node]


def river_graph(wheel: Path, land: shapely.Geometry) -> nx.Graph:
    """
    Join the rivers round Peru to a ranked network.

    Raises
    ------
    InputError
        If the wheel lacks the rivers or they are damaged.
    """
    return network([shore.xy for shore in read_shores(wheel, "rivers", READ_BOX)], land.boundary)


def named_stretches(graph: nx.Graph, stops: pd.DataFrame) -> dict[str, list[Pair]]:
    """
    Find the stretches between the towns that lie on a named river.

    The file has no names. A river is named only from the first to the last of its `stops` (columns `river`,
    `stop`, `place`, `lon`, `lat`), each of which must lie on the bank of a drawn river.

    Returns
    -------
    stretches
        Edges of the graph in order, by river.

    Raises
    ------
    ValueError
        If a stop lies farther than 8 km from every river, or no river joins two stops; all are listed.
    """
    faults, stretches = [], {}
    for river, rows in stops.sort_values(["river", "stop"]).groupby("river"):
        edges = []
        for row in rows.itertuples():
            pair, apart_km = _nearest(graph, row.lon, row.lat)
            edges.append(pair)
            if apart_km > BANK_KM:
                got = f"{row.place} lies {apart_km:.1f} km from a river"
                faults.append(f"{river}: {got}, expected at most {BANK_KM:g}; choose a town on the bank")
        try:
            stretches[river] = _along(graph, edges)
        except nx.NetworkXNoPath:
            faults.append(f"{river}: its stops {', '.join(rows['place'])} lie on rivers that do not meet")
    if faults:
        raise ValueError("river_stops.csv does not fit the rivers:\n  " + "\n  ".join(faults))
    return stretches


def drawn_rivers(graph: nx.Graph, stretches: dict[str, list[Pair]]) -> gpd.GeoDataFrame:
    """
    Merge stretches of one rank and name to lines, simplified for zoom 4 to 9.

    Returns
    -------
    rivers
        `name` (or None), `rank` (1 largest to 5), `min_zoom`, geometry; small rivers only in and near Peru.
    """
    names = {frozenset(pair): river for river, pairs in stretches.items() for pair in pairs}
    near = shapely.box(*PERU_BOX)
    parts: dict[tuple[int, str], list[shapely.LineString]] = {}
    for first, second, edge in graph.edges(data=True):
        if edge["rank"] <= RANK_BEYOND_PERU or edge["line"].intersects(near):
            key = edge["rank"], names.get(frozenset((first, second)), "")
            parts.setdefault(key, []).append(edge["line"])
    rows = []
    for (rank, name), lines in sorted(parts.items()):
        merged = shapely.simplify(shapely.line_merge(shapely.MultiLineString(lines)), TOLERANCE)
        for line in sorted(shapely.get_parts(merged), key=lambda one: one.bounds):
            rows.append({"name": name or None, "rank": rank, "min_zoom": MIN_ZOOM[rank], "geometry": line})
    return gpd.GeoDataFrame(rows, crs=WGS84)


def stretch_line(graph: nx.Graph, pairs: list[Pair]) -> shapely.LineString:
    """Join the edges of one named river to a line, the longest if it forks."""
    merged = shapely.line_merge(shapely.MultiLineString([graph.edges[pair]["line"] for pair in pairs]))
    return max(shapely.get_parts(merged), key=lambda line: line.length)


def drawn_lakes(wheel: Path) -> gpd.GeoDataFrame:
    """
    Take the lakes of Peru and the great lakes beyond, their islands cut out.

    Returns
    -------
    lakes
        `area_km2`, geometry; largest first.

    Raises
    ------
    InputError
        If the wheel lacks the shores or they are damaged.
    """
    near = shapely.box(*PERU_BOX)
    shores = [
        (shore, shapely.make_valid(shapely.Polygon(shore.xy)))
        for shore in read_shores(wheel, "gshhs", READ_BOX)
        if shore.kind in (LAKE, ISLAND) and len(shore.xy) > 3
    ]
    islands = shapely.union_all([shape for shore, shape in shores if shore.kind == ISLAND])
    rows = []
    for shore, shape in shores:
        smallest = LAKE_KM2["peru" if shape.intersects(near) else "beyond"]
        if shore.kind == LAKE and shore.area_km2 >= smallest:
            water = shapely.simplify(shape.difference(islands), TOLERANCE / 2)
            rows.append({"area_km2": round(shore.area_km2, 1), "geometry": water})
    lakes = gpd.GeoDataFrame(rows, crs=WGS84)
    return lakes.sort_values("area_km2", ascending=False, ignore_index=True)


def _nearest(graph: nx.Graph, lon: float, lat: float) -> tuple[Pair, float]:
    at = shapely.Point(lon, lat)
    pairs = sorted(graph.edges)
    apart = shapely.distance(np.array([graph.edges[pair]["line"] for pair in pairs]), at)
    pair = pairs[int(np.argmin(apart))]
    line = graph.edges[pair]["line"]
    near = line.interpolate(line.project(at))
    return pair, GEOD.inv(lon, lat, near.x, near.y)[2] / M_PER_KM


def _along(graph: nx.Graph, edges: list[Pair]) -> list[Pair]:
    """Follow the cheapest path through the edges; large rivers are cheap, to keep to the main stream."""
    found: dict[frozenset[Node], Pair] = {frozenset(edges[0]): edges[0]}
    for (start, _), last in itertools.pairwise(edges):
        path = nx.shortest_path(graph, start, last[0], weight=lambda _a, _b, edge: edge["km"] * edge["rank"])
        for pair in [*itertools.pairwise(path), last]:
            found.setdefault(frozenset(pair), pair)
    return list(found.values())
