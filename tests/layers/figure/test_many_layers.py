"""All layers of the registry on one page: the map keeps its room, the legend its words."""

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from layers.deck.notes import speaker_notes
from layers.features import layer_file
from layers.figure.picture import picture
from layers.figure.story import SENTENCE_END, notes
from layers.figure.subject import subject
from layers.registry import LAYERS
from layers.view import View

EVERY = tuple(one.key for one in LAYERS)
VRAEM = {"lat": -12.45, "lon": -73.75, "zoom": 8.25}
MAP_SHARE = 0.45
SIZE = (1920, 1080)
HAIR = 1.0  # px: side bearings of letters


def page_of(view):
    """Draw a view; gives the extents of the page's own words, and of its maps, in px from the lower left."""
    figure = picture(view, SIZE)
    renderer = FigureCanvasAgg(figure).get_renderer()
    words = [
        one.get_window_extent(renderer)
        for one in figure.axes[0].get_children()
        if isinstance(one, Text) and one.get_text()
    ]
    maps = [axes.get_window_extent(renderer) for axes in figure.axes[1 : 2 if view.year2 is None else 3]]
    return words, maps


@pytest.mark.parametrize(
    "more", [{}, {"viewport": VRAEM}, {"year2": 2020}, {"lang": "es"}], ids=["country", "theatre", "pair", "spanish"]
)
def test_the_maps_keep_the_page_and_no_word_lies_on_them(more):
    words, maps = page_of(View(2013, EVERY, **more))
    across, down = SIZE
    assert sum(one.width * one.height for one in maps) >= MAP_SHARE * across * down
    for one in words:
        assert one.x0 >= -HAIR and one.x1 <= across + HAIR
        assert one.y0 >= -HAIR and one.y1 <= down + HAIR
        for pane in maps:
            assert one.x1 <= pane.x0 + HAIR or one.x0 >= pane.x1 or one.y1 <= pane.y0 + HAIR or one.y0 >= pane.y1 - HAIR


@pytest.mark.parametrize("year", [2012, 2016, 2020])
def test_the_legend_beside_the_map_names_every_layer(year):
    figure = picture(View(year, EVERY))
    renderer = FigureCanvasAgg(figure).get_renderer()
    pane = figure.axes[1].get_window_extent(renderer)
    beside = set()
    for one in figure.axes[0].get_children():
        if isinstance(one, Text) and one.get_text():
            extent = one.get_window_extent(renderer)
            if extent.x1 <= pane.x0 and pane.y0 - HAIR <= extent.y0 and extent.y1 <= pane.y1 + HAIR:
                beside |= set(one.get_text().split())
    for key in EVERY:
        assert set(layer_file(key)["title"].split()) <= beside


@pytest.mark.parametrize("year2", [None, 2020])
def test_a_page_says_the_notes_of_the_layers_it_names_and_the_speaker_says_all(year2):
    view = View(2013, EVERY, year2=year2)
    about = subject(view)
    on_page = notes(about.leading, view, about.panes, whole=False)
    spoken = speaker_notes(about)
    for one in about.files:
        sentences = SENTENCE_END.split(one["years"]["2013"]["note"])
        assert all(text in spoken for text in sentences)
        if f"{one['title']}: " in " ".join(about.heading()):
            assert all(text in on_page for text in sentences)
    assert len(on_page) < len(notes(about.leading, view, about.panes)) * 0.75
