"""Every measure of a comparison is told with its interval, detail and formula, on the screen and in the CSV."""

import csv
import io

from geo.displacement import compare
from layers.displaced_measures import measures, measures_csv
from layers.words import word


def test_the_measures_come_with_interval_detail_and_formula():
    coca = compare("coca_zones", 2012, 2020)
    table = measures(coca)
    shift = table.set_index("key").loc["shift"]
    assert (shift["low"], shift["value"], shift["high"]) == (coca.shift_km.low, coca.shift.km, coca.shift_km.high)
    assert shift["detail"].endswith("bearing 120° (south-east)")
    told = table[table["key"].eq("coverage")]["detail"].tolist()
    assert told[0] == "58,557 of 60,400 ha, the national figure"
    rows = list(csv.reader(io.StringIO(measures_csv(coca))))
    assert rows[0] == [word(f"displacement.column.{name}") for name in table.columns.drop("key")]
    assert len(rows) == len(table) + 1


def test_a_pair_without_rivals_says_that_no_rival_value_is_held():
    found = measures(compare("mining_sectors", 2019, 2020)).set_index("key")
    assert found.at["moved_share", "detail"] == "no rival value is held"


def test_a_centre_that_stays_has_no_direction():
    found = measures(compare("coca_zones", 2018, 2020)).set_index("key")
    assert found.at["median_shift", "detail"].endswith("in both years")


def test_two_units_have_no_ellipse_to_tell_of():
    assert "ellipse" not in set(measures(compare("attacks", 2012, 2014))["key"])
