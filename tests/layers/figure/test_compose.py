"""The layout of a page: where the inset finds room under the legend."""

import pytest

from layers.figure.compose import inset_below
from layers.figure.furniture import INSET_HEIGHT, INSET_WIDTH
from layers.figure.legend_layout import Layout
from layers.figure.setting import Setting


def legend(below):
    """Give the layout of a legend without rows that leaves a box below it."""
    return Layout((), Setting(260.0, scale=1.0, beside=True), rest=(300.0, 80.0, 1200.0, 680.0), below=below)


def test_the_inset_stands_at_the_lower_left_of_what_the_legend_leaves():
    left, top, right, bottom = inset_below(legend((20.0, 300.0, 280.0, 680.0)))
    assert (left, bottom) == (20.0, 680.0)
    assert (right - left, bottom - top) == (INSET_WIDTH, INSET_HEIGHT)


@pytest.mark.parametrize("below", [None, (20.0, 681.0 - INSET_HEIGHT, 280.0, 680.0)], ids=["none", "too low"])
def test_without_room_under_the_legend_there_is_none(below):
    assert inset_below(legend(below)) is None
