"""Corridors: always there, strong in the years of a dated report or scanner."""

import pytest

from geo.timeline import YEARS
from layers.corridors import LAYER
from layers.drawing import features_of, marks_of
from layers.features import layer_file
from tests.layers.tables import rows

# read off the table by hand
DATED = {
    2013: {"C01", "C10", "C11"},
    2014: {"C04", "C05", "V02", "V03", "V05", "V06"},
    2015: {"C10"},
    2016: {"C12"},
    2017: {"C07", "C08", "C09"},
    2018: {"C02", "C11"},
}


@pytest.mark.parametrize("year", YEARS)
def test_the_strong_corridors_are_those_dated_in_the_year(year):
    marks = marks_of("corridors")[year]
    assert set(marks[marks["look"].str.startswith("dated")]["id"]) == DATED.get(year, set())
    assert len(marks) == len(rows("corridors")) == 23


def test_reports_of_the_years_before_2012_are_broken_lines():
    marks = marks_of("corridors")[2012]
    assert set(marks[marks["look"].str.startswith("before")]["id"]) == {"C03", "C16"}
    assert {look.dash for look in LAYER.looks() if look.id.startswith("before")} == {"10 4"}


def test_a_dated_corridor_is_stronger_and_none_has_an_edge_or_arrow():
    looks = {look.id: look for look in LAYER.looks()}
    assert looks["dated-highway"].opacity > looks["undated-highway"].opacity
    assert not any(look.casing or look.arrow for look in looks.values())


def test_a_line_goes_through_its_towns():
    legs = [row for row in rows("corridor_legs") if row["corridor_id"] == "C01"]
    at = {row["place_id"]: (float(row["lon"]), float(row["lat"])) for row in rows("places")}
    line = features_of("corridors").set_index("id").at["C01", "geometry"]
    ends = [at[legs[0]["from_place_id"]], at[legs[-1]["to_place_id"]]]
    assert [line.coords[0], line.coords[-1]] == [pytest.approx(one) for one in ends]


def test_every_year_says_that_nobody_lists_the_fourteen():
    notes = [told["note"] for told in layer_file("corridors")["years"].values()]
    assert all(note.startswith("No source lists the 14 corridors") for note in notes)
