"""The page Deck: slides in order, changed in place, made into one file; damage is told and nothing lost."""

from io import BytesIO

import pytest
from lxml import etree
from pptx import Presentation

from layers.basket import Entry
from layers.basket_file import FOLDER, change_basket, new_token, read_basket
from layers.build import cache_root
from pages.shared.basket import TOKEN
from pages.shared.deck_maker import MADE
from tests.pages.test_pages import opened

COCA = "/?year=2016&layers=coca_zones&lang=en"
PORTS = "/routes?year=2017&layers=ports&lang=en"


@pytest.fixture
def deck(app):
    """Give the app with two slides in its basket, not run yet."""
    token = new_token()
    app.session_state[TOKEN] = token
    change_basket(
        token, lambda held: held.added(Entry(COCA, title="Coca"), Entry(PORTS, note="Say this")).told(sources=False)
    )
    return app


def basket_of(app):
    return read_basket(app.session_state[TOKEN])


def titles(app):
    return [one.title for one in basket_of(app).entries]


def shown(app):
    """Give the titles as the page shows them, in order: own ones, else those made from the view."""
    boxes = [one for one in app.text_area if one.key.startswith("deck.title.")]
    return [one.value or one.placeholder for one in boxes]


def press(app, name, at):
    app.button(key=f"deck.{name}.{basket_of(app).entries[at].id}").click().run()
    assert not app.exception


def told(app):
    return "\n".join(one.value for one in (*app.error, *app.warning, *app.info))


def test_an_empty_deck_says_what_to_do(app):
    opened(app, "deck")
    assert "Add to deck" in told(app)
    assert [one.key for one in app.button] == ["deck.load"]


def test_the_slides_are_shown_in_order(deck):
    opened(deck, "deck")
    assert shown(deck)[0] == "Coca" and shown(deck)[1].startswith("Drug seizures at ports: ")
    assert len(deck.get("image")) == 2 and told(deck) == ""


def test_slides_are_renamed_moved_copied_and_removed(deck):
    opened(deck, "deck")
    second = basket_of(deck).entries[1].id
    deck.text_area(key=f"deck.title.{second}").set_value("Ports\nof Peru").run()
    assert titles(deck) == ["Coca", "Ports of Peru"]
    press(deck, "earlier", 1)
    assert titles(deck) == shown(deck) == ["Ports of Peru", "Coca"]
    press(deck, "duplicate", 0)
    assert shown(deck) == ["Ports of Peru", "Ports of Peru", "Coca"]
    press(deck, "later", 1)
    press(deck, "remove", 0)
    assert shown(deck) == ["Coca", "Ports of Peru"]
    assert basket_of(deck).entries[1].note == "Say this"


def test_the_first_slide_cannot_move_up_nor_the_last_one_down(deck):
    opened(deck, "deck")
    first, last = basket_of(deck).entries
    assert deck.button(key=f"deck.earlier.{first.id}").disabled
    assert deck.button(key=f"deck.later.{last.id}").disabled
    assert not deck.button(key=f"deck.later.{first.id}").disabled


def test_what_another_window_took_out_is_told_and_the_rest_stands(deck):
    opened(deck, "deck")
    gone = basket_of(deck).entries[0].id
    change_basket(deck.session_state[TOKEN], lambda held: held.without(gone))
    deck.button(key=f"deck.duplicate.{gone}").click().run()
    assert "another window took it out" in told(deck)
    assert len(shown(deck)) == 1


def test_what_another_window_wrote_is_shown(deck):
    opened(deck, "deck")
    entry = basket_of(deck).entries[0].id
    change_basket(deck.session_state[TOKEN], lambda held: held.changed(entry, title="Other window"))
    deck.checkbox(key="deck.of.opening").check().run()
    assert shown(deck)[0] == "Other window" == titles(deck)[0]


