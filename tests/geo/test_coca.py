"""The counted units add up; two years are compared over the units with a value in both."""

import pytest

from geo.coca import (
    TOLERANCE_HA,
    UNITS,
    compare_units,
    national_figure,
    national_sum,
    series_breaks,
    series_of,
    unit_values,
)
from geo.timeline import YEARS
from tests.packages import SmallPackage


def test_there_are_thirteen_units_and_a_tolerance_for_each_year():
    assert len(set(UNITS)) == 13
    assert tuple(TOLERANCE_HA) == YEARS


@pytest.mark.parametrize(
    ("year", "name"), [(2012, "UNODC"), (2017, "UNODC"), (2018, "DEVIDA"), (2020, "DEVIDA")]
)
def test_a_year_has_its_series(year: int, name: str):
    assert series_of(year) == name


def test_before_the_first_year_there_is_no_series():
    with pytest.raises(ValueError, match="no coca series for 2011: the first year is 2012"):
        series_of(2011)


@pytest.mark.parametrize(
    ("first", "second", "breaks"),
    [(2012, 2017, ()), (2017, 2018, (2018,)), (2018, 2017, (2018,)), (2018, 2020, ()), (2012, 2020, (2018,))],
)
def test_a_break_lies_between_the_years_it_parts(first: int, second: int, breaks: tuple[int, ...]):
    assert series_breaks(first, second) == breaks


def test_parts_are_not_counted(small: SmallPackage):
    assert unit_values(2016).to_dict() == {"aguaytia": 40.0, "vraem": 60.0}
    assert national_sum(2016) == 100.0
    assert national_figure(2016) == 100.0


def test_the_preferred_value_is_counted(small: SmallPackage):
    assert unit_values(2012).to_dict() == {"vraem": 21.0}


def test_a_zero_that_may_mean_not_reported_is_no_value(small: SmallPackage):
    small.change("coca_zone_year", "aguaytia-2016", coca_ha=0, value_status="zero_or_not_reported")
    assert unit_values(2016).to_dict() == {"vraem": 60.0}


def test_two_years_are_compared_over_common_units(small: SmallPackage):
    pair = compare_units(2012, 2018)
    assert pair.units == ("vraem",)
    assert (pair.first_ha, pair.second_ha) == (21.0, 60.0)
    assert (pair.first_share, pair.second_share) == (1.0, 0.6)
    assert pair.breaks == (2018,)


def test_a_year_without_national_figure_cannot_be_compared(small: SmallPackage):
    small.change("coca_national_year", "national-2013", series="ONDCP")
    assert national_figure(2013) is None
    with pytest.raises(ValueError, match="no national figure for 2013"):
        compare_units(2013, 2014)
