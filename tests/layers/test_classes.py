"""Classes and radii: fixed breaks, areas in proportion."""

import pytest

from layers.classes import class_bounds, class_of, radius
from layers.tokens import COCA_BREAKS_HA


@pytest.mark.parametrize(
    ("hectares", "index"), [(0.5, 0), (499.9, 0), (500, 1), (1_999, 2), (5_000, 4), (20_000, 6), (27_994, 6)]
)
def test_a_value_on_a_break_belongs_above(hectares, index):
    assert class_of(hectares, COCA_BREAKS_HA) == index


@pytest.mark.parametrize("value", [-1, float("nan"), float("inf")])
def test_what_is_no_amount_has_no_class(value):
    with pytest.raises(ValueError, match="expected a number of at least 0"):
        class_of(value, COCA_BREAKS_HA)


def test_breaks_must_rise():
    with pytest.raises(ValueError, match="expected rising numbers"):
        class_of(1, (10, 5))


def test_bounds_are_open_at_both_ends():
    assert class_bounds((500, 1000)) == [(None, 500), (500, 1000), (1000, None)]


def test_four_times_the_value_is_twice_the_radius():
    assert radius(28_000, 28_000, 30.0) == 30.0
    assert radius(7_000, 28_000, 30.0) == 15.0


def test_a_circle_is_never_smaller_than_the_smallest():
    assert radius(1, 28_000, 30.0, smallest=2.0) == 2.0
