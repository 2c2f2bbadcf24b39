"""`in_window` and the years agree; spans run forward."""

from collections.abc import Callable

import pytest

from tests.packages import KINDS, SmallPackage

Faults = Callable[[], list[str]]
SPAN = ("from_year", "until_year", "in_window")


@pytest.fixture
def spans(add_columns: Callable) -> Callable[..., None]:
    """Give a function that lets the first zone last from one year to another."""

    def write(*cells: str) -> None:
        add_columns(
            "coca_zones", dict(zip(SPAN, cells, strict=True)), from_year="integer", until_year="integer"
        )

    return write


@pytest.mark.parametrize(("year", "stated"), [(2011, "true"), (2021, "true"), (2014, "false")])
def test_a_year_and_its_window_must_agree(small: SmallPackage, faults: Faults, year: int, stated: str):
    small.change("coca_national_year", "national-2014", year=year, in_window=stated)
    right = "false" if stated == "true" else "true"
    where = "data/tables/coca_national_year.csv:4 in_window: expected "
    assert f"{where}{right} (2012-2020), got {stated} for {year}, correct in_window or the years" in faults()


@pytest.mark.parametrize(
    "cells",
    [
        ("2009", "2012", "true"),
        ("2009", "2011", "false"),
        ("2020", "", "true"),
        ("", "", "true"),
        ("", "", ""),
    ],
)
def test_a_span_that_touches_the_window_is_in_it(
    faults: Faults, spans: Callable, cells: tuple[str, str, str]
):
    spans(*cells)
    assert faults() == []


def test_a_span_outside_the_window_is_not_in_it(faults: Faults, spans: Callable):
    spans("2021", "2023", "true")
    assert faults() == [
        "data/tables/coca_zones.csv:2 in_window: expected false (2012-2020), got true for 2021-2023, "
        "correct in_window or the years"
    ]


def test_a_year_says_whether_it_is_in_the_window(faults: Faults, spans: Callable):
    spans("2013", "", "")
    assert faults() == [
        "data/tables/coca_zones.csv:2 in_window: expected true (2012-2020), got nothing for 2013, "
        "correct in_window or the years"
    ]


def test_a_row_without_a_year_is_judged_by_its_span(faults: Faults, add_columns: Callable):
    whole = {"year": "integer", "from_year": "integer", "until_year": "integer"}
    add_columns("coca_zones", {"year": "", "from_year": 2021, "until_year": 2022, "in_window": "true"}, **whole)
    assert [one.split(", correct")[0] for one in faults()] == [
        "data/tables/coca_zones.csv:2 in_window: expected false (2012-2020), got true for 2021-2022"
    ]


@pytest.mark.parametrize(
    ("since", "until", "stated", "right"),
    [
        ("2021", "", "yes", "no"),
        ("", "2011", "yes", "no"),
        ("2009", "2013", "no", "yes"),
        ("2009", "2013", "unknown", "yes"),
        ("2009", "", "no", ""),  # nobody says how long it stood
        ("", "", "unknown", ""),
        ("2009", "2013", "yes", ""),
    ],
)
def test_a_base_stood_in_the_window_or_not(
    faults: Faults,
    add_columns: Callable,
    monkeypatch: pytest.MonkeyPatch,
    since: str,
    until: str,
    stated: str,
    right: str,
):
    monkeypatch.setitem(KINDS, "in_window", "string")
    cells = {"since_year": since, "until_year": until, "in_window": stated}
    add_columns("coca_zones", cells, since_year="integer", until_year="integer")
    said = (
        f"data/tables/coca_zones.csv:2 in_window: expected {right} (2012-2020), got {stated} for {since}-{until}, "
        "correct in_window or the years"
    )
    assert faults() == ([said] if right else [])


@pytest.mark.parametrize("start", ["since_year", "first_mentioned_year"])
def test_nothing_ends_before_it_is_known(faults: Faults, add_columns: Callable, start: str):
    add_columns("coca_zones", {start: 2015, "until_year": 2014}, **{start: "integer", "until_year": "integer"})
    assert faults() == [
        f"data/tables/coca_zones.csv:2 until_year: expected {start} 2015 or later, got 2014, correct one of them"
    ]


def test_a_span_may_not_end_before_it_begins(faults: Faults, spans: Callable):
    spans("2015", "2014", "true")
    assert faults() == [
        "data/tables/coca_zones.csv:2 until_year: expected from_year 2015 or later, got 2014, "
        "correct one of them"
    ]
