"""Shapes of the coca zones: schematic outlines, and the points of their labels and circles."""

import geopandas as gpd

from geo.crs import WGS84
from geo.geometry import geometry


def outlines() -> gpd.GeoDataFrame:
    """Give one area a zone: `zone_id`, geometry."""
    return geometry("zones")[["zone_id", "geometry"]]


def label_points() -> gpd.GeoDataFrame:
    """Give the point of each zone's label and circle, inside its outline: `zone_id`, geometry."""
    zones = geometry("zones")[["zone_id", "label_lon", "label_lat"]]
    points = gpd.points_from_xy(zones["label_lon"], zones["label_lat"])
    return gpd.GeoDataFrame(zones[["zone_id"]], geometry=points, crs=WGS84)
