"""What no source says: said on the page, so that nobody reads it into the map."""

import streamlit as st

from layers.unknowns import unknowns
from layers.words import word
from pages.shared import markup, state

SAID = ("gap_ports", "gap_corridors", "gap_years")


def gaps() -> None:
    """List what is not known."""
    st.subheader(state.tell("sources_page.gaps"), anchor=False)
    st.markdown("\n".join(f"- {state.tell(f'sources_page.{one}')}" for one in SAID))


def route_gaps() -> None:
    """List what is not known of routes, each with the sources that come nearest to it."""
    lang = state.current().lang
    items = []
    for one in unknowns():
        cited = "; ".join(markup.anchor(known.short, known.url) for known in one.sources)
        items.append(f"<li>{markup.text('span', word(f'layers.unknowns.{one.key}', lang))} <small>{cited}</small></li>")
    head = markup.text("h4", state.tell("sources_page.gaps"))
    st.html(f"<div class='nx-routes nx-gaps'>{head}<ul>{''.join(items)}</ul></div>")
