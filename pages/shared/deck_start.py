"""How a deck begins and ends: from the maps, from the standard briefing, or by taking everything out."""

from dataclasses import replace

import streamlit as st

from layers.basket import Basket
from pages.shared import state
from pages.shared.basket import change
from pages.shared.deck_words import said
from pages.shared.view_menu import FILES


def deck_head(held: Basket) -> None:
    """Draw the title of the page and what concerns all slides at once."""
    words, more = st.columns((5, 1), vertical_alignment="bottom")
    with words:
        st.title(said("deck.deck"), anchor=False)
        st.caption(said("deck.count", count=len(held.entries)) if held.entries else said("deck.lead"))
    if held.entries:
        with more, st.popover(said("deck.more"), icon=":material/more_horiz:", key="deck.more", width="stretch"):
            _briefing()
            st.button(
                said("deck.clear"), icon=":material/delete_sweep:", key="deck.clear", on_click=_clear, width="stretch"
            )


def empty_deck() -> None:
    """Say what to do with an empty deck, and offer a start."""
    st.info(said("deck.empty"), icon=":material/slideshow:")
    with st.container(horizontal=True):
        st.page_link(FILES["situation"], label=said("deck.to_map"), icon=":material/map:")
        _briefing()


def _briefing() -> None:
    st.button(
        said("deck.load"), icon=":material/playlist_add:", key="deck.load", help=said("deck.load_hint"), on_click=_load
    )


def _load() -> None:
    from layers.deck.collected import with_briefing  # here, because it takes seconds to import

    lang = state.current().lang
    change(lambda held: with_briefing(held, lang))


def _clear() -> None:
    change(lambda held: replace(Basket(), version=held.version))
