"""Schematic outlines of coca zones, from the localities known to belong to them."""

import geopandas as gpd
import pandas as pd
import shapely

from geo.crs import EQUAL_AREA, WGS84, require_wgs84
from geo.joins import join_facts

CIRCLE_M = 13_000
LINK_M, LINK_UP_TO_M = 9_000, 75_000  # a valley goes on between neighbours that are no farther apart
GROW_M, SHRINK_M = 22_000, 24_000
ROUND_M = 5_000
SIMPLIFY_M = 350
SEAM_M = 1_500
BORDER_M = 2_000
PRECISION = "schematic: 13 km round located localities, neighbours joined, smoothed; not a surveyed boundary"


def outlines(
    zones: pd.DataFrame, members: pd.DataFrame, places: gpd.GeoDataFrame, land: shapely.Geometry
) -> gpd.GeoDataFrame:
    """
    Draw one area a zone: where it lies, not how far it reaches.

    13 km circles round the members and bands between neighbours less than 75 km apart are united, closed
    (grown by 22 km, shrunk by 24 km) and rounded, all in ESRI:102033. Where two zones would overlap, the seam
    runs half-way between their members. A zone without members of its own is the union of its parts.

    Parameters
    ----------
    zones
        Columns `zone_id`, `parent_zone`, `label_lon`, `label_lat`.
    members
        One row a locality of a zone: `zone_id`, `place_id`.
    places
        Gazetteer: `place_id`, point geometry, WGS84.
    land
        The country the figures are about, WGS84: nothing is drawn beyond 2 km outside its generalised border.

    Returns
    -------
    outlines
        `zone_id`, `precision_note`, `label_lon`, `label_lat` (the zone's own label point, if it lies inside),
        polygon geometry; in the order of `zones`, without those that have neither members nor parts with
        members.

    Raises
    ------
    KeyError
        If a member's place is not in the gazetteer.
    ValueError
        If a member belongs to a zone that `zones` lacks, or the places are not in WGS84.
    """
    unknown = sorted(set(members["zone_id"]) - set(zones["zone_id"]))
    if unknown:
        raise ValueError(
            f"zone_members names zones that coca_zones lacks: {', '.join(unknown)}; add them there"
        )
    at = join_facts(
        require_wgs84(places, "places")[["place_id", "geometry"]], members[["zone_id", "place_id"]]
    )
    points = {
        zone: shapely.MultiPoint(list(rows))
        for zone, rows in at.to_crs(EQUAL_AREA).groupby("zone_id")["geometry"]
    }
    inside = gpd.GeoSeries([land], crs=WGS84).to_crs(EQUAL_AREA).iloc[0].buffer(BORDER_M)
    valleys = {zone: _valley(spots).intersection(inside) for zone, spots in points.items()}
    shapes = _without_overlaps(valleys, points)
    for zone in zones["zone_id"]:
        parts = [
            shapes[part] for part in zones.loc[zones["parent_zone"].eq(zone), "zone_id"] if part in shapes
        ]
        if zone not in shapes and parts:
            shapes[zone] = shapely.union_all(parts)
    drawn = zones.loc[zones["zone_id"].isin(list(shapes)), ["zone_id", "label_lon", "label_lat"]]
    drawn.insert(1, "precision_note", PRECISION)
    areas = gpd.GeoSeries([shapes[zone] for zone in drawn["zone_id"]], crs=EQUAL_AREA, index=drawn.index)
    outlined = gpd.GeoDataFrame(drawn, geometry=areas.to_crs(WGS84)).reset_index(drop=True)
    rows = outlined[["label_lon", "label_lat", "geometry"]].itertuples(index=False)
    labels = [_label_point(*row) for row in rows]
    return outlined.assign(label_lon=[one.x for one in labels], label_lat=[one.y for one in labels])


def _label_point(lon: float, lat: float, area: shapely.Geometry) -> shapely.Point:
    """Keep a label point that lies inside; else take the middle of the largest part."""
    own = shapely.Point(lon, lat)
    if area.contains(own):
        return own
    largest = max(shapely.get_parts(area), key=lambda part: part.area)
    middle = shapely.Point(shapely.maximum_inscribed_circle(largest).coords[0])
    return shapely.Point(round(middle.x, 3), round(middle.y, 3))


def _valley(points: shapely.MultiPoint) -> shapely.Geometry:
    links = shapely.MultiLineString([link for link in _links(points) if link.length <= LINK_UP_TO_M])
    known = points.buffer(CIRCLE_M).union(links.buffer(LINK_M))
    return _smooth(known.buffer(GROW_M).buffer(-SHRINK_M))


def _links(points: shapely.MultiPoint) -> list[shapely.LineString]:
    """Join all points by the shortest net of lines (a minimum spanning tree, grown from the first point)."""
    spots = sorted(points.geoms, key=lambda one: (one.x, one.y))
    joined, links = spots[:1], []
    loose = spots[1:]
    while loose:
        here, there = min(((a, b) for a in joined for b in loose), key=lambda pair: pair[0].distance(pair[1]))
        links.append(shapely.LineString([here, there]))
        joined.append(there)
        loose.remove(there)
    return links


def _smooth(area: shapely.Geometry) -> shapely.Geometry:
    rounded = area.buffer(-ROUND_M).buffer(2 * ROUND_M).buffer(-ROUND_M)
    return rounded.simplify(SIMPLIFY_M)


def _without_overlaps(
    shapes: dict[str, shapely.Geometry], points: dict[str, shapely.MultiPoint]
) -> dict[str, shapely.Geometry]:
    """Give land that two zones claim to the one with the nearer member, with a narrow seam between."""
    cells = _cells(points)
    cut = {}
    for zone, shape in shapes.items():
        rivals = [cells[other] for other in shapes if other != zone and shape.intersects(shapes[other])]
        kept = shape.difference(shapely.union_all(rivals).buffer(SEAM_M)) if rivals else shape
        cut[zone] = _smooth(kept) if rivals else kept
    return cut


def _cells(points: dict[str, shapely.MultiPoint]) -> dict[str, shapely.Geometry]:
    """Divide the plane: each zone gets what is nearer to its members than to any other zone's."""
    every = shapely.union_all(list(points.values()))
    around = every.envelope.buffer(4 * GROW_M)
    cells = shapely.get_parts(shapely.voronoi_polygons(every, extend_to=around))
    tree = shapely.STRtree(cells)
    divided = {}
    for zone, spots in points.items():
        mine = {int(k) for spot in spots.geoms for k in tree.query(spot, predicate="intersects")}
        divided[zone] = shapely.union_all(cells[sorted(mine)])
    return divided
