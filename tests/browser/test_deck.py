"""From the map to the deck in a real browser: put aside, reload, put in order, make, and look into the file."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from pptx import Presentation

from pages.shared.basket import COOKIE, SCRIPT
from tests.map_frame import MapFrame, wait_equal

SLOW_MS = 150_000  # the first picture also cuts its type faces


@pytest.fixture
def cards(page):
    """Give the slides of the page Deck."""
    return page.locator('[class*="st-key-deck-card"]')


def opened(page, server, query, path="") -> None:
    page.goto(f"{server.url}/{path}?{query}")
    year = int(query.partition("year=")[2][:4])
    MapFrame(page).wait_year(year)


def dialog_of(page):
    page.get_by_role("button", name="Slide").click()
    dialog = page.get_by_role("dialog")
    dialog.locator("img").wait_for(timeout=SLOW_MS)
    return dialog


def put_aside(page, number, title=None) -> None:
    dialog = dialog_of(page)
    if title:
        dialog.get_by_label("Title", exact=True).fill(title)
    dialog.get_by_role("button", name="Add to deck").click()  # at once, before the title is drawn
    dialog.get_by_text(f"Slide {number} of your deck").wait_for(timeout=SLOW_MS)


def titles(cards):
    """Give the titles as they are shown: own ones, else those made from the view."""
    boxes = cards.locator('textarea[aria-label^="Title of slide"]')
    return boxes.evaluate_all("(boxes) => boxes.map((one) => one.value || one.placeholder)")


def wait_titles(page, cards, expected):
    for _ in range(400):
        found = titles(cards)
        fits = [one.startswith(start) for one, start in zip(found, expected, strict=False)]
        if len(found) == len(expected) and all(fits):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"the deck shows {found}, expected {expected}")


def test_two_views_become_a_deck_that_survives_a_reload(page, server, cards):
    opened(page, server, "year=2016&layers=coca_zones")
    put_aside(page, 1, "Where coca grew")
    opened(page, server, "year=2017&layers=ports", "routes")
    put_aside(page, 2)
    page.get_by_role("dialog").get_by_role("link", name="Open the deck").click()
    wait_titles(page, cards, ["Where coca grew", "Drug seizures at ports"])
    page.reload()
    wait_titles(page, cards, ["Where coca grew", "Drug seizures at ports"])

    page.get_by_role("button", name="Move slide 2 earlier").click()
    wait_titles(page, cards, ["Drug seizures at ports", "Where coca grew"])
    page.get_by_role("button", name="Duplicate slide 2").click()
    wait_titles(page, cards, ["Drug seizures at ports", "Where coca grew", "Where coca grew"])
    page.get_by_label("Title of slide 3", exact=True).fill("Once more")
    page.get_by_label("Title of slide 3", exact=True).press("Tab")
    page.get_by_role("button", name="Remove slide 2").click()
    wait_titles(page, cards, ["Drug seizures at ports", "Once more"])
    page.get_by_role("button", name="Notes and layout of slide 2").click()
    page.get_by_label("Speaker notes of slide 2", exact=True).fill("Say this first")
    page.get_by_label("Speaker notes of slide 2", exact=True).press("Tab")
    page.keyboard.press("Escape")
    page.reload()
    wait_titles(page, cards, ["Drug seizures at ports", "Once more"])

    page.get_by_role("button", name="Make", exact=False).click()
    page.get_by_text("3 pages.").wait_for(timeout=SLOW_MS)
    with page.expect_download() as coming:
        page.get_by_role("button", name="Download the deck").click()
    slides = list(Presentation(Path(coming.value.path())).slides)
    found = [one.shapes.title.text_frame.text for one in slides]
    assert found[0].startswith("Drug seizures at ports") and found[1] == "Once more"
    assert found[2].startswith("Sources of this briefing") and len(found) == 3
    notes = [one.notes_slide.notes_text_frame.text for one in slides]
    assert notes[1].startswith("Say this first") and "Where coca grew" not in notes[1]
    assert all("http" in one for one in notes)  # every source in full, with its address

    page.get_by_role("button", name="Open slide 2 on its map").click()
    state = MapFrame(page).wait_year(2016)
    assert state["layers"] == ["coca_zones"]


def test_two_windows_share_a_deck_and_undo_nothing_of_each_other(page, server, cards):
    opened(page, server, "year=2016&layers=coca_zones")
    other = page.context.new_page()
    opened(other, server, "year=2017&layers=ports")
    put_aside(page, 1, "From the first window")
    put_aside(other, 2, "From the second window")
    other.close()
    page.goto(f"{server.url}/deck")
    wait_titles(page, cards, ["From the first window", "From the second window"])


def test_the_deck_of_another_browser_is_another(page, server):
    opened(page, server, "year=2016&layers=coca_zones")
    put_aside(page, 1)
    stranger = page.context.browser.new_context()
    far = stranger.new_page()
    far.goto(f"{server.url}/deck")
    expect(far.get_by_text("No slide yet")).to_be_visible(timeout=30_000)
    stranger.close()


def test_a_window_that_came_too_late_starts_anew_once_with_the_token_that_holds(page, server):
    opened(page, server, "year=2016&layers=coca_zones")
    wait_equal(page, lambda: [one["name"] for one in page.context.cookies()].count(COOKIE), 1)
    before = [one["value"] for one in page.context.cookies() if one["name"] == COOKIE]
    script = SCRIPT.format(token="0" * 32, name=COOKIE, path="/").removeprefix("<script>").removesuffix("</script>")
    with page.expect_navigation():
        page.evaluate(script)
    MapFrame(page).wait_year(2016)
    page.evaluate("window.marked = true")
    page.evaluate(script)
    page.wait_for_timeout(500)
    assert page.evaluate("window.marked") is True
    assert [one["value"] for one in page.context.cookies() if one["name"] == COOKIE] == before != ["0" * 32]


def test_no_link_hands_the_deck_over(page, server):
    opened(page, server, "year=2016&layers=coca_zones")
    wait_equal(page, lambda: [one["name"] for one in page.context.cookies()].count(COOKIE), 1)
    (cookie,) = [one for one in page.context.cookies() if one["name"] == COOKIE]
    assert cookie["sameSite"] == "Strict" and len(cookie["value"]) == 32
    page.get_by_role("button", name="Link").click()
    link = page.get_by_role("dialog", name="Link").locator("code")
    expect(link).to_contain_text("year=2016")
    assert cookie["value"] not in link.inner_text() and cookie["value"] not in page.url


def test_a_slide_is_made_by_keyboard_alone(page, server):
    opened(page, server, "year=2016&layers=coca_zones")
    page.get_by_role("button", name="Slide").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    dialog.locator("img").wait_for(timeout=SLOW_MS)
    for _ in range(20):
        if page.evaluate("document.activeElement.tagName") == "TEXTAREA":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("By hand")
    for _ in range(20):
        page.keyboard.press("Tab")
        if "Add to deck" in page.evaluate("document.activeElement.innerText || ''"):
            break
    page.keyboard.press("Enter")
    dialog.get_by_text("Slide 1 of your deck").wait_for(timeout=SLOW_MS)
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.goto(f"{server.url}/deck")
    expect(page.get_by_label("Title of slide 1", exact=True)).to_have_value("By hand", timeout=SLOW_MS)


def test_the_download_is_the_slide_of_the_preview(page, server):
    opened(page, server, "year=2016&layers=coca_zones")
    dialog = dialog_of(page)
    dialog.get_by_role("combobox", name="Format").click()
    page.get_by_role("option", name="PowerPoint, editable shapes").click()
    dialog.get_by_label("Title", exact=True).fill("Coca of 2016")
    dialog.get_by_label("Title", exact=True).press("Tab")
    dialog.get_by_role("img", name="Preview of the slide: Coca of 2016").wait_for(timeout=SLOW_MS)
    with page.expect_download(timeout=SLOW_MS) as coming:
        dialog.get_by_role("button", name="Download").click()
    assert coming.value.suggested_filename == "nexo-situation-2016.pptx"
    (slide,) = Presentation(Path(coming.value.path())).slides
    assert slide.shapes.title.text_frame.text == "Coca of 2016"


def test_a_logo_that_is_no_picture_is_refused_by_name(page, server):
    opened(page, server, "year=2016&layers=coca_zones")
    dialog = dialog_of(page)
    dialog.get_by_text("Template and logo").click()
    dialog.locator('input[type="file"]').first.set_input_files(
        {"name": "seal.png", "mimeType": "image/png", "buffer": b"no picture"}
    )
    expect(dialog.get_by_text("seal.png was left out. It is no PNG file")).to_be_visible(timeout=30_000)


@pytest.mark.parametrize("width", [1440, 1920])
def test_the_toolbar_stands_on_one_line(page, server, width):
    page.set_viewport_size({"width": width, "height": 900})
    opened(page, server, "year=2016&layers=coca_zones")
    page.get_by_role("button", name="Link").wait_for()
    tops = page.locator(".st-key-toolbar button:visible").evaluate_all(
        "(all) => all.map((one) => Math.round(one.getBoundingClientRect().top))"
    )
    assert len(tops) >= 5 and max(tops) - min(tops) <= 8
