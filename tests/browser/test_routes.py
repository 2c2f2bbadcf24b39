"""The routes map in a real browser: filters, the list in words, and the keyboard."""

import pytest

from geo.tables import load_table
from layers.choices import choice_counts
from layers.features import layer_file
from tests.map_frame import MapFrame, wait_equal

ASIA = {"R04", "R05b", "R63b"}  # cocaine; with every commodity the gold of R21b joins them


def opened(page, server, query: str = "") -> MapFrame:
    page.goto(f"{server.url}/routes?{query}")
    return MapFrame(page)


def tick(page, field: str, value: str) -> None:
    """Tick a box of a filter by keyboard alone."""
    page.locator(f".st-key-control-filter-routes-{field}-{value} input").focus()
    page.keyboard.press("Space")


def count_beside(page, field: str, value: str) -> str:
    words = page.locator(f".st-key-control-filter-routes-{field}-{value} label p")
    return words.evaluate("(one) => getComputedStyle(one, '::after').content").strip('"')


def selected(page, board: MapFrame, wanted: str | None) -> None:
    board.wait_for(lambda state: (state["selected"] or {}).get("id") == wanted)


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
    tick(page, "market", "asia")
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


def listed(page) -> set[str]:
    """Give the routes that the list shows now."""
    return set(
        page.locator("[class*='st-key-route-item-']").evaluate_all(
            "(items) => items.filter((one) => getComputedStyle(one).display !== 'none')"
            ".map((one) => [...one.classList].find((name) => name.startsWith('st-key-route-item-')).slice(18))"
        )
    )


def test_the_list_says_in_words_what_is_drawn_and_follows_the_year(page, server):
    board = opened(page, server, "year=2016&f.routes.market=asia&f.routes.market=asia&f.routes.commodity=~")
    page.locator(".st-key-routes-list summary").click()
    item = page.locator(".st-key-route-item-R05b")
    item.wait_for()
    wait_equal(page, lambda: listed(page), {"R05b", "R63b", "R21b"})
    assert board.drawn_ids("routes") == {"R05b", "R63b", "R21b"}
    assert "Asia" in item.inner_text() and item.locator("a").count() >= 1
    page.locator(".st-key-slider input").focus()
    page.keyboard.press("ArrowLeft")
    board.wait_year(2015)
    wait_equal(page, lambda: listed(page), {"R05b", "R21b"})
    assert board.drawn_ids("routes") == {"R05b", "R21b"}


def test_a_route_of_the_list_is_selected_on_the_map_by_keyboard_and_let_go(page, server):
    board = opened(page, server, "year=2016&f.routes.market=asia")
    page.locator(".st-key-routes-list summary").focus()
    page.keyboard.press("Enter")
    item = page.locator(".st-key-route-R63b button")
    item.wait_for()
    item.focus()
    page.keyboard.press("Enter")
    selected(page, board, "R63b")
    page.locator(".st-key-details").get_by_text("Asia").first.wait_for()
    item.focus()
    page.keyboard.press("Enter")
    selected(page, board, None)


def test_a_line_chosen_on_the_map_is_marked_in_the_list(page, server):
    board = opened(page, server, "year=2016&f.routes.market=asia")
    page.locator(".st-key-routes-list summary").click()
    page.locator(".st-key-route-item-R05b").wait_for()
    board.click("routes", "R63b")
    page.locator(".st-key-details").wait_for()
    page.wait_for_function(
        "getComputedStyle(document.querySelector('.st-key-route-item-R63b')).backgroundColor"
        " !== getComputedStyle(document.querySelector('.st-key-route-item-R05b')).backgroundColor"
    )


def test_each_market_says_how_many_routes_it_would_leave_in_the_year_shown(page, server):
    board, file = opened(page, server, "year=2016"), layer_file("routes")
    for year in (2016, 2015):
        board.wait_year(year)
        wanted = {market: str(count) for market, count in choice_counts(file, year, None, "market").items()}
        wait_equal(page, lambda wanted=wanted: {one: count_beside(page, "market", one) for one in wanted}, wanted)
        page.locator(".st-key-slider input").focus()
        page.keyboard.press("ArrowLeft")


def test_counts_follow_the_other_filters(page, server):
    board, file = opened(page, server, "year=2016&f.routes.path=named"), layer_file("routes")
    board.wait_for(lambda state: state["filters"]["routes"]["path"] == ["named"])
    wanted = {one: str(count) for one, count in choice_counts(file, 2016, {"path": ["named"]}, "market").items()}
    wait_equal(page, lambda: {one: count_beside(page, "market", one) for one in wanted}, wanted)


