"""The difference map: signs, classes that hold for all pairs of years, and units that are not compared."""

from itertools import combinations

import pytest

from geo.displacement import compare, subject
from geo.displacement.findings import Refused
from geo.timeline import YEARS
from layers import tokens
from layers.options import SUBJECTS
from layers.pair import change


def by_part(shapes, part):
    return {one.id: one for one in shapes if one.part == part}


@pytest.mark.parametrize(
    ("value", "down"), [(1, 1), (1.9, 1), (2, 2), (4.9, 2), (5_000, 5_000), (9_999, 5_000), (0.3, 0.2)]
)
def test_a_break_is_a_round_number(value, down):
    assert change.rounded_down(value) == pytest.approx(down)


@pytest.mark.parametrize(
    ("difference", "step"),
    [(0, 3), (9, 3), (-9, 3), (10, 4), (-10, 2), (49, 4), (50, 5), (-50, 1), (250, 6), (-250, 0), (9_999, 6)],
)
def test_classes_are_symmetric_about_no_change(difference, step):
    assert change.class_of_change(difference, (10, 50, 250)) == step


def test_breaks_follow_the_largest_change_of_any_two_years():
    one = subject("coca_zones")
    most = max(
        abs(one.values(second)[unit] - one.values(first)[unit])
        for first, second in combinations(YEARS, 2)
        for unit in one.values(first).index.intersection(one.values(second).index)
    )
    assert change.largest("coca_zones") == pytest.approx(most)
    assert change.breaks("coca_zones")[-1] == change.rounded_down(most / 2)


@pytest.mark.parametrize("key", SUBJECTS)
def test_breaks_rise_and_a_count_changes_by_whole_ones(key):
    limits = change.breaks(key)
    assert list(limits) == sorted(set(limits))
    if subject(key).kind == "count":
        assert limits[0] >= 1


def test_each_zone_is_drawn_with_its_change_and_sign():
    found = compare("coca_zones", 2013, 2017)
    shapes = change.shapes(found)
    areas, circles = by_part(shapes, "area"), by_part(shapes, "symbol")
    # 21,646 less 19,167 ha, and 1,701 less 4,669
    assert circles["vraem"].text == "VRAEM\n+2,479 ha (+12.9 %)"
    assert circles["huallaga"].text == "Huallaga\n−2,968 ha (−63.6 %)"
    assert (areas["vraem"].look, areas["huallaga"].look) == ("area6", "area0")
    assert circles["huallaga"].radius ** 2 / circles["vraem"].radius ** 2 == pytest.approx(2_968 / 2_479, rel=1e-2)
    assert "national trend" in areas["vraem"].hover and "2013: 19,167 ha" in areas["vraem"].hover


def test_a_unit_with_one_value_is_hatched_and_said_not_counted_as_zero():
    shapes = change.shapes(compare("coca_zones", 2013, 2017))
    left = by_part(shapes, "area")["calleria"]
    assert left.look == "area-none"
    assert by_part(shapes, "symbol")["calleria"].text == "Callería\nno value in one of the years"


def test_gain_and_loss_are_told_apart_without_colour():
    found = {look.id: look for look in change.looks("coca_districts")}
    assert {found[f"circle{step}"].inner for step in range(4, 7)} == {"plus"}
    assert {found[f"circle{step}"].inner for step in range(3)} == {"bar"}
    assert [found[f"circle{step}"].fill for step in range(7)] == list(tokens.DIVERGING)


def test_of_many_units_only_those_that_changed_are_named():
    shapes = change.shapes(compare("mining_cells", 2019, 2020))
    assert {bool(one.text) for one in shapes if one.look == "circle3"} == {False}
    assert {bool(one.text) for one in shapes if one.look == "circle5"} == {True}


def test_only_zones_have_outlines():
    assert by_part(change.shapes(compare("coca_districts", 2015, 2017)), "area") == {}


@pytest.mark.parametrize(("value", "text"), [(2_479.4, "+2,479"), (-0.5, "−0.5"), (0, "0"), (-0.001, "0")])
def test_a_change_carries_its_sign(value, text):
    assert change.signed(value) == text


def test_a_refused_pair_draws_every_unit_as_not_compared():
    with pytest.raises(Refused):
        compare("mining_cells", 2018, 2020)
    units = list(subject("mining_cells").points().index)
    shapes = change.unknown("mining_cells", units, subject("mining_cells").sources((2018,)))
    assert {one.look for one in shapes} == {"circle-none"} and len(shapes) == len(units)
