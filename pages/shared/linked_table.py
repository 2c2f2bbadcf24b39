"""The table beside the map: what the map shows, row by row; it selects on the map, by keyboard too."""

import streamlit as st

from geo.faults import TableError
from layers.build import catalogue
from layers.linked import csv_text, linked
from layers.words import word
from pages.shared import state

VERSION = "table.version"


@st.fragment
def linked_table() -> None:
    """Draw the table of one of the layers shown: one row a feature, one column a year."""
    view = state.current()
    known = catalogue(view.lang)
    shown = [key for key in view.layers if key in known]
    if not shown:
        st.info(state.tell("table.empty"))
        return
    labels = {key: state.tell("table.title", layer=known[key]["title"]) for key in shown}
    left, right = st.columns([6, 1], vertical_alignment="center")
    key = left.segmented_control(
        state.tell("table.choose"),
        shown,
        default=shown[0],
        required=True,
        label_visibility="collapsed",
        format_func=labels.get,
        key=f"table.{'.'.join(shown)}",
    )
    try:
        frame = linked(key, view.lang)
    except (TableError, KeyError) as fault:
        st.error(str(fault))
        return
    right.download_button(
        state.tell("table.download"),
        data=lambda: csv_text(key, view.lang),
        file_name=f"nexo-{key}.csv",
        mime="text/csv",
        icon=":material/download:",
        help=state.tell("table.download_hint"),
        on_click="ignore",
        key=f"csv.{key}",
    )
    version = st.session_state.setdefault(VERSION, 0)
    chosen = st.dataframe(
        frame,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        key=f"rows.{key}.{version}",
        height=420,
        column_config={
            name: st.column_config.Column(word(f"layers.table.{name}", view.lang))
            for name in ("id", "name", "note")
        },
    )
    st.caption(state.tell("table.hint"))
    picked = [(key, frame["id"].iloc[row]) for row in chosen["selection"]["rows"]]
    if picked and picked[0] != view.selected:
        state.select(*picked[0])
        # A new version of the table forgets its own tick, so that a later click on the map is not undone by it.
        st.session_state[VERSION] = version + 1
        st.rerun()
