"""The matrices of flows: origin by market and exit by market, which filter the map and follow its filters."""

import altair as alt
import pandas as pd
import streamlit as st

from layers import tokens
from layers.features import layer_file
from layers.flows import AXES, choice, flows, folded, is_chosen, settable
from layers.words import word
from pages.shared import state
from pages.shared.chart_frame import chart_foot, chart_head, chart_note, quiet
from pages.shared.show_map import redraw_page

LAYER = "routes"
MOST_ROWS = 14
ROW_PX, HEAD_PX = 24, 96
DISC_PX2, LEAST_FULL = 300, 4  # area of the largest disc, and the fewest routes that fill it
VERSION = "flows.version"
Cell = tuple[str, str]


def flow_matrices() -> None:
    """Draw both matrices of the year, or say why there is none."""
    view = state.current()
    if LAYER not in view.layers:
        st.info(word("beside.flows.off", view.lang))
        return
    _bar(view.lang)
    for axis, column in zip(AXES, st.columns(2, gap="large"), strict=True):
        with column:
            _matrix(axis)
    chart_note(word("beside.flows.twice", view.lang))


def _bar(lang: str) -> None:
    """Offer what concerns both matrices: every row, and letting everything through again."""
    key = "control.flow_rows"
    st.session_state.setdefault(key, state.option("flow_rows") == "all")
    with st.container(horizontal=True, vertical_alignment="center", key="flow-bar"):
        every = st.toggle(word("beside.flows.all_rows", lang), key=key)
        st.button(
            word("beside.flows.clear", lang), key="flow-clear", type="tertiary", icon=":material/filter_alt_off:",
            on_click=_clear,
        )  # fmt: skip
    state.set_option("flow_rows", "all" if every else "most")


def _matrix(axis: str) -> None:
    view = state.current()
    file = layer_file(LAYER, view.lang)
    held = view.filters.get(LAYER)
    cells = flows(axis, file, view.year, held, view.lang)
    drawn = {one for ids in cells["drawn_ids"] for one in ids}
    by_cell = axis in settable(axis, file)  # with the market alone a click means a whole column
    field = word(f"beside.flows.field_{axis}", view.lang) if by_cell else ""
    chart_head(
        word(f"beside.flows.{axis}", view.lang, count=len(drawn), year=view.year),
        word("beside.flows.unit", view.lang, field=field),
    )
    if cells.empty:
        st.markdown(word("beside.flows.empty", view.lang, year=view.year))
        return
    shown = cells if state.option("flow_rows") == "all" else folded(cells, MOST_ROWS, view.lang)
    told = _told(shown, view.lang).assign(
        chosen=[
            by_cell and row != "" and is_chosen(choice(axis, file, row, market), file, held)
            for row, market in zip(shown["row"], shown["market"], strict=True)
        ]
    )
    key = f"flow.{axis}.{st.session_state.setdefault(VERSION, 0)}"
    st.altair_chart(
        quiet(_chart(told, axis, view.lang)),
        width="stretch",
        key=key,
        on_select=lambda: _clicked(key, axis),
        selection_mode="cell",
    )
    sets = "both" if by_cell else "market"
    chart_note(word(f"beside.flows.sets_{sets}", view.lang, axis=word(f"beside.flows.axis_{axis}", view.lang)))
    _by_name(cells, axis)
    chart_foot(_sources(file, drawn))


