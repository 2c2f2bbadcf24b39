"""What a reader draws stands where it belongs, over everything, and inside the map."""

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.patches import PathPatch
from matplotlib.text import Text

from layers.drawings import Drawing
from layers.figure.canvas import Canvas, page_figure
from layers.figure.ink import draw_ink, keep_free
from layers.figure.mercator import Frame
from layers.figure.room import Room

FRAME = Frame(-75.0, -9.0, 6.0, 400.0, 300.0)
HERE = (-75.0, -9.0)


@pytest.fixture
def canvas():
    figure, across, down = page_figure((1280, 720))
    return Canvas(figure, (across, down), (0, 0, 400, 300))


def test_a_note_is_a_box_with_its_words(canvas):
    draw_ink(canvas, FRAME, [Drawing("note", (HERE,), "Pier 3 <b>$x$</b>")])
    assert [one.get_text() for one in canvas.texts()] == ["Pier 3 <b>$x$</b>"]
    (box,) = [one for one in canvas.axes.patches if isinstance(one, PathPatch)]
    assert box.get_path().get_extents().contains(200, 150)


def test_an_arrow_ends_where_it_points(canvas):
    draw_ink(canvas, FRAME, [Drawing("arrow", ((-76.0, -9.0), HERE))])
    (head,) = canvas.axes.collections
    tip = head.get_paths()[0].vertices[:, 0].max()
    assert tip == pytest.approx(200 + 8.0)
    casing, line = canvas.axes.patches
    assert line.get_path().vertices[-1] == pytest.approx([200, 150])
    assert casing.get_linewidth() > line.get_linewidth()


def test_a_circle_goes_through_its_point(canvas):
    edge = (-74.0, -9.0)
    draw_ink(canvas, FRAME, [Drawing("circle", (HERE, edge))])
    reach = FRAME.place(np.array(edge))[0] - 200
    extents = canvas.axes.patches[-1].get_path().get_extents()
    assert (extents.x1 - extents.x0) / 2 == pytest.approx(reach, rel=1e-3)


@pytest.mark.parametrize("kind", ["note", "arrow", "circle"])
@pytest.mark.parametrize("lon", [-77.1, -75.0, -72.9])
@pytest.mark.parametrize("lat", [-7.45, -9.0, -10.55])
def test_words_stay_inside_the_map(canvas, kind, lon, lat):
    points = ((lon, lat),) if kind == "note" else ((lon, lat), (-75.0, -9.4))
    draw_ink(canvas, FRAME, [Drawing(kind, points, "Laboratories reported here in 2016, " * 5)])
    renderer = FigureCanvasAgg(canvas.axes.figure).get_renderer()
    for one in (part for part in canvas.axes.get_children() if isinstance(part, Text) and part.get_text()):
        span = one.get_window_extent(renderer)
        assert span.x0 >= 0 and span.x1 <= 400 and span.y0 >= 720 - 300 and span.y1 <= 720


def test_labels_keep_off_the_words():
    room = Room(400.0, 300.0)
    keep_free(room, FRAME, [Drawing("note", (HERE,), "Pier 3"), Drawing("arrow", ((-76.0, -9.0), HERE))])
    assert not room.is_free((195, 145, 205, 155))
    assert len(room.taken) == 1
