"""Arrowheads stand beyond the border and at the end, pointing the way of travel."""

from math import pi

import pytest
import shapely

from geo.arrowheads import AHEAD_DEGREES, arrows

HOME = shapely.box(-80, -5, -70, 5)


def test_a_line_that_leaves_has_one_arrow_beyond_the_border_and_one_at_its_end():
    first, last = arrows(shapely.LineString([(-75, 0), (-70, 0), (-50, 0)]), HOME)
    assert first == pytest.approx((-70 + AHEAD_DEGREES, 0, 0))
    assert last == pytest.approx((-50, 0, 0))


def test_the_direction_is_that_of_the_screen_where_down_is_south():
    (end,) = arrows(shapely.LineString([(-75, 0), (-75, -2)]), HOME)
    assert end == pytest.approx((-75, -2, pi / 2))
    (end,) = arrows(shapely.LineString([(-75, 0), (-76, 0)]), HOME)
    assert abs(end[2]) == pytest.approx(pi)


def test_a_short_way_from_the_border_has_only_the_end():
    assert len(arrows(shapely.LineString([(-75, 0), (-70, 0), (-69, 0)]), HOME)) == 1


def test_a_line_that_stays_at_home_points_in_the_middle_if_it_is_long():
    first, last = arrows(shapely.LineString([(-79, 0), (-75, 0), (-71, 0)]), HOME)
    assert first == pytest.approx((-75, 0, 0)) and last == pytest.approx((-71, 0, 0))


def test_a_line_that_was_never_at_home_points_in_the_middle_of_its_longest_leg():
    line = shapely.MultiLineString([[(0, 0), (2, 0)], [(10, 0), (20, 0)]])
    assert arrows(line, HOME)[0] == pytest.approx((15, 0, 0))
