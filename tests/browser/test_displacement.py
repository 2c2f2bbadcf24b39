"""The page on displacement in a real browser: either year repaints both maps, three ways to compare, mouse and keys."""

import pytest
from playwright.sync_api import expect

from geo.displacement import compare
from layers.displaced import headline
from layers.drawn import drawn_view
from layers.features import layer_file
from layers.pair.change import breaks
from layers.view import View
from layers.words import word
from tests.browser.test_situation import press
from tests.map_frame import MapFrame

HANDLE = ".nx-handle"


def opened(page, server, query: str = "") -> MapFrame:
    page.goto(f"{server.url}/displacement{'?' + query if query else ''}")
    return MapFrame(page)


def made(board: MapFrame) -> list[str]:
    return board.frame.evaluate("Object.keys(nexo.made)")


def mode(board: MapFrame, wanted: str) -> None:
    board.until(f"nexo.mode === '{wanted}'")


def choose(page, text: str) -> None:
    page.locator("section.stSidebar").get_by_role("radio", name=text).or_(
        page.locator("section.stSidebar").get_by_role("button", name=text, exact=True)
    ).first.click()


def years(board: MapFrame) -> list[str]:
    return board.frame.evaluate("[...document.querySelectorAll('.nx-year')].map((one) => one.textContent)")


def test_the_later_year_repaints_both_maps_without_reload(page, server):
    board = opened(page, server, "year=2016&year2=2013")
    board.wait_year(2016)
    assert years(board) == ["2013", "2016"]
    mark, before = board.mounted(), board.text(".nx-title")
    press(page, "ArrowRight")
    board.wait_year(2017)
    assert board.mounted() == mark
    assert years(board) == ["2013", "2017"]
    assert board.text(".nx-title") == headline(compare("coca_zones", 2013, 2017)) != before
    page.locator(".nx-finding", has_text="Between 2013 and 2017").wait_for()


def test_the_earlier_year_repaints_both_maps_without_reload(page, server):
    board = opened(page, server, "year=2017&year2=2013")
    board.wait_year(2017)
    mark = board.mounted()
    page.locator(".st-key-control-year2 [role=combobox], .st-key-control-year2 input").first.click()
    page.get_by_role("option", name="against 2014").click()
    board.wait_for(lambda state: state["year2"] == 2014)
    assert board.mounted() == mark
    assert years(board) == ["2014", "2017"]
    assert board.text(".nx-title") == headline(compare("coca_zones", 2014, 2017))
    page.wait_for_url(lambda url: "year2=2014" in url)


@pytest.mark.parametrize("how", ["side", "swipe"])
def test_both_maps_pan_and_zoom_together(page, server, how):
    board = opened(page, server, f"year=2017&year2=2013&compare={how}")
    mode(board, how)
    for which, place in ((1, [-12.6, -73.9, 8]), (0, [-9.5, -75.2, 7])):
        board.look(*place, pane=which)
        seen = board.frame.evaluate(
            "nexo.panes.map(({map}) => [map.getCenter().lat, map.getCenter().lng, map.getZoom()])"
        )
        for one in seen:
            assert one == pytest.approx(place, abs=0.01)


def test_the_three_ways_follow_each_other_without_reload_and_back_undoes(page, server):
    board = opened(page, server, "year=2017&year2=2013")
    mode(board, "side")
    mark = board.mounted()
    choose(page, "Difference")
    mode(board, "difference")
    assert years(board) == ["2013–2017"]
    assert "pair_change" in made(board)
    choose(page, "Swipe")
    mode(board, "swipe")
    assert years(board) == ["2013", "2017"]
    assert "pair_change" not in made(board)
    page.wait_for_url(lambda url: "compare=swipe" in url)
    page.go_back()
    mode(board, "difference")
    page.go_back()
    mode(board, "side")
    assert board.mounted() == mark


def test_the_divider_is_drawn_by_mouse(page, server):
    board = opened(page, server, "year=2017&year2=2013&compare=swipe")
    mode(board, "swipe")
    handle = board.frame.locator(HANDLE)
    box = handle.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 - 200, box["y"] + 60, steps=5)
    page.mouse.up()
    assert handle.bounding_box()["x"] == pytest.approx(box["x"] - 200, abs=2)
    clip = board.frame.evaluate("getComputedStyle(document.querySelector('.nx-pane[data-side=right]')).clipPath")
    width = board.frame.evaluate("document.querySelector('.nx-panes').clientWidth")
    left = page.locator(".st-key-map iframe").bounding_box()["x"]
    middle = handle.bounding_box()["x"] + box["width"] / 2
    assert clip.startswith("inset(0")
    assert float(handle.get_attribute("aria-valuenow")) == pytest.approx(100 * (middle - left) / width, abs=1)


def test_the_divider_is_a_slider_for_the_keyboard(page, server):
    board = opened(page, server, "year=2017&year2=2013&compare=swipe")
    mode(board, "swipe")
    handle = board.frame.get_by_role("slider", name="Divider: 2013 on the left, 2017 on the right")
    handle.focus()
    handle.press("Home")
    assert handle.get_attribute("aria-valuenow") == "0"
    handle.press("ArrowRight")
    handle.press("Shift+ArrowRight")
    assert handle.get_attribute("aria-valuenow") == "12"
    handle.press("End")
    assert handle.get_attribute("aria-valuenow") == "100"
    assert board.state()["year"] == 2017


