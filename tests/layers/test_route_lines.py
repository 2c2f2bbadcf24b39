"""Route lines: the routes of a port or crossing in words, those drawn now first."""

import pytest

from layers.route_lines import route_lines, use_counts, using
from layers.tokens import MARKETS
from tests.layers.tables import rows


def test_the_routes_of_a_port_leave_by_it_or_call_at_it():
    wanted = [
        row["route_id"] for row in rows("routes")
        if row["exit_port_id"] == "paita" or "paita" in row["uses_ports"].split(";")
    ]  # fmt: skip
    assert list(using("ports", "paita")) == wanted and wanted
    assert using("ports", "chancay") == ()


def test_only_the_routes_asked_for_are_counted():
    assert use_counts("ports", ["R64", "R70b"]) == {"callao": 1, "paita": 1}
    assert use_counts("crossings", []) == {}


def test_those_drawn_come_first_with_the_colour_of_their_market():
    lines = route_lines(("R60a", "R70b", "R60a"), {"R70b"})
    assert list(lines["id"]) == ["R70b", "R60a"]
    assert list(lines["now"]) == [True, False]
    assert set(lines["colour"]) == {MARKETS["europe"]}
    assert "Paita" in lines["says"].iloc[0] and lines["sources"].iloc[0]


def test_an_unknown_route_is_named():
    with pytest.raises(KeyError, match="R99"):
        route_lines(("R99",), ())
