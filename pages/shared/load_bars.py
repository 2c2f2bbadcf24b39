"""The bars of loads seized at one place: a bar a report, rival weights side by side."""

import altair as alt
import pandas as pd
import streamlit as st

from geo.timeline import YEARS
from layers import tokens
from layers.cards import Card
from layers.words import word
from pages.shared import markup, state
from pages.shared.chart_frame import chart_foot, chart_head, chart_note, quiet

HEIGHT_PX = 200
COLUMNS = ("when", "weight", "concealment", "destination", "standing", "source")
TOLD = ("when", "weight", "standing", "concealment", "destination", "source")


def load_bars(known: Card) -> None:
    """Draw the reports of a card as bars by year and as a table; a report without a weight stands in the table only."""
    lang, loads = state.current().lang, known.loads
    chart_head(word("beside.port.seizures", lang, name=known.name), word("beside.port.seizures_unit", lang))
    if loads.empty:
        chart_note(word("beside.port.seizures_none", lang))
        return
    weighed = loads[loads["kg"].notna()]
    if len(weighed):
        st.altair_chart(quiet(_bars(weighed, lang)), width="stretch", key=f"loads.{known.id}")
    heads = {name: word(f"beside.port.{name}", lang) for name in COLUMNS}
    st.html(markup.table(_in_full(loads, lang), COLUMNS, heads, links={"source": "url"}))
    chart_foot(loads["source"])


def _bars(loads: pd.DataFrame, lang: str) -> alt.LayerChart:
    years = [str(year) for year in sorted({*YEARS, *loads["year"]})]
    told = loads.assign(year=loads["year"].astype(str))
    x = alt.X("year:O", title=None, scale=alt.Scale(domain=years),
              axis=alt.Axis(labelAngle=0, ticks=False, grid=False))  # fmt: skip
    slots = alt.XOffset("slot:O", scale=alt.Scale(domain=sorted(told["slot"].unique().tolist())))
    kilograms = alt.Axis(tickCount=4, grid=True, domain=False, ticks=False, format=",d")
    now = pd.DataFrame({"year": [str(state.current().year)]})
    band = alt.Chart(now).mark_rect(color=tokens.LAND_NEIGHBOUR).encode(
        x=x, tooltip=alt.value(word("beside.port.year_now", lang))
    )  # fmt: skip
    bars = (
        alt.Chart(told)
        .mark_bar(stroke=tokens.PORT, strokeWidth=1.2, size=12)
        .encode(
            x=x,
            xOffset=slots,
            y=alt.Y("kg:Q", title="kg", axis=kilograms),
            fill=alt.condition("datum.added", alt.value(tokens.PORT), alt.value(tokens.PAPER)),
            tooltip=[alt.Tooltip(f"{name}:N", title=word(f"beside.port.{name}", lang)) for name in TOLD],
        )
    )
    chart = band + bars
    bounded = told.dropna(subset=["kg_low", "kg_high"])
    if len(bounded):
        chart += (
            alt.Chart(bounded)
            .mark_rule(color=tokens.ATTACK, strokeWidth=2)
            .encode(x=x, xOffset=slots, y="kg_low:Q", y2="kg_high:Q")
        )
    return chart.properties(height=HEIGHT_PX)


def _in_full(loads: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Join the cells that belong together, so that the table fits beside the card."""
    rows = loads.to_dict("records")
    return loads.assign(
        weight=[" ".join(filter(None, (row["weight"], row["drug"]))) for row in rows],
        destination=[
            word("beside.port.from", lang, destination=row["destination"] or word("beside.port.unstated", lang),
                 origin=row["origin"]) if row["origin"] else row["destination"]
            for row in rows
        ],
        # A note that says why a load is not added says its standing too.
        standing=[row["note"] if row["note"].startswith(row["standing"]) else
                  "; ".join(filter(None, (row["standing"], row["note"]))) for row in rows],
    )  # fmt: skip
