"""Ports: always there, filled by the seizures that count."""

import pytest

from layers.drawing import marks_of
from layers.features import layer_file
from layers.ports import size
from tests.layers.tables import rows


@pytest.mark.parametrize("year", range(2012, 2021))
def test_every_port_is_drawn_and_every_other_place_of_a_seizure_in_its_year(year):
    away = {
        row["place_id"] for row in rows("port_seizures") if row["year"] == str(year) and not row["port_id"]
    }
    marks = marks_of("ports")[year]
    assert set(marks["id"]) == {row["port_id"] for row in rows("ports")} | away
    assert marks["id"].is_unique


@pytest.mark.parametrize("year", range(2012, 2021))
def test_the_kilograms_are_those_that_count(year):
    expected = {}
    for row in rows("port_seizures"):
        if row["year"] == str(year) and row["counts_in_total"] == "true":
            spot = row["port_id"] or row["place_id"]
            expected[spot] = expected.get(spot, 0) + float(row["seized_kg"])
    marks = marks_of("ports")[year].query("value.notna()")
    assert dict(zip(marks["id"], marks["value"], strict=True)) == pytest.approx(expected)


def test_rival_weights_of_one_case_are_not_added():
    assert marks_of("ports")[2013].set_index("id").at["matarani", "value"] == 240
    assert (
        layer_file("ports")["years"]["2014"]["title"]
        == "Drug seizures at ports: 8,569 kg in reported cases of 2014"
    )


def test_a_load_of_unclear_origin_is_shown_and_not_counted():
    mark = marks_of("ports")[2019].set_index("id").loc["philadelphia"]
    assert mark["look"] == "uncounted"
    assert mark["value"] != mark["value"]
    assert "2 reports" in mark["hover"]


def test_a_port_without_a_reported_role_is_faint():
    quiet = {row["port_id"] for row in rows("ports") if row["role_evidence"] == "none seen"}
    marks = marks_of("ports")[2016]
    assert set(marks[marks["look"].eq("norole")]["id"]) == quiet
    assert quiet


def test_a_year_without_a_case_has_no_total():
    told = layer_file("ports")["years"]["2012"]
    assert told["total"] is None
    assert told["title"] == "Drug seizures at ports: no dated seizure in the sources read for 2012"


def test_the_area_of_a_filled_port_is_its_kilograms():
    assert size(8_000) == 22.0
    assert size(2_000) == 11.0
    assert size(1) == 4.5
