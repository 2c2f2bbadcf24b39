"""Ready-made views are views that the atlas can show."""

import pytest

from layers.drawn import drawn, drawn_view
from layers.features import layer_file
from layers.link import parameters, read
from layers.ready_views import READY, THEATRES, ready_view
from layers.registry import LAYERS
from layers.view import View
from layers.words import has_word


def test_there_are_five_views_and_six_theatres():
    assert [one.key for one in READY] == ["vraem", "tri_border", "la_pampa", "coal_2014", "air_bridge"]
    assert len(THEATRES) == 6


@pytest.mark.parametrize("one", (*READY, *THEATRES), ids=lambda one: one.key)
def test_each_has_a_title(one):
    assert has_word(f"pages.ready.{one.key}")


@pytest.mark.parametrize("one", READY, ids=lambda one: one.key)
def test_a_view_survives_as_a_link_and_draws_something_in_every_layer(one):
    view = one.as_view()
    files = {key: layer_file(key) for key in view.layers}
    layers = {key: tuple(file["filters"]) for key, file in files.items()}
    values = {
        (key, name): [choice["value"] for choice in choices]
        for key, file in files.items()
        for name, choices in file["filters"].items()
    }
    assert read(parameters(view), layers, View(2020, (), page=one.page), values) == (view, [])
    for key, file in files.items():
        shapes = drawn(file, view.year, view.filters.get(key))
        assert shapes, key
        if view.selected and view.selected[0] == key:
            assert view.selected[1] in {shape.id for shape in shapes}


def test_the_coal_case_opens_on_its_own_routes_and_exits():
    view = ready_view("coal_2014").as_view()
    shapes = drawn_view([layer_file(key) for key in view.layers], view)
    assert {shape.id for shape in shapes["routes"]} == {"R07a", "R07b", "R07c", "R07d"}
    bright = {shape.id for shape in shapes["ports"] if not shape.dimmed}
    assert {"callao", "paita", "salaverry"} <= bright and "chimbote" not in bright


def test_a_theatre_has_no_state_of_its_own():
    with pytest.raises(ValueError, match="national is a theatre"):
        ready_view("national").as_view()


def test_an_unknown_view_is_named():
    with pytest.raises(KeyError, match="no view 'moon'"):
        ready_view("moon")


def test_every_layer_of_a_view_is_registered():
    known = {one.key for one in LAYERS}
    assert {key for one in READY for key in one.layers} <= known
