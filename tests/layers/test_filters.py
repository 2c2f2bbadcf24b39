"""Filters offer what features have, in words."""

import pandas as pd

from layers.filters import filter_values
from layers.registry import layer


def test_values_have_words_and_the_order_of_their_colours():
    features = pd.DataFrame({"market": [("asia",), ("europe",), ("not_stated",)]})
    offered = filter_values(layer("routes"), features, "market")
    assert [(one["value"], one["label"]) for one in offered] == [
        ("europe", "Europe"),
        ("asia", "Asia"),
        ("not_stated", "Not stated"),
    ]
    assert offered[0]["colour"] == "#0072B2"


def test_names_stand_as_the_table_has_them_sorted():
    features = pd.DataFrame({"country": [("Spain", "Belgium"), ()]})
    assert filter_values(layer("routes"), features, "country") == [
        {"value": "Belgium", "label": "Belgium"},
        {"value": "Spain", "label": "Spain"},
    ]


def test_names_are_the_layer_s_own():
    features = pd.DataFrame({"exit": [("port:callao", "VRAEM airstrips")]})
    assert filter_values(layer("routes"), features, "exit") == [
        {"value": "port:callao", "label": "Callao (port)"},
        {"value": "VRAEM airstrips", "label": "VRAEM airstrips"},
    ]
