"""What is drawn under a state, on a layer file small enough to count by hand."""

import pytest

from layers.drawn import drawn, drawn_view, in_force, pair_year
from layers.view import View
from tests.layers.zone_file import feature, layer_file


def test_a_feature_is_drawn_in_its_years_only():
    assert [(one.id, one.part) for one in drawn(layer_file(), 2012)] == [
        ("a", "area"),
        ("a", "circle"),
        ("b", "area"),
    ]
    assert [one.id for one in drawn(layer_file(), 2013)] == ["a"]


def test_a_drawn_shape_carries_its_state():
    circle = drawn(layer_file(), 2012)[1]
    assert (circle.radius, circle.text, circle.shift, circle.sources) == (
        3.0,
        "A\n30 ha",
        (4.0, 0.0),
        ("UNODC (2016)",),
    )


def test_a_filter_keeps_what_has_one_of_its_values():
    assert {one.id for one in drawn(layer_file(), 2012, {"kind": ["gold", "timber"]})} == {"b"}


def test_a_default_holds_until_someone_chooses_and_an_empty_choice_lifts_it():
    defaulted = layer_file(default_filters={"kind": ["coca"]})
    assert {one.id for one in drawn(defaulted, 2012)} == {"a"}
    assert {one.id for one in drawn(defaulted, 2012, {"kind": []})} == {"a", "b"}


@pytest.mark.parametrize(
    ("year", "filters", "words"),
    [(2011, None, "year is 2011, expected one of"), (2012, {"colour": ["red"]}, r"no filter \['colour'\]")],
)
def test_unknown_years_and_filters_are_loud(year, filters, words):
    with pytest.raises(KeyError, match=words):
        drawn(layer_file(), year, filters)


def test_ports_dim_when_no_drawn_route_uses_them():
    ports = layer_file(
        "ports",
        dim_by="zones",
        features=[feature(name, "symbol", {"2012": {"k": 2, "s": [0]}}) for name in ("callao", "paita")],
    )
    both = drawn_view([layer_file(), ports], View(2012, ("zones", "ports")))
    assert {one.id: one.dimmed for one in both["ports"]} == {"callao": False, "paita": True}
    alone = drawn_view([layer_file(), ports], View(2012, ("ports",)))
    assert not any(one.dimmed for one in alone["ports"])


def test_the_filters_in_force_are_those_chosen_else_the_defaults():
    file = {"default_filters": {"kind": ["coca"], "until": ["2016"]}}
    assert in_force(file, None) == {"kind": {"coca"}, "until": {"2016"}}
    assert in_force(file, {"kind": ["gold"], "until": []}) == {"kind": {"gold"}}


def test_what_is_made_for_a_base_year_stands_under_the_other_year_of_the_pair():
    made, plain = {"base": 2013}, {}
    for view in (View(2013, (), year2=2017), View(2017, (), year2=2013)):
        assert {pair_year(made, view, year) for year in (2013, 2017)} == {2017}
        assert [pair_year(plain, view, year) for year in (2013, 2017)] == [2013, 2017]
    assert pair_year(made, View(2013, ()), 2013) == 2013
