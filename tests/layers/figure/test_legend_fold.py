"""A folded layer: one line with a few samples, its title, its unit and how many features are drawn."""

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from layers import tokens
from layers.figure.canvas import Canvas, page_figure
from layers.figure.legend import Block, Line
from layers.figure.legend_fold import folded_rows, sampled
from layers.figure.legend_rows import natural_width, rows_of
from layers.figure.setting import Setting
from tests.layers.figure.small_files import look


def lines(count):
    return tuple(Line(look(f"look {n}", "area", fill=f"#00000{n}"), f"Class {n}", f"{n}") for n in range(count))


def block(count, title="Border crossings", unit="", only="", drawn="1,234", **more):
    return Block(
        "crossings", title, unit, only, lines(count), (), None, "", drawn if count else "", is_folded=True, **more
    )


@pytest.fixture
def canvas():
    figure, across, down = page_figure((1280, 720))
    return Canvas(figure, (across, down), (0, 0, across, down))


def written(canvas, rows):
    y = 0.0
    for row in rows:
        row.draw(canvas, 0.0, y)
        y += row.height
    return [text for text in canvas.texts() if text.get_text()]


def span(canvas, text):
    return text.get_window_extent(FigureCanvasAgg(canvas.axes.figure).get_renderer())


@pytest.mark.parametrize(
    ("count", "places"),
    [(0, []), (1, [0]), (2, [0, 1]), (3, [0, 1, 2]), (4, [0, 2, 3]), (5, [0, 2, 4]), (9, [0, 4, 8])],
)
def test_the_samples_are_the_first_the_middle_and_the_last(count, places):
    assert [line.label for line in sampled(lines(count), 3)] == [f"Class {place}" for place in places]


def test_two_samples_are_the_first_and_the_last():
    assert [line.label for line in sampled(lines(7), 2)] == ["Class 0", "Class 6"]


def test_it_is_one_row_with_samples_title_unit_and_count(canvas):
    rows = rows_of(block(5, unit="ha"), Setting(280, 1.0))
    texts = written(canvas, rows)
    assert [text.get_text() for text in texts] == ["Border crossings", "1,234", "ha"]
    assert len(rows) == 1
    assert [patch.get_facecolor()[2] * 255 for patch in canvas.axes.patches] == pytest.approx([0, 2, 4])
    title, count, unit = (span(canvas, text) for text in texts)
    samples = max(patch.get_window_extent().x1 for patch in canvas.axes.patches)
    assert samples < title.x0 < title.x1 < unit.x0 < unit.x1 < count.x0
    assert count.x1 == pytest.approx(280, abs=1)


def test_a_narrow_column_has_two_samples_and_the_title_in_line_with_the_words_of_open_layers(canvas):
    (title, _) = written(canvas, rows_of(block(5), Setting(180, 1.0)))
    assert [patch.get_facecolor()[2] * 255 for patch in canvas.axes.patches] == pytest.approx([0, 4])
    assert span(canvas, title).x0 == pytest.approx(36, abs=1.5)


def test_keys_are_no_samples(canvas):
    key = Line(look("key", "line"), "Dashed: areas only", "", True)
    one = block(1)
    written(canvas, folded_rows(Block(**{**vars(one), "lines": (*one.lines, key)}), Setting(280, 1.0)))
    assert len(canvas.axes.patches) == 1


def test_a_layer_with_nothing_drawn_is_a_muted_title_at_the_edge(canvas):
    (title,) = written(canvas, rows_of(block(0, only="Only: Asia"), Setting(280, 1.0)))
    assert (title.get_text(), title.get_color()) == ("Border crossings", tokens.MUTED)
    assert span(canvas, title).x0 == pytest.approx(0, abs=1.5)
    assert not canvas.axes.patches


def test_a_long_title_goes_on_below_and_a_unit_without_room_too(canvas):
    rows = rows_of(
        block(3, title="Bases in and near the valley of the rivers", unit="number of bases"), Setting(140, 1.0)
    )
    texts = written(canvas, rows)
    assert len(rows) >= 3
    assert texts[-1].get_text() == "number of bases"
    assert max(span(canvas, text).x1 for text in texts) <= 141


def test_filters_are_still_named(canvas):
    texts = written(canvas, rows_of(block(3, only="Only: Cocaine"), Setting(280, 1.0)))
    assert texts[-1].get_text() == "Only: Cocaine"


@pytest.mark.parametrize("count", [0, 3])
@pytest.mark.parametrize("scale", [1.0, 0.84])
def test_at_its_natural_width_the_title_stands_on_one_line_with_its_unit(canvas, scale, count):
    one = block(count, title="Coca bush by district of the yearly national survey", unit="ha")
    setting = Setting(natural_width(one, Setting(0, scale)), scale)
    assert setting.column >= 200
    assert len(rows_of(one, setting)) == 1
    texts = written(canvas, rows_of(one, setting))
    assert max(span(canvas, text).x1 for text in texts) == pytest.approx(setting.column, abs=2)
