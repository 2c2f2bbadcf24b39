"""Signs drawn as one, as a reader meets them: the number, its words, the way to tell the signs apart."""

import numpy as np
import pytest

from layers.figure.bundles import REACH, bundled
from layers.words import word
from tests.map_frame import MapFrame


@pytest.fixture
def board(page, server) -> MapFrame:
    page.goto(f"{server.url}/?year=2020&layers=bases")
    board = MapFrame(page)
    board.wait_year(2020)
    return board


def whereabouts(board: MapFrame, page, feature: str) -> tuple[float, float]:
    """Return the place of a feature's sign in the page."""
    x, y = board.frame.evaluate(
        """(id) => { const shape = nexo.panes[0].layers.bases.shapes.find((one) => one.id === id);
        const at = nexo.panes[0].map.latLngToContainerPoint(shape.anchor).add(shape.main._shift());
        const box = nexo.panes[0].box.getBoundingClientRect(); return [box.left + at.x, box.top + at.y]; }""",
        feature,
    )
    box = page.locator(".st-key-map iframe").bounding_box()
    return box["x"] + x, box["y"] + y


def largest(board: MapFrame) -> tuple[str, list[str]]:
    """Return the feature whose sign stands for the most, and those it stands for."""
    return board.frame.evaluate(
        "(() => { const [most] = [...nexo.panes[0].bundles].sort((a, b) => b.bundle.length - a.bundle.length);"
        " return [most.id, most.bundle.map((one) => one.id)]; })()"
    )


def test_map_and_picture_group_alike(board):
    random = np.random.default_rng(3)
    for spread in (20.0, 60.0, 200.0):
        points = random.uniform(0, spread, (40, 2)).round(3).tolist()
        expected = [[middle, group] for middle, group in bundled(points)]
        assert board.frame.evaluate("(points) => nexo.bundled(points)", points) == expected
    assert board.frame.evaluate(f"nexo.bundled([[0, 0], [{REACH}, 0], [-{REACH}, 0]])") == [[0, [0, 1, 2]]]


def test_numbers_and_single_signs_make_up_what_is_drawn_and_the_notes_say_so(board):
    told = board.bundles("bases")
    together = {one for _, members in told for one in members}
    assert len(told) >= 3
    assert [number for number, _ in told] == [len(members) for _, members in told]
    assert board.visible_ids("bases") | together == board.drawn_ids("bases")
    assert board.summary()["bases"] == 33
    assert word("web.bundled") in board.text(".nx-notes-text")


def test_the_pointer_names_them_and_a_click_comes_closer(board, page):
    speaker, members = largest(board)
    before = board.viewport()
    page.mouse.move(*whereabouts(board, page, speaker))
    tip = board.frame.locator(".nx-tip")
    tip.wait_for()
    assert f"{len(members)} here: Bases in and near the VRAEM" in tip.inner_text()
    assert word("web.bundle_open") in tip.inner_text()
    page.mouse.click(*whereabouts(board, page, speaker))
    for _ in range(100):
        if board.viewport()[2] >= 6.4 and not board.bundles("bases"):
            break
        page.wait_for_timeout(50)
    assert board.viewport()[2] > before[2]
    assert board.bundles("bases") == []
    assert set(members) <= board.visible_ids("bases")
    assert board.state()["selected"] is None
    inside = board.frame.evaluate(
        "(ids) => ids.every((id) => nexo.panes[0].map.getBounds().contains("
        "nexo.panes[0].layers.bases.shapes.find((one) => one.id === id).anchor))",
        members,
    )
    assert inside


def test_a_chosen_feature_stands_alone_until_it_is_let_go(board, page, server):
    speaker, members = largest(board)
    hidden = next(one for one in members if one != speaker)
    assert hidden not in board.visible_ids("bases")
    page.goto(f"{server.url}/?year=2020&layers=bases&sel=bases:{hidden}")
    chosen = MapFrame(page)
    chosen.wait_for(lambda state: state["selected"] == {"layer": "bases", "id": hidden})
    assert hidden in chosen.visible_ids("bases")
    assert hidden not in {one for _, of_one in chosen.bundles("bases") for one in of_one}


def test_signs_with_numbers_lie_over_routes_and_the_number_is_part_of_its_sign(page, server):
    page.goto(f"{server.url}/?year=2020&layers=coca_zones,bases,routes,gas_assets")
    board = MapFrame(page)
    board.wait_for(lambda state: len(state["layers"]) == 4)
    assert len(board.bundles("bases")) >= 3
    answering = """nexo.panes[0].bundles.map((shape) => {
        const at = nexo.panes[0].map.latLngToContainerPoint(shape.anchor).add(shape.main._shift());
        const box = nexo.panes[0].box.getBoundingClientRect();
        return shape.parts.some((part) => part._path === document.elementFromPoint(box.left + at.x, box.top + at.y));
    })"""
    assert all(board.frame.evaluate(answering))
    number = board.frame.locator(".nx-number").first
    members = int(number.inner_text())
    number.hover()
    assert f"{members} here:" in board.frame.locator(".nx-tip").inner_text()
    number.click()
    board.until("nexo.panes[0].map.getZoom() > 6.4 && !document.querySelector('g[data-layer=bundles] path')")
    assert board.state()["selected"] is None
