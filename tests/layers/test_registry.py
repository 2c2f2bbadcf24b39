"""The contract of every layer: registering one is writing its tests."""

import json
import re
from functools import cache
from math import isfinite

import pytest

from geo.timeline import YEARS
from layers.base import MARK_COLUMNS
from layers.classes import class_of
from layers.drawing import features_of, marks_of
from layers.features import layer_file as fresh_file
from layers.features import layer_text
from layers.linked import csv_text, linked
from layers.registry import LAYERS, layer
from layers.words import has_word

# Read once for all tests: they only look.
layer_file = cache(fresh_file)
EVERY = pytest.mark.parametrize("one", LAYERS, ids=lambda one: one.key)
HTML = re.compile(r"</?[a-z][^>]*>|&[a-z]+;")


def states(key):
    """Give (feature, year, state) for everything a layer draws."""
    for feature in layer_file(key)["features"]:
        for year, state in feature["properties"]["years"].items():
            yield feature, year, state


def strings(part):
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        yield from (text for one in part.values() for text in strings(one))
    elif isinstance(part, list):
        yield from (text for one in part for text in strings(one))


def positions(coordinates):
    if isinstance(coordinates[0], int | float):
        yield coordinates
    else:
        yield from (position for part in coordinates for position in positions(part))


def test_keys_are_unique_and_in_drawing_order():
    assert len({one.key for one in LAYERS}) == len(LAYERS)
    assert [one.order for one in LAYERS] == sorted({one.order for one in LAYERS})


def test_an_unknown_layer_names_its_neighbours():
    with pytest.raises(KeyError, match=r"no layer 'port'; nearest: \['ports'"):
        layer("port")


@EVERY
def test_title_unit_and_rule_come_from_words_and_schema(one):
    file = layer_file(one.key)
    assert all(has_word(key) for key in (one.title, one.when, f"layers.{one.key}.title_year"))
    assert file["unit"] == (
        "ha" if one.value.endswith("_ha") or one.value == "mined_ha_new" else "kg" if one.value else ""
    )


@EVERY
def test_every_year_has_title_note_and_total(one):
    years = layer_file(one.key)["years"]
    assert list(years) == [str(year) for year in YEARS]
    for year, told in years.items():
        assert year in told["title"] or "reports read" in told["title"]
        assert told["title"].startswith(layer_file(one.key)["title"])
        assert isinstance(told["note"], str)
        assert "{" not in told["title"] + told["note"] + told["total_text"]


@EVERY
def test_the_year_total_is_the_sum_of_what_is_drawn(one):
    years, marks, features = layer_file(one.key)["years"], marks_of(one.key), features_of(one.key)
    for year in YEARS:
        shown = marks[year]
        for name, wanted in one.default_filters.items():
            passing = {row["id"] for row in features.to_dict("records") if set(row[name]) & set(wanted)}
            shown = shown[shown["id"].isin(passing)]
        if one.value:
            values = shown.drop_duplicates("id")["value"].dropna()
            assert years[str(year)]["total"] == (
                None if values.empty else pytest.approx(values.sum(), abs=0.01)
            )
        else:
            assert years[str(year)]["total"] == shown["id"].nunique()


@EVERY
def test_the_file_draws_every_mark_and_nothing_else(one):
    drawn = {
        (feature["properties"]["id"], feature["properties"]["part"], int(year))
        for feature, year, _ in states(one.key)
    }
    marked = {
        (mark.id, mark.part, year) for year, frame in marks_of(one.key).items() for mark in frame.itertuples()
    }
    assert drawn == marked
    assert drawn


@EVERY
def test_every_feature_has_name_look_and_sources(one):
    file = layer_file(one.key)
    for feature, _, state in states(one.key):
        assert feature["properties"]["name"].strip()
        assert isfinite(feature["properties"]["rank"])
        assert 0 <= state["k"] < len(file["looks"])
        assert state["s"] and all(0 <= index < len(file["sources"]) for index in state["s"])
        assert state.get("r", 1) > 0


@EVERY
def test_marks_keep_to_their_columns(one):
    assert all(tuple(frame.columns) == MARK_COLUMNS for frame in marks_of(one.key).values())


@EVERY
def test_a_class_means_the_same_in_every_year(one):
    for frame in marks_of(one.key).values():
        classed = frame[frame["look"].str.startswith("class")]
        assert all(
            look == f"class{class_of(value, one.breaks)}"
            for look, value in zip(classed["look"], classed["value"], strict=True)
        )
        assert not one.breaks or len(classed)


@EVERY
def test_every_symbol_but_lines_and_areas_has_a_size(one):
    looks = layer_file(one.key)["looks"]
    for feature, _, state in states(one.key):
        flat = looks[state["k"]]["symbol"] in ("area", "line")
        assert ("r" in state) is not flat
        assert (feature["geometry"]["type"] == "Point") is not flat


@EVERY
def test_coordinates_lie_on_earth_and_are_cut(one):
    for feature in layer_file(one.key)["features"]:
        for lon, lat in positions(feature["geometry"]["coordinates"]):
            assert -300 <= lon <= 180 and -90 <= lat <= 90
            assert (round(lon, 5), round(lat, 5)) == (lon, lat)


@EVERY
def test_no_string_is_markup(one):
    assert [text for text in strings(layer_file(one.key)) if HTML.search(text)] == []


@EVERY
def test_filters_offer_what_features_have(one):
    file = layer_file(one.key)
    for name in one.filters:
        offered = [value["value"] for value in file["filters"][name]]
        held = {value for feature in file["features"] for value in feature["properties"]["f"][name]}
        assert held <= set(offered)
        assert len(offered) == len(set(offered))
        assert all(value["label"] for value in file["filters"][name])
    assert all(
        set(values) <= {one["value"] for one in file["filters"][name]}
        for name, values in file["default_filters"].items()
    )


@EVERY
def test_uses_name_features_of_other_layers(one):
    known = {
        f"{key}:{feature['properties']['id']}"
        for key in ("ports", "crossings")
        for feature in layer_file(key)["features"]
    }
    for feature in layer_file(one.key)["features"]:
        assert set(feature["properties"].get("uses", [])) <= known


@EVERY
def test_the_linked_table_has_a_row_a_feature(one):
    table = linked(one.key)
    drawn = {feature["properties"]["id"] for feature, _, _ in states(one.key)}
    left = set(one.left_out("en")["id"])
    assert not left & drawn
    assert set(table["id"]) == {row for row in features_of(one.key)["id"]} | left
    assert table["id"].is_unique
    assert csv_text(one.key).count("\n") >= len(table) + 1


@EVERY
def test_the_file_is_small_and_the_same_each_time(one):
    assert len(layer_text(one.key).encode()) < 1_500_000
    assert json.loads(layer_text(one.key)) == fresh_file(one.key)
