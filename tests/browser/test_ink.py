"""Notes, arrows and circles as a reader draws them, in a real browser."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from layers.drawings import LONGEST_TEXT, MOST, Drawing, as_text
from tests.map_frame import MapFrame

BARE = "layers=coca_zones"
MARKUP = "<img src=x onerror=alert(1)> & more"
NOTE, ARROW = Drawing("note", ((-78.0, -9.0),), "Kept"), Drawing("arrow", ((-80.0, -14.0), (-78.0, -12.0)), "")


class Pen:
    """A hand that draws in the map of an open page; places are shares of the map's width and height."""

    def __init__(self, page: Page, server, query: str = BARE, path: str = "") -> None:
        self.page = page
        page.goto(f"{server.url}/{path}?{query}")
        self.board = MapFrame(page)

    def at(self, across: float, down: float, pane: int = 0) -> tuple[float, float]:
        box = self.board.frame.locator(".leaflet-container").nth(pane).bounding_box()
        return box["x"] + across * box["width"], box["y"] + down * box["height"]

    def take(self, tool: str) -> None:
        if self.board.frame.locator(".nx-pen").is_hidden():
            self.board.frame.click(".nx-pen-open")
        self.board.frame.click(f".nx-pen-{tool}")

    def write(self, text: str) -> None:
        field = self.board.frame.locator(".nx-ink-ask input")
        field.wait_for()
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")
        field.wait_for(state="detached")

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        self.page.mouse.move(*end)
        self.page.mouse.up()

    def drawings(self) -> list[dict[str, object]]:
        return self.board.frame.evaluate("nexo.ink.drawings")

    def until(self, condition: str) -> None:
        self.board.until(condition)

    def until_drawn(self, count: int) -> None:
        self.until(f"nexo.ink.drawings.length === {count}")

    def address(self, reached: Callable[[str], bool]) -> str:
        """Wait until the address says of the drawings what is wanted, and give it."""
        self.page.wait_for_url(lambda url: reached(ink_of(url)))
        return self.page.url


def ink_of(url: str) -> str:
    return parse_qs(urlsplit(url).query).get("ink", [""])[0]


def query(*drawings: Drawing) -> str:
    return f"{BARE}&ink={as_text(drawings).replace('&', '%26')}"


def picture(page: Page) -> bytes:
    with page.expect_download(timeout=150_000) as coming:  # the first picture also cuts its type faces
        page.get_by_role("button", name="PNG").click()
    return Path(coming.value.path()).read_bytes()


def test_each_kind_is_drawn_by_mouse_and_travels_in_the_address(own_page, server, browser):
    own_page.on("dialog", lambda dialog: pytest.fail("a script of a note ran"))
    pen = Pen(own_page, server)
    mark = pen.board.mounted()
    pen.take("note")
    own_page.mouse.click(*pen.at(0.5, 0.3))
    pen.write(MARKUP)
    pen.address(lambda ink: ink.startswith("note:") and "~" not in ink)
    pen.take("arrow")
    pen.drag(pen.at(0.8, 0.3), pen.at(0.7, 0.6))
    pen.write("From here")
    pen.address(lambda ink: "~arrow:" in ink)
    pen.take("circle")
    own_page.mouse.click(*pen.at(0.6, 0.7))
    own_page.mouse.click(*pen.at(0.6, 0.85))
    pen.write("")
    address = pen.address(lambda ink: "~circle:" in ink)
    kinds = [(one["kind"], len(one["points"]), one["text"]) for one in pen.drawings()]
    assert kinds == [("note", 1, MARKUP), ("arrow", 2, "From here"), ("circle", 2, "")]
    assert pen.board.mounted() == mark and pen.board.state()["selected"] is None
    frame = pen.board.frame
    assert frame.locator(".nx-ink-words").all_inner_texts() == [MARKUP, "From here"]
    assert frame.evaluate("document.querySelectorAll('.nexo img[src=x]').length") == 0
    second = browser.new_page(viewport=own_page.viewport_size)
    second.goto(address)
    again = MapFrame(second)
    again.wait_for(lambda state: len(state["drawings"]) == 3)
    assert again.frame.evaluate("nexo.ink.drawings") == pen.drawings()
    assert again.frame.locator(".nx-ink-words").first.inner_text() == MARKUP
    second.close()


def test_back_takes_one_drawing_away_and_forward_brings_it_again(page, server):
    pen = Pen(page, server)
    pen.take("note")
    for number, across in enumerate((0.5, 0.7), start=1):
        page.mouse.click(*pen.at(across, 0.3))
        pen.write(f"Note {number}")
        pen.address(lambda ink, number=number: f"Note {number}" in ink)
    for left in (1, 0):
        page.go_back()
        pen.until_drawn(left)
    page.go_forward()
    pen.until_drawn(1)
    assert [one["text"] for one in pen.drawings()] == ["Note 1"]


def test_undo_takes_back_the_last_change_and_delete_the_chosen_one(page, server):
    pen = Pen(page, server, query(NOTE, ARROW))
    frame = pen.board.frame
    frame.locator(".nx-ink-words", has_text="Kept").click()
    assert frame.locator(".nx-drawn.chosen").count() == 1
    page.keyboard.press("Delete")
    pen.address(lambda ink: ink == as_text([ARROW]))
    frame.click(".nx-pen-undo")
    pen.address(lambda ink: ink == as_text([NOTE, ARROW]))
    assert frame.locator(".nx-pen-undo").is_disabled()
    frame.locator(".nx-drawn").nth(1).focus()
    frame.click(".nx-pen-remove")
    pen.address(lambda ink: ink == as_text([NOTE]))


