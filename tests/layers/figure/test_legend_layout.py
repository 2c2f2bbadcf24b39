"""Where the legend stands: at most a quarter of the page, the maps as large as they can be."""

import pytest

from layers.figure.legend import Block, Line
from layers.figure.legend_layout import LEGEND_SHARE, MAP_SHARE, SCALES, laid_out
from tests.layers.figure.small_files import look

PAGE = (1280.0, 720.0)
BOX = (16.0, 72.0, 1264.0, 640.0)


def block(count, label="Word", sizes=()):
    lines = tuple(Line(look("a", "circle", fill="#FFFFFF"), f"{label} {n}", f"{n}") for n in range(count))
    return Block("ports", "Ports", "kg", "", lines, sizes, look("a", "ring"), "")


def area(box):
    return (box[2] - box[0]) * (box[3] - box[1])


def test_a_short_legend_is_one_column_of_the_largest_type():
    layout = laid_out([block(5), block(4)], BOX, PAGE)
    assert layout.setting.scale == SCALES[0]
    assert len({x for _, x, _ in layout.rows}) == 1
    assert area(layout.rest) > MAP_SHARE * area((0, 0, *PAGE))
    assert layout.below[3] - layout.below[1] > 200


def test_without_layers_the_maps_have_the_page():
    assert laid_out([], BOX, PAGE).rest == BOX


LONG = "A rather long label of the legend"


@pytest.mark.parametrize("counts", [(10, 10, 10, 5), (12, 12, 12), (12,) * 5, (9,) * 8, (12,) * 9, (30, 30, 30)])
@pytest.mark.parametrize("label", ["Word", LONG])
def test_nothing_is_wider_than_a_quarter_nor_lies_on_the_maps(counts, label):
    layout = laid_out([block(count, label) for count in counts], BOX, PAGE)
    left, _, _, bottom = layout.rest
    assert left <= LEGEND_SHARE * PAGE[0]
    for row, x, y in layout.rows:
        assert x + layout.setting.column <= left or y >= bottom
        assert y + row.height <= BOX[3] + 1e-6
    assert len(layout.rows) >= sum(counts)


def test_what_is_too_much_for_the_side_stands_below():
    layout = laid_out([block(12, LONG) for _ in range(9)], BOX, PAGE)
    assert layout.rest[0] == BOX[0] and layout.rest[2] == BOX[2]
    assert layout.below is None
    assert layout.rest[3] - layout.rest[1] > 0.35 * (BOX[3] - BOX[1])


def test_circles_move_beside_the_lines_before_a_second_column_is_opened():
    sizes = ((8.0, "500 kg"), (30.0, "8,000 kg"))
    layout = laid_out([block(9, sizes=sizes) for _ in range(4)], BOX, PAGE)
    assert layout.setting.beside
    assert len({x for _, x, _ in layout.rows}) == 1


def test_no_rows_lie_on_each_other():
    for count in (3, 6, 9):
        layout = laid_out([block(12, LONG)] * count, BOX, PAGE)
        edges = sorted((x, y, y + row.height) for row, x, y in layout.rows)
        assert all(b[1] >= a[2] - 1e-9 for a, b in zip(edges, edges[1:], strict=False) if a[0] == b[0])


def test_a_legend_too_long_for_any_page_is_still_laid_out():
    layout = laid_out([block(200), block(200)], BOX, PAGE)
    assert len(layout.rows) >= 400
    assert layout.rest[3] > layout.rest[1]
