"""Draws stay between what the sources give, and the same seed gives the same interval."""

import numpy as np
import pandas as pd
import pytest

from geo.crs import EQUAL_AREA
from geo.displacement import draws, interval
from geo.displacement.shares import moved
from tests.geo.displacement.grids import points

THERE = points((-75, -9), (-73, -12))


def bounds(*pairs):
    return pd.DataFrame(pairs, columns=["low", "high"], index=list("ab")[: len(pairs)])


def test_values_lie_between_low_and_high_and_fill_the_range():
    drawn = draws([bounds((10, 20), (5, 5)), bounds((1, 2), (0, 8))], THERE, 0, n=2000)
    first, second = drawn.values
    assert first.shape == (2000, 2)
    assert 10 <= first[:, 0].min() < 10.1 and 19.9 < first[:, 0].max() <= 20
    assert set(first[:, 1]) == {5}
    assert second[:, 1].mean() == pytest.approx(4, abs=0.2)


def test_each_year_is_drawn_by_itself():
    first, second = draws([bounds((0, 1), (0, 1))] * 2, THERE, 0, n=500).values
    assert abs(np.corrcoef(first[:, 0], second[:, 0])[0, 1]) < 0.15


def test_positions_fill_the_disc_of_their_precision():
    drawn = draws(bounds((1, 1), (1, 1)), THERE, pd.Series({"a": 10.0, "b": 0.0}), n=2000)
    at = THERE.to_crs(EQUAL_AREA)
    away = np.hypot(drawn.xy[:, 0, 0] - at.x["a"], drawn.xy[:, 0, 1] - at.y["a"])
    # geopandas may choose another operation between the two systems, some metres apart
    assert 9_900 < away.max() <= 10_010
    # a quarter of an even disc lies within half of its radius
    assert (away < 5_000).mean() == pytest.approx(0.25, abs=0.03)
    assert np.ptp(drawn.xy[:, 1, 0]) == pytest.approx(0, abs=1e-6)


def test_the_same_seed_gives_the_same_draws_and_another_others():
    one, two, three = (draws(bounds((0, 9), (0, 9)), THERE, 5, n=50, seed=seed) for seed in (1, 1, 2))
    assert np.array_equal(one.values[0], two.values[0]) and np.array_equal(one.xy, two.xy)
    assert not np.array_equal(one.values[0], three.values[0])


def test_an_interval_holds_the_middle_95_of_100_draws():
    drawn = draws(bounds((0, 100), (1, 1)), THERE, 0, n=4000)
    found = interval(lambda many: many.values[0][:, 0], drawn, 50)
    assert found.value == 50
    assert found.low == pytest.approx(2.5, abs=1)
    assert found.high == pytest.approx(97.5, abs=1)
    assert found.n == 4000


def test_the_interval_holds_the_preferred_value_even_if_it_is_the_highest_of_its_rivals():
    drawn = draws(bounds((0, 100), (1, 1)), THERE, 0)
    assert interval(lambda many: many.values[0][:, 0], drawn, 100).high == 100


def test_what_nobody_disputes_has_no_spread():
    drawn = draws([bounds((3, 3), (1, 1)), bounds((1, 1), (3, 3))], THERE, 0)
    found = interval(lambda many: moved(*many.values), drawn, 0.5)
    assert (found.low, found.value, found.high) == (0.5, 0.5, 0.5)


@pytest.mark.parametrize(
    ("ranges", "there", "precision", "n", "said"),
    [
        (bounds((2, 1), (1, 1)), THERE, 1, 10, r"expected 0 <= low <= high, not so for \['a'\]"),
        (bounds((-1, 1), (1, 1)), THERE, 1, 10, "expected 0 <= low"),
        (bounds((1, 1), (1, 1)), THERE[:1], 1, 10, r"no point for \['b'\]"),
        (bounds((1, 1), (1, 1)), THERE, pd.Series({"a": 1.0}), 10, r"no precision of 0 km or more for \['b'\]"),
        (bounds((1, 1), (1, 1)), THERE, 1, 0, "n is 0, expected 1 or more"),
        ([bounds((1, 1), (1, 1)), bounds((1, 1))], THERE, 1, 10, "the years hold different units"),
    ],
)
def test_bad_input_is_named(ranges, there, precision, n, said):
    with pytest.raises(ValueError, match=said):
        draws(ranges, there, precision, n)


def test_a_statistic_must_give_one_number_a_draw():
    with pytest.raises(ValueError, match="expected 10 finite numbers"):
        interval(lambda many: np.array([1.0]), draws(bounds((1, 1), (1, 1)), THERE, 1, n=10), 1)
