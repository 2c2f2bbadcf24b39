"""Every source is used and can be cited."""

from collections.abc import Callable

import pytest

from geo.checks.citations import LIST_COLUMNS
from tests.packages import SmallPackage

Faults = Callable[[], list[str]]


def test_a_source_that_no_row_cites_is_refused(small: SmallPackage, faults: Faults):
    small.change("coca_zone_year", "vraem-2012-estimate", source_key="unodc_2016")
    assert faults() == [
        "data/tables/sources.csv:3 source_key: expected a source that some row cites, "
        "got 'press_2013', which none does, delete the row or cite it"
    ]


@pytest.mark.parametrize("column", LIST_COLUMNS)
def test_a_further_source_counts_as_use(small: SmallPackage, faults: Faults, add_columns: Callable, column: str):
    small.change("coca_zone_year", "vraem-2012-estimate", source_key="unodc_2016")
    add_columns("places", {column: "press_2013"})
    assert faults() == []


def test_a_source_needs_title_publisher_and_a_date_or_a_note(small: SmallPackage, faults: Faults):
    small.replace("tables/sources.csv", "press_2013,Coca falls,,Andina,,2013,,", "press_2013,,,,,,,")
    said = faults()
    assert [one.split(", ")[0].split("sources.csv:")[1] for one in said] == [
        "3 published: expected a date",
        "3 publisher: expected a value",
        "3 title: expected a value",
    ]


def test_a_note_stands_for_a_missing_date(small: SmallPackage, faults: Faults):
    small.replace("tables/sources.csv", "Andina,,2013,,", "Andina,,,no date on the page,")
    assert faults() == []
