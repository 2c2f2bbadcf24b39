"""What the session keeps of what a reader draws on the map, and what it tells the map and the address."""

import pytest
from streamlit.testing.v1 import AppTest

from layers.drawings import LONGEST_TEXT, MOST, Drawing, as_text
from tests.conftest import APP_SECONDS

NOTE = {"kind": "note", "points": [[-75.1, -9.5]], "text": "Here"}
ARROW = {"kind": "arrow", "points": [[-75, -9], [-74, -9]], "text": ""}
NOTE_TEXT, BOTH_TEXT = "note:-75.1,-9.5:Here", "note:-75.1,-9.5:Here~arrow:-75,-9;-74,-9:"


def visit():
    """Stand in for a page: open it, hear what the map told, write the address."""
    import streamlit as st

    from pages.shared import state

    asked = st.session_state
    if asked["reset"]:
        state.reset()  # as the button does: before the page is drawn
    state.begin(asked["page"], default_layers=("coca_zones",), offered=("coca_zones", "routes"))
    asked["selection"] = state.heard(asked["value"])
    state.write_address()
    asked["view"], asked["link"] = state.current(), state.link("http://x/")
    asked["dn"], asked["told"] = state.drawings_number(), state.told()


def visited(app: AppTest | None = None, page: str = "situation", reset: bool = False, **value: object) -> AppTest:
    app = app or AppTest.from_function(visit, default_timeout=APP_SECONDS)
    for name, one in (("page", page), ("reset", reset), ("value", {"mount": "a", **value})):
        app.session_state[name] = one
    app.run()
    assert not app.exception
    return app


def ink(app: AppTest) -> str:
    stands = "".join(app.query_params.get("ink", ""))  # a text, or a list of one
    assert as_text(app.session_state["view"].drawings) == stands
    return as_text(app.session_state["view"].drawings)


def test_what_the_reader_drew_is_in_view_address_and_link():
    app = visited(drawings=[NOTE, ARROW], dn=1)
    assert app.session_state["view"].drawings == (
        Drawing("note", ((-75.1, -9.5),), "Here"),
        Drawing("arrow", ((-75.0, -9.0), (-74.0, -9.0))),
    )
    assert ink(app) == BOTH_TEXT
    assert "&ink=note%3A-75.1%2C-9.5%3AHere~arrow" in app.session_state["link"]
    assert app.session_state["selection"] is False  # details and table have nothing to do with it
    assert app.session_state["dn"] == 0  # the map has them: it is not told to take them over


def test_the_same_report_is_taken_in_once_and_each_mounting_counts_anew():
    app = visited(drawings=[NOTE], dn=1)
    assert ink(visited(app, drawings=[NOTE, ARROW], dn=2)) == BOTH_TEXT
    assert ink(visited(app, drawings=[NOTE], dn=1)) == BOTH_TEXT  # an old one, told once more with a click
    assert ink(visited(app, mount="b", drawings=[NOTE], dn=1)) == NOTE_TEXT
    assert ink(visited(app, mount="b", drawings=[], dn=2)) == ""


@pytest.mark.parametrize(
    "bad",
    [
        {},
        None,
        "note",
        {"kind": "note", "points": [[-75.1, -9.5]], "text": " "},
        {"kind": "blob", "points": [[-75.1, -9.5]], "text": "x"},
        {"kind": "arrow", "points": [[-75.1, -9.5]], "text": "x"},
        {"kind": "note", "points": [["a", "b"]], "text": "x"},
        {"kind": "note", "points": [[-75.1, float("nan")]], "text": "x"},
        {"kind": "note", "points": [[-75.1, -9.5]], "text": "x" * (LONGEST_TEXT + 1)},
    ],
)
def test_what_cannot_be_drawn_is_left_out_and_the_rest_is_kept(bad):
    assert ink(visited(drawings=[bad, NOTE], dn=1)) == NOTE_TEXT


def test_no_more_than_a_link_carries_is_kept():
    app = visited(drawings=[NOTE] * (MOST + 1), dn=1)
    assert len(app.session_state["view"].drawings) == MOST


def test_back_brings_the_drawings_of_the_address_and_tells_the_map():
    app = visited(drawings=[NOTE], dn=1)
    visited(app, drawings=[NOTE, ARROW], dn=2)
    app.query_params["ink"] = NOTE_TEXT
    assert ink(visited(app)) == NOTE_TEXT and app.session_state["dn"] == 1
    del app.query_params["ink"]
    assert ink(visited(app)) == "" and app.session_state["dn"] == 2
    app.query_params["sel"] = "coca_zones:vraem"
    assert ink(visited(app)) == "" and app.session_state["dn"] == 2  # another step of the history leaves them alone


def test_reset_clears_them_and_tells_the_map():
    app = visited(drawings=[NOTE], dn=1)
    assert ink(visited(app, reset=True)) == "" and app.session_state["dn"] == 1
    assert ink(visited(app, reset=True)) == "" and app.session_state["dn"] == 1


def test_each_page_has_its_own():
    app = visited(drawings=[NOTE], dn=1)
    assert ink(visited(app, page="routes")) == ""
    assert ink(visited(app, page="routes", mount="b", drawings=[ARROW], dn=1)) == "arrow:-75,-9;-74,-9:"
    assert ink(visited(app, page="situation", mount="c")) == NOTE_TEXT


def test_a_state_says_which_step_of_the_year_it_knows():
    app = visited()
    assert app.session_state["told"] == {"mount": "a", "yn": 0}
    visited(app, year=2014, yn=3)
    assert app.session_state["told"] == {"mount": "a", "yn": 3} and app.session_state["view"].year == 2014
