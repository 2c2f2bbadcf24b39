"""What is compared, how, and what is drawn on top: the choices of the page on displacement, in the sidebar."""

import streamlit as st

from layers.displaced import subject_word
from layers.offers import OFFERS
from layers.options import COMPARISONS, EVIDENCE, OVERLAYS, SUBJECTS, joined, parted
from layers.pair.shown import PAGE, filters_shown, layers_shown
from layers.ready_views import THEATRES
from pages.shared import markup, state

# Subjects that fill one theatre only.
CLOSE_UP = {"mining_sectors": "madre_de_dios", "mining_cells": "madre_de_dios", "emergency_districts": "vraem_theatre"}


def pair_controls() -> None:
    """Draw the choices and let the map's layers follow from them."""
    with st.sidebar:
        st.html(markup.text("div", state.tell("pair.what"), "nx-group"))
        _one("subject", SUBJECTS)
        st.html(markup.text("div", state.tell("pair.how"), "nx-group"))
        _segments("compare", COMPARISONS)
        st.html(markup.text("div", state.tell("pair.evidence"), "nx-group"))
        evidence = _segments("evidence", EVIDENCE)
        st.caption(state.tell(f"pair.evidence_{evidence}"))
        st.html(markup.text("div", state.tell("pair.top"), "nx-group"))
        _many("top", OVERLAYS, disabled=evidence == "claimed")
    key = state.option("subject")
    state.follow(layers_shown(key, state.option("compare"), evidence), filters_shown(key))


def offered() -> tuple[str, ...]:
    """Name every layer that the choices may lead to."""
    return OFFERS[PAGE].offered


def _one(name: str, values: tuple[str, ...]) -> None:
    key = f"control.option.{name}"
    st.session_state.setdefault(key, state.option(name))
    lang = state.current().lang
    chosen = st.selectbox(
        state.tell("pair.what"),
        values,
        format_func=lambda one: subject_word(one, "name", lang),
        key=key,
        label_visibility="collapsed",
        on_change=_look_there,
        args=(key,),
    )
    state.set_option(name, chosen)


def _look_there(key: str) -> None:
    """Show the part of the country where the chosen thing is found: what fills one corner is not seen from afar."""
    wanted = CLOSE_UP.get(st.session_state[key], "national")
    state.go_to(next(one.viewport for one in THEATRES if one.key == wanted))


def _segments(name: str, values: tuple[str, ...]) -> str:
    key = f"control.option.{name}"
    st.session_state.setdefault(key, state.option(name))
    labels = {one: state.tell(f"pair.{name}_of.{one}") for one in values}
    chosen = st.segmented_control(
        state.tell(f"pair.{name}"),
        values,
        format_func=labels.get,
        key=key,
        required=True,
        label_visibility="collapsed",
        width="stretch",
    )
    state.set_option(name, chosen)
    return chosen


def _many(name: str, values: tuple[str, ...], disabled: bool) -> None:
    key = f"control.option.{name}"
    st.session_state.setdefault(key, list(parted(state.option(name))))
    labels = {one: state.tell(f"pair.{name}_of.{one}") for one in values}
    chosen = st.pills(
        state.tell(f"pair.{name}"),
        values,
        format_func=labels.get,
        key=key,
        selection_mode="multi",
        label_visibility="collapsed",
        disabled=disabled,
    )
    state.set_option(name, joined(one for one in values if one in chosen))