def test_a_slide_opens_on_its_map(deck):
    opened(deck, "deck")
    deck.button(key=f"deck.open.{basket_of(deck).entries[1].id}").click().run()
    assert not deck.exception
    assert deck.slider(key="year").value == 2017
    assert deck.checkbox(key="control.layer.ports").value and not deck.checkbox(key="control.layer.routes").value


def test_the_deck_is_made_with_opening_and_sources_and_banner(deck):
    opened(deck, "deck")
    deck.checkbox(key="deck.of.opening").check().run()
    deck.text_input(key="deck.of.title").set_value("The briefing").run()
    deck.checkbox(key="deck.of.sources").check().run()
    deck.selectbox(key="deck.banner").set_value("exercise").run()
    deck.button(key="deck.make").click().run()
    assert not deck.exception and told(deck) == ""
    slides = list(Presentation(BytesIO(deck.session_state[MADE]["data"])).slides)
    found = [one.shapes.title.text_frame.text for one in slides]
    assert found[:2] == ["The briefing", "Coca"] and found[2].startswith("Drug seizures at ports: ")
    assert found[3].startswith("Sources of this briefing") and len(found) == 4
    assert slides[2].notes_slide.notes_text_frame.text.startswith("Say this")
    assert all(b"EXERCISE" in etree.tostring(one.element) for one in slides)


def test_a_file_that_is_out_of_date_is_not_offered(deck):
    opened(deck, "deck")
    deck.button(key="deck.make").click().run()
    assert [one.label for one in deck.get("download_button")] == ["Download the deck"]
    press(deck, "later", 0)
    assert deck.get("download_button") == []


def test_a_slide_that_cannot_be_drawn_is_named_and_the_rest_is_made(deck):
    change_basket(deck.session_state[TOKEN], lambda held: held.added(Entry("/?year=1812&layers=coca_zones")))
    opened(deck, "deck")
    assert "Slide 3 cannot be drawn" in told(deck) and "year=1812" in told(deck)
    deck.button(key="deck.make").click().run()
    assert "Left out: slide 3" in told(deck)
    assert len(Presentation(BytesIO(deck.session_state[MADE]["data"])).slides) == 2


def test_slides_with_another_banner_than_the_deck_are_told(deck):
    change_basket(deck.session_state[TOKEN], lambda held: held.added(Entry(COCA, banner="SECRET")))
    opened(deck, "deck")
    assert told(deck) == ""
    deck.selectbox(key="deck.banner").set_value("none").run()
    assert "put aside with the banner SECRET; this deck is marked without banner" in told(deck)


def test_the_standard_briefing_is_loaded_into_an_empty_deck(app, monkeypatch):
    monkeypatch.setattr("pages.shared.deck_slides.thumbnail", lambda view: b"\x89PNG\r\n\x1a\n")
    monkeypatch.setattr("streamlit.image", lambda *said, **named: None)  # ten pictures would take long
    opened(app, "deck")
    app.button(key="deck.load").click().run()
    assert not app.exception
    assert len(shown(app)) == 10 and shown(app)[0].startswith("From 2012 to 2020 the Huallaga")
    assert app.text_input(key="deck.of.title").value == "Peru's illicit economy from 2012 to 2020"
    app.button(key="deck.clear").click().run()
    assert shown(app) == [] and "Add to deck" in told(app)


def test_a_damaged_deck_is_told_kept_and_set_aside(deck):
    newest = max((cache_root() / FOLDER).glob("*.json"), key=lambda path: path.stat().st_mtime_ns)
    newest.write_text("{", encoding="utf-8")
    opened(deck, "deck")
    assert newest.name in told(deck) and "The file is kept" in told(deck)
    deck.button(key="deck.set_aside").click().run()
    assert "The damaged file is kept at" in told(deck) and "Add to deck" in told(deck)
    (kept,) = newest.parent.glob(f"{newest.stem}.damaged-*")
    assert kept.read_text(encoding="utf-8") == "{"


def test_no_link_holds_the_token_of_the_basket(app):
    opened(app, "situation")
    token = app.session_state[TOKEN]
    assert all(token not in one.value for one in app.code)
    assert token not in str(app.query_params)
