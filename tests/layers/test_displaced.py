"""Displacement in words: headline, warnings, tables; and the CSV's numbers found again by other means."""

import csv
import io
import math
import re

import geopandas as gpd
import pytest
from pyproj import Geod

from geo.displacement import SUBJECTS, Finding, Refused, compare
from geo.timeline import YEARS
from layers import displaced
from layers.displaced_measures import measures
from layers.registry import layer
from layers.words import has_word, keys

# where each subject can be compared
PAIRS = {
    "coca_zones": (2012, 2020),
    "coca_districts": (2013, 2020),
    "eradication": (2017, 2019),
    "mining_sectors": (2019, 2020),
    "mining_cells": (2019, 2020),
    "airstrips": (2015, 2017),
    "emergency_districts": (2016, 2018),
    "attacks": (2012, 2014),
}
CAUSE = re.compile(r"\b(because|caus\w*|due|led to|result\w*|effect|pushed|drove|driven|displaced)\b", re.IGNORECASE)


def rows_of(text):
    return list(csv.reader(io.StringIO(text)))


@pytest.fixture(scope="module")
def coca():
    return compare("coca_zones", 2012, 2020)


@pytest.fixture(scope="module")
def compared(coca):
    """Give the CSV of 2012-2020: its rows with both values as numbers, by column number."""
    rows = rows_of(displaced.csv_text(coca))
    held = [row for row in rows[1:] if row[2] and row[3]]
    return [[*row[:2], *(float(cell) for cell in row[2:11])] for row in held]


def test_the_headline_says_how_far_where_to_and_how_much_at_least(coca):
    assert displaced.headline(coca) == (
        "Between 2012 and 2020 the weighted centre of the coca bush moved 86 km south-east (84 to 90); "
        "at least 28.0 % of it changed zone (28.0 to 29.1)."
    )


def test_an_interval_that_does_not_show_is_left_out():
    said = displaced.headline(compare("coca_zones", 2018, 2020))
    assert said.endswith("at least 8.7 % of it changed zone.")


@pytest.mark.parametrize("key", PAIRS)
def test_no_headline_names_a_cause(key):
    assert not CAUSE.search(displaced.headline(compare(key, *PAIRS[key])))


@pytest.mark.parametrize("one", SUBJECTS, ids=lambda one: one.key)
def test_every_subject_is_drawn_by_a_layer_and_has_its_words(one):
    assert layer(one.layer).key == one.layer
    for part in ("name", "what", "unit", "units"):
        assert displaced.subject_word(one.key, part)
    assert has_word(f"displacement.unit.{one.unit}")
    assert has_word(f"displacement.whole.{one.whole}")
    codes = {code for year in YEARS for code in one.missing(year)}
    assert [code for code in codes if not has_word(f"displacement.why.{code}")] == []


def test_the_warnings_say_break_estimate_and_what_is_left_out(coca):
    assert displaced.warnings(coca) == [
        "A new series begins in 2018: UNODC before, DEVIDA from then on. Part of any change may be a change of method.",
        "2012 holds an estimate: VRAEM.",
        "Left out, with a value in 2020 but none in 2012 (3.4 % of the sum of 2020): "
        "Marañón and Alto Chicama together.",
    ]
    assert displaced.warnings(compare("coca_zones", 2018, 2020)) == []


@pytest.mark.parametrize("key", PAIRS)
def test_every_warning_of_a_real_comparison_is_worded(key):
    found = compare(key, *PAIRS[key])
    said = displaced.warnings(found)
    assert len(said) == len(found.warnings)
    assert all("{" not in text and "(" not in text[:1] for text in said)


def test_long_lists_of_names_are_cut():
    finding = Finding("warn", "has_estimate", {"year": 2013, "units": tuple("abcdef")})
    assert displaced.worded(finding, "coca_zones") == "2013 holds an estimate: a, b, c, d and 2 more."


@pytest.mark.parametrize(
    ("key", "first", "second", "said"),
    [
        ("mining_cells", 2018, 2020, "2018 is the stock of all scars made until then"),
        ("coca_zones", 2014, 2014, "Both years are 2014"),
        ("coca_zones", 2020, 2012, "2020 comes after 2012"),
        ("coca_zones", 2001, 2030, "The years run from 2012 to 2020; not there: 2001 and 2030."),
        ("mining_sectors", 2013, 2019, "No sector has a value in 2013. Years with values: 2018, 2019 and 2020."),
        ("airstrips", 2013, 2015, "Number of departments with a value in both years: 1; at least 2 are needed."),
        ("emergency_districts", 2013, 2018, "The list of 2013 names whole provinces beside districts"),
    ],
)
def test_what_is_refused_is_refused_in_words(key, first, second, said):
    with pytest.raises(Refused, match="may not be compared") as caught:
        compare(key, first, second)
    (reason,) = displaced.reasons(caught.value, key)
    assert reason.startswith(said)


