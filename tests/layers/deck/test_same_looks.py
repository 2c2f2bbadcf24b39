"""Web map, picture and slide show the same: each layer's legend, classes and colours are the same objects."""

import pytest

from layers.deck import slide
from layers.drawn import drawn_view
from layers.features import layer_file
from layers.figure import legend as figure_legend
from layers.figure.legend import legend_blocks
from layers.figure.subject import subject
from layers.legend import legend_entries
from layers.registry import LAYERS
from layers.view import View
from tests.layers.deck.conftest import groups_of, said_on

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
YEAR = {"mining_cells": 2019, "eradication": 2016, "state_presence": 2016, "sendero_axes": 2012}


def test_the_legend_of_the_picture_is_that_of_the_map():
    assert figure_legend.legend_entries is legend_entries


@pytest.mark.parametrize("one", LAYERS, ids=lambda one: one.key)
def test_a_slide_has_the_lines_and_colours_of_the_layer(one, opened):
    view = View(YEAR.get(one.key, 2016), (one.key,))
    about = subject(view)
    file = layer_file(one.key)
    shapes = drawn_view([file], view)[one.key]
    (block,) = legend_blocks(about.files, view, about.panes)
    entries = legend_entries(file, shapes)
    # the looks in the legend are those of the file that the browser reads, not copies made for the slide
    assert [(line.label, line.look) for line in block.lines] == [(entry.label, entry.look) for entry in entries]
    assert all(shape.look in file["looks"] for shape in about.panes[0][one.key])
    made = opened(slide(view)).slides[0]
    said = " ".join(said_on(made))
    assert all(word in said for entry in entries for word in entry.label.split())
    colours = {found.get("val") for found in made.shapes._spTree.iter(f"{A}srgbClr")}
    for entry in entries:
        if entry.look["fill"] and entry.look["fill_opacity"] and not entry.look["hatch"]:
            assert entry.look["fill"].removeprefix("#").upper() in colours
    assert one.key == "sendero_axes" or file["title"] in groups_of(made)
