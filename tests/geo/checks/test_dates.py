"""Dates exist, are as exact as they say, run forward, and are not ahead of their source."""

from collections.abc import Callable

import pytest

from tests.packages import SmallPackage, schema_of_table

Faults = Callable[[], list[str]]
FILE = "data/tables/coca_zones.csv:2"


@pytest.mark.parametrize("date", ["2016", "2016-02", "2016-02-29", ""])
def test_a_date_of_the_calendar_passes(faults: Faults, add_columns: Callable, date: str):
    add_columns("coca_zones", {"date": date})
    assert faults() == []


@pytest.mark.parametrize("date", ["2015-02-29", "2015-13", "2015-00-10", "0000"])
def test_a_date_that_does_not_exist_is_refused(faults: Faults, add_columns: Callable, date: str):
    add_columns("coca_zones", {"date": date})
    assert faults() == [f"{FILE} date: expected a date of the calendar, got '{date}', correct the date"]


@pytest.mark.parametrize("date", ["29 February 2016", "2016-2-9", "16"])
def test_a_date_in_another_form_is_refused(faults: Faults, add_columns: Callable, date: str):
    add_columns("coca_zones", {"date": date})
    assert faults() == [f"{FILE} date: expected YYYY, YYYY-MM or YYYY-MM-DD, got '{date}', write it that way"]


def test_the_pattern_of_a_column_tells_that_it_holds_dates(small: SmallPackage, faults: Faults):
    small.change("coca_zones", "vraem", name="2015-02-30")
    assert faults() == []
    held = schema_of_table("coca_zones")
    held["fields"][1]["constraints"] = {"pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
    small.write_yaml("tables/coca_zones.schema.yaml", held)
    assert [one for one in faults() if ":2 " in one] == [
        f"{FILE} name: expected a date of the calendar, got '2015-02-30', correct the date"
    ]


@pytest.mark.parametrize(
    ("precision", "date", "form"),
    [
        ("day", "2016-07", "YYYY-MM-DD for the date_precision 'day', got '2016-07'"),
        ("month", "2016-07-02", "YYYY-MM for the date_precision 'month', got '2016-07-02'"),
        ("year", "2016-07", "YYYY for the date_precision 'year', got '2016-07'"),
        ("day", "", "YYYY-MM-DD for the date_precision 'day', got nothing"),
        ("undated", "2016", "no date for the date_precision 'undated', got '2016'"),
        ("day", "2016-07-02", ""),
        ("week", "2016-07-02", ""),
    ],
)
def test_a_date_is_as_exact_as_it_says(
    faults: Faults, add_columns: Callable, precision: str, date: str, form: str
):
    add_columns("coca_zones", {"date": date, "date_precision": precision})
    assert faults() == ([f"{FILE} date: expected {form}, correct it or date_precision"] if form else [])


def test_a_span_over_a_year_may_be_written_with_its_days(faults: Faults, add_columns: Callable):
    cells = {"date_start": "2014-01-01", "date_end": "2014-12-31", "date_precision": "year"}
    add_columns("coca_zones", cells)
    assert faults() == []


@pytest.mark.parametrize(
    ("start", "end"),
    [("date_start", "date_end"), ("period_start", "period_end"), ("from_date", "until_date"), ("date", "until_date")],
)
@pytest.mark.parametrize(
    ("first", "last", "right"),
    [("2015-03-02", "2015-03-01", False), ("2015-03-02", "2015-03", True), ("2015-03-02", "", True)],
)
def test_a_span_runs_forward(
    faults: Faults, add_columns: Callable, start: str, end: str, first: str, last: str, right: bool
):
    add_columns("coca_zones", {start: first, end: last})
    said = f"{FILE} {end}: expected {start} 2015-03-02 or later, got '2015-03-01', correct one of them"
    assert faults() == ([] if right else [said])


@pytest.mark.parametrize(("date", "right"), [("2026-11-30", True), ("2026-12", False), ("2027", False), ("2026", True)])
def test_no_date_lies_after_the_reading_of_its_source(
    faults: Faults, add_columns: Callable, date: str, right: bool
):
    add_columns("coca_zones", {"date": date})
    said = f"{FILE} date: expected no date after 2026-11, when the source was read, got '{date}', correct it"
    assert faults() == ([] if right else [said])


def test_a_source_is_not_published_after_it_was_read(small: SmallPackage, faults: Faults):
    small.replace("tables/sources.csv", "UNODC,,2016-07,", "UNODC,,2027-01,")
    assert faults() == [
        "data/tables/sources.csv:2 published: expected no date after 2026-11, when the source was read, "
        "got '2027-01', correct it"
    ]


def test_a_year_may_not_be_ahead_either_but_a_term_may(small: SmallPackage, faults: Faults, add_columns: Callable):
    add_columns("coca_zones", {"until_date": "2027-06-30"})
    assert faults() == []
    small.replace("tables/sources.csv", "report,2026-11", "report,2019-05")
    assert [one.split(" expected")[0] for one in faults() if "when the source" in one] == [
        "data/tables/coca_national_year.csv:10 year:",
        "data/tables/coca_zone_year.csv:12 year:",
        "data/tables/coca_zone_year.csv:20 year:",
    ]
