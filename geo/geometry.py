"""Drawn geometry: the base map, zone outlines and sea legs, read by name."""

from functools import lru_cache
from pathlib import Path

import geopandas as gpd
from pyogrio.errors import DataLayerError, DataSourceError

from geo.faults import Fault, TableError, shown_path, shown_value
from geo.tables import data_dir, own_data_dir

FOLDER = "geometry"
NAMES = ("countries", "departments", "labels", "lakes", "rivers", "sea_legs", "world", "zones")


def geometry_dir() -> Path:
    """
    Return the folder of geometry: that of the data package in use, else the one of this checkout.

    An analyst's own package may hold tables only; then the shipped geometry is drawn.

    Raises
    ------
    TableError
        If `NEXO_DATA` names no data package.
    """
    own = data_dir() / FOLDER
    return own if own.is_dir() else own_data_dir() / FOLDER


def geometry(name: str) -> gpd.GeoDataFrame:
    """
    Read one file of geometry, WGS84; longitudes of `world` and `sea_legs` may run on below -180.

    Returns
    -------
    gdf
        A copy of what is kept until the file changes; columns as in the file.

    Raises
    ------
    KeyError
        If there is no geometry of that name.
    TableError
        If the file is missing or no GeoJSON.
    """
    path = _path(name)
    return _geometry(path, path.stat().st_mtime_ns).copy()


def geometry_text(name: str) -> str:
    """
    Read one file of geometry as text, for the browser.

    Raises
    ------
    KeyError
        If there is no geometry of that name.
    TableError
        If the file is missing.
    """
    return _path(name).read_text(encoding="utf-8")


def _path(name: str) -> Path:
    if name not in NAMES:
        raise KeyError(f"no geometry {name!r}, expected one of {', '.join(NAMES)}")
    path = geometry_dir() / f"{name}.geojson"
    if not path.is_file():
        do = "restore it, or rebuild it with `nexo basemap`"
        raise TableError([Fault(_shown(path), None, "", "a GeoJSON file", "no such file", do)])
    return path


@lru_cache(maxsize=2 * len(NAMES))
def _geometry(path: Path, changed: int) -> gpd.GeoDataFrame:
    try:
        return gpd.read_file(path)
    except (DataSourceError, DataLayerError) as error:
        do = "restore it, or rebuild it with `nexo basemap`"
        raise TableError([Fault(_shown(path), None, "", "GeoJSON", shown_value(error), do)]) from error


def _shown(path: Path) -> str:
    return shown_path(path.parent.parent, path)
