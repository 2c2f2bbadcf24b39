"""Airstrips: solid in the year reported, hollow afterwards, never finer than 10 km, never added up."""

import pytest

from geo.timeline import YEARS
from layers.airstrips import LAYER
from layers.drawing import features_of, marks_of
from layers.features import layer_file
from tests.layers.tables import rows

SHOWN = [row for row in rows("airstrips_located") if row["drawn"] == "true" and row["in_window"] == "true"]


def test_the_reports_behind_the_map_are_those_counted_by_hand():
    by_year = {year: sum(row["year"] == str(year) for row in SHOWN) for year in YEARS}
    assert {year: count for year, count in by_year.items() if count} == {2013: 2, 2015: 42, 2017: 1, 2019: 1}


@pytest.mark.parametrize("year", YEARS)
def test_a_locality_is_solid_in_its_years_and_hollow_afterwards(year):
    expected = {row["place_id"]: "earlier" for row in SHOWN if int(row["year"]) < year}
    expected |= {row["place_id"]: row["kind"] for row in SHOWN if int(row["year"]) == year}
    marks = marks_of("airstrips")[year]
    states = marks["look"].str.split("-").str[0]
    assert dict(zip(marks["id"], states, strict=True)) == expected


def test_localities_drawn_by_year():
    assert [len(marks_of("airstrips")[year]) for year in YEARS] == [0, 2, 2, 27, 27, 28, 28, 29, 29]


@pytest.mark.parametrize(
    ("year", "place", "text"),
    [
        (2013, "paquichari_junin", "Paquichari\n2 strips destroyed"),
        (2015, "codo_del_pozuzo_huanuco", "Codo del Pozuzo\n7 strips destroyed"),
        (2015, "boca_mantaro_junin", "Boca Mantaro"),
        (2016, "boca_mantaro_junin", ""),
        (2017, "puerto_shampintiari_junin", "Shampintiari\n2 strips re-enabled"),
    ],
)
def test_a_label_gives_a_number_only_where_the_source_does(year, place, text):
    assert marks_of("airstrips")[year].set_index("id").at[place, "text"] == text


def test_several_reports_of_one_locality_are_one_mark():
    marks = marks_of("airstrips")[2015].set_index("id")
    assert marks.at["boca_mantaro_junin", "hover"] == "reports of destroyed strips in 2015: 4"
    assert len(marks.at["boca_mantaro_junin", "source_keys"]) == 3


def test_a_locality_known_by_its_district_is_pale():
    vague = {row["place_id"] for row in SHOWN if float(row["precision_km"]) >= 20}
    marks = marks_of("airstrips")[2015]
    assert set(marks[marks["look"].str.endswith("-district")]["id"]) == vague
    assert all(look.opacity < 1 for look in LAYER.looks() if look.id.endswith("-district"))


def test_no_position_is_finer_than_10_km_and_no_sign_hides_another():
    features = features_of("airstrips")
    assert all((round(point.x, 1), round(point.y, 1)) == (point.x, point.y) for point in features.geometry)
    spots = set(zip(features.geometry.x, features.geometry.y, features["dx"], features["dy"], strict=True))
    assert len(spots) == len(features)


def test_the_counts_of_a_year_are_told_apart_and_never_added():
    years = layer_file("airstrips")["years"]
    counts = [
        float(row["value"])
        for row in rows("airstrip_counts")
        if row["year"] == "2015" and "destroyed" in row["metric"] and row["value"]
    ]
    assert f"for 2015: {len(counts)}, from 7 to 120, each over its own period" in years["2015"]["note"]
    assert all("No source gives a full-year total for any year" in told["note"] for told in years.values())


def test_what_has_no_place_or_lies_after_2020_is_listed():
    shown = {row["row_id"] for row in SHOWN}
    assert set(LAYER.left_out("en")["id"]) == {row["row_id"] for row in rows("airstrips_located")} - shown
