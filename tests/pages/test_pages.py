"""Each page as a reader meets it, through app.py: the state sent to the map, the tables and words shown."""

from pathlib import Path

import pytest

from geo.timeline import YEARS
from layers.linked import linked
from layers.ready_views import READY, THEATRES
from layers.registry import LAYERS
from layers.search import hits
from pages.shared.menu import LISTED
from tests.app_server import ROOT
from tests.pages.state_sent import sent_state

MAP_PAGES = {
    "situation": ("coca_zones", "mining_cells", "bases", "ports", "crossings"),
    "routes": ("routes", "ports", "crossings"),
}


def hit(layer, feature):
    return next(one for one in hits() if (one.layer, one.id) == (layer, feature))


def opened(app, name, **params):
    for key, value in params.items():
        app.query_params[key] = value
    app.run()
    if name != "situation":
        folder = next(folder for folder, page, _ in LISTED if page == name)
        app.switch_page(f"pages/{folder}/{name}.py").run()
    assert not app.exception
    return app


def test_every_page_file_is_in_the_menu():
    files = {
        (path.parent.name, path.stem)
        for path in (ROOT / "pages").glob("*/*.py")
        if path.parent.name != "shared" and path.stem != "__init__"
    }
    assert files == {(folder, name) for folder, name, _ in LISTED}


@pytest.mark.parametrize("name", [name for _, name, _ in LISTED])
def test_a_page_runs(app, name):
    opened(app, name)


@pytest.mark.parametrize("name", MAP_PAGES)
def test_a_bare_page_sends_its_default_view(app, name):
    state = sent_state(opened(app, name))
    assert state["year"] == 2020 and state["year2"] is None and state["selected"] is None
    assert tuple(state["layers"]) == MAP_PAGES[name]


@pytest.mark.parametrize("name", MAP_PAGES)
def test_the_slider_sends_each_year_and_nothing_else(app, name):
    opened(app, name)
    before = sent_state(app)
    for year in YEARS:
        app.slider(key="year").set_value(year).run()
        assert sent_state(app) == before | {"year": year}


def test_the_linked_table_is_that_of_the_first_layer(app):
    opened(app, "situation")
    shown = app.dataframe[0].value
    assert list(shown["id"]) == list(linked("coca_zones")["id"])
    assert [str(year) for year in YEARS] == [name for name in shown.columns if name.isdigit()]


def test_a_switch_adds_and_removes_its_layer(app):
    opened(app, "situation")
    app.checkbox(key="control.layer.routes").check().run()
    assert sent_state(app)["layers"][-1] == "routes"
    app.checkbox(key="control.layer.coca_zones").uncheck().run()
    assert "coca_zones" not in sent_state(app)["layers"]


def test_a_filter_reaches_the_map_and_reset_takes_it_back(app):
    opened(app, "routes")
    app.checkbox(key="control.filter.routes.market.asia").check().run()
    assert sent_state(app)["filters"]["routes"]["market"] == ["asia"]
    app.button(key="reset").click().run()
    assert "market" not in sent_state(app)["filters"].get("routes", {})


def test_clear_filters_goes_back_to_cocaine_and_nothing_else(app):
    opened(app, "routes", **{"f.routes.market": "asia", "f.routes.commodity": "gold", "f.routes.exit": "port:callao"})
    assert set(sent_state(app)["filters"]["routes"]) == {"market", "commodity", "exit"}
    app.button(key="filters-clear").click().run()
    assert sent_state(app)["filters"].get("routes", {}) == {}
    assert app.checkbox(key="control.filter.routes.commodity.cocaine").value is True
    assert app.checkbox(key="control.filter.routes.market.asia").value is False


def test_every_filter_of_the_routes_reaches_the_map(app):
    opened(app, "routes")
    app.checkbox(key="control.filter.routes.role.final").check().run()
    app.checkbox(key="control.filter.routes.through.BR").check().run()
    app.multiselect(key="control.filter.routes.exit").set_value(["port:callao"]).run()
    app.multiselect(key="control.filter.routes.actor").set_value(["sinaloa"]).run()
    assert sent_state(app)["filters"]["routes"] == {
        "role": ["final"], "through": ["BR"], "exit": ["port:callao"], "actor": ["sinaloa"],
    }  # fmt: skip


def test_running_dashes_can_be_switched_off(app):
    opened(app, "routes")
    assert sent_state(app)["options"]["motion"] == "flow"
    app.toggle(key="control.motion").set_value(False).run()
    assert sent_state(app)["options"]["motion"] == "still"
    assert app.query_params["motion"] == "still"


def test_the_list_of_routes_selects_and_lets_go(app):
    opened(app, "routes", **{"f.routes.market": "asia"})
    app.session_state["routes-list"] = True
    app.run()
    listed = [one.key for one in app.button if one.key.startswith("route.")]
    assert listed == ["route.R04", "route.R05b", "route.R63b"]
    app.button(key="route.R04").click().run()
    assert sent_state(app)["selected"] == {"layer": "routes", "id": "R04"}
    app.button(key="route.R04").click().run()
    assert sent_state(app)["selected"] is None


def test_the_list_names_the_routes_that_no_year_shows(app):
    opened(app, "routes")
    app.session_state["routes-list"] = True
    app.run()
    told = " ".join(one.proto.body for one in app.get("html"))
    assert "attempted expansion to the north-east" in told and "reported for years outside" in told


def test_the_routes_page_says_what_is_not_known(app):
    opened(app, "routes")
    told = " ".join(one.proto.body for one in app.get("html"))
    assert "counts 11 main ports" in told and "Canada: the articles name it" in told and "Oceania" in told


