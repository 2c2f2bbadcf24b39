"""Cards below the map: ports, crossings and corridors, chosen here, by name or on the map."""

import streamlit as st

from layers.cards import Card, card, card_names
from layers.drawn import drawn
from layers.features import layer_file
from layers.route_lines import use_counts
from layers.scanner_reports import scanner_reports
from layers.words import word
from pages.shared import markup, state
from pages.shared.card_parts import fact_list, route_items, scanner_table
from pages.shared.chart_frame import chart_note
from pages.shared.load_bars import load_bars
from pages.shared.show_map import redraw_page


def port_cards() -> None:
    """Draw the chooser of ports and the card of the chosen one."""
    _card("ports")


def passage_cards() -> None:
    """Draw a crossing beside a corridor, then every report on scanners."""
    lang = state.current().lang
    for layer, column in zip(("crossings", "corridors"), st.columns(2, gap="large"), strict=True):
        with column:
            _card(layer)
    chart_note(word("beside.passage.course", lang))
    reports = scanner_reports(lang)
    with st.expander(word("beside.passage.scanner_all", lang, count=len(reports)), key="scanners-all"):
        scanner_table(reports)


def drawn_routes() -> set[str]:
    """Name the routes that the map draws now; none while their layer is off."""
    view = state.current()
    if "routes" not in view.layers:
        return set()
    return {one.id for one in drawn(layer_file("routes", view.lang), view.year, view.filters.get("routes"))}


def _card(layer: str) -> None:
    """Draw one chooser and one card: the feature selected on the map, else the one looked at last, else the first."""
    view, now = state.current(), drawn_routes()
    names, counts = card_names(layer, view.lang), use_counts(layer, now)
    ids = sorted(names, key=lambda one: (-counts.get(one, 0), names[one].casefold()))
    key, last = f"control.card.{layer}", f"card.{layer}"
    if view.selected and view.selected[0] == layer and view.selected[1] in names:
        st.session_state[last] = view.selected[1]
    st.session_state[key] = st.session_state.get(last) if st.session_state.get(last) in names else ids[0]

    def label(one: str) -> str:
        if layer == "corridors":
            return f"{names[one]} · {one}"
        said = "uses" if one in counts else "uses_none"
        return word(f"beside.port.{said}", view.lang, name=names[one], count=counts.get(one, 0))

    chooser = "beside.port.choose" if layer == "ports" else f"beside.passage.{layer.removesuffix('s')}"
    st.selectbox(
        word(chooser, view.lang), ids, format_func=label, key=key, on_change=_chosen, args=(layer, key), width=560
    )
    known = card(layer, st.session_state[key], view.lang)
    st.html(markup.text("h3", known.name, "nx-name"))
    if layer == "ports":
        left, right = st.columns([5, 6], gap="large")
        with left:
            _said(known)
            _scanners(known)
            _routes(known, now)
        with right:
            load_bars(known)
    else:
        _said(known)
        _scanners(known)
        if layer == "crossings":
            _routes(known, now)


def _chosen(layer: str, key: str) -> None:
    """Select on the map what is chosen here, on a layer that is switched on."""
    feature = st.session_state[key]
    st.session_state[f"card.{layer}"] = feature
    state.select(layer, feature)
    state.show_layer(layer)
    redraw_page()


def _said(known: Card) -> None:
    fact_list(known.facts, known.sources)


def _scanners(known: Card) -> None:
    lang = state.current().lang
    st.html(markup.text("h4", word("beside.port.scanner", lang), "nx-part"))
    if known.scanners.empty:
        chart_note(word("beside.port.scanner_none", lang))
    else:
        scanner_table(known.scanners)


def _routes(known: Card, now: set[str]) -> None:
    lang, count = state.current().lang, len(known.routes)
    title = word("beside.port.routes", lang, count=count, now=len(now & set(known.routes)))
    st.html(markup.text("h4", title if count else word("beside.port.routes_none", lang), "nx-part"))
    if count:
        route_items(known.routes, now)
