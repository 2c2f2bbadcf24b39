"""Layer switches, by group, in the sidebar."""

from collections.abc import Sequence

import streamlit as st

from layers.base import GROUPS
from layers.build import BASE_FILES, RELIEF, catalogue, faults
from pages.shared import markup, state


def layer_switches(offered: Sequence[str]) -> None:
    """Draw a switch for each layer of the page, and say which cannot be drawn and why."""
    known = catalogue(state.current().lang)
    chosen = list(state.current().layers)
    with st.sidebar:
        group = None
        for key in sorted((key for key in known if key in offered), key=lambda key: GROUPS.index(known[key]["group"])):
            one = known[key]
            if one["group"] != group:
                group = one["group"]
                st.html(markup.text("div", state.tell(f"group.{group}"), "nx-group"))
            name = f"control.layer.{key}"
            st.session_state.setdefault(name, key in chosen)
            on = st.checkbox(one["title"], key=name, help=one["when"])
            if on and key not in chosen:
                chosen.append(key)
            if not on and key in chosen:
                chosen.remove(key)
    view = state.current()
    if tuple(chosen) != view.layers:
        state.set_layers(chosen)
        if view.selected is not None and view.selected[0] in known and view.selected[0] not in chosen:
            state.select(None, None)
    for key, fault in faults(state.current().lang).items():
        if key in offered or key in (*BASE_FILES, RELIEF):
            st.error(state.tell("layer_fault", layer=key, fault=fault), icon=":material/error:")
