"""Coca zones: thirteen units, one value each, drawn as the table says."""

import pytest

from geo.timeline import YEARS
from layers.coca_zones import note, size
from layers.drawing import marks_of
from layers.features import layer_file
from tests.layers.tables import rows

ALL = range(2012, 2021)


def state(unit, year, part="circle"):
    file = layer_file("coca_zones")
    found = [
        one
        for one in file["features"]
        if (one["properties"]["id"], one["properties"]["part"]) == (unit, part)
    ]
    return found[0]["properties"]["years"][str(year)], file["looks"][
        found[0]["properties"]["years"][str(year)]["k"]
    ]


@pytest.mark.parametrize("year", ALL)
def test_thirteen_units_stand_in_every_year_each_with_outline_and_label_point(year):
    marks = marks_of("coca_zones")[year]
    assert marks.groupby("part")["id"].nunique().to_dict() == {"area": 13, "circle": 13}
    assert len(marks) == 26


@pytest.mark.parametrize("year", ALL)
def test_the_values_are_those_of_the_counted_rows(year):
    counted = {
        row["zone_id"]: float(row["coca_ha"])
        for row in rows("coca_zone_year")
        if row["year"] == str(year) and row["counted"] == "true" and row["value_status"] == "value"
    }
    circles = marks_of("coca_zones")[year].query("part == 'circle' and value.notna()")
    assert dict(zip(circles["id"], circles["value"], strict=True)) == counted


@pytest.mark.parametrize(("year", "hectares"), [(2018, 54_134), (2019, 54_655), (2020, 61_777)])
def test_the_zones_sum_to_the_national_figure(year, hectares):
    assert layer_file("coca_zones")["years"][str(year)]["total"] == hectares


@pytest.mark.parametrize(
    ("year", "national"), [(2013, 49_800), (2014, 42_900), (2015, 40_300), (2016, 43_900)]
)
def test_the_zones_come_within_3_ha_of_the_rounded_national_figure(year, national):
    assert abs(layer_file("coca_zones")["years"][str(year)]["total"] - national) <= 3


def test_parts_are_never_drawn():
    drawn = {feature["properties"]["id"] for feature in layer_file("coca_zones")["features"]}
    assert not drawn & {"monzon", "alto_huallaga", "huallaga_central", "maranon", "alto_chicama"}


def test_vraem_says_what_the_sources_say():
    assert state("vraem", 2020)[0]["t"] == "VRAEM\n27,994 ha\n+7.6 % on 2019"
    assert state("vraem", 2012)[0]["t"] == "VRAEM\nabout 19,900, at least 18,542 ha"


def test_a_series_break_takes_the_place_of_a_change():
    assert state("vraem", 2018)[0]["t"] == "VRAEM\n24,111 ha\nnew series: DEVIDA"
    assert (
        layer_file("coca_zones")["years"]["2018"]["title"]
        == "Coca bush by zone: 54,134 ha in 2018 (new series)"
    )


def test_the_joint_unit_has_no_figure_in_2012_but_says_what_is_known_of_its_part():
    known, look = state("maranon+alto_chicama", 2012, "area")
    assert (look["id"], look["hatch"]) == ("none", True)
    assert known["d"] == "Marañón alone: at least 484 ha"
    assert state("maranon+alto_chicama", 2020, "area")[1]["id"] == "class3"


@pytest.mark.parametrize("year", [2013, 2014, 2015])
def test_a_zero_that_may_be_unreported_is_hollow_and_no_value(year):
    known, look = state("calleria", year, "area")
    assert (look["id"], look["fill"]) == ("zero", "")
    assert state("calleria", year)[0]["t"] == "Callería\nzero or not reported"


def test_a_change_runs_over_units_with_a_value_in_both_years():
    assert layer_file("coca_zones")["years"]["2013"]["title"] == (
        "Coca bush by zone: about 49,800 ha in 2013, −18.2 % on 2012 (11 zones with a value in both years)"
    )


def test_a_total_with_an_estimate_in_it_is_rounded_and_its_share_is_said():
    told = layer_file("coca_zones")["years"]["2012"]
    assert told["title"] == "Coca bush by zone: about 58,600 ha in 2012, 97 % of the national figure"
    assert (told["total"], told["total_text"]) == (58_557, "about 58,600 ha")
    counted = [row for row in rows("coca_zone_year") if row["counted"] == "true"]
    estimated = {row["year"] for row in counted if row["qualifier"] == "about"}
    for year in map(str, YEARS):
        assert ("about" in layer_file("coca_zones")["years"][year]["title"]) is (year in estimated)


def test_a_rough_total_that_covers_the_nation_states_no_share():
    assert "national figure" not in layer_file("coca_zones")["years"]["2014"]["title"]


def test_a_mark_tells_an_estimate_from_a_value():
    for year, status in ((2012, "estimate"), (2020, "value")):
        circles = marks_of("coca_zones")[year].query("part == 'circle'").set_index("id")
        assert circles.at["vraem", "status"] == status


def test_the_area_of_a_circle_is_its_hectares():
    assert size(28_000) == 30.0
    assert size(27_994) ** 2 / size(6_998.5) ** 2 == pytest.approx(4, rel=0.01)


def test_the_note_says_series_and_shortfall():
    assert "3.05 %) less than the national figure of 60,400 ha" in note(2012)
    assert "69 ha (0.14 %) less" in note(2017)
    assert [year for year in YEARS if "DEVIDA series" in note(year)] == [2018, 2019, 2020]
    assert "national figure" not in note(2020)
