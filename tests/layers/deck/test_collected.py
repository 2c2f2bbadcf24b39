"""A basket as a deck: every slide that can be made is, in order, and each of the others is named."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pptx import Presentation

from layers.basket import MOST, Basket, Entry
from layers.deck import collected
from layers.deck.collected import made, page_of, with_briefing
from layers.figure import Banner, Dress

COCA = "/?year=2016&layers=coca_zones&lang=en"
PORTS = "/?year=2017&layers=ports&lang=en"
BAD = "/?year=1812&layers=gold"


def slides(data):
    return list(Presentation(BytesIO(data)).slides)


def titles(data):
    return [one.shapes.title.text_frame.text for one in slides(data)]


def test_a_slide_keeps_its_view_and_its_words():
    page = page_of(Entry(COCA, "a", "Own title", note="Say this"))
    assert (page.view.year, page.view.layers, page.title, page.subtitle) == (2016, ("coca_zones",), "Own title", None)
    assert page.notes == "Say this"


def test_the_deck_has_opening_slides_and_sources_in_order():
    basket = Basket().added(Entry(COCA, title="First", note="Say this"), Entry(PORTS))
    basket = basket.told(opening=True, title="The deck")
    told = []
    result = made(basket, "pptx", Dress(banner=Banner("EXERCISE")), progress=lambda *at: told.append(at))
    found = titles(result.data)
    assert found[:2] == ["The deck", "First"]
    assert found[2].startswith("Drug seizures at ports") and found[3].startswith("Sources of this briefing")
    assert slides(result.data)[1].notes_slide.notes_text_frame.text.startswith("Say this")
    assert result.pages == 4 and result.refused == ()
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_slide_that_cannot_be_read_is_named_and_the_others_are_made():
    basket = Basket().added(Entry(COCA, title="First"), Entry(BAD), Entry(PORTS, title="Third")).told(sources=False)
    result = made(basket, "pptx", Dress())
    assert titles(result.data) == ["First", "Third"]
    ((number, why),) = [(one.number, one.why) for one in result.refused]
    assert number == 2 and "year=1812" in why and "layers=gold" in why


def test_a_slide_that_fails_while_it_is_drawn_is_named_and_the_others_are_made(monkeypatch):
    real = collected.deck

    def deck(pages, dress, template, progress, lang):
        if any(page.title == "Second" for page in pages):
            progress(1, len(pages))  # the first one is done
            raise KeyError("no colour for 'ports'")
        return real(pages, dress, template, progress, lang)

    monkeypatch.setattr(collected, "deck", deck)
    basket = Basket().added(Entry(COCA, title="First"), Entry(PORTS, title="Second")).told(sources=False)
    result = made(basket, "pptx", Dress())
    assert titles(result.data) == ["First"]
    assert [(one.number, one.why) for one in result.refused] == [(2, "no colour for 'ports'")]


def test_a_deck_without_a_slide_that_can_be_made_is_refused():
    with pytest.raises(ValueError, match="(?s)no slide of the deck can be made.*slide 1: .*year=1812"):
        made(Basket().added(Entry(BAD)), "pptx", Dress())


def test_what_holds_for_all_slides_is_refused_at_once():
    with pytest.raises(ValueError, match="(?s)banner colour is 'red'.*format is 'odp', expected one of pptx, pdf"):
        made(Basket().added(Entry(COCA)), "odp", Dress(banner=Banner("X", "red")))


def test_a_pdf_is_made_too():
    result = made(Basket().added(Entry(COCA)), "pdf", Dress())
    assert result.data.startswith(b"%PDF-") and result.pages == 2


def test_the_standard_briefing_fills_an_empty_basket():
    basket = with_briefing(Basket())
    assert len(basket.entries) == 10
    assert basket.opening and basket.sources and basket.title == "Peru's illicit economy from 2012 to 2020"
    assert basket.opening_view and basket.text and basket.note
    assert basket.entries[1].layout == "chart"
    pages = [page_of(one) for one in basket.entries]
    assert pages[0].view.year == 2012 and pages[0].view.year2 == 2020
    assert pages[0].title.startswith("From 2012 to 2020 the Huallaga")


def test_the_standard_briefing_is_the_same_in_spanish():
    english, spanish = with_briefing(Basket()), with_briefing(Basket(), "es")
    assert spanish.title == "La economía ilícita del Perú de 2012 a 2020" and spanish.text and spanish.note
    for first, second in zip(english.entries, spanish.entries, strict=True):
        one, other = page_of(first), page_of(second)
        assert other.view == replace(one.view, lang="es") and other.layout == one.layout
        assert bool(other.subtitle) == bool(one.subtitle) and bool(other.notes) == bool(one.notes)
        figures = [re.findall(r"\d[\d,]*", text) for text in (one.title, other.title)]
        assert figures[0] == figures[1] and one.title != other.title


def test_a_deck_without_a_title_is_named_in_its_language():
    basket = Basket().added(Entry(COCA.replace("lang=en", "lang=es"))).told(opening=True, sources=False)
    data = made(basket, "pptx", Dress(), lang="es").data
    assert titles(data)[0] == "La economía ilícita del Perú, 2012-2020"
    assert titles(data)[1].startswith("Cultivo de coca por zona: ")
    spelled = {found for one in slides(data) for found in one._element.xpath(".//a:rPr/@lang")}
    assert spelled == {"es-PE"}


def test_a_deck_that_has_an_opening_keeps_it_when_the_briefing_is_added():
    basket = with_briefing(Basket().added(Entry(COCA)).told(opening=True, title="Mine"))
    assert basket.title == "Mine" and len(basket.entries) == 11


def test_a_briefing_that_does_not_fit_is_refused():
    full = Basket().added(*(Entry(COCA) for _ in range(MOST - 5)))
    with pytest.raises(ValueError, match=f"expected at most {MOST}"):
        with_briefing(full)
