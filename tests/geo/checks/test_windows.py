"""`in_window` and the years agree; spans run forward."""

from collections.abc import Callable

import pytest

from tests.packages import COLUMNS, KINDS, SmallPackage, rows_of_a_green_package, schema_of_table

Faults = Callable[[], list[str]]
SPAN = ("from_year", "until_year", "in_window")


@pytest.fixture
def spans(small: SmallPackage, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str, str], None]:
    """Give a function that lets the first zone last from one year to another."""
    monkeypatch.setitem(COLUMNS, "coca_zones", (*COLUMNS["coca_zones"], *SPAN))
    monkeypatch.setitem(KINDS, "from_year", "integer")
    monkeypatch.setitem(KINDS, "until_year", "integer")
    small.write_yaml("tables/coca_zones.schema.yaml", schema_of_table("coca_zones"))

    def write(*cells: str) -> None:
        first, *others = rows_of_a_green_package()["coca_zones"]
        small.write_rows("coca_zones", [first | dict(zip(SPAN, cells, strict=True)), *others])

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
        ("2013", "", ""),
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


def test_a_span_may_not_end_before_it_begins(faults: Faults, spans: Callable):
    spans("2015", "2014", "true")
    assert faults() == [
        "data/tables/coca_zones.csv:2 until_year: expected from_year 2015 or later, got 2014, "
        "correct one of them"
    ]