def test_every_finding_that_the_catalogue_words_can_be_filled():
    fields = {
        "years": (2012, 2013),
        "first": 2012,
        "last": 2020,
        "second": 2013,
        "year": 2012,
        "other": 2013,
        "known": (2012,),
        "count": 1,
        "least": 2,
        "before": "UNODC",
        "after": "increment",
        "units": ("a",),
        "share": 0.5,
        "whole": "national",
    }
    codes = [key.rpartition(".")[2] for key in keys() if key.startswith("displacement.finding.")]
    assert len(codes) > 15
    for code in codes:
        assert "{" not in displaced.worded(Finding("warn", code, fields), "coca_zones")


@pytest.mark.parametrize("measure", displaced.MEASURES)
def test_every_measure_has_a_formula_a_publication_and_a_box(measure):
    assert has_word(f"displacement.measure.{measure}")
    assert displaced.formula(measure)
    assert displaced.publication(measure)
    assert len(displaced.misleads(measure)) > 60


def test_an_unknown_measure_is_named():
    with pytest.raises(KeyError, match="no word 'displacement.misleads.luck'"):
        displaced.misleads("luck")


def test_the_table_lists_units_by_gain_and_what_is_left_out_last(coca):
    table = displaced.table(coca)
    assert table["id"].tolist()[0] == "vraem"
    last = table.iloc[-1]
    assert (last["id"], last["after"]) == ("maranon+alto_chicama", 2_128)
    assert math.isnan(last["before"]) and math.isnan(last["redistribution"])
    assert last["note"] == "not compared: known in part only in 2012"
    assert table.set_index("id").at["vraem", "note"] == "2012: estimate"
    assert displaced.heads(coca)["before"] == "2012 (ha)"
    assert list(displaced.heads(coca)) == list(table.columns)


def test_the_csv_has_numbers_and_blanks_and_nothing_a_spreadsheet_runs(coca):
    rows = rows_of(displaced.csv_text(coca))
    assert rows[0][:5] == ["id", "name", "2012 (ha)", "2020 (ha)", "change (ha)"]
    assert len({len(row) for row in rows}) == 1
    assert rows[-1][2] == ""
    assert all(cell[:1] not in "=+@" for row in rows for cell in row if cell)


def test_moved_share_is_found_again_in_the_csv(coca, compared):
    first, second = (sum(row[column] for row in compared) for column in (2, 3))
    gained = sum(max(0.0, row[3] / second - row[2] / first) for row in compared)
    assert gained == pytest.approx(coca.moved_share.value, abs=1e-12)
    told = measures(coca).set_index("key").loc["moved_share", "value"]
    assert told == pytest.approx(100 * gained)


def test_the_way_of_the_centre_is_found_again_in_the_csv(coca, compared):
    points = gpd.GeoSeries.from_xy([row[9] for row in compared], [row[10] for row in compared], crs="EPSG:4326")
    plane = points.to_crs("ESRI:102033")
    ends = []
    for column in (2, 3):
        total = sum(row[column] for row in compared)
        x = sum(row[column] * at.x for row, at in zip(compared, plane, strict=True)) / total
        y = sum(row[column] * at.y for row, at in zip(compared, plane, strict=True)) / total
        ends.append(gpd.GeoSeries.from_xy([x], [y], crs="ESRI:102033").to_crs("EPSG:4326")[0])
    metres = Geod(ellps="WGS84").inv(ends[0].x, ends[0].y, ends[1].x, ends[1].y)[2]
    assert metres / 1000 == pytest.approx(coca.shift.km, abs=0.05)


def test_the_decomposition_is_found_again_in_the_csv(compared):
    first, second = (sum(row[column] for row in compared) for column in (2, 3))
    for _, name, before, after, change, national, redistribution, *_ in compared:
        assert change == after - before
        assert national == pytest.approx(before * second / first - before), name
        assert redistribution == pytest.approx(after - before * second / first), name