def _told(cells: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Put the cells in words, as plain columns that the chart can carry."""
    return cells[["row", "label", "market", "drawn", "open"]].assign(
        number=cells["drawn"].where(cells["drawn"].gt(0), cells["open"]),
        name=[word(f"layers.filter.market.{market}", lang) for market in cells["market"]],
        colour=[tokens.MARKETS[market] for market in cells["market"]],
    )


def _chart(cells: pd.DataFrame, axis: str, lang: str) -> alt.LayerChart:
    markets = [word(f"layers.filter.market.{market}", lang) for market in tokens.MARKETS]
    labels = list(dict.fromkeys(cells["label"]))
    x = alt.X(
        "name:N",
        sort=[name for name in markets if name in set(cells["name"])],
        title=None,
        axis=alt.Axis(
            orient="top", labelAngle=-35, labelLimit=170, labelOverlap=False, ticks=False, domain=False, grid=True
        ),
    )
    y = alt.Y(
        "label:N", sort=labels, title=None,
        axis=alt.Axis(labelLimit=240, labelOverlap=False, ticks=False, domain=False, grid=True, labelPadding=8),
    )  # fmt: skip
    area = alt.Scale(domain=[0, max(int(cells["open"].max()), LEAST_FULL)], range=[0, DISC_PX2])
    base = alt.Chart(cells)
    hollow = base.mark_circle(fill=tokens.PAPER, stroke=tokens.MUTED, strokeWidth=1, opacity=1).encode(
        x=x, y=y, size=alt.Size("open:Q", scale=area, legend=None)
    )
    full = base.transform_filter("datum.drawn > 0").mark_circle(opacity=1).encode(
        x=x, y=y, size=alt.Size("drawn:Q", scale=area, legend=None), color=alt.Color("colour:N", scale=None)
    )  # fmt: skip
    number = base.mark_text(align="left", dx=10, fontSize=12).encode(
        x=x,
        y=y,
        text="number:Q",
        color=alt.condition("datum.drawn > 0", alt.value(tokens.INK), alt.value(tokens.MUTED)),
    )
    hand = alt.selection_point(name="cell", fields=["row", "market"], on="click", clear=False)
    target = (
        base.mark_rect(fill=tokens.PAPER, fillOpacity=0.001, strokeWidth=2, cursor="pointer")
        .encode(
            x=x,
            y=y,
            stroke=alt.condition("datum.chosen", alt.value(tokens.INK), alt.value("transparent")),
            tooltip=[
                alt.Tooltip("label:N", title=word(f"beside.flows.row_{axis}", lang)),
                alt.Tooltip("name:N", title=word("beside.flows.market", lang)),
                alt.Tooltip("drawn:Q", title=word("beside.flows.tooltip_now", lang)),
                alt.Tooltip("open:Q", title=word("beside.flows.tooltip_open", lang)),
            ],
        )
        .add_params(hand)
    )
    # The last market's name leans out over the edge.
    room = {"left": 0, "top": 0, "bottom": 0, "right": 36}
    return (hollow + full + number + target).properties(height=HEAD_PX + ROW_PX * len(labels), padding=room)


def _by_name(cells: pd.DataFrame, axis: str) -> None:
    """Offer the cells of a matrix by name: what a click does, for the keyboard."""
    view = state.current()
    file, key = layer_file(LAYER, view.lang), f"control.flow.{axis}"
    options = list(zip(cells["row"], cells["market"], strict=True))
    counts = {
        cell: word("beside.flows.option", view.lang, row=one.label, count=one.open,
                   market=word(f"layers.filter.market.{one.market}", view.lang))
        for cell, one in zip(options, cells.itertuples(), strict=True)
    }  # fmt: skip
    held = view.filters.get(LAYER)
    now = next((one for one in options if is_chosen(choice(axis, file, *one), file, held)), None)
    # With the market alone, a cell stands for its whole column: none of them is the chosen one.
    st.session_state[key] = now if axis in settable(axis, file) else None
    st.selectbox(
        word(f"beside.flows.choose_{axis}", view.lang),
        options,
        format_func=counts.get,
        key=key,
        placeholder=word(f"beside.flows.choose_{axis}", view.lang),
        label_visibility="collapsed",
        on_change=_named,
        args=(key, axis),
    )


def _named(key: str, axis: str) -> None:
    cell = st.session_state[key]
    if cell is None:
        _clear(axis)
    else:
        _choose(axis, cell, again=False)


def _clicked(key: str, axis: str) -> None:
    picked = st.session_state[key]["selection"].get("cell", [])
    if picked:
        _choose(axis, (picked[0]["row"], picked[0]["market"]), again=True)


def _choose(axis: str, cell: Cell, again: bool) -> None:
    """Filter the map by a cell; a cell that is chosen already is let go (`again`)."""
    view = state.current()
    file = layer_file(LAYER, view.lang)
    wanted = choice(axis, file, *cell)
    if again and is_chosen(wanted, file, view.filters.get(LAYER)):
        wanted = {field: () for field in wanted}
    _set(wanted)


def _clear(axis: str | None = None) -> None:
    file = layer_file(LAYER, state.current().lang)
    fields = dict.fromkeys(field for one in (AXES if axis is None else (axis,)) for field in settable(one, file))
    _set(dict.fromkeys(fields, ()))


def _set(wanted: dict[str, tuple[str, ...]]) -> None:
    for field, values in wanted.items():
        state.set_filter(LAYER, field, values or None)
    # The sidebar's filters take their values from memory, the charts forget their own mark of the click.
    state.forget_widgets()
    st.session_state[VERSION] = st.session_state.get(VERSION, 0) + 1
    redraw_page()


def _sources(file: dict[str, object], drawn: set[str]) -> list[str]:
    """Name the sources of the routes drawn, the most used first."""
    year, counts = str(state.current().year), {}
    for feature in file["features"]:
        known = feature["properties"]
        if known["id"] in drawn:
            for place in known["years"][year]["s"]:
                counts[file["sources"][place]] = counts.get(file["sources"][place], 0) + 1
    return sorted(counts, key=lambda name: (-counts[name], name))
