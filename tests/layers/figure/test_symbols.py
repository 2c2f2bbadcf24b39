"""Symbols: as large as they say, told apart by shape."""

from math import pi

import pytest

from layers.figure.symbols import CORNERS, INNER, STROKES, is_stroked, sign_scale, symbol_path


@pytest.mark.parametrize(
    ("symbol", "half"), [("circle", 5), ("ring", 5), ("square", 5), ("diamond", 6.25), ("cross", 5)]
)
def test_a_symbol_lies_round_its_point(symbol, half):
    extents = symbol_path(symbol, 10, 20, 5).get_extents()
    assert (extents.x0, extents.x1, extents.y0, extents.y1) == pytest.approx(
        (10 - half, 10 + half, 20 - half, 20 + half)
    )


def test_an_arrow_points_where_it_is_turned():
    tip = symbol_path("arrow", 0, 0, 4, angle=pi / 2).vertices[0]
    assert tip == pytest.approx([0, 4])


def test_every_operator_has_a_sign_of_its_own():
    assert len(set(INNER.values())) == len(INNER)
    assert set(INNER.values()) <= {*CORNERS, *STROKES, "circle"}


def test_strokes_have_no_inside():
    assert is_stroked("cross") and not is_stroked("square")


def test_only_signs_without_a_figure_shrink_on_small_scales():
    assert sign_scale("circle", 3) == 1
    assert sign_scale("square", 3) == pytest.approx(0.68)
    assert sign_scale("square", 6.5) == pytest.approx(0.84)
    assert sign_scale("square", 12) == 1
