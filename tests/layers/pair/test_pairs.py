"""Pairs of years: what can be compared with what, and the history behind a small chart."""

import pytest

from geo.displacement import Comparison, Refused
from layers.pair.pairs import comparable_years, compared, covered, hint, history, nearest_pair, told


def test_a_pair_is_compared_or_refused():
    assert isinstance(compared("coca_zones", 2013, 2017), Comparison)
    assert isinstance(compared("mining_cells", 2018, 2020), Refused)


def test_the_years_that_can_be_compared_are_named():
    assert comparable_years("mining_cells", 2020) == [2019]
    assert comparable_years("coca_zones", 2013) == [2012, *range(2014, 2021)]
    assert "2020 can be compared with 2019" in hint("mining_cells", 2018, 2020)


def test_the_nearest_pair_that_can_be_compared():
    assert nearest_pair("mining_cells", 2018, 2020) == (2019, 2020)
    assert nearest_pair("airstrips", 2012, 2014) == (2015, 2017)


def test_where_nothing_near_can_be_compared_a_pair_is_named():
    assert "2015 and 2017" in hint("airstrips", 2012, 2014)


def test_a_year_without_a_value_is_a_gap_in_the_history():
    zone = history("coca_zones")["maranon+alto_chicama"]
    assert len(zone) == 9
    assert zone[0] is None and zone[-1] == pytest.approx(2_128)


def test_what_the_compared_units_cover_is_said():
    assert covered(compared("coca_zones", 2012, 2020)) == ["97 % and 97 % of the national figure"]


def test_the_map_of_a_pair_tells_finding_sums_and_cautions():
    said = told("coca_zones", 2013, 2017)
    assert said.title.startswith("Between 2013 and 2017 the weighted centre of the coca bush moved 78 km south-east")
    assert "49,803 ha in 2013, 49,235 ha in 2017, over the 12 zones" in said.subtitle
    assert "Callería" in said.note
