"""Cards: every port, crossing and corridor has one, with its facts, loads, scanners, routes and sources."""

import pytest

from layers.cards import card, card_names
from tests.layers.tables import rows


@pytest.mark.parametrize(
    ("layer", "key"), [("ports", "port_id"), ("crossings", "crossing_id"), ("corridors", "corridor_id")]
)
def test_every_row_has_a_card_with_its_source(layer, key):
    names = card_names(layer)
    for row in rows(layer):
        known = card(layer, row[key])
        assert names[row[key]] == known.name == row["name"]
        assert known.facts and known.sources[0].key == row["source_key"]


def test_a_port_s_card_holds_its_loads_scanners_routes_and_markets():
    callao = card("ports", "callao")
    assert dict(callao.facts)["Destinations named"].startswith("Belgium, Netherlands")
    assert len(callao.loads) == 12 and len(callao.scanners) == 8
    assert "R60a" in callao.routes


def test_a_place_of_a_load_that_is_no_port_says_so():
    known = card("ports", "huanchaco_la_libertad")
    assert known.facts == (("Place of a load, not a port", "Huanchaco, La Libertad"),)
    assert len(known.loads) == 4 and known.routes == () and known.sources == ()


def test_a_corridor_names_its_towns_and_their_scanners():
    known = card("corridors", "C05")
    assert dict(known.facts)["Waypoints"] == "Cusco, Quillabamba, Kiteni, Kepashiato, Kimbiri"
    assert list(known.scanners["row_id"]) == ["kiteni-2014-x06"]
    assert known.routes == () and known.loads.empty


def test_a_crossing_without_a_seen_role_says_so():
    assert dict(card("crossings", "carancas").facts)["Evidence of the role"] == "none seen"


def test_what_has_no_card_is_named():
    with pytest.raises(KeyError, match="layer 'bases' has no cards"):
        card_names("bases")
    with pytest.raises(KeyError, match="ports has no 'atlantis'"):
        card("ports", "atlantis")
