"""Where the legend stands: at most a quarter of the page, the maps as large as they can be."""

from dataclasses import replace

import pytest

from layers.figure.legend import Block, Line
from layers.figure.legend_layout import FOLDED_MAP_SHARE, LEGEND_SHARE, MAP_SHARE, SCALES, laid_out
from tests.layers.figure.small_files import look

PAGE = (1280.0, 720.0)
BOX = (16.0, 72.0, 1264.0, 640.0)


def block(count, label="Word", sizes=(), key="ports", **more):
    lines = tuple(Line(look("a", "circle", fill="#FFFFFF"), f"{label} {n}", f"{n}") for n in range(count))
    empty = "" if count else "nothing in this year"
    return Block(key, "Ports", "kg", "", lines, sizes, look("a", "ring"), empty, **more)


def several(*counts, label="A rather long label of the legend", lead=0):
    """Give blocks of so many lines, whose keys are their places; one of them leads."""
    return [block(n, label, key=str(place), leads=place == lead) for place, n in enumerate(counts)]


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
    assert len(layout.rows) >= (len(counts) if layout.folded else sum(counts))


def test_what_fits_beside_the_maps_is_not_folded():
    assert laid_out(several(5, 0, 4), BOX, PAGE).folded == ()


def test_of_too_much_for_the_side_the_longest_are_folded():
    """Two columns of 568 units hold 90 rows of 12.6: not 9 + 10 + 11 + ... of long labels, each on two or three."""
    layout = laid_out(several(4, 14, 5, 30, 6, 28, 4), BOX, PAGE)
    assert set(layout.folded) <= {"3", "5"} and layout.folded
    assert layout.rest[1::2] == BOX[1::2] and layout.rest[2] == BOX[2]
    assert layout.rest[0] <= LEGEND_SHARE * PAGE[0]
    assert area(layout.rest) >= FOLDED_MAP_SHARE * area((0, 0, *PAGE))


def test_nine_long_sections_stand_beside_the_maps_with_some_folded():
    layout = laid_out(several(*[12] * 9), BOX, PAGE)
    assert layout.rest[1::2] == BOX[1::2]
    assert 0 < len(layout.folded) < 9
    assert "0" not in layout.folded


def test_sections_with_nothing_drawn_are_folded_first_and_the_leading_one_last():
    layout = laid_out(several(30, 0, 30, 0, 30, lead=2), BOX, PAGE)
    assert {"1", "3"} < set(layout.folded)
    assert "2" not in layout.folded


@pytest.mark.parametrize("counts", [(3, 9, 5, 7, 5, 9, 5, 9, 14), (2, 5, 9, 2, 1, 9, 20, 9, 2, 3, 1, 20), (12,) * 9])
def test_no_section_is_folded_that_has_room_open(counts):
    """The sections that were folded on the way are opened again where the last one made room enough."""
    blocks = several(*counts)
    folded = laid_out(blocks, BOX, PAGE).folded
    assert folded
    for key in folded:
        others = tuple(one for one in folded if one != key)
        opened = [replace(one, is_folded=one.key in others) for one in blocks]
        assert laid_out(opened, BOX, PAGE).folded != others


def test_a_single_section_that_is_too_long_for_the_side_stands_below_with_every_line():
    """80 rows of 12.6 are more than one column or two hold; seven columns of twelve rows leave the maps enough."""
    layout = laid_out(several(80, label="Word"), BOX, PAGE)
    assert layout.folded == () and len(layout.rows) == 81
    assert layout.rest[0] == BOX[0] and layout.rest[2] == BOX[2]
    assert layout.below is None
    assert area(layout.rest) >= FOLDED_MAP_SHARE * area((0, 0, *PAGE))


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


def test_sections_that_no_page_holds_are_all_folded():
    layout = laid_out([block(400), block(400)], BOX, PAGE)
    assert len(layout.folded) == len(layout.rows) == 2
    assert layout.rest[1::2] == BOX[1::2]


def test_a_legend_too_long_for_any_page_is_still_laid_out():
    """100 folded sections take 100 rows of 12.6, more than two columns of 568 hold."""
    layout = laid_out([block(20)] * 100, BOX, PAGE)
    assert layout.folded == ()
    assert len(layout.rows) >= 2000
    assert layout.rest[3] > layout.rest[1]
