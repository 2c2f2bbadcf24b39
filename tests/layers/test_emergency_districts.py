"""Districts under emergency: solid in the decree's year, hollow until the next one of the same area."""

import pytest

from layers.details import rows as details
from layers.drawing import marks_of
from layers.emergency_districts import LAYER
from layers.features import layer_file
from tests.layers.tables import rows

DECREED = {2012: 11, 2013: 11, 2014: 0, 2015: 13, 2016: 42, 2017: 46, 2018: 63, 2019: 0, 2020: 33}
OLDER = {2012: 0, 2013: 1, 2014: 12, 2015: 1, 2016: 1, 2017: 0, 2018: 0, 2019: 63, 2020: 0}


def states(year):
    looks = marks_of("emergency_districts")[year]["look"].str.split("-").str[0]
    return looks.value_counts().to_dict()


@pytest.mark.parametrize("year", DECREED)
def test_the_rows_of_a_decree_are_solid_in_its_year_and_no_other(year):
    listed = {row["place_id"] for row in rows("emergency_districts") if row["year"] == str(year)}
    marks = marks_of("emergency_districts")[year]
    solid = set(marks[marks["look"].str.startswith("decreed")]["id"])
    assert solid == listed
    assert len(listed) == DECREED[year]


@pytest.mark.parametrize("year", OLDER)
def test_an_older_list_stays_hollow_until_the_next_decree_of_its_area(year):
    hollow = {state: count for state, count in states(year).items() if state != "decreed"}
    assert sum(hollow.values()) == OLDER[year]


def test_a_stated_term_that_is_over_is_not_called_unknown():
    assert states(2014) == {"open": 12}
    assert states(2019) == {"lapsed": 63}


def test_echarate_had_a_decree_of_its_own_until_the_valley_named_it():
    looks = {
        year: marks.set_index("id")["look"].get("echarate_cusco")
        for year, marks in marks_of("emergency_districts").items()
    }
    assert looks == {
        2012: "decreed", 2013: "open", 2014: "open", 2015: "open", 2016: "open",
        2017: "decreed", 2018: "decreed", 2019: "lapsed", 2020: None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("year", "said"),
    [
        (2012, "11 districts and provinces named by a decree of 2012"),
        (2014, "no list of 2014 seen, 12 districts and provinces from an older decree"),
        (2016, "42 districts named by a decree of 2016, 1 by an older one"),
        (2019, "no list of 2019 seen, 63 districts from an older decree"),
        (2020, "33 districts named by a decree of 2020"),
    ],
)
def test_the_title_says_what_was_decreed_and_what_is_left(year, said):
    assert layer_file("emergency_districts")["years"][str(year)]["title"] == f"Districts under emergency: {said}"


def test_a_pointer_shows_decree_and_term():
    hover = marks_of("emergency_districts")[2018].set_index("id")["hover"]
    assert hover["pichari_cusco"] == "DS 035-2018-PCM, in force from 4 Apr 2018, for 60 days"
    hover = marks_of("emergency_districts")[2013].set_index("id")["hover"]
    assert hover["huanta_province_ayacucho"].endswith("expiry not stated, the province named as a whole")


def test_details_name_every_decree_with_its_source():
    (accounts,) = [table for title, table in details("emergency_districts", "pichari_cusco").tables]
    assert len(accounts) == sum(row["place_id"] == "pichari_cusco" for row in rows("emergency_districts"))
    assert "until 19 Oct 2020" in " ".join(accounts.iloc[:, 0])


def test_decrees_without_a_list_are_named_and_open():
    left = set(LAYER.left_out("en")["id"])
    assert left == {
        row["decree_id"]
        for row in rows("emergency_decrees")
        if row["in_window"] == "true" and row["districts_listed"] == "false"
    }
    assert all(details("emergency_districts", one).tables for one in left)
