"""The toolbar over the map: second year, picture, slide, link, reset."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from geo.timeline import YEARS
from layers.view import View
from pages.shared import state
from pages.shared.slide_dialog import slide_button
from pages.shared.view_menu import view_menu

NONE = 0  # None would show as an empty box


def toolbar(page: str, one_year: bool = True) -> None:
    """Draw the controls that act on the whole view, on one line with the slider."""
    with (
        st.container(key="toolbar"),
        st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"),
    ):
        view_menu(page)
        _second_year(one_year)
        st.download_button(
            state.tell("picture"),
            data=partial(_picture, state.later()),
            file_name="nexo-map.png",
            mime="image/png",
            icon=":material/image:",
            help=state.tell("picture_hint"),
            on_click="ignore",
            key="picture",
        )
        slide_button()
        if st.button(state.tell("reset"), icon=":material/restart_alt:", key="reset", on_click=state.reset):
            st.rerun()
        _link()


@st.fragment
def _link() -> None:
    """Give the address; opening it runs this fragment again, so that it is that of the map as it stands."""
    title, hint = state.tell("copy_link"), state.tell("copy_link_hint")
    with st.popover(title, icon=":material/link:", help=hint, key="link", on_change="rerun"):
        st.caption(state.tell("copy_link_done"))
        st.code(state.link(st.context.url or ""), language=None, wrap_lines=True)


def _second_year(one_year: bool) -> None:
    name = "control.year2"
    st.session_state.setdefault(name, state.current().year2 or NONE)
    said = "second_year_of" if one_year else "second_year_compared"
    labels = {year: state.tell(said, year=year) for year in YEARS}
    labels[NONE] = state.tell("second_year_none")
    chosen = st.selectbox(
        state.tell("second_year"),
        [NONE, *YEARS] if one_year else YEARS,
        key=name,
        label_visibility="collapsed",
        width=140,
        format_func=labels.get,
    )
    state.set_year2(chosen or None)


def _picture(view: Callable[[], View]) -> bytes:
    """Draw the view of the moment of the click, not that of the page's last run."""
    from layers.figure import png  # here, because matplotlib takes a second to import and few visits need it

    return png(view())
