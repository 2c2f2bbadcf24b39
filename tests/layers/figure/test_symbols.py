"""Symbols: as large as they say, told apart by shape."""

import json
import re
from math import pi
from pathlib import Path

import pytest

from layers.base import SYMBOLS
from layers.figure import symbols as module
from layers.figure.symbols import CORNERS, FIXED, INNER, STROKES, is_stroked, sign_scale, symbol_path


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


def test_every_symbol_has_the_same_shape_in_map_and_figure():
    script = (Path(module.__file__).parents[1] / "web" / "symbols.js").read_text(encoding="utf-8")
    round_ones = {"circle", "ring", "area", "line", "text"}
    assert set(SYMBOLS) - round_ones <= {*CORNERS, *STROKES}
    shapes = dict(re.findall(r"^    (\w+): \(x, y, r\) => corners\(x, y, r, (\[\[.*\]\])\)", script, re.M))
    assert {"hexagon", "post", "gate", "boat"} <= set(shapes)
    assert all(json.loads(shape) == [list(one) for one in CORNERS[name]] for name, shape in shapes.items())
    assert all(re.search(rf"^    {name}: \(x, y, r", script, re.M) for name in {*CORNERS, *STROKES})
    fixed = re.search(r"FIXED = new Set\((\[.*?\])\)", script, re.S).group(1)
    assert set(json.loads(fixed)) == FIXED


def test_strokes_have_no_inside():
    assert is_stroked("cross") and not is_stroked("square")


def test_only_signs_without_a_figure_shrink_on_small_scales():
    assert sign_scale("circle", 3) == 1
    assert sign_scale("square", 3) == pytest.approx(0.56)
    assert sign_scale("square", 6.5) == pytest.approx(0.76)
    assert sign_scale("square", 12) == 1
