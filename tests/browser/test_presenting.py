"""Presentation mode as a briefer meets it: the board alone, exactly 16:9, years stepped by keys."""

import pytest
from playwright.sync_api import expect

from tests.map_frame import MapFrame

BOARD = """(() => {
    const { x, y, width, height } = document.querySelector('.nexo').getBoundingClientRect();
    return [x, y, width, height];
})()"""
# Whatever of the map's frame takes a click or a key and is seen.
CONTROLS = """[...document.querySelectorAll('button, input, select, a, .leaflet-control-zoom, .nx-pen')]
    .filter((one) => one.checkVisibility({visibilityProperty: true})).map((one) => one.className)"""
INSIDE = """(names) => names.filter((name) => {
    const part = document.querySelector('.' + name).getBoundingClientRect();
    const all = document.querySelector('.nexo').getBoundingClientRect();
    return part.width > 20 && part.height > 5 && part.left >= all.left && part.right <= all.right
        && part.top >= all.top && part.bottom <= all.bottom;
})"""
OVER = """(name) => {
    const part = document.querySelector(name);
    return Math.max(part.scrollHeight - part.clientHeight, part.scrollWidth - part.clientWidth);
}"""
WATCH_YEARS = """() => {
    window.seen = [];
    const show = nexo.show;
    nexo.show = (state) => { seen.push(state.year); show(state); };
}"""
# Two frames on: what listens to a change of size has answered, and it is on the screen.
PAINTED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
FURNITURE = ["nx-title", "nx-subtitle", "nx-year", "nx-legend", "nx-sources", "leaflet-control-scale"]


def presented(page, server, query: str = "", path: str = "") -> MapFrame:
    page.goto(f"{server.url}/{path}{'?' + query if query else ''}")
    board = MapFrame(page)
    board.wait_year(int(query.partition("year=")[2][:4] or 2020))
    board.frame.click(".nx-present")
    wait_presenting(page, board)
    return board


def wait_presenting(page, board: MapFrame) -> None:
    """Wait until the browser has gone its own way into the full screen, or filled its window, and has painted it."""
    size = page.viewport_size
    board.until(f"nexo.presenting && innerWidth === {size['width']} && innerHeight === {size['height']}")
    board.frame.evaluate(PAINTED)


@pytest.mark.parametrize(
    ("size", "expected"),
    [((1440, 900), [0, 45, 1440, 810]), ((1920, 1080), [0, 0, 1920, 1080]), ((1366, 768), [3, 1, 1360, 765])],
)
def test_the_board_is_exactly_16_to_9(page, server, size, expected):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    board = presented(page, server)
    assert board.frame.evaluate("[innerWidth, innerHeight]") == list(size)
    assert board.frame.evaluate(BOARD) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(("query", "path"), [("year=2016", ""), ("year=2014&year2=2020", ""), ("year=2016", "routes")])
def test_title_year_legend_and_sources_are_inside_and_no_control_is_seen(page, server, query, path):
    board = presented(page, server, query, path)
    assert board.frame.evaluate(INSIDE, FURNITURE) == FURNITURE
    assert board.frame.evaluate(CONTROLS) == []
    for part in (".nx-legend", ".nx-title", ".nx-subtitle"):
        assert board.frame.evaluate(OVER, part) <= 1, part  # nobody scrolls a board
    for control in (".st-key-toolbar", ".st-key-slider", "section.stSidebar", ".stDataFrame"):
        expect(page.locator(control).first).to_be_hidden()


def test_arrow_keys_step_the_years_each_in_the_address_and_none_is_lost(page, server):
    board = presented(page, server, "year=2013")
    mark = board.mounted()
    board.frame.evaluate(WATCH_YEARS)
    for _ in range(4):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(150)
    board.wait_year(2017)
    expect(page.locator(".st-key-slider input")).to_have_value("2017")
    page.wait_for_url("**year=2017*")
    page.wait_for_timeout(500)
    years = board.frame.evaluate("seen")
    assert years == sorted(years) and years[-1] == 2017  # an answer that comes late never sets the board back
    page.keyboard.press("ArrowLeft")
    board.wait_year(2016)
    assert board.mounted() == mark
    assert board.frame.evaluate(CONTROLS) == []


def test_escape_brings_everything_back_as_it_was(page, server):
    page.goto(f"{server.url}/?year=2016&layers=coca_zones&at=-12.6,-73.9,7.5")
    board = MapFrame(page)
    board.wait_year(2016)
    frame = page.locator(".st-key-map iframe")
    before = (board.viewport(), frame.bounding_box(), board.frame.evaluate(CONTROLS), board.state())
    page.keyboard.press("p")  # the key works wherever on the page the reader is
    wait_presenting(page, board)
    assert board.frame.evaluate(CONTROLS) == []
    board.look(-6, -76, 9)
    page.keyboard.press("Escape")
    for _ in range(60):  # the browser takes its time to leave the full screen
        if frame.bounding_box() == before[1] and board.viewport() == pytest.approx(before[0], abs=1e-6):
            break
        page.wait_for_timeout(50)
    assert board.viewport() == pytest.approx(before[0], abs=1e-6)
    assert (frame.bounding_box(), board.frame.evaluate(CONTROLS), board.state()) == before[1:]
    expect(page.locator(".st-key-toolbar")).to_be_visible()
    assert not board.frame.evaluate("Boolean(document.fullscreenElement)")


def test_where_the_browser_refuses_the_full_screen_the_window_is_filled(own_page, server):
    own_page.add_init_script("Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'));")
    board = presented(own_page, server)
    assert board.frame.evaluate(BOARD) == pytest.approx([0, 45, 1440, 810], abs=0.01)
    expect(own_page.locator(".st-key-toolbar")).to_be_hidden()
    own_page.keyboard.press("Escape")
    expect(own_page.locator(".st-key-toolbar")).to_be_visible()
    assert board.frame.evaluate("document.documentElement.className") == ""


def test_a_p_in_a_text_is_a_letter(page, server):
    page.goto(server.url)
    board = MapFrame(page)
    page.locator(".st-key-find input").focus()
    page.keyboard.type("p")
    assert not board.frame.evaluate("Boolean(nexo.presenting)")
