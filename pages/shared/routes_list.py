"""The routes in words, each with its sources; a choice here is one on the map, and the other way round."""

from collections.abc import Mapping, Sequence

import streamlit as st

from geo.sources import keys_in, source
from geo.tables import load_table
from layers.build import catalogue
from layers.describe import route_name, route_told
from layers.drawn import drawn, in_force
from layers.features import layer_file
from layers.tokens import MARKETS
from layers.words import word
from pages.shared import markup, state

LAYER = "routes"
Row = Mapping[str, object]


@st.fragment
def routes_list() -> None:
    """
    List the routes that pass the filters: one sentence a route, then who says so.

    Which of them the map draws in its year is told by the map itself (choices.js), so that the list follows the
    slider without a word from the server.
    """
    view = state.current()
    if LAYER not in view.layers or LAYER not in catalogue(view.lang):
        return
    file = layer_file(LAYER, view.lang)
    now = {one.id for one in drawn(file, view.year, view.filters.get(LAYER))}
    box = st.expander(state.tell("routes_list.title"), key="routes-list", on_change="rerun")
    if not box.open:
        st.html(_style({}, {}, now, None))
        return
    wanted = in_force(file, view.filters.get(LAYER))
    passing = {
        feature["properties"]["id"]: feature["properties"]["years"]
        for feature in file["features"]
        if all(values & set(feature["properties"]["f"][name]) for name, values in wanted.items())
    }
    rows = {row["route_id"]: row for row in load_table("routes").to_dict("records")}
    chosen = view.selected[1] if view.selected and view.selected[0] == LAYER else None
    with box:
        st.html(_style(rows, passing, now, chosen))
        st.caption(state.tell("routes_list.hint"))
        with st.container(key="routes-items", height=420):
            for one in sorted(passing, key=lambda route: (list(MARKETS).index(rows[route]["market"]), route)):
                _item(rows[one], view.lang)
        st.html(_never_drawn(file, rows, view.lang))


def _item(row: Row, lang: str) -> None:
    route = row["route_id"]
    with st.container(key=f"route-item-{route}"):
        if st.button(markup.plain(route_told(row, lang)), key=f"route.{route}", type="tertiary"):
            is_chosen = state.current().selected == (LAYER, route)
            state.select(*((None, None) if is_chosen else (LAYER, route)))
            st.rerun()
        cited = [source(key) for key in dict.fromkeys((row["source_key"], *keys_in(row["corroborating_sources"])))]
        links = "; ".join(markup.anchor(one.short, one.url) for one in cited)
        st.html(f"<small>{links} · {markup.text('span', row['confidence'])}</small>")


def _style(rows: Mapping[str, Row], passing: Mapping[str, object], now: set[str], chosen: str | None) -> str:
    """Give each route the colour of its market, show those drawn in the year, mark the chosen one."""
    rules = [f'.st-key-routes-list summary p::after{{content:var(--nx-drawn-{LAYER},"{len(now)}")}}']
    for one in passing:
        box, shown = f".st-key-route-item-{one}", "flex" if one in now else "none"
        rules.append(f"{box}{{display:var(--nx-show-{one},{shown});border-left-color:{MARKETS[rows[one]['market']]}}}")
    if chosen in passing:
        rules.append(f".st-key-route-item-{chosen}{{background:var(--rule)}}")
    return f"<style>{''.join(rules)}</style>"


def _never_drawn(file: Mapping[str, object], rows: Mapping[str, Row], lang: str) -> str:
    """Name the routes that no year of the slider shows, each with the reason."""
    drawn_once = {feature["properties"]["id"] for feature in file["features"]}
    left: Sequence[Row] = [row for route, row in rows.items() if route not in drawn_once]
    why = {True: "layers.routes.attempt", False: "layers.routes.other_years"}
    lines = [f"{route_name(row, lang)}: {row['claim']} ({word(why[bool(row['is_attempt'])], lang)})" for row in left]
    items = "".join(markup.text("li", line) for line in lines)
    return f"<div class='nx-routes'>{markup.text('h4', state.tell('routes_list.never'))}<ul>{items}</ul></div>" * bool(
        left
    )
