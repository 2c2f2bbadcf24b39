"""Labels of the base map: curated points, departments at their middle, rivers along their course."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.basemap.label_boxes import Label, settle, width_px
from geo.crs import WGS84

Wish = tuple[Label, ...]
DEPARTMENT_RANK = 7
DEPARTMENT_ZOOMS = (5.9, 9.0)
DEGREE_PX_AT_0 = 256 / 360
FIT = 1.5  # a department's name may be this much wider than the widest circle inside it
RIVER_STEP_PX = 520  # one name of a river on about this many pixels at zoom 7.5
RIVER_CLOSE_ZOOM = 7.2
LAST = 12.0


def point_labels(points: pd.DataFrame) -> list[Wish]:
    """
    Take the curated labels: countries, seas, lakes and towns.

    Parameters
    ----------
    points
        Columns `kind, text, lon, lat, rank, min_zoom, max_zoom` (empty: no upper limit).
    """
    return [
        (Label(row.kind, row.text, row.lon, row.lat, row.rank, row.min_zoom, _upper(row.max_zoom)),)
        for row in points.itertuples()
    ]


def department_labels(departments: gpd.GeoDataFrame) -> list[Wish]:
    """Name each department well inside its lines, from the zoom at which the name fits."""
    wishes = []
    for row in departments.itertuples():
        radius = shapely.maximum_inscribed_circle(row.geometry, tolerance=0.01)
        room = 2 * radius.length * FIT * DEGREE_PX_AT_0
        zoom = max(DEPARTMENT_ZOOMS[0], round(float(np.log2(width_px("department", row.name) / room)), 1))
        if zoom < DEPARTMENT_ZOOMS[1]:
            spots = _inner_points(row.geometry, shapely.Point(radius.coords[0]), radius.length)
            wishes.append(
                tuple(
                    Label("department", row.name, spot.x, spot.y, DEPARTMENT_RANK, zoom, DEPARTMENT_ZOOMS[1])
                    for spot in spots
                )
            )
    return wishes


def river_labels(rivers: dict[str, shapely.LineString], wanted: pd.DataFrame) -> list[Wish]:
    """
    Write a river's name along its straight parts, several times along a long river when zoomed in.

    Parameters
    ----------
    rivers
        Course of each named river.
    wanted
        Columns `river`, `rank`, `min_zoom`, one row a river.
    """
    wishes = []
    for row in wanted.itertuples():
        line = rivers[row.river]
        count = max(1, round(line.length * DEGREE_PX_AT_0 * 2**7.5 / RIVER_STEP_PX))
        far = RIVER_CLOSE_ZOOM - 0.01 if count > 1 else LAST
        wishes.append(_along(row.river, line, (0.12, 0.88), row.min_zoom, far, row.rank))
        for k in range(count if count > 1 else 0):
            window = (k + 0.08) / count, (k + 0.92) / count
            wishes.append(_along(row.river, line, window, RIVER_CLOSE_ZOOM, LAST, row.rank + 1))
    return wishes


def label_frame(wishes: list[Wish]) -> gpd.GeoDataFrame:
    """
    Settle labels so that none touch, best rank first.

    Returns
    -------
    frame
        `kind, text, rank, min_zoom, max_zoom, angle` (degrees clockwise on the map), point geometry.
    """
    rows = [vars(label) for label in settle(wishes)]
    frame = pd.DataFrame(rows)
    points = gpd.points_from_xy(frame.pop("lon"), frame.pop("lat"))
    return gpd.GeoDataFrame(frame, geometry=points, crs=WGS84)


def _along(
    text: str,
    line: shapely.LineString,
    window: tuple[float, float],
    min_zoom: float,
    max_zoom: float,
    rank: int,
) -> Wish:
    """Offer places of a text inside a window of the river, straight ones first."""
    zoom = min(max(min_zoom, 6.0) + 0.6, 8.5)
    half = width_px("river", text) / 2 / (DEGREE_PX_AT_0 * 2**zoom)
    offers = []
    for share in np.linspace(*window, 25):
        at = share * line.length
        steps = np.clip(at + np.linspace(-half, half, 9), 0, line.length)
        part = shapely.get_coordinates([line.interpolate(step) for step in steps])
        east, north = part[-1] - part[0]
        length = float(np.hypot(east, north)) or 1e-9
        off = np.abs(east * (part[:, 1] - part[0, 1]) - north * (part[:, 0] - part[0, 0])) / length
        # clockwise on screen, never upside down
        angle = (90 - np.degrees(np.arctan2(north, east))) % 180 - 90
        bend = float(off.max()) / length + 0.1 * abs(share - sum(window) / 2)
        steep = 0.002 * max(0.0, abs(float(angle)) - 45)
        lon, lat = map(float, part.mean(axis=0))
        label = Label("river", text, lon, lat, rank, min_zoom, max_zoom, round(float(angle), 1))
        offers.append((bend + steep, label))
    return tuple(label for _, label in sorted(offers, key=lambda one: (one[0], one[1].lon)))


def _inner_points(area: shapely.Geometry, centre: shapely.Point, radius: float) -> list[shapely.Point]:
    """Offer the centre of the widest circle, then points of a grid that keep off the lines."""
    west, south, east, north = area.bounds
    columns, rows = np.meshgrid(np.linspace(west, east, 15), np.linspace(south, north, 15))
    grid = shapely.points(columns.ravel(), rows.ravel())
    apart = shapely.distance(grid, area.boundary) > radius * 0.4
    inner = grid[apart & shapely.contains(area, grid)].tolist()
    inner.sort(key=lambda spot: (round(spot.distance(centre), 6), spot.x, spot.y))
    return [centre, *inner]


def _upper(zoom: float) -> float:
    return LAST if pd.isna(zoom) else float(zoom)
