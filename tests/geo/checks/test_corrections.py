"""A correction points to a cell that still holds the misprint."""

from collections.abc import Callable

import pytest

from tests.packages import SmallPackage

Faults = Callable[[], list[str]]


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"table_name": "coca"}, "2 table_name: expected a table of the package, got 'coca'"),
        ({"column_name": "ha"}, "2 column_name: expected a column of coca_zone_year, got 'ha'"),
        ({"row_id": "vraem-2011"}, "2 row_id: expected a row_id of coca_zone_year, got 'vraem-2011'"),
        ({"corrected": "19.0"}, "2 corrected: expected another value than printed, got '19.0' in both"),
        (
            {"printed": "18"},
            "2 printed: expected what coca_zone_year keeps in coca_ha: '19', got '18', correct it",
        ),
    ],
)
def test_a_correction_that_fits_nothing_is_refused(
    small: SmallPackage, faults: Faults, cells: dict, fault: str
):
    small.change("corrections", "vraem-2012-misprint", **cells)
    assert any(f"data/tables/corrections.csv:{fault}" in one for one in faults())


def test_a_mended_source_makes_its_correction_fail(small: SmallPackage, faults: Faults):
    small.change("coca_zone_year", "vraem-2012-sum", coca_ha=21)
    assert any("or delete the row if the source was mended" in one for one in faults())


def test_numbers_are_compared_as_numbers_and_text_as_text(small: SmallPackage, faults: Faults):
    small.change("corrections", "vraem-2012-misprint", printed="19.0")
    assert faults() == []
    small.change(
        "corrections", "vraem-2012-misprint", column_name="qualifier", printed="at_least", corrected="about"
    )
    assert faults() == []
