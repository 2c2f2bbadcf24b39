"""Signs alike that stand close together are one with their number; figures and chosen features never give way."""

import numpy as np
import pytest

from layers.drawn import drawn
from layers.features import layer_file as real_file
from layers.figure.bundles import APART_FROM, ASIDE_FROM, REACH, bundled, bundles_of, sign_place
from layers.figure.canvas import Canvas, page_figure
from layers.figure.labels import place_labels, write_number
from layers.figure.marks import draw_bundle, draw_layer
from layers.figure.mercator import Frame
from layers.figure.picture import picture
from layers.figure.room import Room, touch
from layers.view import View
from tests.layers.figure.small_files import feature, layer_file, look, point

NATIONAL = Frame(-74.0, -12.0, 5.5, 600.0, 500.0)
DEGREE = 256 * 2**5.5 / 360  # page units of a degree of longitude


def signs(key="bases", offsets=(0.0, 0.1, 0.2), kinds=None, **more):
    """Give signs in a row, so many degrees of longitude apart; kinds: 0 full army, 1 full navy, 2 hollow army."""
    looks = [
        look("army", "square", fill="#1F3A5F", inner="army", legend="Army"),
        look("navy", "square", fill="#1F3A5F", inner="navy", legend="Navy"),
        look("unknown", "square", fill="#FFFFFF", inner="army", legend="Army, start unknown"),
    ]
    kinds = kinds or [0] * len(offsets)
    made = [
        feature(f"b{n}", point(-74.0 + far, -12.0), {"2016": {"k": kind, "r": 6.0, "t": f"B{n}", "s": [0]}})
        for n, (far, kind) in enumerate(zip(offsets, kinds, strict=True))
    ]
    return layer_file(key, looks, made, **more)


def found(*files, frame=NATIONAL, selected=None):
    shapes = {one["key"]: drawn(one, 2016) for one in files}
    return bundles_of(frame, files, shapes, selected)


def test_points_within_reach_of_the_middle_one_are_a_group_the_densest_first():
    row = [(0.0, 0.0), (17.0, 0.0), (34.0, 0.0), (100.0, 0.0), (101.0, 0.0), (102.0, 0.0), (103.0, 0.0), (200.0, 0.0)]
    assert bundled(row) == [(3, [3, 4, 5, 6]), (1, [0, 1, 2])]


def test_two_are_no_group_nor_are_those_just_out_of_reach():
    assert bundled([(0.0, 0.0), (1.0, 0.0)]) == []
    assert bundled([(0.0, 0.0), (REACH + 0.1, 0.0), (-REACH - 0.1, 0.0)]) == []
    assert bundled([(0.0, 0.0), (REACH, 0.0), (-REACH, 0.0)]) == [(0, [0, 1, 2])]
    assert bundled([]) == []


def test_the_middle_one_speaks_for_all_and_the_others_are_hidden():
    (bundle,) = found(signs(offsets=(0.0, 0.5, 1.0)))["bases"]  # 16 units apart
    assert 0.5 * DEGREE < REACH < DEGREE
    assert bundle.speaker.id == "b1"
    assert [one.id for one in bundle.hidden] == ["b0", "b2"]
    assert bundle.number == "3" and bundle.aside == (0.0, 0.0)


def test_what_stands_inside_is_shown_only_where_all_have_it():
    (same,) = found(signs())["bases"]
    assert same.look["inner"] == "army"
    (mixed,) = found(signs(kinds=[0, 1, 0]))["bases"]
    assert mixed.look["inner"] == "" and mixed.look["fill"] == "#1F3A5F"


def test_full_and_hollow_signs_are_never_one():
    made = found(signs(offsets=(0.0, 0.1, 0.2, 0.3, 0.4), kinds=[0, 2, 0, 2, 0]))["bases"]
    assert [[one.id for one in bundle.members] for bundle in made] == [["b0", "b2", "b4"]]


def test_close_up_every_sign_stands_alone():
    assert len(found(signs(), frame=Frame(-74.0, -12.0, APART_FROM - 0.01, 600.0, 500.0))["bases"]) == 1
    assert found(signs(), frame=Frame(-74.0, -12.0, APART_FROM, 600.0, 500.0)) == {"bases": []}


