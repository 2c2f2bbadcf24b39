"""Find and select: a box that lists every feature of the layers shown."""

import streamlit as st

from layers.build import catalogue
from layers.drawing import features_of
from pages.shared import state

KEY = "find"


def finder() -> None:
    """Draw the box in the sidebar; choosing a name selects the feature on the map."""
    view = state.current()
    known = catalogue(view.lang)
    listed = {}
    for key in (key for key in view.layers if key in known):
        features = features_of(key, view.lang).drop_duplicates("id")
        listed |= {
            (key, one): f"{name} · {known[key]['title']}"
            for one, name in zip(features["id"], features["name"], strict=True)
        }
    with st.sidebar:
        st.selectbox(
            state.tell("find"),
            sorted(listed, key=lambda one: listed[one].casefold()),
            index=None,
            format_func=listed.get,
            key=KEY,
            placeholder=state.tell("find"),
            help=state.tell("find_hint"),
            label_visibility="collapsed",
            on_change=_choose,
        )


def _choose() -> None:
    found = st.session_state.get(KEY)
    if found is not None:
        state.select(*found)
        st.session_state[KEY] = None
