"""The centre's track and the ellipses: a dot a year, the way with its interval, outlines of both years."""

import pytest

from geo.displacement import compare
from layers.pair import track


@pytest.fixture(scope="module")
def found():
    return compare("coca_zones", 2012, 2020)


def test_there_is_a_dot_for_every_year_that_holds_all_compared_units(found):
    line, *dots = track.track_shapes(found)
    assert [dot.look for dot in dots] == ["first", *["between"] * (len(found.track) - 2), "last"]
    assert [dot.id for dot in dots] == [f"2012-2020/{stop.year}" for stop in found.track]
    assert list(line.geometry.coords) == [(stop.mean.lon, stop.mean.lat) for stop in found.track]


def test_the_last_dot_says_how_far_whither_and_how_sure(found):
    *_, last = track.track_shapes(found)
    km, low, high = (round(one) for one in (found.shift.km, found.shift_km.low, found.shift_km.high))
    assert last.text == f"2020\ncentre {km} km south-east ({low}–{high})"


def test_years_that_lack_a_unit_are_named(found):
    assert "2013, 2014 and 2015" in track.track_note(found) or "2013, 2014, 2015" in track.track_note(found)


def test_ellipses_are_those_of_the_two_years_and_not_filled(found):
    shapes = track.ellipse_shapes(found)
    assert [one.geometry for one in shapes] == [found.first.ellipse.outline, found.second.ellipse.outline]
    assert {look.fill for look in track.ellipse_looks()} == {""}


def test_two_units_span_no_ellipse():
    found = compare("airstrips", 2015, 2017)
    assert len(found.units) == 2
    assert track.ellipse_shapes(found) == []
