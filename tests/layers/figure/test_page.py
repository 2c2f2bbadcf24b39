"""The page round the maps: on its grid, with room for what is said."""

import pytest

from layers.figure.canvas import Canvas, page_figure
from layers.figure.dress import Banner
from layers.figure.page import on_grid, side_by_side, write_banner, write_foot, write_head


@pytest.fixture
def page():
    figure, across, down = page_figure((1920, 1080))
    return Canvas(figure, (across, down), (0, 0, across, down))


def test_a_page_is_1280_units_wide_at_every_size():
    assert page_figure((1920, 1080))[1:] == pytest.approx((1280, 720))
    assert page_figure((3840, 2160))[1:] == pytest.approx((1280, 720))
    assert page_figure((900, 1600))[1:] == pytest.approx((1280, 1280 * 16 / 9))


def test_a_short_title_is_one_line_of_the_largest_size(page):
    assert write_head(page, 0, "VRAEM", "Values in ha") == pytest.approx(28 * 1.2 + 15 * 1.35)
    assert [one.get_fontsize() for one in page.texts()] == [28, 15]


def test_a_long_title_shrinks_before_it_wraps_further(page):
    bottom = write_head(page, 0, "Hectares of coca bush " * 8, "")
    assert {one.get_fontsize() for one in page.texts()} <= {20, 24, 28}
    assert len(page.texts()) == 2
    assert bottom < 70


def test_no_banner_takes_no_room(page):
    assert write_banner(page, Banner("  ")) == (0, 720)
    assert page.texts() == []
    assert write_banner(page, Banner("RESTRICTED " * 40)) == (24, 696)
    assert all(one.get_text().endswith("…") for one in page.texts())


def test_the_foot_grows_upwards(page):
    one = write_foot(page, 700, ["Sources: a."])
    assert write_foot(page, 700, ["Notes " * 200, "", "Sources: a."]) < one < 700
    assert write_foot(page, 700, []) >= 700


def test_positions_fall_on_the_grid():
    assert (on_grid(81), on_grid(80), on_grid(87, up=True)) == (88, 80, 80)


def test_boxes_share_the_room():
    assert side_by_side((0, 0, 100, 50), 2, gap=10) == [(0, 0, 45, 50), (55, 0, 100, 50)]
