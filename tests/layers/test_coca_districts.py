"""Coca by district: every located district in every year, zeros hollow."""

import pytest

from layers.coca_districts import LAYER, size
from layers.drawing import features_of, marks_of
from layers.features import layer_file
from tests.layers.tables import rows

LOOKS = {"zero_or_not_reported": "zero", "not_monitored": "none", "no_data": "none"}


@pytest.mark.parametrize("year", range(2012, 2021))
def test_each_located_district_is_drawn_as_its_row_says(year):
    located = {row["ubigeo"] for row in rows("coca_districts") if row["place_id"]}
    expected = {
        row["ubigeo"]: row
        for row in rows("coca_district_year")
        if row["year"] == str(year) and row["ubigeo"] in located
    }
    marks = marks_of("coca_districts")[year].set_index("id")
    assert set(marks.index) == set(expected)
    for ubigeo, row in expected.items():
        if row["value_status"] == "value":
            assert marks.at[ubigeo, "value"] == float(row["coca_ha"])
            assert marks.at[ubigeo, "look"].startswith("class")
        else:
            assert marks.at[ubigeo, "look"] == LOOKS[row["value_status"]]
            assert marks.at[ubigeo, "value"] != marks.at[ubigeo, "value"]


def test_districts_without_a_point_are_listed():
    lost = {row["ubigeo"] for row in rows("coca_districts") if not row["place_id"]}
    assert set(LAYER.left_out("en")["id"]) == lost
    assert not lost & set(features_of("coca_districts")["id"])


def test_a_hollow_zero_has_no_colour_of_a_class():
    looks = {look["id"]: look for look in layer_file("coca_districts")["looks"]}
    assert looks["zero"]["fill"] not in {
        look["fill"] for name, look in looks.items() if name.startswith("class")
    }


def test_a_district_is_not_named_like_a_zone():
    zones = {row["name"] for row in rows("coca_zones")}
    names = set(features_of("coca_districts")["name"]) | set(LAYER.left_out("en")["name"])
    assert "Kosñipata district" in names
    assert not names & zones
    labels = {text.partition("\n")[0] for text in marks_of("coca_districts")[2020]["text"] if text}
    assert labels and all(label.endswith(" district") for label in labels)


@pytest.mark.parametrize(("year", "gap"), [(2012, "2,717 ha (4.50 %)"), (2019, "1,372 ha (2.51 %)")])
def test_the_note_says_how_far_the_districts_fall_short(year, gap):
    told = layer_file("coca_districts")["years"][str(year)]
    assert f"The districts sum to {gap} less than the national figure" in told["note"]


def test_a_change_says_over_how_many_districts():
    title = layer_file("coca_districts")["years"]["2019"]["title"]
    assert title.endswith("(104 districts with a value in both years)")


def test_small_districts_stay_visible():
    assert size(1) == 2.0
    assert size(6_600) == 22.0
