"""Years lie in what the tables carry and agree with the dates beside them."""

from collections.abc import Callable

import pytest

from tests.packages import SmallPackage, schema_of_table

Faults = Callable[[], list[str]]
FILE = "data/tables/coca_zones.csv:2"
YEARS = {"year": "integer", "from_year": "integer", "until_year": "integer"}


@pytest.mark.parametrize("year", [2000, 2027])
def test_a_year_outside_the_tables_is_refused(small: SmallPackage, faults: Faults, year: int):
    small.change("coca_national_year", "national-2014", year=year, in_window="false")
    said = "data/tables/coca_national_year.csv:4 year: expected a year from 2001 to 2026"
    assert f"{said}, got {year}, correct the year" in faults()


@pytest.mark.parametrize(("lowest", "right"), [(None, False), (1980, True)])
def test_a_span_may_begin_earlier_where_the_schema_says_so(
    small: SmallPackage, faults: Faults, add_columns: Callable, lowest: int | None, right: bool
):
    add_columns("coca_zones", {"from_year": 1985}, **YEARS)
    if lowest:
        held = schema_of_table("coca_zones")
        next(one for one in held["fields"] if one["name"] == "from_year")["constraints"] = {"minimum": lowest}
        small.write_yaml("tables/coca_zones.schema.yaml", held)
    said = f"{FILE} from_year: expected a year from 2001 to 2026, got 1985, correct the year"
    assert faults() == ([] if right else [said])


def test_the_bounds_of_a_schema_are_said_once(small: SmallPackage, all_faults: Faults, add_columns: Callable):
    add_columns("coca_zones", {"year": 1950}, **YEARS)
    held = schema_of_table("coca_zones")
    next(one for one in held["fields"] if one["name"] == "year")["constraints"] = {"minimum": 1980}
    small.write_yaml("tables/coca_zones.schema.yaml", held)
    assert all_faults() == [f"{FILE} year: expected at least 1980, got '1950', correct the cell"]


@pytest.mark.parametrize(
    ("year", "dated"),
    [
        ("year", "date"),
        ("year", "valid_from"),
        ("from_year", "period_start"),
        ("until_year", "period_end"),
        ("from_year", "date_start"),
        ("until_year", "date_end"),
    ],
)
def test_a_year_is_that_of_its_date(faults: Faults, add_columns: Callable, year: str, dated: str):
    add_columns("coca_zones", {year: 2016, dated: "2017-01-07"}, **YEARS)
    assert faults() == [
        f"{FILE} {year}: expected the year of {dated} '2017-01-07', got 2016, correct one of them"
    ]


def test_a_note_on_the_period_may_say_why_not(faults: Faults, add_columns: Callable):
    cells = {"until_year": 2016, "period_end": "2017-01-07", "period_note": "the plan of 2016"}
    add_columns("coca_zones", cells, **YEARS)
    assert faults() == []
