"""Find: one box for everything that has a name; choosing one goes there and selects it."""

import streamlit as st

from layers.search import ORGANISATIONS, PLACES, Hit, hits
from pages.shared import state

KEY = "find"
PLACE_ZOOM = 9.0


def finder() -> None:
    """Draw the box in the sidebar: accents and case do not matter, the keyboard is enough."""
    with st.sidebar:
        st.selectbox(
            state.tell("find"),
            hits(state.current().lang),
            index=None,
            format_func=lambda hit: hit.label,
            key=KEY,
            placeholder=state.tell("find"),
            help=state.tell("find_hint"),
            label_visibility="collapsed",
            filter_mode="contains",
            on_change=_choose,
        )


def _choose() -> None:
    hit: Hit | None = st.session_state.get(KEY)
    if hit is None:
        return
    st.session_state[KEY] = None
    if hit.layer == PLACES:
        state.go_to({"lat": hit.lat, "lon": hit.lon, "zoom": PLACE_ZOOM})
        return
    if hit.layer != ORGANISATIONS:
        state.show_layer(hit.layer)
    state.select(hit.layer, hit.id)
