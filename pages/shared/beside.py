"""What stands below the routes map: flows, cards, figures and actors, of which only the open one is drawn."""

from collections.abc import Callable, Mapping

import streamlit as st

from layers.actors import TABLE as ACTORS
from layers.words import word
from pages.shared import state
from pages.shared.actor_list import actor_list
from pages.shared.card_panel import passage_cards, port_cards
from pages.shared.figure_panels import market_figures
from pages.shared.flow_matrix import flow_matrices
from pages.shared.output_chart import output_chart

TABS: Mapping[str, Callable[[], None]] = {
    "flows": flow_matrices,
    "ports": port_cards,
    "passages": passage_cards,
    "markets": market_figures,
    "output": output_chart,
    "actors": actor_list,
}
# What is chosen on the map, in the table or by name opens its card.
OPENED_BY = {"ports": "ports", "crossings": "passages", "corridors": "passages", ACTORS: "actors"}
KEY, SEEN = "control.tab", "beside.seen"


def beside() -> None:
    """Draw the open tab; it runs with the year slider, after the map."""
    view = state.current()
    labels = {name: word(f"beside.tab.{name}", view.lang) for name in TABS}
    _follow_selection(labels)
    if view.selected and view.selected[0] in OPENED_BY:
        # What has a card below the map must not hide it: its panel scrolls away with the map.
        st.html("<style>.stMainBlockContainer{position:relative}.st-key-details{position:absolute}</style>")
    st.session_state.setdefault(KEY, labels[state.option("tab")])
    tabs = st.tabs(list(labels.values()), key=KEY, on_change=_opened, args=(labels,))
    for (_, draw), tab in zip(TABS.items(), tabs, strict=True):
        if tab.open:
            with tab, st.container(key="beside"):
                draw()
    state.write_address()


def _follow_selection(labels: Mapping[str, str]) -> None:
    selected = state.current().selected
    if selected == st.session_state.get(SEEN):
        return
    first = SEEN not in st.session_state
    st.session_state[SEEN] = selected
    wanted = OPENED_BY.get(selected[0]) if selected else None
    # A link that names a tab means it, whatever is selected.
    if wanted is not None and not (first and "tab" in state.current().options):
        state.set_option("tab", wanted)
        st.session_state[KEY] = labels[wanted]


def _opened(labels: Mapping[str, str]) -> None:
    label = st.session_state[KEY]
    state.set_option("tab", next(name for name, text in labels.items() if text == label))
    state.write_address()
