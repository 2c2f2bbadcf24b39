"""Small weighted points for the tests of displacement, in one line each."""

import geopandas as gpd
import pandas as pd


def points(*lonlat: tuple[float, float]) -> gpd.GeoSeries:
    """Give one point for each pair, in WGS84, indexed a, b, c, ..."""
    units = [chr(ord("a") + place) for place in range(len(lonlat))]
    lons, lats = zip(*lonlat, strict=True)
    return gpd.GeoSeries.from_xy(lons, lats, index=units, crs="EPSG:4326")


def values(*numbers: float | None) -> pd.Series:
    """Give one value a unit, indexed a, b, c, ...; None is no value."""
    return pd.Series(numbers, index=[chr(ord("a") + place) for place in range(len(numbers))], dtype=float)
