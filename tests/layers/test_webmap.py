"""The map's script, and every internal of streamlit-folium that it leans on."""

import json
import re
from pathlib import Path

import pytest
import streamlit_folium
from streamlit_folium import generate_js_hash, generate_leaflet_string

from layers.webmap import SCRIPTS, STYLES, StateSignal, webmap

BUNDLE = next(Path(streamlit_folium.__file__).parent.glob("frontend/build/static/js/main.*.js")).read_text(
    encoding="utf-8"
)


def script(folder="../pages.shared.show_map.map-en-abc/", version="en-abc"):
    board = webmap(folder, version)
    board.render()
    return generate_leaflet_string(board)


def signal(**state):
    board = webmap("../x/", "x")
    board.render()
    return streamlit_folium._get_feature_group_string(StateSignal({"year": 2016, **state}), map=board)


def test_nothing_comes_from_outside_and_every_address_is_relative():
    board = webmap("../maps/", "x")
    assert [address for _, address in board.default_js] == [f"../maps/{name}" for name in SCRIPTS]
    assert [address for _, address in board.default_css] == [f"../maps/{name}" for name in STYLES]
    assert "http" not in script()


def test_the_map_mounts_one_manifest():
    assert 'nexo.mount(map_div, "../pages.shared.show_map.map-en-abc/", "data-en-abc")' in script()


def test_the_identity_stays_with_the_data_and_changes_with_them():
    def identity(version):
        return generate_js_hash(script(f"../map-{version}/", version), "map", False)

    assert identity("en-abc") == identity("en-abc")
    assert identity("en-abc") != identity("en-abd")


def test_a_state_travels_alone_and_whole():
    state = {
        "layers": ["coca_zones"],
        "filters": {"routes": {"market": ["asia"]}},
        "title": '"quoted" </script> {{x}} ñ _abc1',
    }
    text = signal(**state)
    told = json.loads(json.loads(re.search(r"nexo\.apply\(JSON\.parse\((.*)\)\);", text).group(1)))
    assert told == {"year": 2016, **state}
    assert len(text) < 1_200


@pytest.mark.parametrize(
    "name",
    [
        "__GLOBAL_DATA__",
        "last_active_drawing",
        "previous_data",
        "last_feature_group",
        "feature_group",
        "initComponent",
        "setComponentValue",
        "js_links",
        "css_links",
        "map_div2",
        "returned_objects",
    ],
)
def test_the_frontend_still_has_each_internal_that_the_map_uses(name):
    assert name in BUNDLE


def test_the_frontend_still_waits_for_each_script_before_the_next():
    assert "async" in BUNDLE and "onload" in BUNDLE


def test_streamlit_folium_still_names_its_component_as_the_relative_address_expects():
    assert streamlit_folium._component_func.name == "streamlit_folium.st_folium"
