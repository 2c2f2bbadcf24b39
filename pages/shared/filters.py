"""Filters of a layer, in the sidebar."""

import streamlit as st

from layers.build import catalogue
from pages.shared import markup, state


def filters(layer: str) -> None:
    """Draw a choice for each filter of a layer; an empty choice lets everything through."""
    known = catalogue(state.current().lang).get(layer)
    if known is None:
        return
    with st.sidebar:
        st.html(markup.text("div", state.tell("filters"), "nx-group"))
        for field, choices in known["filters"].items():
            _choice(layer, field, choices, known["default_filters"].get(field, []))


def _choice(layer: str, field: str, choices: list[dict[str, str]], default: list[str]) -> None:
    labels = {one["value"]: one["label"] for one in choices}
    name = f"control.filter.{layer}.{field}"
    held = state.current().filters.get(layer, {}).get(field)
    st.session_state.setdefault(name, list(default if held is None else held))
    wanted = st.multiselect(
        state.tell(f"filter.{field}"),
        list(labels),
        format_func=labels.get,
        key=name,
        placeholder=state.tell("filter.any"),
    )
    state.set_filter(layer, field, None if set(wanted) == set(default) else wanted)