def test_the_selected_feature_keeps_its_sign():
    (bundle,) = found(signs(offsets=(0.0, 0.1, 0.2, 0.3)), selected=("bases", "b2"))["bases"]
    assert [one.id for one in bundle.members] == ["b0", "b1", "b3"]


@pytest.mark.parametrize("more", [{"sizes": [{"r": 6.0, "label": "9 kg"}]}, {"base": 2012}])
def test_figures_and_what_is_computed_never_give_way(more):
    assert found(signs(**more)) == {"bases": []}


def test_bundles_of_two_layers_at_one_place_step_aside():
    made = found(signs(), signs("crossings"))
    (first,), (second,) = made["bases"], made["crossings"]
    assert first.aside == (0.0, 0.0)
    assert second.aside == pytest.approx((0.0, 14.0))  # to the right lies its number, to the left its own would touch
    assert first.told and second.told


def test_on_a_map_of_the_world_they_stay_and_only_the_first_has_its_number():
    far = Frame(-74.0, -12.0, ASIDE_FROM - 0.01, 600.0, 500.0)
    made = [one for of_layer in found(signs(), signs("crossings"), frame=far).values() for one in of_layer]
    assert [(one.aside, one.told) for one in made] == [((0.0, 0.0), True), ((0.0, 0.0), False)]


@pytest.fixture
def canvas():
    figure, across, down = page_figure((1280, 720))
    return Canvas(figure, (across, down), (0, 0, 600, 500))


def test_one_sign_is_drawn_larger_with_its_number_and_no_name(canvas):
    file = signs(offsets=(0.0, 0.1, 0.2, 5.0))
    shapes = drawn(file, 2016)
    made = bundles_of(NATIONAL, [file], {"bases": shapes})["bases"]
    placed = draw_layer(canvas, NATIONAL, "bases", 1, shapes, None, made)
    assert [(one.shape.id, one.bundle and one.bundle.number) for one in placed] == [("b0", "3"), ("b3", None)]
    assert placed[0].radius == pytest.approx(1.35 * placed[1].radius)
    assert (placed[0].x, placed[0].y) == pytest.approx(sign_place(shapes[0], NATIONAL))
    before = len(canvas.axes.collections) + len(canvas.axes.patches)
    draw_bundle(canvas, placed[0])
    assert len(canvas.axes.collections) + len(canvas.axes.patches) > before
    room = Room(600.0, 500.0)
    write_number(canvas, placed[0], room)
    assert [text.get_text() for text in canvas.texts()][-1] == "3"
    ((box, _),) = room.taken
    assert box[0] > placed[0].x + placed[0].radius and not touch(box, (0, 0, placed[0].x + placed[0].radius, 500))
    assert place_labels(canvas, 7.0, placed, Room(600.0, 500.0)) == ["B3"]


def test_the_national_view_says_what_a_number_counts_and_a_theatre_does_not(texts):
    told = "A number beside a sign counts the signs like it that stand close together there."
    assert told in texts(picture(View(2020, ("bases",))))
    assert told not in texts(picture(View(2020, ("bases",), viewport={"lat": -12.5, "lon": -73.8, "zoom": 8.0})))


def test_every_drawn_base_of_2020_is_a_sign_or_in_a_number():
    file = real_file("bases")
    shapes = drawn(file, 2020)
    made = bundles_of(NATIONAL, [file], {"bases": shapes})["bases"]
    hidden = {one.id for bundle in made for one in bundle.hidden}
    alone = {one.id for one in shapes} - {one.id for bundle in made for one in bundle.members}
    assert sum(int(bundle.number) for bundle in made) + len(alone) == len(shapes) == 33
    assert len(hidden) > 10
    places = np.array([sign_place(bundle.speaker, NATIONAL) for bundle in made])
    assert np.all(np.linalg.norm(places[:, None] - places[None], axis=2)[~np.eye(len(places), dtype=bool)] > 3)
