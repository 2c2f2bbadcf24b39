"""Files are rounded, one feature a line, small and valid."""

import json

import geopandas as gpd
import pytest
import shapely

from geo.basemap import geojson
from geo.basemap.geojson import write_geojson


def test_a_feature_a_line_rounded_with_missing_values_as_null(tmp_path):
    points = [shapely.Point(-75.123456, -9.98768), shapely.Point(1, 2)]
    frame = gpd.GeoDataFrame({"name": ["Áncash", None], "rank": [1, 2]}, geometry=points, crs=4326)
    write_geojson(frame, tmp_path / "a.geojson")
    content = (tmp_path / "a.geojson").read_bytes()
    assert b"\r" not in content and content.count(b"\n") == 4
    first, second = json.loads(content)["features"]
    assert first["geometry"]["coordinates"] == [-75.1235, -9.9877]
    assert first["properties"] == {"name": "Áncash", "rank": 1}
    assert second["properties"] == {"name": None, "rank": 2}
    assert "Á".encode() in content


def test_a_polygon_stays_valid_when_rounded(tmp_path):
    bow_tie = shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])
    write_geojson(gpd.GeoDataFrame(geometry=[bow_tie], crs=4326), tmp_path / "a.geojson")
    assert gpd.read_file(tmp_path / "a.geojson").is_valid.all()


def test_a_shape_that_vanishes_is_an_error(tmp_path):
    speck = gpd.GeoDataFrame({"name": ["speck"]}, geometry=[shapely.box(0, 0, 1e-6, 1e-6)], crs=4326)
    with pytest.raises(ValueError, match=r"a.geojson: .*speck.* has no geometry left at 4 decimals"):
        write_geojson(speck, tmp_path / "a.geojson")


def test_a_file_too_large_is_not_written(tmp_path, monkeypatch):
    monkeypatch.setattr(geojson, "MAX_BYTES", 100)
    frame = gpd.GeoDataFrame(geometry=[shapely.Point(0, 0)] * 3, crs=4326)
    with pytest.raises(ValueError, match="expected at most 100; simplify more"):
        write_geojson(frame, tmp_path / "a.geojson")
    assert not (tmp_path / "a.geojson").exists()
