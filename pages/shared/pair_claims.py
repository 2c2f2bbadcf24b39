"""Claims beside measures, and what the literature found: who says what, and where figures agree or cannot tell."""

import streamlit as st

from geo.displacement import Comparison
from layers.evaluated import agreement_table, how_judged, literature_in_words, literature_table
from layers.linked import frame_csv
from pages.shared import markup, state

TABLE_PX = 460


def claims_beside(key: str, found: Comparison | None) -> None:
    """Draw every claim of displacement with its verdict; they hold for their own periods, whatever the slider says."""
    lang = state.current().lang
    st.html(markup.text("p", how_judged(lang)))
    frame = agreement_table(lang)
    st.dataframe(frame.drop(columns="id"), hide_index=True, height=TABLE_PX, key="claims-beside")
    st.download_button(
        state.tell("table.download"),
        data=lambda: frame_csv(frame),
        file_name="nexo-displacement-claims.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key="claims-csv",
    )


def literature(key: str, found: Comparison | None) -> None:
    """Draw what studies found for and against displacement, versions of one work counted once."""
    lang = state.current().lang
    st.html(markup.text("p", literature_in_words(lang)))
    st.dataframe(literature_table(lang), hide_index=True, height=TABLE_PX, key="literature")
