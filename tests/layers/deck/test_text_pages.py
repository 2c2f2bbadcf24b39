"""Openings and lists of sources: everything is there, and more pages come only where they are needed."""

from dataclasses import replace

from geo.sources import sources
from layers.deck import Page, deck, deck_pdf
from layers.deck.text_pages import listed, parted, source_titles
from layers.figure import Banner, Dress
from layers.view import View
from tests.layers.deck.conftest import groups_of, said_on

VIEW = View(2016, ("coca_zones", "ports"))


def test_an_opening_has_title_words_and_a_map_if_asked(small, opened):
    pages = [Page(VIEW, "opening", "A briefing", text="On coca"), Page(None, "opening", "Another")]
    first, second = opened(deck(pages)).slides
    assert {"A briefing", "On coca"} <= set(said_on(first))
    assert "Coca bush" in groups_of(first) and "Coca bush" not in groups_of(second)
    assert "Legend" not in groups_of(first)


def test_the_list_holds_the_sources_of_all_pages_and_the_notes_their_addresses(opened):
    pages = [Page(View(2020, ("coca_zones",))), Page(View(2016, ("ports",))), Page(layout="sources")]
    made = opened(deck(pages)).slides
    one = made[len(made) - 1]
    (body,) = (holder for holder in one.placeholders if holder.placeholder_format.idx == 1)
    shown = [paragraph.text for paragraph in body.text_frame.paragraphs]
    assert one.shapes.title.text == f"Sources of this briefing: {len(shown)}"
    assert shown == sorted(shown, key=str.casefold) and len(shown) > 20
    notes = one.notes_slide.notes_text_frame.text
    told = [known for known in sources().values() if listed(known) in shown]
    assert all(known.full in notes for known in told) and len(told) >= len(shown)


def test_more_pages_come_only_where_one_does_not_hold_them():
    every = list(sources().values())
    assert len(parted(every[:20], 1280, 608)) == 1
    parts = parted([replace(one, key=f"{one.key}{copy}") for copy in range(3) for one in every], 1280, 608)
    assert len(parts) > 1
    assert sum(map(len, parts)) == 3 * len(every)
    assert source_titles(Page(layout="sources", title="Sources"), parts, "en")[0] == (
        f"Sources (page 1 of {len(parts)})"
    )


def test_a_deck_is_a_pdf_too(small):
    told = []
    pages = [Page(VIEW, "opening", "A briefing"), Page(VIEW, "chart"), Page(layout="sources")]
    dress = Dress(banner=Banner("UNCLASSIFIED"))
    data = deck_pdf(pages, dress, lambda done, of: told.append((done, of)))
    assert data.startswith(b"%PDF") and data.count(b"/Type /Page\n") + data.count(b"/Type /Page ") == 3
    assert told[-1] == (3, 3)
    assert data == deck_pdf(pages, dress)


def test_a_deck_speaks_the_language_of_its_views(opened):
    pages = [
        Page(View(2020, ("coca_zones",), lang="es"), "chart"),
        Page(None, "opening"),
        Page(layout="sources"),
    ]
    made = opened(deck(pages, lang="es")).slides
    assert {"Leyenda", "Mapa base 2020"} <= set(groups_of(made[0]))
    assert "Fuentes de lo dibujado:" in made[0].notes_slide.notes_text_frame.text
    assert made[1].shapes.title.text == "La economía ilícita del Perú, 2012-2020"
    assert made[2].shapes.title.text.startswith("Fuentes de esta exposición: ")
