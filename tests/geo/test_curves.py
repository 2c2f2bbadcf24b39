"""Curves bulge to one side, by the share asked for, and keep their ends."""

import numpy as np
import pytest

from geo.curves import SAMPLES, beside, bow, from_map, span, to_map


def test_the_map_is_true_on_the_equator_and_back_again():
    lonlat = np.array([[-75.0, 0.0], [-75.0, 60.0], [-200.0, -33.3]])
    assert to_map(lonlat)[0].tolist() == pytest.approx([-75.0, 0.0])
    assert to_map(lonlat)[1, 1] == pytest.approx(np.degrees(np.arctanh(np.sin(np.radians(60)))))
    assert from_map(to_map(lonlat)) == pytest.approx(lonlat)


def test_span_along_the_equator():
    assert span((-80.0, 0.0), (-75.0, 0.0)) == pytest.approx(5.0)


@pytest.mark.parametrize(("start", "end"), [((-80, 0), (-70, 0)), ((-70, 0), (-80, 0))])
def test_a_level_curve_bulges_to_the_north_whichever_way_it_runs(start, end):
    curve = bow(start, end, 0.5)
    assert len(curve) == SAMPLES
    assert curve[0].tolist() == list(start) and curve[-1].tolist() == list(end)
    assert curve[SAMPLES // 2] == pytest.approx([-75.0, 0.5], abs=0.001)


def test_a_long_curve_has_more_points_and_its_middle_still_lies_in_the_middle():
    curve = bow((-80, 0), (-40, 0), 2.0)
    assert len(curve) == 4 * (SAMPLES - 1) + 1
    assert curve[len(curve) // 2] == pytest.approx([-60.0, 2.0], abs=0.01)


def test_a_negative_bulge_lies_on_the_other_side():
    assert bow((-80, 0), (-70, 0), -0.5)[SAMPLES // 2][1] == pytest.approx(-0.5, abs=0.001)


def test_no_bulge_is_a_straight_line():
    assert bow((-80, 0), (-70, 0), 0.0)[:, 1] == pytest.approx(np.zeros(SAMPLES))


def test_a_line_moves_to_its_right_and_keeps_its_ends():
    line = np.column_stack([np.linspace(0, 10, 11), np.zeros(11)])
    moved = beside(line, 0.1, taper=2.0)
    assert moved[0].tolist() == [0, 0] and moved[-1].tolist() == [10, 0]
    assert moved[1] == pytest.approx([1, -0.05], abs=1e-6)
    assert moved[5] == pytest.approx([5, -0.1], abs=1e-6)
    assert beside(line[::-1], 0.1, taper=2.0)[5] == pytest.approx([5, 0.1], abs=1e-6)
