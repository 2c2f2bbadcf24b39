"""The frame of a chart: title, unit and sources in the page's own words, the same for every chart."""

from collections.abc import Iterable

import altair as alt
import streamlit as st

from layers import tokens
from layers.words import word
from pages.shared import markup, state

MOST_NAMED = 6
FONT_PX = 12


def chart_head(title: str, unit: str) -> None:
    """Say above a chart what it shows, and in which unit."""
    st.html(f"<div class='nx-chart'>{markup.text('h4', title)}{markup.text('p', unit)}</div>")


def chart_foot(names: Iterable[str]) -> None:
    """Name the sources below a chart, each once, the first ones in full."""
    listed = list(dict.fromkeys(names))
    if not listed:
        return
    shown, more = "; ".join(listed[:MOST_NAMED]), len(listed) - MOST_NAMED
    lang = state.current().lang
    line = word("beside.sources", lang, names=shown)
    if more > 0:
        line = word("beside.sources_more", lang, names=shown, more=more)
    chart_note(line)


def chart_note(text: str) -> None:
    """Say something below a chart or list, quietly."""
    st.html(markup.text("p", text, "nx-foot"))


def quiet(chart: alt.Chart | alt.LayerChart) -> alt.Chart | alt.LayerChart:
    """Take the frame and the menu off a chart, and give its axes the page's ink."""
    return (
        chart.configure_view(stroke=None)
        .configure_axis(
            labelColor=tokens.INK, titleColor=tokens.MUTED, labelFontSize=FONT_PX, titleFontSize=FONT_PX,
            titleFontWeight="normal", domainColor=tokens.BORDER_COUNTRY, tickColor=tokens.BORDER_COUNTRY,
            gridColor=tokens.RULE, labelFlush=False,
        )
        .configure_legend(labelFontSize=FONT_PX, titleFontSize=FONT_PX, labelColor=tokens.INK, labelLimit=320)
        .properties(usermeta={"embedOptions": {"actions": False}})
    )  # fmt: skip
