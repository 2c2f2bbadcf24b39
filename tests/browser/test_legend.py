"""The legend as a reader meets it: all of it seen on at most a quarter of the map, folded and unfolded by hand."""

import pytest
from playwright.sync_api import expect

from layers.registry import LAYERS
from layers.words import word
from tests.map_frame import MapFrame

ALL_LAYERS = tuple(one.key for one in LAYERS)
ROOM = """(() => {
    const legend = document.querySelector('.nx-legend');
    const panes = document.querySelector('.nx-panes');
    return {share: legend.offsetWidth * legend.offsetHeight / (panes.clientWidth * panes.clientHeight),
        over: legend.scrollHeight - legend.clientHeight, across: legend.scrollWidth - legend.clientWidth};
})()"""
SECTIONS = """[...document.querySelectorAll('.nx-block')]
    .map((one) => [one.dataset.layer, !one.classList.contains('folded')])"""
COUNTS = """Object.fromEntries([...document.querySelectorAll('.nx-block')]
    .map((one) => [one.dataset.layer, one.querySelector('.nx-fold b').textContent]))"""


def opened(page, server, query: str = "", path: str = "") -> MapFrame:
    page.goto(f"{server.url}/{path}{'?' + query if query else ''}")
    return MapFrame(page)


def all_layers(page, server, query: str = "year=2016") -> MapFrame:
    board = opened(page, server, f"{query}&layers={','.join(ALL_LAYERS)}")
    board.wait_for(lambda state: len(state["layers"]) == len(ALL_LAYERS))
    return board


def sections(board: MapFrame) -> dict[str, bool]:
    """Return whether each section is open, by layer, in the order of the legend."""
    return dict(board.frame.evaluate(SECTIONS))


def to_year(page, board: MapFrame, year: int) -> None:
    """Step to the next year by the slider's own key."""
    page.locator(".st-key-slider input").focus()
    if board.state()["year"] < year:
        page.keyboard.press("ArrowRight")
    board.wait_year(year)


def heading(board: MapFrame, layer: str):
    return board.frame.locator(f'.nx-block[data-layer="{layer}"] .nx-fold')


@pytest.mark.parametrize("size", [(1440, 900), (1920, 1080)])
def test_with_all_layers_it_names_each_on_a_quarter_of_the_map_and_nothing_is_cut(page, server, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    board = all_layers(page, server, "year=2012")
    for year in range(2012, 2021):
        to_year(page, board, year)
        room = board.frame.evaluate(ROOM)
        assert room["share"] <= 0.25
        assert room["over"] <= 2 and room["across"] <= 0
        assert set(sections(board)) == set(ALL_LAYERS)
        assert not all(sections(board).values())


def test_the_subtitle_names_the_first_layers_and_counts_the_others(page, server):
    board = all_layers(page, server, "year=2020")
    named = board.text(".nx-subtitle")
    assert named.startswith("Coca bush by zone: 61,777 ha")
    assert named.endswith(word("web.more_layers", more=len(ALL_LAYERS) - 7))
    assert named.count(" · ") == 6
    few = opened(page, server, f"year=2020&layers={','.join(ALL_LAYERS[:8])}")
    few.wait_for(lambda state: len(state["layers"]) == 8)
    assert few.text(".nx-subtitle").count(" · ") == 6
    assert "more" not in few.text(".nx-subtitle")


def test_a_folded_section_tells_how_many_features_are_drawn(page, server):
    board = all_layers(page, server, "year=2020")
    told = {key: text for key, text in board.frame.evaluate(COUNTS).items() if text}
    drawn = board.summary()
    assert told == {key: f"{drawn[key]:,}" for key in told}
    assert set(told) == {key for key in ALL_LAYERS if drawn[key]}
    samples = board.frame.locator('.nx-block[data-layer="routes"] .nx-samples svg')
    assert samples.count() == 3 and samples.first.is_visible()


def test_with_the_first_layers_nothing_is_folded(page, server):
    board = opened(page, server)
    assert all(sections(board).values())
    assert board.frame.evaluate(ROOM)["share"] <= 0.25


def test_a_heading_unfolds_by_key_and_the_years_leave_it_so(page, server):
    board = all_layers(page, server)
    assert not sections(board)["routes"]
    heading(board, "routes").press("Enter")
    assert sections(board)["routes"]
    expect(heading(board, "routes")).to_have_attribute("aria-expanded", "true")
    expect(heading(board, "routes")).to_be_focused()
    assert "Europe" in board.text('.nx-block[data-layer="routes"]')
    to_year(page, board, 2017)
    assert sections(board)["routes"]
    heading(board, "routes").click()
    assert not sections(board)["routes"]


def test_what_was_folded_for_want_of_room_does_not_stir_while_the_years_go_by(page, server):
    board = all_layers(page, server, "year=2012")
    folded = {key for key, is_open in sections(board).items() if not is_open}
    for year in range(2013, 2021):
        to_year(page, board, year)
        now = {key for key, is_open in sections(board).items() if not is_open}
        assert folded <= now
        folded = now


def test_two_maps_leave_the_legend_whole(page, server):
    board = all_layers(page, server, "year=2014&year2=2020")
    room = board.frame.evaluate(ROOM)
    assert room["over"] <= 2 and room["across"] <= 0
    assert board.frame.evaluate(COUNTS)["coca_zones"] == "13 | 13"


def test_one_button_puts_it_away_and_a_board_shows_it_all_the_same(page, server):
    board = opened(page, server, "layers=coca_zones,bases")
    box = board.frame.locator(".nx-legend")
    whole = box.bounding_box()
    board.frame.get_by_role("button", name=word("web.legend_away_hint")).click()
    assert box.inner_text().strip() == word("web.legend_open")
    assert box.bounding_box()["height"] < whole["height"] / 4
    board.frame.click(".nx-present")
    box.get_by_text("Bases in and near the VRAEM").wait_for()
    assert "Bases in and near the VRAEM" in box.inner_text()
    page.keyboard.press("Escape")
    expect(box).to_have_text(word("web.legend_open"))
    board.frame.get_by_role("button", name=word("web.legend_open_hint")).click()
    assert box.bounding_box() == whole


def test_a_window_of_another_size_is_folded_for_anew(page, server):
    page.set_viewport_size({"width": 1920, "height": 1080})
    board = all_layers(page, server, "year=2020")
    wide = sections(board)
    page.set_viewport_size({"width": 1440, "height": 700})
    open_now = "document.querySelectorAll('.nx-block:not(.folded)').length"
    board.until(f"{open_now} < {sum(wide.values())}")
    assert board.frame.evaluate(ROOM)["over"] <= 2
    assert sum(sections(board).values()) < sum(wide.values())
    page.set_viewport_size({"width": 1920, "height": 1080})
    board.until(f"{open_now} === {sum(wide.values())}")
    assert sections(board) == wide
