"""The state of the map, on its way to the address and the map and back."""

import pytest

from layers.view import View


def test_a_state_survives_the_way_there_and_back():
    state = {
        "year": 2016,
        "year2": 2020,
        "layers": ["coca_zones", "ports"],
        "filters": {"routes": {"market": ["asia"]}},
        "selected": {"layer": "coca_zones", "id": "vraem"},
        "view": {"lat": -9.5, "lon": -75, "zoom": 5.5},
        "lang": "en",
        "page": "displacement",
        "options": {"compare": "swipe"},
        "drawings": [{"kind": "arrow", "points": [[-75.0, -9.0], [-74.0, -9.5]], "text": "By air"}],
    }
    assert View.from_state(state).to_state() == state
    bare = {"year": 2016, "layers": []}
    assert View.from_state(bare).to_state()["selected"] is None


def test_a_state_without_year_is_loud():
    with pytest.raises(KeyError, match="year"):
        View.from_state({"layers": []})
