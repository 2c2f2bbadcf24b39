"""The choice of a banner: none, one of a list, or the reader's own words and colour."""

from collections.abc import Callable

import streamlit as st

from layers import tokens
from pages.shared.deck_words import said

NONE, OWN = "none", "own"
# Colours in use for such markings; the words stand in the banner, so that colour never speaks alone.
PRESETS = {
    "unclassified": "#007A33",
    "official": "#502B85",
    "restricted": "#0033A0",
    "confidential": "#0033A0",
    "secret": "#C8102E",
    "draft": tokens.MUTED,
    "exercise": "#B7791F",
}


def banner_choice(key: str, text: str, colour: str, choose: Callable[[str, str], None]) -> None:
    """
    Draw the choice as it stands.

    Parameters
    ----------
    key
        Start of the widgets' keys.
    text, colour
        What holds now; no text is no banner.
    choose
        Told text and colour when the reader changes them.
    """
    kind_key = f"{key}.banner"
    st.session_state[kind_key] = _kind(text, colour, st.session_state.get(kind_key))
    heard = {"on_change": _heard, "args": (key, text, colour, choose)}
    labels = {one: _name(one) for one in (NONE, *PRESETS, OWN)}
    kind = st.selectbox(said("banner.choose"), list(labels), key=kind_key, format_func=labels.get, **heard)
    if kind == OWN:
        st.session_state[f"{key}.banner_text"], st.session_state[f"{key}.banner_colour"] = text, colour
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input(said("banner.text"), key=f"{key}.banner_text", max_chars=120, **heard)
            st.color_picker(said("banner.colour"), key=f"{key}.banner_colour", **heard)


def _name(kind: str) -> str:
    return said(f"banner.{kind}")


def _kind(text: str, colour: str, chosen: str | None) -> str:
    """Name the choice that a banner comes from; own words that are still empty stay own words."""
    if chosen == OWN:
        return OWN
    if not text:
        return NONE
    return next((one for one, known in PRESETS.items() if (_name(one), known) == (text, colour)), OWN)


def chosen_banner(key: str, text: str, colour: str) -> tuple[str, str]:
    """Give text and colour as the widgets say now; as they stood where the widgets are not drawn."""
    kind = st.session_state.get(f"{key}.banner")
    if kind == NONE:
        return "", colour
    if kind in PRESETS:
        return _name(kind), PRESETS[kind]
    # own words just chosen: their boxes are not there yet, and start with what held
    words = st.session_state.get(f"{key}.banner_text", text)
    return words.strip(), st.session_state.get(f"{key}.banner_colour", colour)


def _heard(key: str, text: str, colour: str, choose: Callable[[str, str], None]) -> None:
    choose(*chosen_banner(key, text, colour))
