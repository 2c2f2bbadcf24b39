"""A made layer as a file: one feature for shapes of one name, one entry for each pair, a name for its content."""

import pytest
from shapely.geometry import Point

from layers.base import Look
from layers.pair.file import Shape, Told, made_file

LOOK = Look(id="dot", symbol="circle", legend="")


def dot(name="a", look="dot", **more):
    return Shape(name, name.upper(), Point(-75.0, -10.123456789), look, ("devida_tables_gh",), **more)


def file(shapes, **more):
    return made_file("trial", "Trial", 2013, 50, (LOOK,), shapes, {2017: Told("Title", "Subtitle", "Note")}, **more)


def test_shapes_of_one_name_are_one_feature_with_an_entry_for_each_pair():
    made = file({2017: [dot(radius=4.444, text="x")], 2018: [dot(), dot("b")]})
    assert [one["properties"]["id"] for one in made["features"]] == ["a", "b"]
    first = made["features"][0]["properties"]["years"]
    assert first == {"2017": {"k": 0, "s": [0], "r": 4.44, "t": "x"}, "2018": {"k": 0, "s": [0]}}
    assert made["features"][0]["geometry"]["coordinates"] == [-75.0, -10.12346]


def test_every_year_has_words_and_those_not_given_are_blank():
    years = file({})["years"]
    assert years["2017"] == {"title": "Title", "subtitle": "Subtitle", "note": "Note", "total": None, "total_text": ""}
    assert years["2013"]["title"] == ""


def test_the_name_changes_with_the_content_only():
    assert file({2017: [dot()]})["hash"] == file({2017: [dot()]})["hash"] != file({2018: [dot()]})["hash"]


def test_what_differs_from_a_plain_layer_is_kept():
    assert file({}, leads=True)["leads"] and file({})["base"] == 2013


@pytest.mark.parametrize("shape", [dot(look="star"), Shape("a", "A", Point(0, 0), "dot", ("nobody",))])
def test_a_look_or_source_that_does_not_exist_is_named(shape):
    with pytest.raises(KeyError, match="star|nobody"):
        file({2017: [shape]})
