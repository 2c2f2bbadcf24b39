"""The base map: Peru is the lit stage, drawn only where the pane looks."""

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgba
from matplotlib.image import AxesImage

from layers import tokens
from layers.figure.canvas import Canvas, page_figure
from layers.figure.ground import FILES, draw_ground, features, relief_opacity, shown_at
from layers.figure.mercator import Frame
from layers.figure.names import write_names
from layers.figure.room import Room


def canvas():
    figure, across, down = page_figure((1280, 720))
    return Canvas(figure, (across, down), (0, 0, 600, 500), ground=tokens.SEA)


def fills(one):
    return {patch.get_facecolor() for patch in one.axes.patches if patch.get_facecolor()[3]}


@pytest.mark.parametrize("name", FILES)
def test_every_file_has_features(name):
    assert len(features(name)) > 0


def test_an_unknown_file_is_refused():
    with pytest.raises(KeyError, match="base map has no 'roads'"):
        features("roads")


def test_peru_is_lit_and_its_neighbours_are_not():
    sheet = canvas()
    draw_ground(sheet, Frame(-75.0, -9.5, 5.0, 600.0, 500.0))
    assert {to_rgba(tokens.LAND_PERU), to_rgba(tokens.LAND_NEIGHBOUR), to_rgba(tokens.SEA)} <= fills(sheet)


def test_far_from_peru_nothing_of_it_is_drawn():
    sheet = canvas()
    draw_ground(sheet, Frame(10.0, 48.0, 5.0, 600.0, 500.0))
    assert to_rgba(tokens.LAND_PERU) not in fills(sheet)
    assert to_rgba(tokens.LAND_NEIGHBOUR) in fills(sheet)


def test_the_pacific_has_no_land():
    sheet = canvas()
    draw_ground(sheet, Frame(-100.0, -30.0, 6.0, 600.0, 500.0))
    assert fills(sheet) == {to_rgba(tokens.SEA)}


def test_asia_lies_west_of_the_antimeridian_too():
    sheet = canvas()
    draw_ground(sheet, Frame(-225.0, 35.0, 4.0, 600.0, 500.0))
    assert to_rgba(tokens.LAND_NEIGHBOUR) in fills(sheet)


def test_a_feature_is_shown_at_the_zooms_it_is_meant_for():
    assert shown_at({"min_zoom": 5, "max_zoom": 8}, 6.5)
    assert not shown_at({"min_zoom": 5}, 4.9)
    assert shown_at({}, 1)


def pixels(frame):
    figure, across, down = page_figure((1280, 720))
    draw_ground(Canvas(figure, (across, down), (0, 0, 600, 500), ground=tokens.SEA), frame)
    drawn = FigureCanvasAgg(figure)
    drawn.draw()
    return np.asarray(drawn.buffer_rgba()).astype(int)[..., :3]


def test_the_andes_are_shaded_and_the_plain_and_the_sea_are_as_without_relief(data_copy):
    frame = Frame(-75.0, -9.5, 5.0, 600.0, 500.0)
    shaded = pixels(frame)
    (data_copy / "geometry" / "relief.png").unlink()
    change = pixels(frame) - shaded

    def at(lon, lat):
        x, y = (round(one) for one in frame.place(np.array([lon, lat])))
        return change[y - 10 : y + 10, x - 10 : x + 10].max()

    assert 15 < at(-77.3, -9.5) <= 0.16 * 251 and 15 < at(-72.5, -13.2) <= 0.16 * 251
    assert 3 < at(-67.5, -16.5) <= 0.6 * 0.16 * 241 + 1  # abroad it is weaker
    assert at(-74.5, -4.5) <= 3 and at(-82.0, -12.0) == 0


def test_the_relief_fades_as_its_cells_grow():
    opacities = [relief_opacity(zoom) for zoom in (3, 6, 7.25, 8.5, 12)]
    assert opacities == pytest.approx([0.16, 0.16, 0.08, 0, 0])


def test_zoomed_in_and_beyond_its_edges_no_relief_is_drawn():
    for frame in (Frame(-75.0, -9.5, 8.5, 600.0, 500.0), Frame(10.0, 48.0, 5.0, 600.0, 500.0)):
        sheet = canvas()
        draw_ground(sheet, frame)
        assert len(sheet.axes.patches) and not sheet.axes.findobj(AxesImage)


def test_names_never_touch_each_other():
    room = Room(600.0, 500.0)
    written = write_names(canvas(), Frame(-75.0, -9.5, 6.0, 600.0, 500.0), room)
    assert len(written) > 5
    boxes = [box for box, _ in room.taken]
    assert not [
        1
        for index, one in enumerate(boxes)
        for other in boxes[index + 1 :]
        if one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]
    ]


def test_names_give_way_to_the_data():
    room = Room(600.0, 500.0)
    room.take((0, 0, 600, 500))
    assert write_names(canvas(), Frame(-75.0, -9.5, 6.0, 600.0, 500.0), room) == []


def test_open_letters_lie_on_the_halos_of_their_neighbours():
    sheet = canvas()
    written = write_names(sheet, Frame(-60.0, -10.0, 5.0, 600.0, 500.0), Room(600.0, 500.0))
    assert "BRAZIL" in written
    signs = [one for one in sheet.texts() if len(one.get_text()) == 1]
    halos = [type(one.get_path_effects()[0]).__name__ == "withStroke" for one in signs]
    (first, second) = [index for index, one in enumerate(signs) if one.get_text() == "Z"]
    assert (halos[first], halos[second], second - first) == (True, False, len("BRAZIL"))
