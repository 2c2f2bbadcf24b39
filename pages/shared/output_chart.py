"""Production and exports below the map: one point an estimate, each with its definition, never a line."""

import altair as alt
import streamlit as st

from layers import tokens
from layers.output_estimates import BOTH, MADE, SENT, labelled, other_volumes, output_estimates
from layers.words import word
from pages.shared import markup, state
from pages.shared.chart_frame import chart_foot, chart_head, quiet

HEIGHT_PX, TOP_T, LINE_PX = 520, 800, 16
# The points stand at the left of their year, so that the label has the room beside them.
OFFSET_PX, LETTERS = 8, 18
LOOKS = {MADE: ("circle", tokens.COCA_LINE), SENT: ("triangle-right", tokens.ATTACK), BOTH: ("square", tokens.STATE)}
TABLE = ("year", "text", "definition", "source", "locator", "confidence", "method", "note")


def output_chart() -> None:
    """Draw every estimate by year with its definition beside it, then the same as a table."""
    lang = state.current().lang
    lines = output_estimates(lang)
    chart_head(word("beside.output.title", lang), word("beside.output.unit", lang))
    st.altair_chart(quiet(_chart(lines, lang)), width="stretch", key="output.chart")
    chart_foot(lines["source"])
    with st.expander(word("beside.output.table", lang, count=len(lines)), key="output-table", expanded=True):
        heads = {name: word(f"beside.output.{name}", lang) for name in TABLE}
        st.html(markup.table(lines, TABLE, heads, links={"source": "url"}))
    others = other_volumes(lang)
    st.html(markup.text("h4", word("beside.output.others", lang), "nx-part"))
    columns = ("metric", "when", "text", "detail", "source", "confidence")
    heads = {name: word(f"beside.figures.{name}", lang) for name in columns}
    st.html(markup.table(others, columns, heads, links={"source": "url"}))


def _chart(lines: object, lang: str) -> alt.LayerChart:
    labels = labelled(lines, TOP_T * LINE_PX / HEIGHT_PX, LETTERS, lang)
    names = {counts: word(f"beside.output.{counts}", lang) for counts in LOOKS}
    labels = labels.assign(kind=labels["counts"].map(names), year=labels["year"].astype(str))
    years = sorted(labels["year"].unique())
    x = alt.X("year:O", title=None, scale=alt.Scale(domain=years), axis=alt.Axis(labelAngle=0, ticks=False, grid=False))
    scale = alt.Scale(domain=[0, TOP_T])
    y = alt.Y("t:Q", title=None, scale=scale, axis=alt.Axis(tickCount=8, domain=False, ticks=False, grid=True))
    legend = alt.Legend(title=word("beside.output.counts", lang), orient="top", symbolStrokeWidth=0, symbolSize=90)
    order = list(names.values())
    told = [
        alt.Tooltip(f"{name}:N", title=word(f"beside.output.{name}", lang))
        for name in ("year", "text", "definition", "source", "note")
    ]
    base = alt.Chart(labels)
    ranges = base.transform_filter("isValid(datum.low) && isValid(datum.high) && datum.low < datum.high").mark_rule(
        color=tokens.INK
    ).encode(x=x, xOffset=alt.value(OFFSET_PX), y=alt.Y("low:Q", title=None, scale=scale), y2="high:Q")  # fmt: skip
    points = base.mark_point(filled=True, size=95, opacity=1).encode(
        x=x,
        y=y,
        xOffset=alt.value(OFFSET_PX),
        shape=alt.Shape("kind:N", sort=order, legend=legend,
                        scale=alt.Scale(domain=order, range=[shape for shape, _ in LOOKS.values()])),
        color=alt.Color("kind:N", sort=order, legend=legend,
                        scale=alt.Scale(domain=order, range=[colour for _, colour in LOOKS.values()])),
        tooltip=told,
    )  # fmt: skip
    texts = base.mark_text(align="left", dx=9, fontSize=11, lineBreak="\n", baseline="middle", color=tokens.INK).encode(
        x=x, xOffset=alt.value(OFFSET_PX), y=alt.Y("label_t:Q", title=None, scale=scale), text="label:N", tooltip=told
    )
    return (ranges + points + texts).properties(height=HEIGHT_PX)
