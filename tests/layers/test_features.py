"""Layer files: what the browser reads."""

import time
from dataclasses import replace

import pytest

from layers import features as module
from layers.features import layer_file, rounded, spelled
from layers.marks import marks
from layers.registry import LAYERS, layer

BUILD_SECONDS = 5


def test_a_file_is_a_fresh_copy():
    layer_file("ports")["features"].clear()
    assert layer_file("ports")["features"]


def test_an_unknown_layer_has_no_file():
    with pytest.raises(KeyError, match="no layer 'weather'"):
        layer_file("weather")


def test_coordinates_are_cut_to_five_decimals():
    line = {"type": "LineString", "coordinates": ((1.23456789, 2), (3, 4.000001))}
    assert rounded(line) == {"type": "LineString", "coordinates": [[1.23457, 2], [3, 4.0]]}


def test_a_look_without_legend_stays_silent():
    circle = next(look for look in layer("coca_zones").looks() if look.id == "circle")
    assert spelled(circle)["legend"] == ""


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (
            [{"id": "callao", "look": "golden", "source_keys": ("unlocode_searoute",)}],
            r"looks \['golden'\], which the layer lacks",
        ),
        (
            [{"id": "atlantis", "look": "quiet", "source_keys": ("unlocode_searoute",)}],
            r"marks without a feature: \[\('atlantis'",
        ),
        (
            [{"id": "callao", "look": "quiet", "source_keys": ("nobody",)}],
            r"cites \['nobody'\], which tables/sources.csv lacks",
        ),
        (
            [{"id": "callao", "look": "quiet", "source_keys": ("unlocode_searoute",)}] * 2,
            r"more than one mark for \['callao'\]",
        ),
    ],
)
def test_a_layer_that_draws_nonsense_is_loud(rows, words, monkeypatch):
    monkeypatch.setattr(module, "marks_of", lambda key, lang: {2012: marks(rows)})
    with pytest.raises((KeyError, ValueError), match=words):
        module._build(layer("ports"), "en")


def test_a_key_to_a_dash_is_drawn_in_ink():
    keys = {key["field"]: key for key in layer_file("routes")["keys"]}
    assert keys["schematic"]["look"]["stroke"] == "#1E1E1E"
    assert keys["undated"]["look"]["dash"] == "11 3 1.5 3"


def test_all_files_are_built_within_seconds(data_copy):
    started = time.process_time()
    for one in LAYERS:
        module.layer_text(one.key)
    assert time.process_time() - started < BUILD_SECONDS


def test_a_changed_table_makes_another_file(data_copy):
    before = layer_file("ports")
    table = data_copy / "tables" / "ports.csv"
    table.write_text(
        table.read_text(encoding="utf-8").replace("Callao,PECLL", "Callao <b>port</b>,PECLL"),
        encoding="utf-8",
    )
    after = {one["properties"]["id"]: one["properties"]["name"] for one in layer_file("ports")["features"]}
    assert after["callao"] == "Callao <b>port</b>"
    assert before != layer_file("ports")


def test_a_layer_with_a_value_takes_its_unit_from_the_schema():
    assert module.unit(layer("ports")) == "kg"
    assert module.unit(replace(layer("ports"), value="")) == ""
