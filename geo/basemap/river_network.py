"""River stretches joined to a network, ranked by how much river lies upstream."""

import networkx as nx
import numpy as np
import shapely

from geo.basemap.centreline import centreline
from geo.crs import GEOD, M_PER_KM

GRID = 1e-4
BANK_DEGREES = 0.12
GAP_DEGREES = 0.04
RANK_FROM_KM = (6000.0, 1500.0, 450.0, 120.0)
Node = tuple[float, float]


def length_km(line: shapely.LineString) -> float:
    """Measure a line in longitude and latitude on the ellipsoid."""
    return GEOD.geometry_length(line) / M_PER_KM


def network(shores: list[np.ndarray], sea: shapely.Geometry) -> nx.Graph:
    """
    Join stretches to a graph; each edge carries its `line`, `km`, `upstream_km` and `rank` (1 largest to 5).

    The file knows neither names nor sizes nor directions. Water is taken to leave each connected system at
    the loose end nearest to the sea (of its wide river, if it has one); on the shortest paths to that end,
    the kilometres of river above a stretch add up to its size.

    Parameters
    ----------
    shores
        Points of each line; a closed ring holds the two banks of a wide river.
    sea
        Coast line, to find the mouths.
    """
    graph = nx.Graph()
    lines, wide_ends = _noded(shores)
    for line in lines:
        ends = _node(line.coords[0]), _node(line.coords[-1])
        if ends[0] != ends[1] and not graph.has_edge(*ends):
            graph.add_edge(*ends, line=line, km=length_km(line))
    for nodes in list(nx.connected_components(graph)):
        part = graph.subgraph(nodes)
        _add_upstream(part, _mouth(part, wide_ends, sea))
    return graph


def _mouth(part: nx.Graph, wide_ends: set[Node], sea: shapely.Geometry) -> Node:
    """Find where the water of one system leaves: at its wide river's or else a loose end, near the sea."""
    ends = sorted(wide_ends & set(part.nodes))
    ends = ends or sorted(node for node in part if part.degree(node) == 1) or sorted(part.nodes)
    return ends[int(np.argmin(shapely.distance(shapely.points(ends), sea)))]


def rank_of(upstream_km: float) -> int:
    """Rank a stretch: 1 for the largest rivers to 5 for brooks."""
    return 1 + sum(upstream_km < limit for limit in RANK_FROM_KM)


def _noded(shores: list[np.ndarray]) -> tuple[list[shapely.LineString], set[Node]]:
    """Cut lines where others meet them, after closing the small gaps at which the file breaks a river."""
    lines, reach, wide_ends = [], [], set()
    for xy in shores:
        if len(xy) < 2:
            continue
        wide = len(xy) > 3 and np.array_equal(xy[0], xy[-1])
        line = centreline(shapely.make_valid(shapely.Polygon(xy))) if wide else shapely.LineString(xy)
        line = shapely.set_precision(line, GRID)
        if not line.is_empty:
            lines.append(line)
            reach.append(BANK_DEGREES if wide else GAP_DEGREES)
            wide_ends |= {_node(line.coords[0]), _node(line.coords[-1])} if wide else set()
    cut = shapely.union_all([*lines, *_links(lines, np.array(reach))], grid_size=GRID)
    return sorted(shapely.get_parts(cut), key=lambda line: (line.bounds, line.length)), wide_ends


def _links(lines: list[shapely.LineString], reach: np.ndarray) -> list[shapely.LineString]:
    """Lead loose ends to the nearest other line within its reach; a wide river is reached at its bank."""
    tree = shapely.STRtree(lines)
    links = []
    for own, line in enumerate(lines):
        for end in (shapely.Point(line.coords[0]), shapely.Point(line.coords[-1])):
            near = [k for k in tree.query(end, predicate="dwithin", distance=BANK_DEGREES) if k != own]
            apart = {int(k): end.distance(lines[k]) for k in near if end.distance(lines[k]) < reach[k]}
            if apart and min(apart.values()) > GRID / 2:
                target = lines[min(apart, key=lambda k: (apart[k], k))]
                links.append(shapely.LineString([end, target.interpolate(target.project(end))]))
    return links


def _node(point: tuple[float, ...]) -> Node:
    return round(point[0], 4), round(point[1], 4)


def _add_upstream(graph: nx.Graph, mouth: Node) -> None:
    """Give each edge of one river system its `upstream_km` and `rank`."""
    distance, paths = nx.single_source_dijkstra(graph, mouth, weight="km")
    upstream = dict.fromkeys(graph.nodes, 0.0)
    for node in sorted(graph.nodes, key=lambda one: (-distance[one], one)):
        if node != mouth:
            below = paths[node][-2]
            upstream[below] += upstream[node] + graph.edges[node, below]["km"]
    for first, second, edge in graph.edges(data=True):
        lower, upper = sorted((first, second), key=lambda one: distance[one])
        on_tree = paths[upper][-2:-1] == [lower]
        edge["upstream_km"] = edge["km"] + (upstream[upper] if on_tree else 0.0)
        edge["rank"] = rank_of(edge["upstream_km"])
