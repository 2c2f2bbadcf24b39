"""No cell of provenance is empty, blank or of an unknown degree."""

from collections.abc import Callable

import pytest

from tests.packages import SmallPackage, schema_of_table

Faults = Callable[[], list[str]]


@pytest.mark.parametrize("column", ["source_key", "locator", "seen_in", "method"])
@pytest.mark.parametrize("cell", ["", "  "])
def test_an_empty_cell_is_refused(small: SmallPackage, all_faults: Faults, column: str, cell: str):
    small.change("coca_national_year", "national-2014", **{column: cell})
    where = f"data/tables/coca_national_year.csv:4 {column}: expected a value, got "
    assert [one for one in all_faults() if one.startswith(where)] != []


def test_a_note_may_be_empty(small: SmallPackage, all_faults: Faults):
    small.change("coca_national_year", "national-2014", note="")
    assert all_faults() == []


def test_confidence_is_checked_though_the_schema_leaves_it_open(small: SmallPackage, all_faults: Faults):
    held = schema_of_table("coca_national_year")
    for field in held["fields"]:
        field.pop("constraints", None)
    small.write_yaml("tables/coca_national_year.schema.yaml", held)
    small.change("coca_national_year", "national-2014", confidence="good")
    small.change("coca_national_year", "national-2015", confidence="")
    assert all_faults() == [
        "data/tables/coca_national_year.csv:4 confidence: expected one of A, B, C, got 'good', "
        "correct the cell",
        "data/tables/coca_national_year.csv:5 confidence: expected a value, got nothing, write A, B or C",
    ]
