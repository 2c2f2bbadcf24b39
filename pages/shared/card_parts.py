"""The parts of a card: what is said of it, the routes that use it, the reports on scanners, its sources."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from geo.sources import Source
from layers.route_lines import route_lines
from layers.words import word
from pages.shared import markup, state

SCANNER_COLUMNS = ("when", "place", "scope", "status", "detail", "source", "confidence")


def fact_list(facts: Iterable[tuple[str, str]], sources: Iterable[Source]) -> None:
    """Draw pairs of heading and text, then who says so."""
    rows = "".join(markup.text("dt", head) + markup.text("dd", text) for head, text in facts)
    st.html(f"<dl class='nx-facts'>{rows}</dl>{cited_line(sources)}")


def cited_line(sources: Iterable[Source]) -> str:
    """Give sources as one line of links."""
    links = "; ".join(markup.anchor(one.short, one.url) for one in sources)
    return f"<p class='nx-foot nx-cited'>{links}</p>" if links else ""


def scanner_table(reports: pd.DataFrame) -> None:
    """Draw reports on scanners as a table, each with its source."""
    lang = state.current().lang
    heads = {name: word(f"beside.scanner.{name}", lang) for name in SCANNER_COLUMNS}
    # Where all reports are on one place, the card names it already.
    shown = [name for name in SCANNER_COLUMNS if name != "place" or reports["place"].nunique() > 1]
    st.html(markup.table(reports, shown, heads, links={"source": "url"}))


def route_items(routes: Iterable[str], now: Iterable[str]) -> None:
    """List routes in words, those drawn now first and the others pale, each with market, sources and confidence."""
    lines = route_lines(routes, now, state.current().lang)
    items = "".join(_item(row) for row in lines.to_dict("records"))
    st.html(f"<ul class='nx-lines'>{items}</ul>")


def _item(row: dict[str, object]) -> str:
    links = "; ".join(markup.anchor(one.short, one.url) for one in row["sources"])
    swatch = f"<i style='background:{row['colour']}'></i>"
    said = markup.text("span", row["says"])
    grade = markup.text("span", f"{row['confidence']} · {row['id']}")
    return (
        f"<li{'' if row['now'] else ' class=nx-pale'}>{swatch}<div>{said} <small>{links} · {grade}</small></div></li>"
    )
