"""Where positions fall, by hand: at zoom 0 the world is 256 units wide."""

import numpy as np
import pytest

from layers.figure.mercator import LAT_LIMIT, Frame

WORLD = Frame(lon=0.0, lat=0.0, zoom=0.0, width=256.0, height=256.0)


@pytest.mark.parametrize(
    ("lon", "lat", "x", "y"),
    [(0, 0, 128, 128), (180, LAT_LIMIT, 256, 0), (-180, -LAT_LIMIT, 0, 256), (90, 0, 192, 128)],
)
def test_places_positions_like_leaflet(lon, lat, x, y):
    assert WORLD.place(np.array([lon, lat])) == pytest.approx([x, y], abs=1e-6)


def test_a_zoom_step_doubles_the_scale():
    near = Frame(0.0, 0.0, 1.0, 256.0, 256.0)
    assert near.place(np.array([45.0, 0.0])) == pytest.approx([192, 128])


def test_bounds_are_those_of_the_pane():
    assert WORLD.bounds() == pytest.approx((-180, -LAT_LIMIT, 180, LAT_LIMIT))


def test_beyond_the_poles_is_the_edge():
    assert WORLD.place(np.array([0.0, 90.0])) == pytest.approx([128, 0], abs=1e-6)


def test_holds_bounds_whole_and_centred():
    frame = Frame.holding((-10.0, -5.0, 10.0, 5.0), 400.0, 100.0)
    west, south, east, north = frame.bounds()
    assert (south, north) == pytest.approx((-5.0, 5.0))
    assert west < -10 and east > 10
    assert (frame.lon, frame.lat) == pytest.approx((0.0, 0.0))


def test_a_margin_shows_more():
    assert Frame.holding((-10, -5, 10, 5), 400, 100, margin=10).bounds()[3] > 5.0


@pytest.mark.parametrize(("width", "height"), [(512.0, 256.0), (256.0, 700.0), (100.0, 90.0)])
def test_another_pane_shows_at_least_as_much(width, height):
    frame = Frame(-75.0, -9.5, 5.0, 256.0, 256.0)
    west, south, east, north = frame.bounds()
    other = frame.resized(width, height).bounds()
    assert other[0] <= west + 1e-9 and other[1] <= south + 1e-9 and other[2] >= east - 1e-9 and other[3] >= north - 1e-9


def test_a_unit_at_the_equator_is_a_256th_of_the_earth():
    assert WORLD.km_per_unit() == pytest.approx(40_075.017 / 256, rel=1e-6)


def test_at_60_degrees_a_kilometre_is_drawn_twice_as_long():
    assert Frame(0, 60, 0, 256, 256).km_per_unit() == pytest.approx(40_075.017 / 256 / 2, rel=5e-3)
    assert Frame(0, 30, 9, 10, 10).stretch() == pytest.approx(1.0, abs=0.01)
    assert WORLD.stretch() > 5


def test_runs_on_over_the_antimeridian():
    assert Frame(-200.0, 0.0, 0.0, 256.0, 256.0).km_per_unit() == pytest.approx(WORLD.km_per_unit())
    assert Frame(-200.0, 0.0, 0.0, 256.0, 256.0).place(np.array([-200.0, 0.0])) == pytest.approx([128, 128])
