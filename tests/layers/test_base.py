"""A layer that contradicts itself cannot be made."""

from dataclasses import replace

import pytest

from layers.base import Look
from layers.registry import layer


def test_an_unknown_symbol_is_refused():
    with pytest.raises(ValueError, match="symbol is 'blob', expected one of"):
        Look(id="x", symbol="blob", legend="")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"group": "weather"}, "group is 'weather'"),
        ({"compared": "never"}, "compared is 'never'"),
        ({"default_filters": {"market": ("asia",)}}, r"default_filters name \['market'\]"),
    ],
)
def test_a_layer_that_contradicts_itself_is_refused(change, words):
    with pytest.raises(ValueError, match=words):
        replace(layer("ports"), **change)


def test_a_look_stands_in_a_file_with_its_legend_spelled_out():
    known = Look(id="x", symbol="ring", legend="layers.no_figure", rank=3).as_dict("No figure")
    assert (known["legend"], known["legend_rank"], known["symbol"]) == ("No figure", 3, "ring")
    assert "fields" not in known
