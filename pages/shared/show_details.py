"""Details of the chosen feature: every figure behind it, with its source."""

import altair as alt
import pandas as pd
import streamlit as st

from geo.faults import TableError
from layers import tokens
from layers.details import Detail, rows
from layers.evidence import headings
from layers.words import word
from pages.shared import markup, state

CHART_HEIGHT_PX = 120
EVIDENCE = ("when", "text", "measure", "standing", "source", "locator", "confidence", "method", "note")
RIVALS = ("when", "shown", "shown_source", "other", "other_source", "why")


def show_details() -> None:
    """Draw the panel of the chosen feature, or nothing; a feature that does not exist is named."""
    view = state.current()
    if view.selected is None:
        return
    try:
        detail = rows(*view.selected, view.lang)
    except (KeyError, TableError) as fault:
        state.select(None, None)
        gone = state.tell("details.gone", layer=view.selected[0], id=view.selected[1])
        st.warning(gone if isinstance(fault, KeyError) else str(fault), icon=":material/link_off:")
        return
    with st.container(key="details"):
        st.button(
            state.tell("close"),
            key="details-close",
            icon=":material/close:",
            type="tertiary",
            on_click=state.select,
            args=(None, None),
        )
        st.html(
            markup.text("h3", detail.name, "nx-name")
            + (markup.text("p", detail.claim) if detail.claim else "")
        )
        _chart(detail)
        st.html(_written(detail, view.lang))


def _chart(detail: Detail) -> None:
    """Draw the years as bars; a year without a value has none, which is not a bar of zero."""
    if detail.series["value"].isna().all():
        return
    known = detail.series.assign(year=detail.series["year"].astype(str))
    bars = (
        alt.Chart(known)
        .mark_bar(color=tokens.STATE, size=22)
        .encode(
            x=alt.X(
                "year:O",
                title=None,
                axis=alt.Axis(labelAngle=0, ticks=False, domainColor=tokens.BORDER_COUNTRY),
            ),
            y=alt.Y(
                "value:Q",
                title=detail.unit,
                axis=alt.Axis(
                    tickCount=3, grid=True, gridColor=tokens.RULE, domain=False, ticks=False, format=",d"
                ),
            ),
            tooltip=[alt.Tooltip("year:O"), alt.Tooltip("text:N"), alt.Tooltip("sources:N")],
        )
    )
    st.altair_chart(bars.properties(height=CHART_HEIGHT_PX).configure_view(stroke=None), width="stretch")


def _written(detail: Detail, lang: str) -> str:
    parts = []
    if len(detail.rivals):
        parts.append(markup.text("h4", word("layers.details.rivals", lang)))
        parts.append(markup.table(detail.rivals, RIVALS, headings(RIVALS, lang)))
    if len(detail.evidence):
        evidence = detail.evidence.drop(columns=[name for name in EVIDENCE if _blank(detail.evidence[name])])
        columns = [name for name in EVIDENCE if name in evidence]
        parts.append(markup.text("h4", word("layers.details.evidence", lang)))
        parts.append(
            markup.table(
                evidence,
                columns,
                headings(columns, lang),
                links={"source": "url"},
                strong={"standing": word("layers.details.standing.preferred", lang)},
            )
        )
    for title, frame in detail.tables:
        parts.append(markup.text("h4", title))
        parts.append(markup.table(frame, list(frame.columns), {}))
    cited = pd.DataFrame([{"source": one.full, "url": one.url} for one in detail.sources])
    parts.append(markup.text("h4", word("layers.details.sources", lang)))
    parts.append(
        "<ol>"
        + "".join(f"<li>{markup.anchor(row['source'], row['url'])}</li>" for row in cited.to_dict("records"))
        + "</ol>"
    )
    return f'<div class="nx-details">{"".join(parts)}</div>'


def _blank(column: pd.Series) -> bool:
    return column.isna().all() or column.astype(str).str.strip().eq("").all()
