"""The legend of what is drawn, on a layer file small enough to count by hand."""

from layers.drawn import drawn
from layers.legend import explains, legend_entries
from tests.layers.zone_file import layer_file


def test_the_legend_counts_features_and_explains_what_is_drawn():
    lines = legend_entries(layer_file(), drawn(layer_file(), 2012))
    assert [(line.label, line.count) for line in lines] == [("Over 10", 2)]
    lines = legend_entries(layer_file(), drawn(layer_file(), 2013))
    assert [(line.label, line.count) for line in lines] == [("Under 10", 1), ("Dashed: unsure", None)]


def test_a_key_without_a_field_is_one_of_width_for_lines():
    width, dash = {"field": ""}, {"field": "dashed"}
    assert explains(width, {"symbol": "line"}) and not explains(width, {"symbol": "area"})
    assert explains(dash, {"symbol": "line", "dashed": True}) and not explains(
        dash, {"symbol": "line", "dashed": False}
    )
