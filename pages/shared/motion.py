"""Motion: whether dashes run along the lines on the map to show which way they lead."""

import streamlit as st

from pages.shared import state

KEY = "control.motion"
FLOW, STILL = "flow", "still"


def motion() -> None:
    """Draw the switch in the sidebar; a system that asks for reduced motion keeps the lines still whatever it says."""
    st.session_state.setdefault(KEY, state.option("motion") == FLOW)
    with st.sidebar:
        flows = st.toggle(state.tell("motion"), key=KEY, help=state.tell("motion_hint"))
    state.set_option("motion", FLOW if flows else STILL)
