"""Areas of Sendero Luminoso: in their years, as large as the table says, and honest about it."""

import pytest
from shapely.geometry import shape

from geo.crs import distance_km
from geo.timeline import YEARS
from layers.drawing import marks_of
from layers.features import layer_file
from layers.sendero_areas import LAYER
from tests.layers.tables import covers, rows

DRAWN = {row["area_id"]: row for row in rows("sendero_areas") if row["drawn"] == "true"}


def test_the_areas_of_each_year_are_those_counted_by_hand():
    assert [len(marks_of("sendero_areas")[year]) for year in YEARS] == [7, 6, 3, 4, 3, 4, 4, 2, 2]


@pytest.mark.parametrize("year", YEARS)
def test_each_area_is_drawn_in_its_years(year):
    expected = {key for key, row in DRAWN.items() if covers(row, year)}
    assert set(marks_of("sendero_areas")[year]["id"]) == expected


def test_a_circle_has_the_radius_of_the_table_on_the_ellipsoid():
    for feature in layer_file("sendero_areas")["features"]:
        row, ring = DRAWN[feature["properties"]["id"]], shape(feature["geometry"])
        ways = [distance_km(ring.centroid.x, ring.centroid.y, *corner) for corner in ring.exterior.coords]
        assert min(ways) == pytest.approx(float(row["radius_km"]), rel=0.01)
        assert max(ways) == pytest.approx(float(row["radius_km"]), rel=0.01)


def test_only_the_sourced_size_has_a_solid_edge():
    looks = {look.id: look for look in LAYER.looks()}
    solid = {
        mark.id
        for frame in marks_of("sendero_areas").values()
        for mark in frame.itertuples()
        if not looks[mark.look].dash
    }
    assert solid == {"vizcatan_stronghold"}
    assert looks["estimate"].fill_opacity == 0.12 and looks["estimate"].fill == "#A6192E"


def test_an_area_without_sendero_is_not_red():
    marks = marks_of("sendero_areas")[2015].set_index("id")
    look = next(look for look in LAYER.looks() if look.id == marks.at["south_of_pichari", "look"])
    assert "#A6192E" not in (look.fill, look.stroke)


def test_an_estimate_says_so_under_the_pointer():
    marks = marks_of("sendero_areas")[2015].set_index("id")
    assert marks.at["vizcatan_stronghold", "hover"].endswith("radius 13 km, from the area the source gives")
    assert marks.at["sector_cinco", "hover"].endswith("radius 30 km, our estimate")


def test_planned_expansions_are_listed_and_left_to_the_axes():
    assert set(LAYER.left_out("en")["id"]) == {"northern_expansion", "southern_expansion"}
