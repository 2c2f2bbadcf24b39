"""Departments are named inside, rivers along their course and never upside down."""

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geo.basemap.labels import department_labels, label_frame, point_labels, river_labels


def test_curated_labels_keep_their_zooms():
    row = {"kind": "sea", "text": "Pacific", "lon": -80.0, "lat": -12.0, "rank": 2, "min_zoom": 4.0}
    points = pd.DataFrame([row | {"max_zoom": 6.0}, row | {"max_zoom": None}])
    assert [wish[0].max_zoom for wish in point_labels(points)] == [6.0, 12.0]


def test_a_department_is_named_inside_its_lines():
    bent = shapely.Polygon([(0, 0), (9, 0), (9, 2), (2, 2), (2, 9), (0, 9)])
    (wish,) = department_labels(gpd.GeoDataFrame({"name": ["Loreto"]}, geometry=[bent], crs=4326))
    assert len(wish) > 3
    assert all(bent.contains(shapely.Point(label.lon, label.lat)) for label in wish)


def test_a_department_too_small_for_its_name_has_none():
    small = gpd.GeoDataFrame({"name": ["Callao"]}, geometry=[shapely.box(0, 0, 0.05, 0.05)], crs=4326)
    assert department_labels(small) == []


@pytest.mark.parametrize(
    ("end", "angle"), [((4, 4), -45.0), ((4, -4), 45.0), ((-4, 4), 45.0), ((-4, -4), -45.0), ((4, 0), 0.0)]
)
def test_a_river_is_written_along_its_course(end, angle):
    wanted = pd.DataFrame([{"river": "Mayo", "rank": 3, "min_zoom": 6.0}])
    wishes = river_labels({"Mayo": shapely.LineString([(0, 0), end])}, wanted)
    assert {label.angle for wish in wishes for label in wish} == {angle}


def test_a_long_river_is_named_again_when_zoomed_in():
    wanted = pd.DataFrame([{"river": "Mayo", "rank": 3, "min_zoom": 5.0}])
    short = river_labels({"Mayo": shapely.LineString([(0, 0), (2, 0)])}, wanted)
    long = river_labels({"Mayo": shapely.LineString([(0, 0), (12, 0)])}, wanted)
    assert [wish[0].max_zoom for wish in short] == [12.0]
    assert long[0][0].max_zoom < 7.2 and len(long) == 4
    assert {wish[0].min_zoom for wish in long[1:]} == {7.2}


def test_the_frame_is_in_wgs84_and_best_first():
    row = {"kind": "town", "lon": 0.0, "lat": 0.0, "min_zoom": 5.0, "max_zoom": None}
    points = pd.DataFrame([row | {"text": "B", "rank": 2, "lon": 30.0}, row | {"text": "A", "rank": 1}])
    frame = label_frame(point_labels(points))
    assert frame.crs.to_epsg() == 4326
    assert list(frame.columns) == ["kind", "text", "rank", "min_zoom", "max_zoom", "angle", "geometry"]
    assert frame["text"].tolist() == ["A", "B"]
