"""The matrices of flows in a real browser: a click filters the map, the map's filters show in the matrices."""

import re

from playwright.sync_api import expect

from tests.map_frame import MapFrame, wait_idle

CELL = 'path[aria-label*="{axis}: {row}; Market: {market};"]'


def opened(page, server, query: str) -> MapFrame:
    page.goto(f"{server.url}/routes?{query}")
    board = MapFrame(page)
    page.locator(".st-key-beside .stVegaLiteChart path").first.wait_for(state="attached")
    return board


def cell(page, row: str, market: str, axis: str = "Origin"):
    found = page.locator(CELL.format(axis=axis, row=row, market=market))
    expect(found).to_have_count(1)  # while a chart is drawn anew, the one before is still there
    return found


def count(page, row: str, market: str) -> str:
    return cell(page, row, market).get_attribute("aria-label").rpartition("Routes drawn: ")[2]


def market_of(state) -> list[str] | None:
    return state["filters"].get("routes", {}).get("market")


def test_a_click_on_a_cell_filters_the_map_and_a_second_lets_go(page, server):
    board = opened(page, server, "year=2015&tab=flows")
    mark, before = board.mounted(), board.drawn_ids("routes")
    cell(page, "VRAEM", "Bolivia").click()
    board.wait_for(lambda state: market_of(state) == ["bolivia"])
    assert board.drawn_ids("routes") < before
    page.wait_for_url(lambda url: "f.routes.market=bolivia" in url)
    # a click on the chart of before, about to be replaced, would be lost
    wait_idle(page)
    expect(cell(page, "VRAEM", "Brazil")).to_have_attribute("aria-label", re.compile("Without these filters"))
    cell(page, "VRAEM", "Bolivia").click()
    board.wait_for(lambda state: not market_of(state))
    assert board.drawn_ids("routes") == before
    assert board.mounted() == mark


def test_a_filter_of_the_link_is_hollow_in_the_matrix(page, server):
    opened(page, server, "year=2015&tab=flows&f.routes.market=europe")
    assert count(page, "VRAEM", "Europe") == "1; Without these filters: 1"
    assert count(page, "VRAEM", "Bolivia") == "0; Without these filters: 4"


def test_back_undoes_the_click(page, server):
    board = opened(page, server, "year=2015&tab=flows")
    cell(page, "VRAEM", "Brazil").click()
    page.wait_for_url(lambda url: "f.routes.market=brazil" in url)
    page.go_back()
    board.wait_for(lambda state: not market_of(state))
    page.wait_for_function(
        "(name) => document.querySelector(name)?.getAttribute('aria-label').includes('drawn: 4')",
        arg=CELL.format(axis="Origin", row="VRAEM", market="Bolivia"),
    )


def test_the_matrices_follow_the_year(page, server):
    board = opened(page, server, "year=2015&tab=flows")
    page.get_by_text("market in 2015").first.wait_for()
    page.locator(".st-key-slider input").focus()
    page.keyboard.press("ArrowLeft")
    board.wait_year(2014)
    page.get_by_text("market in 2014").first.wait_for()


def test_a_flow_is_chosen_by_keyboard(page, server):
    board = opened(page, server, "year=2015&tab=flows")
    page.get_by_role("combobox", name="Choose an origin and a market").focus()
    page.keyboard.type("VRAEM to Bolivia")
    page.keyboard.press("Enter")
    board.wait_for(lambda state: market_of(state) == ["bolivia"])


def test_a_port_clicked_on_the_map_opens_its_card_beside_it(page, server):
    board = opened(page, server, "year=2014&tab=flows")
    board.click("ports", "matarani")
    page.get_by_text("Seizures reported at Matarani").wait_for()
    assert page.get_by_role("tab", name="Ports", exact=True).get_attribute("aria-selected") == "true"


def test_a_tab_stands_in_the_link_and_opens_from_it(page, server):
    opened(page, server, "year=2015")
    page.get_by_role("tab", name="Production and exports").click()
    page.wait_for_url(lambda url: "tab=output" in url)
    page.get_by_text("How much cocaine is said to be made in Peru").wait_for()
    page.goto(f"{server.url}/routes?tab=actors")
    page.get_by_text("Organisations along the chain").wait_for()


def test_no_chart_offers_a_menu_or_leads_outside(page, server):
    opened(page, server, "year=2015&tab=flows")
    assert page.locator(".vega-actions, .vega-embed details").count() == 0
