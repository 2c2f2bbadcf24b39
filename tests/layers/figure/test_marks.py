"""Layers on a canvas: the browser's styles, dimmed and selected alike."""

import numpy as np
import pytest
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import to_rgba
from matplotlib.patches import PathPatch

from layers import tokens
from layers.drawn import drawn_view
from layers.figure.canvas import Canvas, page_figure
from layers.figure.marks import FADE, draw_layer, line_paints, line_scale, mark_paints
from layers.figure.mercator import Frame
from layers.figure.outlines import joined
from layers.view import View
from tests.layers.figure.small_files import bases, look, ports, routes, zones

FRAME = Frame(-75.0, -10.0, 5.0, 600.0, 500.0)


@pytest.fixture
def canvas():
    figure, across, down = page_figure((1280, 720))
    return Canvas(figure, (across, down), (0, 0, 600, 500))


def drawn(canvas, file, year=2016, selected=None, others=()):
    view = View(year, (file["key"], *(one["key"] for one in others)), filters={"routes": {"market": ("asia",)}})
    shapes = drawn_view([file, *others], view, year)[file["key"]]
    return draw_layer(canvas, FRAME, file["key"], file["order"], shapes, selected)


def test_every_shape_is_placed_where_it_lies(canvas):
    placed = drawn(canvas, ports())
    assert [one.shape.id for one in placed] == ["callao", "paita"]
    assert (placed[0].x, placed[0].y) == pytest.approx(tuple(FRAME.place(np.array([-77.15, -12.05]))))


def test_no_figure_is_hatched_and_only_that(canvas):
    drawn(canvas, zones(), 2016)
    (hatch,) = [one for one in canvas.axes.collections if isinstance(one, LineCollection)]
    assert to_rgba(tokens.NO_FIGURE) == tuple(hatch.get_color()[0])
    assert hatch.get_clip_path() is not None
    figure, across, down = page_figure((1280, 720))
    other = Canvas(figure, (across, down), (0, 0, 600, 500))
    drawn(other, zones(), 2020)
    assert not [one for one in other.axes.collections if isinstance(one, LineCollection)]


def test_a_line_is_cased_dashed_and_pointed(canvas):
    drawn(canvas, routes() | {"default_filters": {}})
    edge, casing, line = [one for one in canvas.axes.patches if isinstance(one, PathPatch)]
    width = 3.4 * 0.932  # at zoom 5
    assert [one.get_linewidth() for one in (edge, casing, line)] == pytest.approx([width + 2.6, width + 1.7, width])
    assert casing.get_edgecolor() == to_rgba("#FFFFFF")
    (arrow,) = canvas.axes.collections  # the middle of a leg of two points is its end
    assert len(arrow.get_paths()) == 1
    assert tuple(arrow.get_facecolor()[0]) == to_rgba("#D55E00")


@pytest.mark.parametrize(("zoom", "scale"), [(2.0, 0.66), (3.0, 0.66), (4.0, 0.796), (5.5, 1.0), (9.0, 1.0)])
def test_lines_are_thinner_on_a_small_scale_map(zoom, scale):
    assert line_scale(zoom) == pytest.approx(scale)


def test_arrowheads_stand_where_the_layer_says(canvas):
    file = routes() | {"default_filters": {}}
    file["features"][0]["properties"]["arrows"] = [[-77.0, -12.0, 0.0]]
    drawn(canvas, file)
    heads = [path for marks in canvas.axes.collections for path in marks.get_paths()]
    middles = [tuple(path.vertices[:, axis].mean() for axis in (0, 1)) for path in heads]
    x, y = FRAME.place(np.array([-77.0, -12.0]))
    assert any(abs(left - x) < 8 and abs(top - y) < 1 for left, top in middles)


def test_a_broken_line_has_a_fainter_edge():
    path = joined([[(0, 0), (9, 0)]], closed=False)
    plain, broken = (line_paints(look("a", "line", dash=dash), path, 2)[0].opacity for dash in ("", "7 4"))
    assert broken < plain


def test_a_bare_line_has_no_edge_or_casing_until_it_is_selected():
    bare = look("bare", "line", stroke="#5B574F", casing=False, opacity=0.3)
    path = joined([[(0, 0), (9, 0)]], closed=False)
    assert [paint.opacity for paint in line_paints(bare, path, 5)] == [0, 0, 0.3]
    assert all(paint.opacity for paint in line_paints(bare, path, 5, chosen=True))


def test_unused_ports_are_dimmed(canvas):
    placed = drawn(canvas, ports(), others=(routes(),))
    assert [one.shape.dimmed for one in placed] == [False, True]
    (marks,) = [one for one in canvas.axes.collections if isinstance(one, PathCollection)]
    fills = marks.get_facecolor()
    assert fills[1][3] == 1.0 and fills[3][3] == pytest.approx(FADE)


def test_the_selected_feature_is_outlined_in_ink_and_larger():
    plain, chosen = (
        mark_paints(look("a", "ring", fill="#FFFFFF", width=2.0), 0, 0, 5, chosen=one)[1] for one in (False, True)
    )
    assert chosen.stroke == tokens.INK
    assert chosen.width == plain.width + 1.8
    assert chosen.path.get_extents().width == pytest.approx(plain.path.get_extents().width + 4)


def test_bases_of_one_town_stand_side_by_side_with_their_sign(canvas):
    army, police = drawn(canvas, bases())
    assert army.x < police.x and army.y == police.y
    assert army.radius == pytest.approx(6 * 0.56)
    (marks,) = canvas.axes.collections
    assert len(marks.get_paths()) == 6  # casing, square and sign, twice


def test_a_ring_may_hold_any_sign():
    ring = look("area", "ring", stroke="#1F3A5F", fill="#FFFFFF", inner="cross", width=1.2)
    casing, outline, sign = mark_paints(ring, 0, 0, 10)
    assert not sign.fill and sign.stroke == "#1F3A5F"
    assert sign.path.get_extents().width == pytest.approx(9)
