"""The list of sources, and the facts taken from the one chosen."""

import pandas as pd
import streamlit as st

from geo.sources import source
from geo.timeline import YEARS
from layers.citing import counts, rows_of
from layers.registry import layer
from layers.words import word
from pages.shared import markup, state

PARAMETER = "source"
LIST_HEIGHT_PX, FACTS_HEIGHT_PX = 320, 420
SITUATION = "pages/maps/situation.py"


def source_list() -> str | None:
    """Draw every source with its number of rows; give the key of the chosen one."""
    lang = state.current().lang
    frame = counts(lang)
    st.title(state.tell("sources.title"), anchor=False)
    st.markdown(state.tell("sources_page.lead", sources=len(frame), facts=f"{frame['rows'].sum():,}"))
    asked = st.query_params.get(PARAMETER)
    if asked is not None and asked not in set(frame["key"]):
        st.warning(
            word(
                "map.link_bad",
                lang,
                name=PARAMETER,
                got=asked[:60],
                expected=state.tell("sources_page.key_expected"),
            ),
            icon=":material/link_off:",
        )
        asked = None
    labels = {row.key: f"{row.short} · {row.title}" for row in frame.itertuples()}
    st.session_state.setdefault("control.source", asked)
    chosen = st.selectbox(
        state.tell("sources_page.choose"),
        list(labels),
        format_func=labels.get,
        key="control.source",
        placeholder=state.tell("sources_page.choose"),
    )
    state.set_extra(PARAMETER, chosen)
    headings = {
        name: st.column_config.Column(state.tell(f"sources_page.{name}"))
        for name in ("short", "title", "kind", "published", "rows")
    }
    st.dataframe(frame.drop(columns="key"), hide_index=True, height=LIST_HEIGHT_PX, column_config=headings)
    return chosen


def source_facts(key: str) -> None:
    """Draw a source in full and each row taken from it; a chosen row leads to the map."""
    one = source(key)
    rows = rows_of(key, state.current().lang)
    st.subheader(state.tell("sources_page.facts"), anchor=False)
    st.html(f'<p class="nx-cited">{markup.anchor(one.full, one.url)}</p>')
    frame = rows.assign(role=[state.tell(f"sources_page.role_{role}") for role in rows["role"]])
    headings = {
        name: st.column_config.Column(state.tell(f"sources_page.{name}"))
        for name in ("table", "what", "when", "confidence", "locator", "role")
    }
    picked = st.dataframe(
        frame[list(headings)],
        hide_index=True,
        height=min(FACTS_HEIGHT_PX, 40 + 36 * len(frame)),
        column_config=headings,
        on_select="rerun",
        selection_mode="single-row",
        key=f"facts.{key}",
    )
    for index in picked["selection"]["rows"]:
        _lead_to_map(rows.iloc[index])


def _lead_to_map(row: pd.Series) -> None:
    if not row["layer"]:
        st.info(state.tell("sources_page.not_drawn"))
        return
    name = layer(row["layer"])
    label = state.tell("sources_page.open_map_of", layer=word(name.title, state.current().lang), id=row["id"])
    if st.button(label, icon=":material/map:", type="primary", key="open_map"):
        year = row["year"] if row["year"] in YEARS else None
        state.show_on_map("situation", row["layer"], row["id"], year)
        st.switch_page(SITUATION)
