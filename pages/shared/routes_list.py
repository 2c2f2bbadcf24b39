"""The routes drawn, in words, each with its sources."""

import streamlit as st

from geo.sources import keys_in, source
from geo.tables import load_table
from layers.describe import route_in_words
from layers.features import layer_file
from layers.view import drawn
from pages.shared import markup, state


@st.fragment
def routes_list() -> None:
    """List what the map draws under the filters of now: one sentence a route, then who says so."""
    view = state.current()
    if "routes" not in view.layers:
        return
    shown = [one.id for one in drawn(layer_file("routes", view.lang), view.year, view.filters.get("routes"))]
    rows = load_table("routes").set_index("route_id", drop=False)
    with st.expander(
        state.tell("routes_list.title_count", count=len(set(shown)), year=view.year), key="routes-list"
    ):
        if not shown:
            st.markdown(state.tell("routes_list.none", year=view.year))
            return
        st.html(
            "<ol class='nx-routes'>"
            + "".join(_item(rows.loc[one].to_dict(), view.lang) for one in dict.fromkeys(shown))
            + "</ol>"
        )


def _item(row: dict[str, object], lang: str) -> str:
    cited = [
        source(key) for key in dict.fromkeys((row["source_key"], *keys_in(row["corroborating_sources"])))
    ]
    links = "; ".join(markup.anchor(one.short, one.url) for one in cited)
    words, grade = markup.text("span", route_in_words(row, lang)), markup.text("span", row["confidence"])
    return f"<li>{words} <small>{links} · {grade}</small></li>"
