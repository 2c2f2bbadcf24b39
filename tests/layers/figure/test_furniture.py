"""Scale bar, year, inset."""

import pytest

from layers.figure.canvas import Canvas, page_figure
from layers.figure.furniture import draw_inset, draw_scale, inset_spot, is_theatre, round_length, write_year
from layers.figure.mercator import Frame
from layers.figure.room import Room

NATIONAL = Frame(-75.0, -9.5, 5.3, 960.0, 600.0)
VRAEM = Frame(-73.8, -12.6, 8.0, 960.0, 600.0)


def canvas():
    figure, across, down = page_figure((1280, 720))
    return Canvas(figure, (across, down), (0, 0, 960, 600))


@pytest.mark.parametrize(("most", "length"), [(1, 1), (1.9, 1), (2, 2), (49, 20), (50, 50), (730, 500), (0.07, 0.05)])
def test_a_scale_bar_is_a_round_number(most, length):
    assert round_length(most) == pytest.approx(length)


def test_a_scale_bar_is_as_long_as_it_says():
    sheet = canvas()
    draw_scale(sheet, VRAEM)
    bar = sheet.axes.patches[1].get_path().vertices
    (label,) = [one.get_text() for one in sheet.texts() if one.get_text() != "N"]
    assert label.endswith(" km")
    assert (bar[:, 0].max() - bar[:, 0].min()) * VRAEM.km_per_unit() == pytest.approx(float(label.removesuffix(" km")))


@pytest.mark.parametrize(("lat", "where"), [(-40, "at 40° S"), (45, "at 45° N"), (0.2, "at the Equator")])
def test_where_the_scale_changes_within_the_pane_it_says_where_it_holds(lat, where):
    sheet = canvas()
    draw_scale(sheet, Frame(-75.0, lat, 2.5, 960.0, 600.0))
    assert sheet.texts()[0].get_text().endswith(f" km {where}")


def test_a_theatre_is_a_part_of_peru():
    assert is_theatre(VRAEM)
    assert not is_theatre(NATIONAL)
    assert not is_theatre(Frame(2.0, 48.0, 8.0, 960.0, 600.0))


@pytest.mark.parametrize("zoom", [7.0, 12.0])
def test_the_inset_marks_the_view_however_small(zoom):
    sheet = canvas()
    draw_inset(sheet, Frame(-73.8, -12.6, zoom, 960.0, 600.0))
    mark = sheet.axes.patches[-2].get_path().get_extents()
    assert 10 <= mark.width <= sheet.width
    assert mark.x0 > 0 and mark.x1 < sheet.width


SCALE, YEAR = (8, 560, 200, 592), (860, 12, 952, 52)


def test_the_inset_takes_the_emptiest_corner():
    room = Room(960, 600)
    assert inset_spot(room, SCALE, YEAR)[:2] == (8, 8)
    room.take((0, 0, 200, 300))
    left, top, right, bottom = inset_spot(room, SCALE, YEAR)
    assert (right, bottom) == (952, 592)
    room.take((600, 300, 960, 600))
    assert inset_spot(room, SCALE, YEAR)[3] < SCALE[1]


def test_the_inset_moves_along_the_edge_where_every_corner_hides_something():
    room = Room(960, 600)
    for box in ((0, 0, 60, 600), (900, 0, 960, 600)):
        room.take(box)
    assert room.burden(inset_spot(room, SCALE, YEAR)) == 0


def test_the_year_stays_in_its_corner():
    left, top, right, bottom = write_year(canvas(), 2016)
    assert 800 < left < right <= 960 and 0 <= top < bottom < 80