def test_the_year_and_filters_survive_a_change_of_page(app):
    opened(app, "routes")
    app.slider(key="year").set_value(2014).run()
    app.checkbox(key="control.filter.routes.market.europe").check().run()
    app.switch_page("pages/maps/situation.py").run()
    assert sent_state(app)["year"] == 2014
    app.switch_page("pages/maps/routes.py").run()
    assert sent_state(app)["filters"]["routes"]["market"] == ["europe"]


def test_a_second_year_is_sent(app):
    opened(app, "situation")
    app.selectbox(key="control.year2").set_value(2012).run()
    assert sent_state(app)["year2"] == 2012


def test_a_feature_chosen_by_name_is_selected_and_told(app):
    opened(app, "situation")
    app.selectbox(key="find").set_value(hit("coca_zones", "vraem")).run()
    assert sent_state(app)["selected"] == {"layer": "coca_zones", "id": "vraem"}
    told = " ".join(one.proto.body for one in app.get("html"))
    assert "27,994 ha" in told and "about 19,900 ha" in told and "at least 18,542 ha" in told


def test_a_feature_that_does_not_exist_is_named(app):
    opened(app, "situation", sel="coca_zones:atlantis")
    assert any("atlantis" in one.value for one in app.warning)
    assert not app.exception


def test_unusable_parameters_are_named(app):
    opened(app, "situation", year="1999", layers="coca_zones,unicorns")
    told = " ".join(one.value for one in app.warning)
    assert "year=1999" in told and "unicorns" in told
    assert sent_state(app)["year"] == 2020 and sent_state(app)["layers"] == ["coca_zones"]


def test_no_layer_says_what_to_do(app):
    opened(app, "situation", layers="~")
    assert sent_state(app)["layers"] == []


def test_a_wrong_data_folder_is_told_not_thrown(app, monkeypatch, tmp_path):
    monkeypatch.setenv("NEXO_DATA", str(tmp_path / "nowhere"))
    app.run()
    assert not app.exception
    assert any("nowhere" in one.value for one in app.error)


def test_a_damaged_table_takes_only_its_layer_away(app, data_copy):
    (data_copy / "tables" / "crossings.csv").write_text("broken\n", encoding="utf-8")
    opened(app, "situation")
    assert any("crossings.csv" in one.value for one in app.error)
    assert "crossings" not in sent_state(app)["layers"] and "coca_zones" in sent_state(app)["layers"]


def test_the_sources_page_lists_every_source_and_its_facts(app):
    opened(app, "sources")
    assert len(app.dataframe[0].value) > 300
    app.selectbox(key="control.source").set_value("devida_tables_gh").run()
    facts = app.dataframe[1].value
    assert facts["what"].str.contains("27,994 ha").any()


def test_layers_in_the_menu_are_those_registered(app):
    opened(app, "situation")
    assert {one.key.removeprefix("control.layer.") for one in app.checkbox} == {one.key for one in LAYERS}
    assert Path(ROOT / "app.py").is_file()


def test_a_place_found_by_name_moves_the_map(app):
    opened(app, "situation")
    found = next(one for one in hits() if one.layer == "places" and one.id == "pichari_cusco")
    app.selectbox(key="find").set_value(found).run()
    seen = sent_state(app)["view"]
    assert (seen["lat"], seen["lon"]) == pytest.approx((found.lat, found.lon)) and seen["zoom"] >= 8


def test_a_feature_of_a_hidden_layer_found_by_name_switches_its_layer_on(app):
    opened(app, "situation")
    app.selectbox(key="find").set_value(hit("routes", "R07a")).run()
    state = sent_state(app)
    assert "routes" in state["layers"] and state["selected"] == {"layer": "routes", "id": "R07a"}


@pytest.mark.parametrize("one", THEATRES, ids=lambda one: one.key)
def test_a_theatre_moves_the_map_and_nothing_else(app, one):
    opened(app, "situation")
    before = sent_state(app)
    app.button(key=f"view.{one.key}").click().run()
    after = sent_state(app)
    assert after["view"] == (None if one.viewport is None else dict(one.viewport))
    assert after["vn"] > before["vn"]
    assert {**after, "view": 0, "vn": 0} == {**before, "view": 0, "vn": 0}


@pytest.mark.parametrize("one", READY, ids=lambda one: one.key)
def test_a_ready_made_view_opens_as_it_is_made(app, one):
    opened(app, one.page)
    app.button(key=f"view.{one.key}").click().run()
    assert not app.exception and not app.warning
    state = sent_state(app)
    assert (state["year"], tuple(state["layers"])) == (one.year, one.layers)
    assert state["selected"] == (one.selected and {"layer": one.selected[0], "id": one.selected[1]})
    for layer, fields in one.filters.items():
        for field, values in fields.items():
            assert sorted(state["filters"][layer][field]) == sorted(values)


def test_switching_a_layer_off_lets_its_selection_go(app):
    opened(app, "situation", sel="coca_zones:vraem", layers="coca_zones,ports")
    assert sent_state(app)["selected"] is not None
    app.checkbox(key="control.layer.coca_zones").uncheck().run()
    assert sent_state(app)["selected"] is None


def test_an_organisation_found_by_name_shows_its_facts(app):
    opened(app, "situation")
    found = next(one for one in hits() if one.layer == "organisations" and one.id == "sinaloa")
    app.selectbox(key="find").set_value(found).run()
    told = " ".join(one.proto.body for one in app.get("html"))
    assert "Sinaloa" in told and "Mexico" in told
    assert not app.warning