def test_what_lies_right_of_the_divider_is_the_later_map(page, server):
    board = opened(page, server, "year=2017&year2=2013&compare=swipe&top=~")
    mode(board, "swipe")
    under = """(share) => { const box = document.querySelector('.nx-panes').getBoundingClientRect();
        nexo.swipe(share); const at = document.elementFromPoint(box.left + box.width / 2 + 60, box.top + 120);
        return at.closest('.nx-pane').dataset.side; }"""
    assert board.frame.evaluate(under, 20) == "right"
    assert board.frame.evaluate(under, 80) == "left"


def test_the_difference_has_its_legend_and_draws_each_zone(page, server):
    board = opened(page, server, "year=2017&year2=2013&compare=difference")
    mode(board, "difference")
    legend = board.text(".nx-legend")
    for part in ("Gained over", "Lost over", "Not compared", "Cheapest way, not tracked flows"):
        assert part in legend
    assert board.summary()["pair_change"] == 13
    fills = board.frame.evaluate(
        "Object.fromEntries(nexo.panes[0].layers.pair_change.shapes"
        ".filter((one) => one.feature.properties.part === 'area')"
        ".map((one) => [one.id, one.main._path.getAttribute('fill')]))"
    )
    assert fills["vraem"].upper() == "#B2182B" and fills["huallaga"].upper() == "#2166AC"
    assert fills["calleria"] == "url(#nx-hatch)"


def test_the_sign_in_a_circle_follows_the_pair(page, server):
    board = opened(page, server, "year=2017&year2=2013&compare=difference&top=~")
    mode(board, "difference")
    sign = """(id) => nexo.panes[0].layers.pair_change.shapes
        .find((one) => one.id === id && one.inner).inner.options.symbol"""
    for year in (2017, 2016, 2015, 2014):
        board.wait_year(year)
        change = compare("coca_zones", 2013, year).units["change"]
        for unit in ("inambari_tambopata", "huallaga", "aguaytia"):
            drawn = "circle" if abs(change[unit]) < breaks("coca_zones")[0] else "plus" if change[unit] > 0 else "bar"
            assert board.frame.evaluate(sign, unit) == drawn, (year, unit)
        press(page, "ArrowLeft")


def test_a_click_on_a_changed_zone_opens_its_figures(page, server):
    board = opened(page, server, "year=2017&year2=2013&compare=difference&top=~")
    mode(board, "difference")
    board.click("pair_change", "bajo_amazonas")
    board.wait_for(lambda state: state["selected"] == {"layer": "coca_zones", "id": "bajo_amazonas"})
    page.locator(".st-key-details h3").wait_for()


def test_playing_runs_from_the_earlier_year_on_and_repaints_the_finding(page, server):
    board = opened(page, server, "year=2020&year2=2017")
    board.wait_year(2020)
    board.frame.evaluate("""() => { const title = document.querySelector('.nx-title'); window.seen = [];
        new MutationObserver(() => window.seen.push(title.textContent)).observe(title, {childList: true}); }""")
    board.frame.click(".nx-play-button")
    told = [headline(compare("coca_zones", 2017, year)) for year in (2018, 2019, 2020)]
    board.wait_for(lambda state: list(dict.fromkeys(board.frame.evaluate("window.seen"))) == told)
    expect(page.locator(".st-key-slider input")).to_have_value("2020")
    board.frame.locator("body").press("[")
    board.wait_year(2019)
    board.frame.locator("body").press("[")
    board.wait_year(2018)
    board.frame.locator("body").press("[")  # 2017 is not set beside itself
    board.wait_year(2016)


def test_a_layer_that_the_map_lost_is_sent_again(page, server):
    board = opened(page, server, "year=2017&year2=2013")
    board.wait_for(lambda state: "pair_track" in state["layers"])
    board.frame.evaluate("void nexo.takeMade([{key: 'pair_track', hash: 'never came'}])")
    board.wait_for(lambda state: "pair_track" in made(board) and state["asked"] == 1)
    assert board.summary(1)["pair_track"] > 2


def test_a_deep_link_opens_the_same_picture(page, server, browser):
    query = "year=2019&year2=2014&subject=coca_districts&compare=difference&top=track&at=-9.3,-75.9,7.5"
    board = opened(page, server, query)
    mode(board, "difference")
    second = browser.new_page(viewport=page.viewport_size)
    again = opened(second, server, page.url.split("?")[1] + "&at=-9.3,-75.9,7.5")
    mode(again, "difference")
    assert again.summary() == board.summary()
    assert again.text(".nx-title") == board.text(".nx-title")
    assert again.viewport() == pytest.approx(board.viewport(), abs=1e-3)
    second.close()


def test_situation_still_sets_two_years_beside_each_other(page, server):
    opened(page, server, "compare=swipe")
    page.get_by_role("link", name="Situation").click()
    board = MapFrame(page)
    board.until("nexo.state.year2 === null && nexo.mode === 'one'")
    page.goto(f"{server.url}/?year=2012&year2=2020")
    board = MapFrame(page)
    mode(board, "side")
    assert years(board) == ["2012", "2020"]


def test_the_later_map_has_the_claims_of_every_year_since_the_earlier(page, server):
    board = opened(page, server, "year=2017&year2=2013&evidence=claimed")
    board.wait_for(lambda state: state["year"] == 2017 and "displacement_claims" in state["layers"])
    view = View(2017, ("displacement_claims",), 2013, page="displacement", options={"evidence": "claimed"})
    file = layer_file("displacement_claims")
    for pane, year in enumerate((2013, 2017)):
        expected = {one.id for one in drawn_view([file], view, year)["displacement_claims"]}
        assert board.summary(pane)["displacement_claims"] == len(expected)
    alone = {one.id for one in drawn_view([file], View(2017, ("displacement_claims",)), 2017)["displacement_claims"]}
    assert len(expected) > len(alone)
    assert word("web.spans_later", first=2013, second=2017) in board.text(".nx-notes-text")
