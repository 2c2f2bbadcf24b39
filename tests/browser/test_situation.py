"""The situation map as a reader meets it, in a real browser with everything outside denied."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from layers.drawn import drawn
from layers.features import layer_file
from layers.registry import LAYERS
from layers.view import View
from tests.map_frame import MapFrame, wait_idle

# The finder's list has followed the typing: what Enter would choose holds it, accents and case aside.
OFFERED_FIRST = """(typed) => {
    const first = document.querySelector('[role=option]')?.innerText ?? '';
    return first.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').toLowerCase().includes(typed);
}"""
ALL_LAYERS = tuple(one.key for one in LAYERS)


def opened(page, server, query: str = "", path: str = "") -> MapFrame:
    page.goto(f"{server.url}/{path}{'?' + query if query else ''}")
    return MapFrame(page)


def press(page, key: str) -> None:
    page.locator(".st-key-slider input").focus()
    page.keyboard.press(key)


@pytest.mark.parametrize("year", [2012, 2016, 2020])
def test_each_layer_draws_what_its_table_says(page, server, year):
    board = opened(page, server, f"year={year}&layers={','.join(ALL_LAYERS)}")
    board.wait_for(lambda state: state["year"] == year and len(state["layers"]) == len(ALL_LAYERS))
    for key in ALL_LAYERS:
        expected = {one.id for one in drawn(layer_file(key), year, {})}
        assert board.drawn_ids(key) == expected, key
        told = board.bundles(key)
        assert all(number in (None, len(members)) for number, members in told), key
        assert board.visible_ids(key) | {one for _, members in told for one in members} == expected, key
        assert board.summary()[key] == len(expected), key


def test_the_slider_repaints_without_reload_and_keeps_zoom_and_position(page, server):
    board = opened(page, server)
    board.wait_year(2020)
    mark = board.mounted()
    board.look(-12.6, -73.9, 8)
    before = board.viewport()
    for year in range(2019, 2011, -1):
        press(page, "ArrowLeft")
        board.wait_year(year)
    assert board.mounted() == mark
    assert board.viewport() == before
    assert "2012" in board.text(".nx-year")
    page.wait_for_url(lambda url: "year=2012" in url)


def test_a_click_before_any_slider_move_shows_the_figure_and_its_source(page, server):
    board = opened(page, server, "layers=coca_zones")
    board.click("coca_zones", "vraem")
    details = page.locator(".st-key-details")
    details.get_by_text("27,994").first.wait_for()
    expect(details).to_contain_text("DEVIDA")


def test_2012_shows_the_estimate_and_the_lower_bound(page, server):
    board = opened(page, server, "year=2012&layers=coca_zones")
    board.click("coca_zones", "vraem")
    details = page.locator(".st-key-details")
    details.get_by_text("19,900").first.wait_for()
    expect(details).to_contain_text("about 19,900")
    expect(details).to_contain_text("at least 18,542")


def test_a_second_click_deselects_and_the_empty_map_too(page, server):
    board = opened(page, server, "layers=coca_zones")
    details = page.locator(".st-key-details")
    for _ in range(2):
        board.click("coca_zones", "vraem")
        details.get_by_text("27,994").first.wait_for()
        board.wait_for(lambda state: state["selected"] == {"layer": "coca_zones", "id": "vraem"})
        board.click("coca_zones", "vraem")
        details.wait_for(state="hidden")
    board.click("coca_zones", "vraem")
    details.get_by_text("27,994").first.wait_for()
    box = page.locator(".st-key-map iframe").bounding_box()
    page.mouse.click(box["x"] + 420, box["y"] + box["height"] - 120)
    details.wait_for(state="hidden")


def test_two_years_stand_beside_each_other_and_move_together(page, server):
    board = opened(page, server, "year=2012&year2=2020")
    board.wait_for(lambda state: state["year2"] == 2020)
    assert board.summary(0) != board.summary(1)
    mark = board.mounted()
    board.look(-12.6, -70.1, 8, pane=1)
    assert board.viewport() == pytest.approx((-12.6, -70.1, 8), abs=0.01)
    press(page, "ArrowRight")
    board.wait_year(2013)
    assert board.mounted() == mark


def test_playing_steps_the_years_and_the_slider_follows(page, server):
    board = opened(page, server, "year=2018")
    board.wait_year(2018)
    board.frame.click(".nx-play-button")
    board.wait_year(2020)
    expect(page.locator(".st-key-slider input")).to_have_value("2020")
    board.frame.locator("body").press("[")
    board.wait_year(2019)
    expect(page.locator(".st-key-slider input")).to_have_value("2019")


def test_a_link_shows_the_same_picture_in_a_new_browser(page, server, browser):
    query = "year=2014&year2=2020&layers=coca_zones,ports&sel=ports:callao&at=-12.05,-77.1,7"
    board = opened(page, server, query)
    board.wait_for(lambda state: state["year"] == 2014)
    second = browser.new_page(viewport=page.viewport_size)
    again = opened(second, server, page.url.split("?")[1] + "&at=-12.05,-77.1,7")
    again.wait_for(lambda state: state["year"] == 2014)
    strip = ("vn",)
    assert {k: v for k, v in again.state().items() if k not in strip} == {
        k: v for k, v in board.state().items() if k not in strip
    }
    assert again.viewport() == pytest.approx(board.viewport(), abs=1e-3)
    assert again.summary() == board.summary()
    second.close()


def test_back_undoes_a_layer_switch(page, server):
    board = opened(page, server)
    shown = board.state()["layers"]
    page.locator(".st-key-control-layer-ports label").click()
    board.wait_for(lambda state: "ports" not in state["layers"])
    page.wait_for_url(lambda url: "layers=" in url)
    page.go_back()
    board.wait_for(lambda state: sorted(state["layers"]) == sorted(shown))


def test_unusable_parameters_are_named_and_the_rest_is_shown(page, server):
    board = opened(page, server, "year=1999&layers=coca_zones,unicorns&at=500,0,3&year2=2013")
    state = board.wait_for(lambda state: state["year2"] == 2013)
    assert state["layers"] == ["coca_zones"] and state["year"] == 2020
    for part in ("year=1999", "layers=unicorns", "at=500,0,3"):
        expect(page.locator("body")).to_contain_text(part)


def test_the_app_works_below_a_base_path(page, start_server):
    board = opened(page, start_server(base_path="atlas/nexo"), "year=2016")
    board.wait_year(2016)
    assert board.summary()["coca_zones"] > 10


def test_markup_in_a_cell_is_text(own_page, start_server, data_copy):
    path = data_copy / "tables" / "coca_zones.csv"
    text = path.read_text(encoding="utf-8")
    assert ",VRAEM," in text
    path.write_text(text.replace(",VRAEM,", ",<img src=x onerror=alert(1)><b>VRAEM</b>,", 1), encoding="utf-8")
    own_page.on("dialog", lambda dialog: pytest.fail("a script of a table cell ran"))
    board = opened(own_page, start_server(environment={"NEXO_DATA": str(data_copy)}), "layers=coca_zones")
    board.click("coca_zones", "vraem")
    own_page.locator(".st-key-details").get_by_text("<b>VRAEM</b>").first.wait_for()
    assert board.frame.evaluate("document.querySelectorAll('.nexo img[src=x]').length") == 0
    assert own_page.locator("img[src=x]").count() == 0


def test_a_damaged_table_is_told_and_the_rest_keeps_working(page, start_server, data_copy):
    (data_copy / "tables" / "ports.csv").write_text("port_id,name\nx\n", encoding="utf-8")
    board = opened(page, start_server(environment={"NEXO_DATA": str(data_copy)}))
    assert "ports" not in board.summary() and board.summary()["coca_zones"] > 10
    expect(page.locator("body")).to_contain_text("ports.csv")


def test_the_picture_is_this_view(page, server):
    board = opened(page, server, "year=2016&layers=coca_zones")
    board.wait_year(2016)
    with page.expect_download(timeout=150_000) as coming:  # the first picture also cuts its type faces
        page.get_by_role("button", name="PNG").click()
    data = Path(coming.value.path()).read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == (1920, 1080)


@pytest.mark.parametrize(
    ("typed", "layer", "feature"),
    [
        ("vraem", "coca_zones", "vraem"),
        ("maranon", "coca_zones", "maranon+alto_chicama"),
        ("callao", "ports", "callao"),
    ],
)
def test_everything_by_keyboard_through_the_finder(page, server, typed, layer, feature):
    board = opened(page, server)
    page.locator(".st-key-find input").focus()
    page.keyboard.type(typed)
    page.wait_for_function(OFFERED_FIRST, arg=typed)
    page.keyboard.press("Enter")
    board.wait_for(lambda state: state["selected"] == {"layer": layer, "id": feature})
    page.locator(".st-key-details h3").wait_for()


def test_the_applied_state_is_a_view(page, server):
    state = opened(page, server).state()
    assert View.from_state(json.loads(json.dumps(state))).year == 2020


def test_a_row_chosen_by_keyboard_is_selected_on_the_map(page, server):
    board = opened(page, server, "layers=coca_zones")
    table = page.locator(".stDataFrame canvas").first
    table.scroll_into_view_if_needed()
    table.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Space")
    state = board.wait_for(lambda state: state["selected"] is not None)
    assert state["selected"]["layer"] == "coca_zones"
    page.locator(".st-key-details h3").wait_for()


def test_a_fact_of_a_source_leads_to_the_map(page, server):
    page.goto(f"{server.url}/sources?source=devida_tables_gh")
    facts = page.locator(".stDataFrame").nth(1)
    facts.locator('[role="gridcell"]').first.wait_for(state="attached")
    wait_idle(page)
    facts.scroll_into_view_if_needed()
    box = facts.bounding_box()
    page.mouse.click(box["x"] + 16, box["y"] + 54)  # the box of the first row
    page.get_by_role("button", name="Show on the map").click()
    board = MapFrame(page)
    board.wait_for(lambda state: (state["selected"] or {}).get("layer") == "coca_zones")
    page.locator(".st-key-details h3").wait_for()
