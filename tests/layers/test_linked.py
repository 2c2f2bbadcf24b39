"""The table beside the map, and its CSV."""

import csv
import io
import math

import pandas as pd
import pytest

from layers.linked import csv_text, frame_csv, linked, safe
from layers.registry import layer


def table_of(key):
    return linked(key).set_index("id")


def test_one_column_a_year_with_numbers():
    table = table_of("coca_zones")
    assert list(table.columns) == ["name", *map(str, range(2012, 2021)), "note"]
    assert table.at["vraem", "2020"] == 27994
    assert all(pd.api.types.is_float_dtype(table[str(year)]) for year in range(2012, 2021))


def test_a_blank_is_not_a_zero():
    table = table_of("coca_zones")
    assert math.isnan(table.at["calleria", "2014"])
    assert math.isnan(table.at["maranon+alto_chicama", "2012"])


def test_words_stand_where_nothing_is_measured():
    assert table_of("bases").at["kiteni", "2016"] == "standing"
    assert table_of("mining_sectors").at["alto_malinowski_b", "2015"] == "1,285 ha, 2014–2017"
    assert table_of("crossings").at["copani", "2018"] == "dated report"
    assert table_of("routes").at["R04", "2019"] == ""


def test_what_no_map_shows_stands_last_with_the_reason():
    table = table_of("routes")
    assert table.index[-2:].tolist() == ["R14a", "R14b"]
    assert table.at["R14a", "note"] == "attempted expansion, not a shipment route"
    assert table.loc["R14a", "2015"] == ""


def test_csv_numbers_stay_numbers_and_gaps_say_why():
    lines = {line["Key"]: line for line in csv.DictReader(io.StringIO(csv_text("coca_zones")))}
    assert lines["vraem"]["2020"] == "27994"
    assert lines["calleria"]["2014"] == "Zero or not reported"
    assert lines["maranon+alto_chicama"]["2012"] == "No figure"


@pytest.mark.parametrize("cell", ["=1+1", "+51 1", "-2+3", "@sum", "\tx", "\rx"])
def test_a_formula_is_disarmed(cell):
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        (-3.5, -3.5),
        (12.0, 12),
        (float("nan"), ""),
        (pd.NA, ""),
        (None, ""),
        ("VRAEM", "VRAEM"),
        (True, "True"),
    ],
)
def test_other_cells_stay_what_they_are(cell, kept):
    assert safe(cell) == kept


def test_any_frame_is_written_safely():
    assert frame_csv(pd.DataFrame({"=a": ["=b", 'c,"d"']})) == '\'=a\n\'=b\n"c,""d"""\n'


def test_an_unknown_layer_has_no_table():
    with pytest.raises(KeyError, match="no layer 'weather'"):
        linked("weather")


def test_left_out_rows_are_not_features():
    assert not set(layer("coca_districts").left_out("en")["id"]) & set(
        table_of("coca_districts").dropna(subset=["2020"]).index
    )
