"""Labels keep clear of better ones at every zoom."""

import pytest

from geo.basemap.label_boxes import Label, box, mercator_px, settle, touch, width_px


def label(text="Lima", lon=0.0, lat=0.0, rank=1, min_zoom=5.0, **more):
    return Label(more.pop("kind", "town"), text, lon, lat, rank, min_zoom, **more)


def test_the_equator_lies_in_the_middle_of_the_map():
    assert mercator_px(0, 0, 0) == pytest.approx((128, 128))
    assert mercator_px(-180, 0, 3) == pytest.approx((0, 1024))
    assert mercator_px(0, 85.0511, 1)[1] == pytest.approx(0, abs=0.01)


def test_a_town_is_written_right_of_its_dot_and_others_across_their_point():
    left, top, right, bottom = box(label(), 0)
    assert left == pytest.approx(124) and right > 128 + width_px("town", "Lima")
    left, _, right, _ = box(label(kind="sea"), 0)
    assert 128 - left == pytest.approx(right - 128)


def test_an_upright_name_is_as_high_as_it_was_wide():
    level, upright = box(label(kind="river"), 5), box(label(kind="river", angle=90.0), 5)
    assert upright[3] - upright[1] == pytest.approx(level[2] - level[0])


def test_the_lesser_label_waits_for_the_zoom_with_room():
    first, second = settle([(label("Callao", lon=0.5, rank=2),), (label("Lima"),)])
    assert (first.text, first.min_zoom) == ("Lima", 5.0)
    assert second.text == "Callao" and second.min_zoom > 5.0
    assert not touch(first, second, second.min_zoom)
    assert touch(first, second, second.min_zoom - 0.4)


def test_another_place_is_taken_if_it_is_free_earlier():
    free = label("Callao", lon=20.0, rank=2)
    assert settle([(label("Lima"),), (label("Callao", rank=2), free)])[1] == free


def test_a_label_without_room_is_left_out():
    assert [one.text for one in settle([(label("Lima"),), (label("Rímac", rank=2),)])] == ["Lima"]


def test_labels_of_different_zooms_may_share_a_place():
    far, near = label("PERU", max_zoom=5.9, kind="country"), label("Lima", rank=2, min_zoom=6.0)
    assert {one.min_zoom for one in settle([(far,), (near,)])} == {5.0, 6.0}
