"""The rows of the legend: as wide as they say, circles beside the lines where that is asked."""

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from layers.figure.canvas import Canvas, page_figure
from layers.figure.legend import Block, Line
from layers.figure.legend_rows import natural_width, rows_of
from layers.figure.setting import Setting
from tests.layers.figure.small_files import look

SIZES = ((5.0, "500 kg"), (22.0, "8,000 kg"))


def block(count, label="Word", sizes=()):
    lines = tuple(Line(look("a", "circle", fill="#FFFFFF"), f"{label} {n}", f"{n}") for n in range(count))
    return Block("ports", "Ports", "kg", "", lines, sizes, look("a", "ring"), "")


@pytest.fixture
def canvas():
    figure, across, down = page_figure((1280, 720))
    return Canvas(figure, (across, down), (0, 0, across, down))


def right_edge(canvas, rows):
    y = 0.0
    for row in rows:
        row.draw(canvas, 0.0, y)
        y += row.height
    renderer = FigureCanvasAgg(canvas.axes.figure).get_renderer()
    return max(text.get_window_extent(renderer).x1 for text in canvas.texts())


@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize("scale", [1.0, 0.84])
def test_at_its_natural_width_no_line_is_broken_nor_longer(canvas, scale, beside):
    one = block(4, label="Reported for other years", sizes=SIZES)
    setting = Setting(natural_width(one, Setting(0, scale, beside)), scale, beside)
    assert len(rows_of(one, setting)) == 1 + 4 + 1
    assert right_edge(canvas, rows_of(one, setting)) == pytest.approx(setting.column, abs=2)


def test_long_words_and_sizes_stay_in_their_column(canvas):
    rows = rows_of(block(3, label="W" * 200, sizes=SIZES), Setting(240, 1.0))
    assert right_edge(canvas, rows) <= 241


def test_circles_beside_the_lines_take_no_height_that_the_lines_have():
    many, few = block(5, sizes=SIZES), block(1, sizes=SIZES)
    below, beside = (sum(row.height for row in rows_of(many, Setting(280, 1.0, one))) for one in (False, True))
    assert below - beside == pytest.approx(2 * 22 + 12)
    assert rows_of(few, Setting(280, 1.0, True))[-1].height > 0
