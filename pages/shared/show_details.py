"""Details of the chosen feature: every figure behind it, with its source."""

import pandas as pd
import streamlit as st

from geo.faults import TableError
from layers.actors import TABLE as ACTORS
from layers.actors import actor
from layers.details import Detail, rows
from layers.evidence import headings
from layers.words import word
from pages.shared import markup, state
from pages.shared.year_bars import year_bars

YEARS_SHOWN = ("year", "text", "sources")
RIVALS = ("when", "shown", "shown_source", "other", "other_source", "why")


def show_details() -> None:
    """Draw the panel of the chosen feature, or nothing; a feature that does not exist is named."""
    view = state.current()
    if view.selected is None:
        return
    try:
        layer, feature = view.selected
        detail = actor(feature, view.lang) if layer == ACTORS else rows(layer, feature, view.lang)
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
        lead = [markup.text("h3", detail.name, "nx-name")]
        lead += [markup.text("p", line) for line in (detail.claim, detail.position) if line]
        st.html("".join(lead))
        year_bars(detail)
        st.html(_written(detail, view.lang))


def _written(detail: Detail, lang: str) -> str:
    parts = []
    told = detail.series[detail.series["text"].astype(str).str.strip().ne("")]
    if len(told):
        parts.append(markup.text("h4", state.tell("details.figures")))
        heads = headings((*YEARS_SHOWN, "source"), lang)
        parts.append(markup.table(told, YEARS_SHOWN, heads | {"sources": heads["source"]}))
    for title, pairs in (("rivals", detail.rivals), ("agreeing", detail.agreeing)):
        if len(pairs):
            parts.append(markup.text("h4", word(f"layers.details.{title}", lang)))
            parts.append(markup.table(pairs, RIVALS, headings(RIVALS, lang)))
    if len(detail.evidence):
        parts.append(markup.text("h4", word("layers.details.evidence", lang)))
        parts.append(markup.text("p", state.tell("details.grades"), "nx-grades"))
        parts += [_card(row) for row in detail.evidence.to_dict("records")]
    for title, frame in detail.tables:
        parts.append(markup.text("h4", title))
        parts.append(markup.table(frame, list(frame.columns), {}))
    cited = [markup.anchor(one.full, one.url) for one in detail.sources]
    parts.append(markup.text("h4", word("layers.details.sources", lang)))
    parts.append("<ol>" + "".join(f"<li>{one}</li>" for one in cited) + "</ol>")
    return f'<div class="nx-details">{"".join(parts)}</div>'


def _card(row: dict[str, object]) -> str:
    """Give one stated value: what, when and how it stands, then who says so and where."""
    head = " · ".join(str(row[name]) for name in ("when", "text") if _filled(row[name]))
    standing = markup.text("span", row["standing"], "nx-standing") if _filled(row["standing"]) else ""
    said = " · ".join(str(row[name]) for name in ("locator", "confidence", "method") if _filled(row[name]))
    more = " · ".join(str(row[name]) for name in ("measure", "note") if _filled(row[name]))
    lines = [
        f"{markup.text('b', head)} {standing}",
        f"{markup.anchor(row['source'], row['url'])} {markup.text('span', '· ' + said)}",
        *([markup.text("span", more)] if more else []),
    ]
    return f'<div class="nx-card">{"<br>".join(lines)}</div>'


def _filled(cell: object) -> bool:
    return not pd.isna(cell) and bool(str(cell).strip())
