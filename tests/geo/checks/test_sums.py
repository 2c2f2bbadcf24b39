"""Parts are not counted beside their whole, and each year adds up to the national figure."""

from collections.abc import Callable

import pytest

from tests.packages import SmallPackage

Faults = Callable[[], list[str]]


def sums(said: list[str]) -> list[str]:
    return [one.split("coca_zone_year.csv:")[1] for one in said if "counted" in one]


def test_a_part_that_is_counted_is_refused(small: SmallPackage, faults: Faults):
    small.change("coca_zone_year", "lower_vraem-2016", counted="true")
    assert sums(faults()) == [
        "2 coca_ha: expected counted zones of 2016 within 3 ha of the national 100 ha, got 110 ha, "
        "correct coca_ha or counted in the rows of this year",
        "2 counted: expected false: a part of vraem, got true, count the part or the whole, not both",
        "2 counted: expected false: vraem is counted in 2016, got true, count the part or the whole",
        "2 counted: expected only the 13 units of the national sum, got 'lower_vraem', write false",
    ]


def test_a_part_is_known_by_the_zones_though_its_row_names_no_parent(small: SmallPackage, faults: Faults):
    small.change("coca_zone_year", "lower_vraem-2016", counted="true", parent_zone="", coca_ha=0)
    assert any("2 counted: expected false: vraem is counted in 2016, got true" in one for one in faults())


@pytest.mark.parametrize(
    ("year", "ha", "fits"),
    [(2016, 43, True), (2016, 43.1, False), (2018, 40.1, False), (2017, 109, True), (2017, 110, False)],
)
def test_each_year_has_its_tolerance(small: SmallPackage, faults: Faults, year: int, ha: float, fits: bool):
    small.change("coca_zone_year", f"aguaytia-{year}", coca_ha=ha)
    assert (faults() == []) == fits


def test_a_zero_that_may_mean_not_reported_adds_nothing(small: SmallPackage, faults: Faults):
    small.change("coca_zone_year", "aguaytia-2018", coca_ha=0, value_status="zero_or_not_reported")
    assert sums(faults())[0].startswith(
        "10 coca_ha: expected counted zones of 2018 within 0 ha of the national 100 ha"
    )


def test_a_year_without_national_figure_is_refused(small: SmallPackage, faults: Faults):
    small.change("coca_national_year", "national-2019", series="UNODC")
    assert faults() == [
        "data/tables/coca_national_year.csv coca_ha: expected the national figure of DEVIDA for 2019, "
        "got none, add its row"
    ]


def test_zones_that_are_parts_of_each_other_do_not_hang_the_check(small: SmallPackage, faults: Faults):
    small.change("coca_zones", "vraem", parent_zone="lower_vraem")
    assert faults() == []
