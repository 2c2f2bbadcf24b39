"""Samples of looks: as the map draws them."""

import pytest

from layers.figure.canvas import Canvas, page_figure
from layers.figure.swatch import draw_swatch
from tests.layers.figure.small_files import look


@pytest.fixture
def canvas():
    figure, across, down = page_figure((1280, 720))
    return Canvas(figure, (across, down), (0, 0, across, down))


def test_a_market_is_one_plain_line_and_dashes_belong_to_the_keys(canvas):
    dashed = look("a", "line", stroke="#0072B2", width=2.4, dash="7 5", schematic=True)
    draw_swatch(canvas, dashed, 0, 10)
    draw_swatch(canvas, dashed, 0, 30, is_key=True)
    market, key = canvas.axes.patches[2], canvas.axes.patches[5]
    assert market.get_linestyle() == "solid"
    assert key.get_linestyle() != "solid"


@pytest.mark.parametrize("symbol", ["area", "line", "circle"])
def test_a_smaller_sample_is_smaller_in_proportion(canvas, symbol):
    def extent(scale):
        draw_swatch(canvas, look("a", symbol, fill="#0072B2", stroke="#0072B2"), 0, 100, scale)
        drawn = (
            canvas.axes.collections[-1].get_paths()[-1] if symbol == "circle" else canvas.axes.patches[-1].get_path()
        )
        return drawn.get_extents()

    whole, half = extent(1.0), extent(0.5)
    ends = 2 if symbol == "line" else 0  # a line keeps one unit free on either side
    assert half.width + ends == pytest.approx((whole.width + ends) / 2)
    assert half.height == pytest.approx(whole.height / 2)
