"""The routes map in a real browser: filters, the list in words, and the keyboard."""

import pytest

from geo.tables import load_table
from tests.map_frame import MapFrame

ASIA = {"R04", "R05b", "R63b"}  # cocaine; with every commodity the gold of R21b joins them


def opened(page, server, query: str = "") -> MapFrame:
    page.goto(f"{server.url}/routes?{query}")
    return MapFrame(page)


def choose(page, field: str, label: str) -> None:
    box = page.locator(f".st-key-control-filter-routes-{field} input")
    box.focus()
    page.keyboard.type(label)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")


def drawn_in_any_year(page, board: MapFrame) -> set[str]:
    found = set()
    for year in range(2020, 2011, -1):
        board.wait_year(year)
        found |= board.drawn_ids("routes")
        page.locator(".st-key-slider input").focus()
        page.keyboard.press("ArrowLeft")
    return found


def test_asia_leaves_exactly_the_asian_routes(page, server):
    board = opened(page, server, "year=2020")
    mark = board.mounted()
    choose(page, "market", "Asia")
    board.wait_for(lambda state: state["filters"].get("routes", {}).get("market") == ["asia"])
    assert drawn_in_any_year(page, board) == ASIA
    assert board.mounted() == mark


def test_with_every_commodity_the_filter_gives_the_table_s_asian_routes(page, server):
    board = opened(page, server, "year=2020&f.routes.market=asia&f.routes.commodity=~")
    rows = load_table("routes")
    wanted = set(rows[rows["market"].eq("asia")]["route_id"])
    assert drawn_in_any_year(page, board) == wanted


def test_ports_that_no_chosen_route_uses_are_dimmed(page, server):
    board = opened(page, server, "year=2016&f.routes.market=asia")
    dimmed = board.frame.evaluate(
        "nexo.panes[0].layers.ports.shapes.filter((one) => one.drawn && one.dim).map((one) => one.id)"
    )
    assert "callao" not in dimmed and "paita" in dimmed


def test_the_list_says_in_words_what_is_drawn_and_names_the_sources(page, server):
    board = opened(page, server, "year=2016&f.routes.market=asia")
    page.locator(".st-key-routes-list summary").click()
    items = page.locator(".nx-routes li")
    items.first.wait_for()
    assert items.count() == len(board.drawn_ids("routes")) > 0
    assert "Asia" in items.first.inner_text() and items.first.locator("a").count() >= 1


def test_back_undoes_a_filter_and_a_link_restores_it(page, server):
    board = opened(page, server, "year=2016&f.routes.market=europe")
    board.wait_for(lambda state: state["filters"]["routes"]["market"] == ["europe"])
    choose(page, "market", "Asia")
    board.wait_for(lambda state: set(state["filters"]["routes"]["market"]) == {"asia", "europe"})
    page.wait_for_url(lambda url: "asia" in url)
    page.go_back()
    board.wait_for(lambda state: state["filters"]["routes"]["market"] == ["europe"])


def test_a_click_on_a_line_names_route_claim_and_sources(page, server):
    board = opened(page, server, "year=2016&f.routes.market=asia")
    board.click("routes", sorted(board.drawn_ids("routes"))[0])
    details = page.locator(".st-key-details")
    details.get_by_text("Asia").first.wait_for()
    assert details.locator("a").count() >= 1


@pytest.mark.parametrize("market", ["europe", "brazil", "bolivia", "us_canada"])
def test_each_market_draws_only_its_own(page, server, market):
    board = opened(page, server, f"year=2015&f.routes.market={market}")
    board.wait_for(lambda state: state["filters"]["routes"]["market"] == [market])
    rows = load_table("routes").set_index("route_id")
    assert {rows.at[one, "market"] for one in board.drawn_ids("routes")} <= {market}
