"""What is asked for is checked as a whole, and means a part of the world."""

import pytest

from layers.figure.furniture import PERU_BOUNDS
from layers.figure.request import WINDOW_PX, checked_files, frame_of
from layers.view import View

WINDOW = {"lat": -12.6, "lon": -73.8, "zoom": 8.0}


def test_gives_the_files_in_drawing_order(small):
    files = checked_files(View(2016, ("ports", "coca_zones", "routes")), (1920, 1080))
    assert [one["key"] for one in files] == ["coca_zones", "routes", "ports"]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"year": 2031}, "year is 2031, expected one of 2012-2020"),
        ({"year": None}, "year is None, expected"),
        ({"year2": 1999}, "year2 is 1999, expected"),
        ({"layers": ("ports", "gold")}, "layers names 'gold', expected one of sendero_areas, coca_zones"),
        ({"filters": {"gold": {}}}, "filters names 'gold'"),
        (
            {"filters": {"routes": {"colour": ("red",)}}},
            "filters of routes name 'colour', expected one of market",
        ),
        (
            {"filters": {"ports": {"colour": ("red",)}}},
            "filters of ports name 'colour', expected one of none",
        ),
        (
            {"filters": {"routes": {"market": ("asia", "mars")}}},
            r"asks for \['mars'\], expected some of asia, europe",
        ),
        ({"selected": ("gold", "a")}, "selected names 'gold'"),
        ({"lang": "xx"}, "lang is 'xx', expected one of en"),
        ({"viewport": {"lat": -12.6, "lon": -73.8}}, "viewport zoom is None, expected a number from 1 to 14"),
        ({"viewport": WINDOW | {"lat": float("nan")}}, "viewport lat is nan"),
        ({"viewport": WINDOW | {"lon": "west"}}, "viewport lon is 'west'"),
        ({"viewport": WINDOW | {"width": 0}}, "viewport width is 0, expected px"),
        (
            {"viewport": WINDOW | {"bounds": [1, 2, 3]}},
            r"viewport bounds are \[1, 2, 3\], expected west, south",
        ),
        ({"viewport": WINDOW | {"bounds": [5, 0, 1, 1]}}, "viewport bounds are"),
    ],
)
def test_a_damaged_view_is_refused(small, changes, fault):
    known = {"year": 2016, "layers": ("routes", "ports")} | changes
    with pytest.raises(ValueError, match=fault):
        checked_files(View(**known), (1920, 1080))


@pytest.mark.parametrize("size", [(0, 1080), (1920.0, 1080), (1920,), (99_999, 1080), (True, 1080)])
def test_an_impossible_size_is_refused(small, size):
    with pytest.raises(ValueError, match="size is .* expected whole px from"):
        checked_files(View(2016, ()), size)


def test_every_fault_is_named_at_once(small):
    view = View(2031, ("gold",), viewport={"lat": 99}, selected=("silver", "a"))
    with pytest.raises(ValueError, match="(?s)size.*year is 2031.*'gold'.*'silver'.*viewport lat is 99.*viewport zoom"):
        checked_files(view, (1, 1))


def test_without_a_viewport_peru_is_shown_whole():
    west, south, east, north = frame_of(View(2016, ()), 900.0, 500.0).bounds()
    assert west < PERU_BOUNDS[0] and south < PERU_BOUNDS[1] and east > PERU_BOUNDS[2] and north > PERU_BOUNDS[3]


@pytest.mark.parametrize("window", [{"width": 1100, "height": 640}, {"width": 500, "height": 900}, {}])
def test_a_window_is_shown_whole_round_its_centre(window):
    frame = frame_of(View(2016, (), viewport=WINDOW | window), 960.0, 600.0)
    seen = frame_of(
        View(2016, (), viewport=WINDOW | window),
        window.get("width", WINDOW_PX[0]),
        window.get("height", WINDOW_PX[1]),
    )
    assert (frame.lon, frame.lat) == (WINDOW["lon"], WINDOW["lat"])
    assert seen.zoom == pytest.approx(8.0)
    for edge, (outer, inner) in enumerate(zip(frame.bounds(), seen.bounds(), strict=True)):
        assert outer <= inner + 1e-9 if edge < 2 else outer >= inner - 1e-9


def test_bounds_are_shown_whole_even_where_the_window_says_less():
    bounds = [-76.0, -14.0, -71.0, -11.0]
    for window in ({}, {"width": 300, "height": 200}):
        shown = frame_of(View(2016, (), viewport=WINDOW | window | {"bounds": bounds}), 960.0, 600.0).bounds()
        assert shown[0] <= -76 + 1e-9 and shown[1] <= -14 + 1e-9 and shown[2] >= -71 - 1e-9 and shown[3] >= -11 - 1e-9
