"""Views: the theatres of the map, and the ready-made views a briefer starts from."""

import streamlit as st

from layers.ready_views import READY, THEATRES, ReadyView
from pages.shared import state

FILES = {
    "situation": "pages/maps/situation.py",
    "routes": "pages/maps/routes.py",
    "displacement": "pages/maps/displacement.py",
}
WANTED = "view.wanted"


def view_menu(page: str) -> None:
    """Draw the menu of views on the toolbar; a ready-made one may lead to another page."""
    with st.popover(state.tell("views"), icon=":material/explore:", help=state.tell("views_hint"), key="views"):
        listed = st.container(key="view-list")
    with listed:
        st.caption(state.tell("theatres"))
        for one in THEATRES:
            st.button(
                state.tell(f"ready.{one.key}"),
                key=f"view.{one.key}",
                width="stretch",
                on_click=state.go_to,
                args=(one.viewport,),
            )
        st.caption(state.tell("ready_made"))
        for one in READY:
            st.button(
                state.tell(f"ready.{one.key}"), key=f"view.{one.key}", width="stretch", on_click=_open, args=(one,)
            )
    wanted = st.session_state.pop(WANTED, None)
    if wanted is not None and wanted != page:
        st.switch_page(FILES[wanted])


def _open(one: ReadyView) -> None:
    state.open_view(one.page, one.as_view())
    st.session_state[WANTED] = one.page
