"""What no source says: said on the page, so that nobody reads it into the map."""

import streamlit as st

from pages.shared import state

SAID = ("gap_ports", "gap_corridors", "gap_years")


def gaps() -> None:
    """List what is not known."""
    st.subheader(state.tell("sources_page.gaps"), anchor=False)
    st.markdown("\n".join(f"- {state.tell(f'sources_page.{one}')}" for one in SAID))
