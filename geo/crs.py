"""Coordinates: WGS84 at the door, areas and lengths on the ellipsoid."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Geod
from pyproj.exceptions import CRSError

WGS84 = "EPSG:4326"
EQUAL_AREA = "ESRI:102033"  # South America Albers: true areas over the whole region
M_PER_KM = 1_000
M2_PER_KM2 = 1_000_000
GEOD = Geod(ellps="WGS84")


def require_wgs84(gdf: gpd.GeoDataFrame, what: str = "the frame") -> gpd.GeoDataFrame:
    """
    Let only longitude/latitude in WGS84 pass.

    Parameters
    ----------
    gdf
        Any frame with a geometry column.
    what
        Its name in the error.

    Returns
    -------
    gdf
        The same frame.

    Raises
    ------
    ValueError
        If the frame has no coordinate system, another one, or coordinates outside longitude and latitude.
    """
    if gdf.crs is None:
        raise ValueError(f"{what} has no coordinate system, expected {WGS84}: set it where the file is read")
    if gdf.crs.to_epsg() != 4326 and not _is_crs84(gdf):
        raise ValueError(
            f"{what} is in {gdf.crs.to_string()}, expected {WGS84}: reproject it with to_crs({WGS84!r})"
        )
    if len(gdf) and not gdf.geometry.is_empty.all():
        west, south, east, north = gdf.total_bounds
        # a line over the Pacific runs on past the antimeridian: one turn more is still a longitude
        if west < -540 or east > 540 or south < -90 or north > 90:
            raise ValueError(
                f"{what} reaches from {west:.3f}, {south:.3f} to {east:.3f}, {north:.3f}, expected "
                "longitude in -540..540 and latitude in -90..90: x is the longitude"
            )
    return gdf


def area_km2(gdf: gpd.GeoDataFrame) -> pd.Series:
    """
    Measure areas in square kilometres, in the equal-area projection ESRI:102033.

    Raises
    ------
    ValueError
        If the frame is not in WGS84.
    """
    return (require_wgs84(gdf).geometry.to_crs(EQUAL_AREA).area / M2_PER_KM2).rename("area_km2")


def distance_km(lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    """
    Measure the geodesic between two points in kilometres, on the WGS84 ellipsoid.

    Raises
    ------
    ValueError
        If a coordinate is no longitude or latitude.
    """
    for lon, lat in ((lon1, lat1), (lon2, lat2)):
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            raise ValueError(
                f"{lon}, {lat} is no place: expected longitude in -180..180, then latitude in -90..90"
            )
    return float(GEOD.inv(lon1, lat1, lon2, lat2)[2]) / M_PER_KM


def circle(lon: float, lat: float, radius_km: float, corners: int = 72) -> shapely.Polygon:
    """
    Draw the circle round a point, every corner as far away on the WGS84 ellipsoid.

    Raises
    ------
    ValueError
        If the radius is not above 0.
    """
    if not radius_km > 0:
        raise ValueError(f"radius_km is {radius_km}, expected more than 0")
    # against the clock, as GeoJSON wants the outer ring
    turns = np.linspace(360, 0, corners, endpoint=False)
    at, away = np.full(corners, lon), np.full(corners, lat)
    lons, lats, _ = GEOD.fwd(at, away, turns, np.full(corners, radius_km * M_PER_KM))
    return shapely.Polygon(zip(lons, lats, strict=True))


def _is_crs84(gdf: gpd.GeoDataFrame) -> bool:
    """Say whether the frame is in OGC:CRS84, the name GeoJSON gives to WGS84 in lon/lat order."""
    try:
        return gdf.crs.to_authority() == ("OGC", "CRS84")
    except CRSError:
        return False
