"""Layers made for one view are drawn like those of the registry, in picture and app."""

from dataclasses import replace

from layers import made
from layers.drawn import drawn_view
from layers.features import layer_file
from layers.figure.request import checked_files
from layers.made import made_files
from layers.view import View

TRIAL = View(2020, ("crossings",), page="trial")


def ports_again(view):
    file = layer_file("ports", view.lang)
    return [{**file, "key": "made_ports", "dim_by": None, "order": 5}]


def test_a_page_without_a_maker_makes_nothing():
    assert made_files(View(2020, ("ports",))) == {}


def test_a_made_layer_is_drawn_beside_the_chosen_ones_in_its_own_order(monkeypatch):
    monkeypatch.setitem(made.MAKERS, "trial", ports_again)
    files = checked_files(TRIAL, (1280, 720))
    assert [one["key"] for one in files] == ["made_ports", "crossings"]
    shapes = drawn_view(files, TRIAL)
    ports = drawn_view([layer_file("ports")], replace(TRIAL, layers=("ports",)))["ports"]
    assert [one.id for one in shapes["made_ports"]] == [one.id for one in ports]


def test_the_made_layer_of_another_page_is_not_drawn(monkeypatch):
    monkeypatch.setitem(made.MAKERS, "trial", ports_again)
    assert [one["key"] for one in checked_files(replace(TRIAL, page="situation"), (1280, 720))] == ["crossings"]