def test_escape_leaves_the_words_then_the_tool_and_the_map_is_the_readers_again(page, server):
    pen = Pen(page, server)
    frame = pen.board.frame
    pen.take("note")
    page.mouse.click(*pen.at(0.5, 0.3))
    page.keyboard.type("[p")  # letters, not keys of the map
    page.keyboard.press("Escape")
    assert frame.locator(".nx-ink-ask").count() == 0 and pen.drawings() == []
    page.keyboard.press("Escape")
    assert frame.locator(".nx-ink-catch").count() == 0
    assert pen.board.state()["year"] == 2020
    pen.board.click("coca_zones", "vraem")
    pen.board.wait_for(lambda state: state["selected"] is not None)


def test_all_of_it_by_keyboard(page, server):
    pen = Pen(page, server)
    frame = pen.board.frame
    frame.locator(".nx-pen-open").focus()
    page.keyboard.press("Enter")
    frame.locator(".nx-pen-arrow").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")  # the middle of the map
    middle = frame.evaluate("nexo.panes[0].map.getCenter().lng")
    page.keyboard.press("ArrowLeft")
    pen.until(f"nexo.panes[0].map.getCenter().lng < {middle} && !nexo.panes[0].map._panAnim?._inProgress")
    page.keyboard.press("Enter")
    pen.write("West")
    (made,) = pen.drawings()
    (from_lon, from_lat), (to_lon, to_lat) = made["points"]
    assert to_lon < from_lon and to_lat == pytest.approx(from_lat, abs=0.01)


def test_a_drawing_stands_in_both_panes_and_keeps_its_place_when_the_map_moves(page, server):
    pen = Pen(page, server, f"year=2012&year2=2020&{query(NOTE, ARROW)}")
    pen.board.wait_for(lambda state: state["year2"] == 2020)
    counts = "nexo.panes.map((pane) => pane.ink.querySelectorAll('.nx-drawn').length)"
    assert pen.board.frame.evaluate(counts) == [2, 2]
    off = """() => nexo.panes.map((pane) => {
        const words = pane.ink.querySelector('.nx-ink-words').getBoundingClientRect();
        const box = pane.map.getContainer().getBoundingClientRect();
        const at = pane.map.latLngToContainerPoint([-9, -78]);
        return Math.hypot(words.x + words.width / 2 - box.x - at.x, words.y + words.height / 2 - box.y - at.y);
    })"""
    for view in ((-9, -78, 5.5), (-9.4, -77.5, 8), (-8.9, -78.1, 7.25)):
        pen.board.look(*view)
        assert all(px < 2 for px in pen.board.frame.evaluate(off))


def test_a_year_a_page_and_reset(page, server):
    pen = Pen(page, server, query(NOTE))
    page.locator(".st-key-slider input").focus()
    page.keyboard.press("ArrowLeft")
    pen.board.wait_year(2019)
    assert len(pen.drawings()) == 1
    page.get_by_role("link", name="Routes").click()
    page.wait_for_url("**/routes*")
    pen.until("nexo.state.layers.includes('routes')")
    assert pen.drawings() == [] and ink_of(page.url) == ""  # a note speaks of the map it was drawn on
    page.get_by_role("link", name="Situation").click()
    pen.until_drawn(1)
    pen.address(lambda ink: ink == as_text([NOTE]))
    page.get_by_role("button", name="Reset").click()
    pen.until_drawn(0)
    pen.address(lambda ink: ink == "")


def test_the_limits_are_said_in_the_map(page, server):
    notes = [Drawing("note", ((-80.0 + number / 2, -5.0),), "n") for number in range(MOST - 1)]
    pen = Pen(page, server, query(*notes))
    frame = pen.board.frame
    pen.take("note")
    page.mouse.click(*pen.at(0.5, 0.8))
    field = frame.locator(".nx-ink-ask input")
    field.fill("x" * LONGEST_TEXT)
    expect(frame.locator(".nx-pen p")).to_contain_text(f"{LONGEST_TEXT} characters")
    page.keyboard.type("y")
    page.keyboard.press("Enter")
    expect(frame.locator(".nx-pen p")).to_contain_text(f"{MOST} drawings")
    assert pen.drawings()[-1]["text"] == "x" * LONGEST_TEXT
    assert all(frame.locator(f".nx-pen-{tool}").is_disabled() for tool in ("note", "arrow", "circle"))
    pen.address(lambda ink: ink.count("~") == MOST - 1)


def test_the_picture_holds_what_was_drawn(page, server):
    pen = Pen(page, server)
    pen.board.wait_year(2020)
    bare = picture(page)
    pen.take("circle")
    pen.drag(pen.at(0.6, 0.5), pen.at(0.7, 0.6))
    pen.write("In the picture")
    pen.address(lambda ink: "In the picture" in ink)
    drawn = picture(page)
    pen.board.frame.click(".nx-pen-undo")
    pen.address(lambda ink: ink == "")
    assert bare != drawn
    assert picture(page) == bare
