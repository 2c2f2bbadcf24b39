"""What is written first, and what is left out."""

import pytest

from layers.drawn import Drawn
from layers.figure.canvas import Canvas, page_figure
from layers.figure.labels import occupy, place_labels
from layers.figure.marks import Placed
from layers.figure.room import Room
from tests.layers.figure.small_files import look, point


def placed(name, x, y, text, rank=1.0, order=10, radius=5.0, symbol="circle", selected=False, dimmed=False):
    shape = Drawn(
        id=name,
        name=name,
        part="symbol",
        geometry=point(0, 0),
        look=look("a", symbol),
        radius=radius,
        width=None,
        text=text,
        hover="",
        sources=("A",),
        uses=(),
        rank=rank,
        dimmed=dimmed,
    )
    return Placed("ports", order, shape, x, y, radius, selected)


def write(canvas, zoom, shapes, room):
    for one in shapes:
        occupy(one, room)
    return place_labels(canvas, zoom, shapes, room)


@pytest.fixture
def canvas():
    figure, across, down = page_figure((1280, 720))
    return Canvas(figure, (across, down), (0, 0, 400, 300))


def test_figures_come_before_names_and_the_selected_first(canvas):
    shapes = [
        placed("a", 50, 50, "A"),
        placed("b", 150, 50, "B\n3 ha"),
        placed("c", 250, 50, "C", selected=True),
        placed("d", 50, 150, "D\n9 ha", rank=9),
    ]
    assert write(canvas, 8.0, shapes, Room(400, 300)) == ["C", "D\n9 ha", "B\n3 ha", "A"]


def test_no_two_labels_touch(canvas):
    room = Room(400, 300)
    shapes = [placed(str(n), 200 + n, 150, f"Label {n}\n{n} ha") for n in range(30)]
    written = write(canvas, 8.0, shapes, room)
    boxes = [box for box, owner in room.taken if not owner]
    assert 1 < len(written) < 30
    assert not [
        1
        for i, a in enumerate(boxes)
        for b in boxes[i + 1 :]
        if a[0] < b[2] and a[2] > b[0] and a[1] < b[3] and a[3] > b[1] and min(a[2] - a[0], b[2] - b[0]) > 4
    ]


def test_at_most_fourteen_at_a_national_view(canvas):
    shapes = [placed(str(n), 40 + 70 * (n % 5), 20 + 40 * (n // 5), f"{n}") for n in range(30)]
    assert len(write(canvas, 5.0, shapes, Room(400, 300))) == 14


def test_signs_without_a_figure_are_named_only_close_by(canvas):
    shapes = [placed("a", 100, 100, "Base", symbol="square")]
    assert write(canvas, 5.0, shapes, Room(400, 300)) == []
    assert write(canvas, 7.0, shapes, Room(400, 300)) == ["Base"]


def test_what_is_dimmed_has_no_label(canvas):
    assert write(canvas, 8.0, [placed("a", 100, 100, "A\n1 ha", dimmed=True)], Room(400, 300)) == []


def test_a_label_may_hold_any_text(canvas):
    text = "$a_b$ <b>\\frac{1}{2}\n$5"
    assert write(canvas, 8.0, [placed("a", 200, 100, text)], Room(400, 300)) == [text]
    assert [one.get_text() for one in canvas.texts()] == ["$a_b$ <b>\\frac{1}{2}", "$5"]
