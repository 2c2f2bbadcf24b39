"""The small chart of a feature's years: what is known, what is estimated, what is missing."""

import altair as alt
import streamlit as st

from geo.timeline import YEARS
from layers import tokens
from layers.details import Detail
from layers.evidence import headings
from pages.shared import state

HEIGHT_PX = 110
SOLID = ("value",)


def year_bars(detail: Detail) -> None:
    """
    Draw the years as bars: filled for a stated value, outlined for an estimate, a bound or a stock.

    A year without a value has no bar and keeps its place, which is not a bar of zero; a new series is ruled off.
    """
    known = detail.series.dropna(subset=["value"])
    if known.empty:
        return
    known = known.assign(year=known["year"].astype(str), solid=known["status"].isin((*SOLID, "break_before")))
    years = alt.X(
        "year:O",
        title=None,
        scale=alt.Scale(domain=[str(year) for year in YEARS]),
        axis=alt.Axis(labelAngle=0, ticks=False, domainColor=tokens.BORDER_COUNTRY),
    )
    form = ",d" if known["value"].max() >= 10 else ",.1f"
    grid = alt.Axis(tickCount=3, grid=True, gridColor=tokens.RULE, domain=False, ticks=False, format=form)
    heads = headings(("year", "text", "source"), state.current().lang)
    heads["sources"] = heads.pop("source")
    bars = (
        alt.Chart(known)
        .mark_bar(stroke=tokens.STATE, strokeWidth=1, size=20)
        .encode(
            x=years,
            y=alt.Y("value:Q", title=detail.unit, axis=grid),
            color=alt.condition("datum.solid", alt.value(tokens.STATE), alt.value(tokens.PAPER)),
            tooltip=[alt.Tooltip(f"{name}:N", title=title) for name, title in heads.items()],
        )
    )
    rules = (
        alt.Chart(known[known["status"].eq("break_before")])
        .mark_rule(strokeDash=[2, 3], color=tokens.MUTED, xOffset=-18)
        .encode(x=years)
    )
    st.altair_chart((bars + rules).properties(height=HEIGHT_PX).configure_view(stroke=None), width="stretch")
    said = [
        f"details.bar_{name}" for name in ("estimate", "bound", "stock", "break_before") if name in set(known["status"])
    ]
    if said:
        st.caption(" ".join(state.tell(key) for key in said))
