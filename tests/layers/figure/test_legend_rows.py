"""The legend laid out: whole blocks, few columns, nothing beyond the panel."""

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from layers.figure.canvas import Canvas, page_figure
from layers.figure.legend import Block, Line
from layers.figure.legend_rows import COLUMN, laid_out
from tests.layers.figure.small_files import look


def block(count, label="Word", sizes=()):
    lines = tuple(Line(look("a", "circle", fill="#FFFFFF"), f"{label} {n}", f"{n}") for n in range(count))
    return Block("ports", "Ports", "kg", "", lines, sizes, look("a", "ring"), "")


def test_a_short_legend_is_one_column():
    assert laid_out([block(5), block(4)], 600).columns == 1


@pytest.mark.parametrize(("counts", "height"), [((10, 10, 10, 10), 400), ((30, 5, 5), 500), ((12,) * 8, 560)])
def test_nothing_lies_beyond_the_panel(counts, height):
    layout = laid_out([block(count) for count in counts], height)
    assert max(y + row.height for row, _, y in layout.rows) <= height
    assert max(x for _, x, _ in layout.rows) <= layout.width - COLUMN
    assert sum(1 for _ in layout.rows) >= sum(counts)


def test_columns_are_balanced():
    layout = laid_out([block(12) for _ in range(6)], 600)
    assert layout.columns == 2
    assert max(layout.free) - min(layout.free) < 20


def test_no_rows_lie_on_each_other():
    layout = laid_out(
        [block(12, label="A rather long label that takes more than one line of the legend")] * 3, 900
    )
    edges = sorted((x, y, y + row.height) for row, x, y in layout.rows)
    assert all(b[1] >= a[2] - 1e-9 for a, b in zip(edges, edges[1:], strict=False) if a[0] == b[0])


def test_a_legend_too_long_for_any_page_is_still_laid_out():
    layout = laid_out([block(200), block(200)], 300)
    assert len(layout.rows) >= 400


def test_long_words_and_sizes_stay_in_their_column():
    figure, across, down = page_figure((1280, 720))
    canvas = Canvas(figure, (across, down), (0, 0, across, down))
    layout = laid_out([block(3, label="W" * 200, sizes=((5.0, "500 kg"), (22.0, "8,000 kg")))], 700)
    for row, x, y in layout.rows:
        row.draw(canvas, x, y)
    renderer = FigureCanvasAgg(figure).get_renderer()
    right = max(text.get_window_extent(renderer).x1 for text in canvas.texts())
    assert right <= COLUMN + 1
