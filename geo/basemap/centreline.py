"""One line down the middle of a river that is given as two banks."""

import networkx as nx
import shapely

STEP_DEGREES = 0.02
DECIMALS = 9  # ends of Voronoi edges that are the same corner


def centreline(banks: shapely.Polygon) -> shapely.LineString:
    """
    Find the longest path along the middle of a long narrow polygon.

    The edges of the Voronoi diagram of the densely sampled banks that lie inside the polygon form its
    skeleton; the path between the two skeleton ends that are farthest apart is the river.

    Raises
    ------
    ValueError
        If the polygon is too small to have a skeleton.
    """
    points = shapely.get_coordinates(shapely.segmentize(banks.exterior, STEP_DEGREES))[:-1]
    edges = shapely.get_parts(shapely.voronoi_polygons(shapely.MultiPoint(points), only_edges=True))
    shapely.prepare(banks)
    graph = nx.Graph()
    for edge in edges[shapely.contains_properly(banks, edges)]:
        corners = [tuple(round(value, DECIMALS) for value in corner) for corner in edge.coords]
        for first, second in zip(corners, corners[1:], strict=False):
            graph.add_edge(first, second, length=shapely.Point(first).distance(shapely.Point(second)))
    if graph.number_of_edges() == 0:
        raise ValueError(
            f"no centre line in banks of {len(points)} points; expected a polygon wider than "
            f"{STEP_DEGREES} degrees somewhere"
        )
    part = graph.subgraph(max(nx.connected_components(graph), key=lambda nodes: (len(nodes), min(nodes))))
    first = _farthest(part, min(part.nodes))
    last = _farthest(part, first)
    return shapely.LineString(nx.shortest_path(part, first, last, weight="length"))


def _farthest(graph: nx.Graph, start: tuple[float, ...]) -> tuple[float, ...]:
    lengths = nx.single_source_dijkstra_path_length(graph, start, weight="length")
    return max(lengths, key=lambda node: (lengths[node], node))
