"""Paths end at the pane's edge, keep their holes, and lose points nobody would miss."""

import numpy as np
import pytest
from matplotlib.path import Path

from layers.deck.outlines import areas, ellipse_of, lines, merged, pieces_of, rectangle_of
from layers.figure.outlines import joined
from layers.figure.symbols import symbol_path


def ring(left, top, right, bottom):
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]


def area_of(points):
    x, y = points[:, 0], points[:, 1]
    return abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2


def test_rings_and_lines_are_told_apart():
    closed = pieces_of(joined([ring(0, 0, 10, 10), ring(2, 2, 4, 4)], closed=True))
    assert [(piece.closed, len(piece.points)) for piece in closed] == [(True, 4), (True, 4)]
    opened = pieces_of(joined([[(0, 0), (1, 1)], [(5, 5), (6, 6), (7, 5)]], closed=False))
    assert [(piece.closed, len(piece.points)) for piece in opened] == [(False, 2), (False, 3)]
    assert pieces_of(Path([(0, 0), (3, 4)]))[0].closed is False


def test_circles_and_upright_rectangles_are_known():
    assert ellipse_of(symbol_path("circle", 50, 40, 10)) == pytest.approx((40, 30, 60, 50))
    assert ellipse_of(symbol_path("square", 50, 40, 10)) is None
    assert rectangle_of(symbol_path("square", 50, 40, 10)) == pytest.approx((40, 30, 60, 50))
    assert rectangle_of(symbol_path("diamond", 50, 40, 10)) is None
    assert rectangle_of(symbol_path("cross", 50, 40, 10)) is None


def test_an_area_is_cut_at_the_edge():
    (kept,), cut = areas(pieces_of(joined([ring(-50, 20, 50, 60)], closed=True)), 100, 100)
    assert cut
    assert kept.points.min(axis=0) == pytest.approx([0, 20])
    assert area_of(kept.points) == pytest.approx(50 * 40)


def test_an_area_inside_stays_whole_and_one_outside_goes():
    pieces = pieces_of(joined([ring(10, 10, 20, 20)], closed=True))
    kept, cut = areas(pieces, 100, 100)
    assert not cut and area_of(kept[0].points) == pytest.approx(100)
    assert areas(pieces_of(joined([ring(200, 10, 220, 20)], closed=True)), 100, 100) == ([], True)


def test_points_that_change_nothing_are_left_out():
    wavy = [(x, 50 + 0.1 * (x % 2)) for x in range(100)] + [(99, 90), (0, 90), (0, 50)]
    (kept,), _ = areas(pieces_of(joined([wavy], closed=True)), 100, 100)
    assert len(kept.points) <= 5


def test_a_ring_that_crosses_itself_is_still_drawn():
    bow = [(-10, 0), (50, 60), (50, 0), (-10, 60), (-10, 0)]
    kept, cut = areas(pieces_of(joined([bow], closed=True)), 100, 100)
    assert cut and kept


def test_a_line_is_cut_and_its_legs_are_joined():
    legs = joined([[(-10, 5), (10, 5)], [(10, 5), (10, 50)], [(60, 60), (70, 60)]], closed=False)
    first, second = lines(pieces_of(legs), 100, 100)
    assert first.points.tolist() == [[0, 5], [10, 5], [10, 50]]
    assert second.points.tolist() == [[60, 60], [70, 60]]


def test_the_outline_of_a_ring_that_is_cut_has_no_line_along_the_edge():
    (kept,) = lines(pieces_of(joined([ring(-50, 20, 50, 60)], closed=True)), 100, 100)
    assert not kept.closed
    assert sorted(map(tuple, kept.points.tolist())) == [(0, 20), (0, 60), (50, 20), (50, 60)]
    assert set(kept.points[[0, -1], 0]) == {0.0}


def test_neighbours_become_one_outline():
    first = pieces_of(joined([ring(0, 0, 10, 10)], closed=True))
    second = pieces_of(joined([ring(10, 0, 20, 10)], closed=True))
    (whole,) = merged([first, second])
    assert area_of(whole.points) == pytest.approx(200)
    assert len(whole.points) == 4