def test_a_box_has_the_colour_of_its_market(page, server):
    opened(page, server)
    words = page.locator(".st-key-control-filter-routes-market-asia label p")
    words.wait_for()
    assert words.evaluate("(one) => getComputedStyle(one, '::before').backgroundColor") == "rgb(213, 94, 0)"


MOTION = """() => {
    const drawn = nexo.panes[0].layers.routes.shapes.find((one) => one.drawn);
    const style = getComputedStyle(drawn.flow._path);
    return [style.display, style.animationName];
}"""
APART = """() => {
    const {layers, map} = nexo.panes[0];
    const port = layers.ports.shapes.find((one) => one.id === 'hong_kong');
    const end = layers.routes.shapes.find((one) => one.id === 'R63b').main.getLatLngs().flat().at(-1);
    return map.latLngToContainerPoint(port.anchor).distanceTo(map.latLngToContainerPoint(end));
}"""


def test_dashes_run_until_the_reader_stops_them(own_page, server):
    board = opened(own_page, server, "year=2016")
    assert board.frame.evaluate(MOTION) == ["inline", "nx-flow"]
    own_page.locator(".st-key-control-motion input").focus()
    own_page.keyboard.press("Space")
    board.wait_for(lambda state: state["options"]["motion"] == "still")
    assert board.frame.evaluate(MOTION)[0] == "none"
    own_page.wait_for_url(lambda url: "motion=still" in url)


def test_dashes_stand_still_where_the_system_asks_for_it(own_page, server):
    own_page.emulate_media(reduced_motion="reduce")
    board = opened(own_page, server, "year=2016")
    assert board.frame.evaluate(MOTION) == ["none", "none"]


def test_world_shows_all_that_the_routes_reach_and_peru_comes_back(page, server):
    board = opened(page, server, "year=2016&f.routes.market=asia")
    home, mark = board.viewport(), board.mounted()
    board.frame.locator("[data-reach=reach_world]").press("Enter")
    west = board.frame.evaluate("nexo.panes[0].map.getBounds().getWest()")
    assert west < -245 and board.viewport()[2] < home[2]
    board.frame.locator("[data-reach=reach_peru]").press("Enter")
    assert board.viewport() == pytest.approx(home) and board.mounted() == mark


def test_a_choice_does_not_carry_the_reader_away_from_a_line_in_sight(page, server):
    board = opened(page, server, "year=2016&f.routes.market=asia")
    home = board.viewport()
    board.click("routes", "R63b")
    selected(page, board, "R63b")
    page.locator(".st-key-details").wait_for()
    assert board.viewport() == pytest.approx(home)


def test_the_coal_case_opens_where_it_lies(page, server):
    board = opened(page, server)
    page.locator(".st-key-views button").first.click()
    page.get_by_text("The coal case, 2014").click()
    selected(page, board, "R07a")
    assert board.drawn_ids("routes") == {"R07a", "R07b", "R07c", "R07d"}
    assert board.viewport() == pytest.approx((-9.0, -75.8, 6.25), abs=0.01)


def test_the_destination_of_a_sea_route_is_named_where_the_line_ends(page, server):
    board = opened(page, server, "year=2016&f.routes.market=asia")
    board.frame.locator("[data-reach=reach_world]").click()
    board.frame.locator(".nx-label.data", has_text="Hong Kong").wait_for()
    assert board.frame.evaluate(APART) < 3  # px


def test_back_undoes_a_filter_and_a_link_restores_it(page, server):
    board = opened(page, server, "year=2016&f.routes.market=europe")
    board.wait_for(lambda state: state["filters"]["routes"]["market"] == ["europe"])
    tick(page, "market", "asia")
    board.wait_for(lambda state: set(state["filters"]["routes"]["market"]) == {"asia", "europe"})
    page.wait_for_url(lambda url: "asia" in url)
    page.go_back()
    board.wait_for(lambda state: state["filters"]["routes"]["market"] == ["europe"])


def test_a_click_on_a_line_names_route_claim_and_sources(page, server):
    board = opened(page, server, "year=2016&f.routes.market=asia")
    board.click("routes", sorted(board.drawn_ids("routes"))[0])
    details = page.locator(".st-key-details")
    details.get_by_text("Asia").first.wait_for()
    details.locator("a").first.wait_for()  # a source is a link; it arrives after the heading


@pytest.mark.parametrize("market", ["europe", "brazil", "bolivia", "us_canada"])
def test_each_market_draws_only_its_own(page, server, market):
    board = opened(page, server, f"year=2015&f.routes.market={market}")
    board.wait_for(lambda state: state["filters"]["routes"]["market"] == [market])
    rows = load_table("routes").set_index("route_id")
    assert {rows.at[one, "market"] for one in board.drawn_ids("routes")} <= {market}
