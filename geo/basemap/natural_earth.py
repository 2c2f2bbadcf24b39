"""Countries and departments from the Natural Earth layers that QGIS ships."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import shapely

from geo.basemap.archives import deb_file
from geo.crs import WGS84

GPKG = "usr/share/qgis/resources/data/world_map.gpkg"
REGION = (-92.0, -36.0, -30.0, 14.0)
WORLD_TOLERANCE = 0.25
WORLD_SMALLEST = 0.05
ASIA_FROM_LON = 55.0
ANTARCTICA = "AQ"
FULL_TURN = 360.0
MERGED = {"Lima Province": "Lima"}  # the source draws the capital apart; the facts know one Lima


def read_layers(package: Path) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """
    Read the countries of the world (`iso2`, `name`) and Peru's departments (`name`), WGS84.

    Raises
    ------
    InputError
        If the package lacks the Natural Earth file.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "world_map.gpkg"
        path.write_bytes(deb_file(package, GPKG))
        countries = gpd.read_file(path, layer="countries")
        provinces = gpd.read_file(path, layer="states_provinces", where="adm0_a3 = 'PER'")
    countries = countries.rename(columns={"iso_a2": "iso2", "NAME": "name"})[["iso2", "name", "geometry"]]
    provinces["name"] = provinces["name"].replace(MERGED)
    departments = provinces[["name", "geometry"]].dissolve("name", as_index=False)
    return (
        countries.sort_values("iso2", ignore_index=True),
        departments.sort_values("name", ignore_index=True),
    )


def region_countries(countries: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """
    Keep every piece of land that reaches into the region, whole: a cut would draw a border that is none.

    The source is generalised already and keeps its detail.
    """
    box = shapely.box(*REGION)
    kept = countries[countries.intersects(box)].copy()
    kept["geometry"] = [_pieces(shape, lambda piece: piece.intersects(box)) for shape in kept.geometry]
    return kept.reset_index(drop=True)


def world_land(countries: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """
    Coarsen the land outside the region, for routes that cross oceans; every country keeps its largest piece.

    Asia and Oceania occur twice, the second time one turn to the west (`turn` -1): a route over the Pacific
    is drawn with continuous longitudes below -180 and would otherwise end in empty sea.
    """
    box = shapely.box(*REGION)
    rows = []
    drawn = countries[countries["iso2"] != ANTARCTICA]
    outside = [_pieces(shape, lambda piece: not piece.intersects(box)) for shape in drawn.geometry]
    coarse = shapely.coverage_simplify(outside, WORLD_TOLERANCE)
    for iso2, shape in zip(drawn["iso2"], coarse, strict=True):
        areas = shapely.area(shapely.get_parts(shape))
        least = min(areas.max(initial=0.0), WORLD_SMALLEST)
        land = shapely.MultiPolygon(shapely.get_parts(shape)[areas >= least].tolist())
        east = _pieces(land, lambda piece: piece.bounds[2] > ASIA_FROM_LON and piece.bounds[0] > 0)
        if not land.is_empty:
            rows.append({"iso2": iso2, "turn": 0, "geometry": land})
        if not east.is_empty:
            moved = shapely.transform(east, lambda xy: xy - [FULL_TURN, 0])
            rows.append({"iso2": iso2, "turn": -1, "geometry": moved})
    return gpd.GeoDataFrame(rows, crs=WGS84)


def _pieces(shape: shapely.Geometry, wanted: Callable[[shapely.Polygon], bool]) -> shapely.MultiPolygon:
    return shapely.MultiPolygon([piece for piece in shapely.get_parts(shape) if wanted(piece)])
