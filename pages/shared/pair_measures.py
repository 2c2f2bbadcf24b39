"""Every measure of a comparison: its value and interval, how it is computed, after whom, and how it can mislead."""

import pandas as pd
import streamlit as st

from geo.displacement import Comparison
from geo.sources import source
from layers.amounts import number
from layers.displaced import misleads
from layers.displaced_measures import measures, measures_csv
from pages.shared import markup, state

SHOWN = ("measure", "text", "interval", "detail")


def pair_measures(key: str, found: Comparison | None) -> None:
    """Draw the measures as a table, and under each its formula and caution."""
    lang = state.current().lang
    if found is None:
        st.info(state.tell("pair.no_table"))
        return
    frame = measures(found, lang)
    rows = frame.assign(
        text=[_value(row) for row in frame.itertuples()],
        interval=[_interval(row) for row in frame.itertuples()],
    )
    titles = {name: state.tell(f"pair.measure.{name}") for name in SHOWN}
    st.html(markup.table(rows, SHOWN, titles))
    st.download_button(
        state.tell("table.download"),
        data=lambda: measures_csv(found, lang),
        file_name=f"nexo-measures-{key}-{found.first_year}-{found.second_year}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key="measures-csv",
    )
    st.html(markup.text("h4", state.tell("pair.cautions"), "nx-group"))
    for one in frame.drop_duplicates("key").itertuples():
        with st.expander(one.measure.partition(",")[0]):
            lines = [
                (state.tell("pair.measure.formula"), one.formula),
                (state.tell("pair.measure.publication"), one.publication),
                (state.tell("pair.measure.misleads"), misleads(one.key, lang)),
            ]
            st.html("".join(f"<p>{markup.text('b', name)} {markup.text('span', said)}</p>" for name, said in lines))
    with st.expander(state.tell("pair.measure.interval_how")):
        st.html(markup.text("p", misleads("interval", lang)))
    with st.expander(state.tell("pair.inputs", rows=len(found.rows), rivals=len(found.rivals))):
        cited = "".join(f"<li>{markup.anchor(source(one).full, source(one).url)}</li>" for one in found.sources)
        st.html(f'<ol class="nx-cited">{cited}</ol>')


def _value(row: object) -> str:
    return f"{number(row.value, 3 if row.key == 'concentration' else 1)} {row.unit}".strip()


def _interval(row: object) -> str:
    return "" if pd.isna(row.low) else state.tell("pair.range", low=number(row.low, 1), high=number(row.high, 1))
