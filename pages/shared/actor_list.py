"""Organisations below the map: by link of the chain and country, with when, where and on which routes."""

import altair as alt
import pandas as pd
import streamlit as st

from geo.timeline import YEARS
from layers import tokens
from layers.actors import TABLE
from layers.chain import LINKS, chain, countries, link_counts, link_name, narrowed
from layers.options import joined, parted
from layers.package_words import value_word
from layers.words import word
from pages.shared import markup, state
from pages.shared.card_panel import drawn_routes
from pages.shared.card_parts import route_items
from pages.shared.chart_frame import chart_foot, chart_head, chart_note, quiet
from pages.shared.show_map import redraw_page

ROW_PX = 22
ROOM_YEARS = 10  # at the right, for the link that stands beside the bar
COLUMNS = ("name", "link", "role", "country", "where", "when", "named", "source", "confidence")


def actor_list() -> None:
    """Draw the choices, the years of the reports, the table, and the routes of the chosen organisation."""
    view, now = state.current(), drawn_routes()
    everyone = chain(now)
    lines = _narrowed(everyone)
    chart_head(
        word("beside.actors.title", view.lang, count=len(lines), all=len(everyone)),
        word("beside.actors.unit", view.lang),
    )
    if lines.empty:
        st.markdown(word("beside.actors.none", view.lang))
        return
    left, right = st.columns([7, 5], gap="large")
    with left:
        st.altair_chart(quiet(_spans(lines, view.lang)), width="stretch", key="actors.chart")
        chart_note(word("beside.actors.grower_none", view.lang))
    with right:
        _chosen(lines, now)
    st.html(markup.table(_told(lines, view.lang), COLUMNS, _heads(view.lang), links={"source": "url"}))
    chart_foot(one.short for cited in lines["sources"] for one in cited)


def _narrowed(everyone: pd.DataFrame) -> pd.DataFrame:
    lang = state.current().lang
    counts, origins = link_counts(everyone), countries(everyone)
    for name, values in (("links", LINKS), ("from_country", origins)):
        held = [one for one in parted(state.option(name)) if one in values]
        st.session_state.setdefault(f"control.{name}", held)
    links = st.pills(
        word("beside.actors.links", lang),
        [link for link in LINKS if counts[link]],
        format_func=lambda link: f"{link_name(link, lang)} {counts[link]}",
        selection_mode="multi",
        key="control.links",
    )
    country_box, now_box = st.columns([4, 7], vertical_alignment="bottom", gap="large")
    chosen = country_box.multiselect(
        word("beside.actors.countries", lang),
        list(origins),
        format_func=lambda name: f"{value_word(name, lang)} ({origins[name]})",
        key="control.from_country",
        placeholder=word("beside.actors.any", lang),
    )
    only_now = now_box.toggle(word("beside.actors.only_now", lang), key="control.only_now")
    for name, picked in (("links", links), ("from_country", chosen)):
        state.set_option(name, joined(picked) if picked else "")
    lines = narrowed(everyone, links, chosen)
    return lines[lines["now"].map(bool)].reset_index(drop=True) if only_now else lines


def _spans(lines: pd.DataFrame, lang: str) -> alt.LayerChart:
    told = pd.DataFrame(
        {
            "name": lines["name"],
            "link": [_in_short(links, lang) for links in lines["links"]],
            # A year is as wide as its name: the bar of one year covers it.
            "start": lines["from_year"] - 0.5,
            "end": lines["until_year"] + 0.5,
            "when": lines["when"],
            "role": lines["role"],
            "where": lines["where"],
        }
    )
    first, last = min(YEARS[0], int(lines["from_year"].min())), max(YEARS[-1], int(lines["until_year"].max()))
    x = alt.X(
        "start:Q", title=None, scale=alt.Scale(domain=[first - 0.5, last + ROOM_YEARS], nice=False),
        axis=alt.Axis(
            values=list(range(first, last + 1)), format="d", orient="top", ticks=False, domain=False, grid=False
        ),
    )  # fmt: skip
    y = alt.Y("name:N", sort=list(lines["name"]), title=None,
              axis=alt.Axis(labelLimit=260, labelOverlap=False, ticks=False, domain=False, grid=False))  # fmt: skip
    year = state.current().year
    band = alt.Chart(pd.DataFrame({"start": [year - 0.5], "end": [year + 0.5]})).mark_rect(
        color=tokens.LAND_NEIGHBOUR
    ).encode(x=x, x2="end:Q")  # fmt: skip
    base = alt.Chart(told)
    bars = base.mark_bar(size=10, color=tokens.STATE).encode(
        x=x,
        x2="end:Q",
        y=y,
        tooltip=[
            alt.Tooltip(f"{name}:N", title=word(f"beside.actors.{name}", lang))
            for name in ("name", "link", "role", "where", "when")
        ],
    )
    texts = base.mark_text(align="left", dx=6, fontSize=11, color=tokens.MUTED).encode(
        x=alt.X("end:Q"), y=y, text="link:N"
    )
    return (band + bars + texts).properties(height=ROW_PX * len(lines) + 30)


def _in_short(links: tuple[str, ...], lang: str) -> str:
    """Name the first link; the table names the others."""
    first = link_name(links[0], lang)
    return first if len(links) == 1 else word("beside.actors.and_more", lang, link=first, count=len(links) - 1)


def _chosen(lines: pd.DataFrame, now: set[str]) -> None:
    """Let the reader choose an organisation, and list the routes that name it."""
    view, key = state.current(), "control.actor"
    ids = list(lines["id"])
    held = view.selected[1] if view.selected and view.selected[0] == TABLE else None
    st.session_state[key] = held if held in ids else None
    names = dict(zip(lines["id"], lines["name"], strict=True))
    st.selectbox(
        word("beside.actors.choose", view.lang), ids, format_func=names.get, key=key, on_change=_select, args=(key,),
        placeholder=word("beside.actors.choose", view.lang),
    )  # fmt: skip
    if held not in ids:
        return
    row = lines.set_index("id").loc[held]
    st.html(markup.text("h3", row["name"], "nx-name") + markup.text("p", row["role"]))
    st.html(markup.text("h4", word("beside.actors.chosen_routes", view.lang, count=len(row["routes"])), "nx-part"))
    if row["routes"]:
        route_items(row["routes"], now)
    chart_note(word("beside.actors.detail_hint", view.lang))


def _select(key: str) -> None:
    state.select(TABLE, st.session_state[key])
    redraw_page()


def _told(lines: pd.DataFrame, lang: str) -> pd.DataFrame:
    return lines.assign(
        link=[", ".join(link_name(link, lang) for link in links) for links in lines["links"]],
        country=[", ".join(value_word(name, lang) for name in names) for names in lines["countries"]],
        named=lines["routes"].map(", ".join),
        source=[one[0].short for one in lines["sources"]],
        url=[one[0].url for one in lines["sources"]],
    )


def _heads(lang: str) -> dict[str, str]:
    return {name: word(f"beside.actors.{'routes' if name == 'named' else name}", lang) for name in COLUMNS}
