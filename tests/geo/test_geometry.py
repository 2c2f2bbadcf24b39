"""Drawn geometry is read by name, from the package in use if it has any."""

import json
import shutil

import pytest

from geo.geometry import NAMES, geometry, geometry_dir, geometry_text
from geo.tables import TableError, own_data_dir


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_read_in_wgs84(name):
    frame = geometry(name)
    assert len(frame) and frame.crs.to_epsg() == 4326
    assert len(json.loads(geometry_text(name))["features"]) == len(frame)


def test_a_copy_is_handed_out():
    geometry("zones")["zone_id"] = "mine"
    assert "mine" not in set(geometry("zones")["zone_id"])


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(KeyError, match="no geometry 'roads', expected one of countries, departments"):
        geometry("roads")


def test_a_package_with_its_own_geometry_is_honoured(data_copy):
    path = data_copy / "geometry" / "lakes.geojson"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([lines[0], lines[1].rstrip(","), "]}"]), encoding="utf-8")
    assert geometry_dir() == data_copy / "geometry"
    assert len(geometry("lakes")) == 1


def test_a_change_on_disk_is_seen(data_copy):
    before = len(geometry("lakes"))
    (data_copy / "geometry" / "lakes.geojson").write_text(geometry_text("zones"), encoding="utf-8")
    assert len(geometry("lakes")) != before


def test_a_package_of_tables_only_gets_the_shipped_geometry(data_copy):
    shutil.rmtree(data_copy / "geometry")
    assert geometry_dir() == own_data_dir() / "geometry"


def test_a_missing_file_says_what_to_do(data_copy):
    (data_copy / "geometry" / "rivers.geojson").unlink()
    expected = "data/geometry/rivers.geojson: expected a GeoJSON file, got no such file, restore it, or"
    with pytest.raises(TableError, match=expected):
        geometry("rivers")
    with pytest.raises(TableError, match=expected):
        geometry_text("rivers")


def test_a_damaged_file_says_where(data_copy):
    (data_copy / "geometry" / "rivers.geojson").write_text("{", encoding="utf-8")
    with pytest.raises(TableError, match="data/geometry/rivers.geojson: expected GeoJSON, got"):
        geometry("rivers")
