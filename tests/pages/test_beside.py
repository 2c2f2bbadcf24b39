"""What stands below the routes map: each tab through app.py, and every fact of the package reachable on the page."""

import pytest

from layers.cards import KEYS, card_names
from layers.linked import linked
from layers.market_figures import market_figures
from layers.words import word
from pages.shared.beside import TABS
from tests.layers.tables import rows
from tests.pages.state_sent import sent_state

ROUTES = "pages/maps/routes.py"


@pytest.fixture
def page(app):
    """Give the page of routes, open."""
    app.run()
    app.switch_page(ROUTES).run()
    assert not app.exception
    return app


def tab(page, name):
    page.session_state["control.tab"] = word(f"beside.tab.{name}")
    page.run()
    assert not page.exception
    return page


def said(page):
    return " ".join(one.proto.body for one in page.get("html"))


def choose(page, key, value):
    page.selectbox(key=key).set_value(value).run()
    assert not page.exception


def filters(page):
    return sent_state(page)["filters"].get("routes", {})


@pytest.mark.parametrize("name", TABS)
def test_each_tab_runs_and_only_the_open_one_is_drawn(page, name):
    tab(page, name)
    others = {"flows": "flow-clear", "ports": "control.card.ports", "passages": "control.card.crossings"}
    drawn = {one.key for one in (*page.selectbox, *page.button)}
    assert {key for other, key in others.items() if key in drawn} == ({others[name]} if name in others else set())


def test_a_flow_chosen_by_name_filters_the_map_and_again_lets_go(page):
    page.slider(key="year").set_value(2015).run()
    choose(page, "control.flow.origin", ("VRAEM", "bolivia"))
    assert filters(page)["market"] == ["bolivia"]
    assert "From where to which market in 2015 (routes drawn: 5)" in said(page)
    page.button(key="flow-clear").click().run()
    assert "market" not in filters(page)
    assert "From where to which market in 2015 (routes drawn: 26)" in said(page)


def test_flows_without_the_layer_say_what_to_do(page):
    page.checkbox(key="control.layer.routes").uncheck().run()
    assert any("Switch on the layer of routes" in one.value for one in page.info)


def test_a_port_chosen_here_is_selected_on_the_map(page):
    tab(page, "ports")
    choose(page, "control.card.ports", "matarani")
    assert sent_state(page)["selected"] == {"layer": "ports", "id": "matarani"}
    told = said(page)
    assert (
        "Seizures reported at Matarani" in told and "stone slabs" in told and "UNODC-WCO unit opened July 2022" in told
    )


def test_a_corridor_chosen_here_switches_its_layer_on(page):
    tab(page, "passages")
    choose(page, "control.card.corridors", "C05")
    state = sent_state(page)
    assert state["selected"] == {"layer": "corridors", "id": "C05"} and "corridors" in state["layers"]


@pytest.mark.parametrize(
    ("layer", "feature", "opens", "says"),
    [
        ("ports", "paita", "ports", "Seizures reported at Paita"),
        ("crossings", "desaguadero", "passages", "Desaguadero"),
        ("organisations", "sinaloa", "actors", "Routes that name it: 9"),
    ],
)
def test_what_is_selected_elsewhere_opens_its_card(page, layer, feature, opens, says):
    page.session_state["nexo"]["selected"] = (layer, feature)
    page.run()
    assert page.session_state["control.tab"] == word(f"beside.tab.{opens}")
    assert says in said(page)


def test_every_port_crossing_and_corridor_can_be_chosen(page):
    for layer, key in KEYS.items():
        tab(page, "ports" if layer == "ports" else "passages")
        box = page.selectbox(key=f"control.card.{layer}")
        names = card_names(layer)
        assert set(names) >= {row[key] for row in rows(layer)}
        assert len(box.options) == len(names)
        assert all(any(names[row[key]] in option for option in box.options) for row in rows(layer))


def test_every_market_fact_is_in_the_table_below_the_charts(page):
    tab(page, "markets")
    shown = next(one.value for one in page.dataframe if "metric" in one.value.columns)
    assert sorted(shown["row_id"]) == sorted(row["row_id"] for row in rows("market_facts"))


def test_a_chosen_market_narrows_the_figures_to_those_that_concern_it(page):
    page.slider(key="year").set_value(2015).run()
    choose(page, "control.flow.origin", ("Peru", "russia"))
    tab(page, "markets")
    shown = next(one.value for one in page.dataframe if "metric" in one.value.columns)
    every = market_figures()
    wanted = every[every["market"].isin(["all", "origin_peru", "not_stated"])]
    assert sorted(shown["row_id"]) == sorted(wanted["row_id"])


def test_shares_of_final_buyers_and_first_buyers_say_each_what_they_count(page):
    told = said(tab(page, "markets"))
    assert "Counts the final destination" in told and "none is a share of final consumption" in told


def test_each_group_of_figures_can_be_drawn(page):
    tab(page, "markets")
    for group in page.selectbox(key="control.figures").options:
        page.selectbox(key="control.figures").select(group).run()
        assert not page.exception, group


def test_every_estimate_is_in_the_table_of_the_production_chart(page):
    told = said(tab(page, "output"))
    assert told.count("potential cocaine (ONDCP)") == 10
    assert "not turned into years" in told and "at least 3,000 kg/month" in told


def test_every_organisation_is_in_the_list_with_its_role(page):
    told = said(tab(page, "actors"))
    for row in rows("organisations"):
        assert row["role"].split('"')[0][:30].replace("'", "&#x27;") in told, row["org_id"]
    assert "Organisations along the chain: 33 of 33" in told


def test_organisations_are_narrowed_by_link_and_country(page):
    tab(page, "actors")
    page.button_group(key="control.links").set_value(["foreign_buyer"]).run()
    page.multiselect(key="control.from_country").set_value(["Mexico"]).run()
    assert not page.exception
    assert "Organisations along the chain: 4 of 33" in said(page)


def test_every_route_is_in_the_table_of_the_page(page):
    shown = next(one.value for one in page.dataframe if "id" in one.value.columns)
    assert set(linked("routes")["id"]) == set(shown["id"]) == {row["route_id"] for row in rows("routes")}
