"""What is drawn under a state, on a layer file small enough to count by hand."""

from dataclasses import replace

import pytest

from layers.drawn import drawn, drawn_view, in_force
from layers.view import View
from tests.layers.figure import small_files
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


def spanning():
    """Give three claims: of 2014, of 2016 and from then on without a date, of 2013 and 2017."""
    looks = [small_files.look("dated", "circle"), small_files.look("open", "circle", undated=True)]
    told = {
        "early": {"2014": {"k": 0, "s": [0]}},
        "open": {"2016": {"k": 0, "t": "2016", "s": [0]}, "2017": {"k": 1, "t": "since", "s": [0]}},
        "both": {"2013": {"k": 0, "s": [0]}, "2017": {"k": 0, "s": [0]}},
    }
    shapes = [small_files.feature(name, small_files.point(-74.0, -12.0), entries) for name, entries in told.items()]
    return small_files.layer_file("displacement_claims", looks, shapes, spans=True)


def ids(view, year):
    return [one.id for one in drawn_view([spanning()], view, year)["displacement_claims"]]


def test_of_two_maps_the_later_has_what_was_drawn_in_any_year_since_the_earlier():
    view = View(2013, ("displacement_claims",), 2017)
    assert ids(view, 2013) == ["both"]
    assert ids(view, 2017) == ["early", "open", "both"]
    assert ids(View(2017, ("displacement_claims",), 2013), 2017) == ["early", "open", "both"]
    assert ids(View(2015, ("displacement_claims",), 2017), 2017) == ["open", "both"]
    assert ids(View(2017, ("displacement_claims",)), 2017) == ["open", "both"]


def test_a_difference_has_those_of_both_years_and_all_between():
    view = View(2017, ("displacement_claims",), 2014, page="displacement", options={"compare": "difference"})
    assert ids(view, 2017) == ["early", "open", "both"]
    assert ids(replace(view, year2=2015), 2017) == ["open", "both"]


def test_a_shape_of_several_years_is_what_the_dated_one_says():
    view = View(2013, ("displacement_claims",), 2017)
    (shape,) = [one for one in drawn_view([spanning()], view, 2017)["displacement_claims"] if one.id == "open"]
    assert shape.text == "2016" and not shape.look["undated"]
    (alone,) = [one for one in drawn(spanning(), 2017) if one.id == "open"]
    assert alone.text == "since" and alone.look["undated"]


def test_several_years_must_all_be_known():
    with pytest.raises(KeyError, match="year is 2021"):
        drawn(spanning(), [2020, 2021])
