"""Who gained and who lost: each unit's change, parted into the trend of the whole and redistribution."""

import streamlit as st

from geo.displacement import Comparison
from geo.timeline import YEARS
from layers.displaced import csv_text, heads, table
from layers.pair.pairs import history
from layers.pair.spark import spark
from pages.shared import state

ROW_PX, HEAD_PX, MOST_PX = 35, 40, 520
HIDDEN = ("id", "lon", "lat")
CHARTED = "history"


def pair_table(key: str, found: Comparison | None) -> None:
    """Draw the table of a comparison, largest gain of share first, with the years of each unit as a small chart."""
    lang = state.current().lang
    if found is None:
        st.info(state.tell("pair.no_table"))
        return
    frame = table(found, lang)
    known = history(key)
    years = found.first_year, found.second_year
    frame[CHARTED] = [spark(known.get(unit, [None] * len(YEARS)), *years) for unit in frame["id"]]
    named = heads(found, lang)
    numbers = {
        name: st.column_config.NumberColumn(named[name], format="%.1f" if name.startswith("share") else "localized")
        for name in ("before", "after", "change", "national", "redistribution", "share_before", "share_after")
    }
    st.dataframe(
        frame.drop(columns=list(HIDDEN)).round(1),
        hide_index=True,
        placeholder="",
        height=min(MOST_PX, HEAD_PX + ROW_PX * len(frame)),
        column_order=["name", CHARTED, *numbers, "note"],
        column_config={
            "name": st.column_config.TextColumn(named["name"], pinned=True),
            CHARTED: st.column_config.ImageColumn(
                state.tell("pair.history", first=YEARS[0], last=YEARS[-1]), help=state.tell("pair.history_help")
            ),
            "note": st.column_config.TextColumn(named["note"]),
            **numbers,
        },
        key="pair-table",
    )
    left, right = st.columns([6, 1], vertical_alignment="center")
    left.caption(state.tell("pair.table_hint"))
    right.download_button(
        state.tell("table.download"),
        data=lambda: csv_text(found, lang),
        file_name=f"nexo-displacement-{key}-{found.first_year}-{found.second_year}.csv",
        mime="text/csv",
        icon=":material/download:",
        help=state.tell("pair.csv_hint"),
        on_click="ignore",
        key="pair-csv",
    )
