"""Placement: every place inside its department or country, within its precision."""

import math
from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd
import pandas as pd
from pyogrio.errors import DataLayerError, DataSourceError
from pyproj import Transformer
from shapely import Geometry, Point, clip_by_rect, transform

from geo.checks.opened import OpenedPackage, OpenedTable
from geo.crs import M_PER_KM, require_wgs84
from geo.faults import Fault, shown_value
from geo.places import slug

HOME = "PE"
# the polygons, and the property that names them
FILES = {
    "department": ("departments.geojson", "name"),
    "country": ("countries.geojson", "iso2"),
    "world": ("world.geojson", "iso2"),
}
# The lines are made for 1:10,000,000: a department line lies up to 10 km off (8 km in Madre de Dios).
# The lands beyond the region are simplified to a quarter of a degree.
GENERALISED_KM = {"department": 10.0, "country": 10.0, "world": 30.0}
COLUMNS = ("place_id", "name", "department", "country", "kind", "lon", "lat", "precision_km")


def faults(package: OpenedPackage) -> list[Fault]:
    """List places outside their polygon, missing polygons, and ids that do not come from the name."""
    table = package.tables.get("places")
    if table is None:
        return package.lacking("places")
    if not table.has(*COLUMNS):
        return []
    found: list[Fault] = []
    areas = {one: _polygons(package, file, by, found) for one, (file, by) in FILES.items()}
    for at, place in enumerate(table.rows.to_dict("records")):
        place = {column: None if pd.isna(value) else value for column, value in place.items()}
        found += _id_faults(table, at, place) + _position_faults(table, at, place, areas)
    return found


def _polygons(package: OpenedPackage, name: str, by: str, found: list[Fault]) -> dict[str, Geometry]:
    """Read polygons by the slug of a property; what hinders goes to `found`."""
    path: Path = package.root / "geometry" / name
    shown = package.shown(f"geometry/{name}")
    if not path.is_file():
        do = "restore it with `nexo basemap`: places cannot be checked without it"
        found.append(Fault(shown, None, "", "the polygons of the base map", "no such file", do))
        return {}
    try:
        polygons = require_wgs84(gpd.read_file(path), shown)
    except (DataSourceError, DataLayerError):
        found.append(Fault(shown, None, "", "polygons as GeoJSON", "something else", "restore the file"))
        return {}
    except ValueError as error:
        found.append(Fault(shown, None, "", "polygons in WGS84", str(error), "restore the file"))
        return {}
    if by not in polygons.columns:
        found.append(Fault(shown, None, by, "this property", "none", "restore the file"))
        return {}
    if "turn" in polygons.columns:  # lands drawn once more, a turn to the west
        polygons = polygons[polygons["turn"] == 0]
    named = polygons[polygons[by].notna()]
    return {slug(str(key)): shape for key, shape in named.dissolve(by).geometry.items() if not shape.is_empty}


def _id_faults(table: OpenedTable, at: int, place: Mapping[str, object]) -> list[Fault]:
    if not place["name"] or not place["place_id"]:
        return []
    area = place["department"] or place["country"] or ""
    plain = f"{slug(str(place['name']))}_{slug(str(area))}"
    allowed = (plain, f"{plain}_{slug(str(place['kind'] or ''))}")
    if place["place_id"] in allowed:
        return []
    expected = f"{allowed[0]!r}, or {allowed[1]!r} for a namesake"
    return [
        table.fault(at, "place_id", expected, shown_value(place["place_id"]), "use that id in every table")
    ]


def _position_faults(
    table: OpenedTable,
    at: int,
    place: Mapping[str, object],
    areas: Mapping[str, Mapping[str, Geometry]],
) -> list[Fault]:
    lon, lat, precision = place["lon"], place["lat"], place["precision_km"]
    if lon is None or lat is None or not (-180 <= lon <= 180 and -90 <= lat <= 90):
        got = f"{shown_value(lon)}, {shown_value(lat)}"
        return [table.fault(at, "lon", "longitude and latitude in degrees", got, "fill in the position")]
    if precision is None or precision <= 0:
        return [
            table.fault(
                at, "precision_km", "more than 0 km", shown_value(precision), "say how well it is known"
            )
        ]
    if place["department"] and place["country"] != HOME:
        got = f"{place['department']!r} in {place['country'] or 'no country'}"
        return [table.fault(at, "department", f"a department only in {HOME}", got, "correct one of them")]
    column = "department" if place["department"] else "country"
    # the base map and the world share a country that reaches into the region: France holds Guiana
    named = {one: areas[one] for one in (("department",) if column == "department" else ("country", "world"))}
    if not all(named.values()):  # a file is missing or broken: said once
        return []
    key = slug(str(place[column] or ""))
    away = {one: outside_km(lon, lat, held[key]) for one, held in named.items() if key in held}
    if not away:
        expected = f"a {column} with polygons in {' or '.join(FILES[one][0] for one in named)}"
        return [
            table.fault(at, column, expected, shown_value(place[column]), "correct it or add the polygon")
        ]
    if any(km <= precision + GENERALISED_KM[one] for one, km in away.items()):
        return []
    nearest = min(away, key=away.get)
    expected = f"a point inside {place[column]} or at most {precision + GENERALISED_KM[nearest]:g} km off"
    got = f"{lon:g}, {lat:g}, {away[nearest]:.0f} km off"
    return [table.fault(at, "lon", expected, got, f"correct it or the {column}")]


def outside_km(lon: float, lat: float, area: Geometry) -> float:
    """Measure how far a WGS84 point lies outside an area, in km (0 inside)."""
    point = Point(lon, lat)
    if area.covers(point):
        return 0.0
    # roughly in degrees first: only the nearest part of the coast or border is worth projecting
    reach = area.distance(point) * 1.01 / max(math.cos(math.radians(min(abs(lat) + 1, 89))), 0.02) + 0.01
    near = clip_by_rect(area, lon - reach, lat - reach, lon + reach, lat + reach)
    here = f"+proj=aeqd +lon_0={lon} +lat_0={lat} +datum=WGS84 +units=m"
    project = Transformer.from_crs("EPSG:4326", here, always_xy=True).transform
    projected = transform(near, project, interleaved=False)
    return projected.distance(Point(0, 0)) / M_PER_KM
