"""What routes can be filtered by: market and transit apart, exits by port, crossing or the source's words."""

import pandas as pd
import pytest

from geo.tables import load_table
from layers.drawn import drawn
from layers.features import layer_file
from layers.route_filters import countries_passed, exit_labels, exits, filter_columns


@pytest.fixture(scope="module")
def values():
    rows = load_table("routes")
    return filter_columns(rows).set_index(rows["route_id"])


def test_brazil_as_market_differs_from_through_brazil(values):
    # R01b is sold in Brazil; R02b and R03 cross it on the way to Europe; R02a is bought there first.
    market = {route for route, own in values["market"].items() if own == ("brazil",)}
    through = {route for route, own in values["through"].items() if "BR" in own}
    assert "R01b" in market - through
    assert {"R02b", "R03"} <= through - market
    assert "R02a" in market & through and values.at["R02a", "role"] == ("first_buyer_or_transit",)


def test_a_final_market_is_never_passed_through(values):
    for route, own in values.iterrows():
        country = {"bolivia": "BO", "brazil": "BR", "chile": "CL"}.get(own["market"][0])
        if own["role"] == ("final",):
            assert country is None or country not in own["through"], route


def test_the_countries_stand_in_the_order_of_travel():
    passed = countries_passed(load_table("routes"))
    assert passed["R03"] == ("BO", "BR") and passed["R52"][:3] == ("CO", "BR", "SR")
    assert passed["R06"] == ()


@pytest.mark.parametrize(
    ("port", "crossing", "wanted"),
    [
        ("paita", pd.NA, ("port:paita",)),
        (pd.NA, "tilali", ("crossing:tilali",)),
        ("leticia", "santa_rosa_yavari", ("port:leticia", "crossing:santa_rosa_yavari")),
        (pd.NA, pd.NA, ("VRAEM airstrips",)),
    ],
)
def test_an_exit_is_a_port_a_crossing_or_the_words_of_the_source(port, crossing, wanted):
    row = {"exit_port_id": port, "exit_crossing_id": crossing, "exit_point": "VRAEM airstrips"}
    assert exits(row) == wanted


def test_exits_are_offered_by_name():
    assert exit_labels("exit")["port:callao"] == "Callao (port)"
    assert exit_labels("exit")["crossing:desaguadero"] == "Desaguadero (crossing)"
    assert exit_labels("market") == {}
    offered = {one["value"]: one["label"] for one in layer_file("routes")["filters"]["exit"]}
    assert offered["port:paita"] == "Paita (port)" and offered["VRAEM airstrips"] == "VRAEM airstrips"


def test_every_value_has_words():
    for name, offered in layer_file("routes")["filters"].items():
        for one in offered:
            assert "_" not in one["label"] and not (name == "through" and one["label"] == one["value"]), one


def test_nobody_named_is_a_value_of_its_own(values):
    actors = load_table("routes").set_index("route_id")["actors"]
    assert values.at["R05a", "actor"] == ("family_clans",)
    assert set(values.at["R07a", "actor"]) == {"family_clans", "sinaloa", "mexican_groups"}
    for route, own in values["actor"].items():
        if pd.isna(actors[route]):
            assert own == ("not_named",)


@pytest.mark.parametrize(
    ("chosen", "route"),
    [
        ({"through": ["CL"], "market": ["asia"]}, "R04"),
        ({"exit": ["port:paita"], "actor": ["sinaloa"]}, "R07a"),
        ({"role": ["first_buyer_or_transit"], "mode": ["air_light"]}, "R01a"),
        ({"country": ["Belgium"], "exit": ["port:callao"]}, "R07b"),
    ],
)
def test_filters_meet(chosen, route):
    file = layer_file("routes")
    found = {one.id for year in (2014, 2020) for one in drawn(file, year, chosen)}
    assert route in found
    for feature in file["features"]:
        if feature["properties"]["id"] in found:
            own = feature["properties"]["f"]
            assert all(set(values) & set(own[name]) for name, values in chosen.items())
