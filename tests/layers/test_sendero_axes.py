"""Expansion attempts: dotted, without an arrow, never among the routes."""

from geo.timeline import YEARS
from layers.details import rows as details
from layers.drawing import features_of, marks_of
from layers.sendero_axes import LAYER


def test_the_two_attempts_are_drawn_until_2014():
    drawn = {year: set(marks_of("sendero_axes")[year]["id"]) for year in YEARS}
    assert drawn == {year: {"R14a", "R14b"} if year <= 2014 else set() for year in YEARS}


def test_no_attempt_has_an_arrow_or_a_solid_line():
    assert [(look.arrow, bool(look.dash), look.stroke) for look in LAYER.looks()] == [(False, True, "#A6192E")]


def test_no_route_is_an_attempt():
    assert not {"R14a", "R14b"} & set(features_of("routes")["id"])


def test_an_attempt_is_named_by_its_direction_and_backed_by_what_was_foreseen():
    known = details("sendero_axes", "R14a")
    assert known.name == "Attempt towards Colombia"
    assert [title for title, _ in known.tables] == ["What is known", "Legs", "Foreseen by"]
