"""The language: chosen once, in the frame of every page, kept in the link and over page changes."""

import streamlit as st

from layers.words import DATA_LANG, languages, word
from pages.shared import state

KEY = "language"


def language_switch() -> None:
    """Draw the switch at the head of the sidebar; each language is named in itself."""
    now = state.language()
    with st.sidebar:
        st.session_state[KEY] = now
        st.segmented_control(
            word("pages.language", now),
            languages(),
            key=KEY,
            format_func=lambda lang: word("pages.language_name", lang),
            label_visibility="collapsed",
            required=True,
            on_change=_choose,
        )


def language_note() -> None:
    """Say at the foot of the sidebar that the data speak another language than the page, where they do."""
    now = state.language()
    if now != DATA_LANG:
        st.sidebar.caption(word("pages.data_language", now))


def _choose() -> None:
    state.set_language(st.session_state[KEY])
