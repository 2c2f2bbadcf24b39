"""Market figures below the map: one small chart a definition, then every figure in a table."""

import altair as alt
import pandas as pd
import streamlit as st

from layers import tokens
from layers.market_figures import BY_MARKET, FINAL_SHARE, FIRST_BUYER, OTHER_GROUPS, concerns, panels
from layers.market_figures import market_figures as figure_lines
from layers.package_words import unit_word
from layers.words import has_word, word
from pages.shared import markup, state
from pages.shared.chart_frame import chart_foot, chart_head, chart_note, quiet

ROW_PX, AXIS_PX, HEAD_PX = 22, 30, 30
PALE, PALE_TEXT = 0.3, 0.65
LABEL_PX, WIDE_LABEL_PX = 210, 430
ROOM = 1.3  # beside the longest mark, for its figure
TABLE = ("market_name", "metric", "when", "text", "detail", "standing", "source", "locator", "confidence", "method")
TABLE_PX = 420


def market_figures() -> None:
    """Draw final shares and first buyers, each on its own side, then a group to choose, then the table."""
    lang = state.current().lang
    chosen = state.current().filters.get("routes", {}).get("market", ())
    if chosen:
        names = ", ".join(word(f"beside.market.{market}", lang) for market in chosen)
        chart_note(word("beside.figures.pale", lang, markets=names))
    for group, column in zip((FINAL_SHARE, FIRST_BUYER), st.columns(2, gap="large"), strict=True):
        with column:
            _group(group, chosen, columns=1)
    st.divider()
    key = "control.figures"
    st.session_state.setdefault(key, state.option("figures"))
    group = st.selectbox(
        word("beside.figures.choose", lang),
        OTHER_GROUPS,
        format_func=lambda one: word(f"beside.group.{one}", lang),
        key=key,
        width=360,
    )
    state.set_option("figures", group)
    _group(group, chosen, columns=1 if group in BY_MARKET else 2, wide=group in BY_MARKET)
    _table(chosen)


def _group(group: str, chosen: tuple[str, ...], columns: int, wide: bool = False) -> None:
    lang = state.current().lang
    counts = f"beside.figures.counts.{group}"
    chart_head(
        word(f"beside.figures.title.{group}", lang),
        word(counts if has_word(counts, lang) else "beside.figures.counts.other", lang),
    )
    frames = panels(group, chosen, lang)
    places = st.columns(columns, gap="large")
    heights = [0] * columns
    for frame in frames:
        place = heights.index(min(heights))
        heights[place] += len(frame) * ROW_PX + AXIS_PX + HEAD_PX
        with places[place]:
            _panel(frame, wide)
    if any((frame["colour"] == "").any() for frame in frames):
        chart_note(word("beside.figures.region", lang))
    chart_foot(name for frame in frames for name in frame["source"])


def _panel(frame: pd.DataFrame, wide: bool) -> None:
    """Draw what shares a definition and a unit: a bar from zero for a share, else a point or a range."""
    lang = state.current().lang
    unit = frame["unit"].iloc[0]
    told = frame.assign(
        paint=frame["colour"].where(frame["colour"].ne(""), tokens.MUTED),
        strength=frame["chosen"].map({True: 1.0, False: PALE}),
        text_strength=frame["chosen"].map({True: 1.0, False: PALE_TEXT}),
        shape=[_shape(low, high) for low, high in zip(frame["low"], frame["high"], strict=True)],
        shown_low=frame["low"].fillna(frame["high"]),
        shown_high=frame["high"].fillna(frame["low"]),
        zero=0,
        line=[f"{one.label} · {one.source}" if wide else one.label for one in frame.itertuples()],
        figure=frame["text"].str.removesuffix(f" {unit_word(unit, lang)}"),
    )
    # Two figures of one source and year keep a line each.
    again = told.groupby("line").cumcount()
    told["line"] = told["line"] + again.map(lambda count: f" ({count + 1})" if count else "")
    if unit == "%":
        scale, ticks = alt.Scale(domain=[0, 120]), {"values": [0, 25, 50, 75, 100]}
    else:
        scale, ticks = alt.Scale(domain=[0, float(told["shown_high"].max()) * ROOM]), {"tickCount": 4, "format": ",~r"}
    x = alt.X("shown_high:Q", title=None, scale=scale,
              axis=alt.Axis(domain=False, ticks=False, grid=True, **ticks))  # fmt: skip
    wide_px = WIDE_LABEL_PX if wide else LABEL_PX
    y = alt.Y("line:N", sort=list(told["line"]), title=None,
              axis=alt.Axis(labelLimit=wide_px, labelOverlap=False, ticks=False, domain=False, grid=False,
                            minExtent=wide_px, maxExtent=wide_px))  # fmt: skip
    shown = {
        "y": y,
        "color": alt.Color("paint:N", scale=None),
        "opacity": alt.Opacity("strength:Q", scale=None),
        "tooltip": [
            alt.Tooltip(f"{name}:N", title=word(f"beside.figures.{head}", lang))
            for name, head in (("market_name", "market"), ("metric", "metric"), ("when", "when"), ("text", "text"),
                               ("detail", "detail"), ("standing", "standing"), ("source", "source"),
                               ("confidence", "confidence"))
        ],
    }  # fmt: skip
    base = alt.Chart(told)
    if unit == "%":
        marks = base.mark_bar(size=13).encode(x=x, x2="zero:Q", **shown)
    else:
        ranges = base.mark_rule(strokeWidth=5).encode(x=alt.X("shown_low:Q", title=None, scale=scale),
                                                      x2="shown_high:Q",
                                                      **shown)  # fmt: skip
        points = base.transform_filter("datum.shape != ''").mark_point(filled=True, size=90).encode(
            x=x, shape=alt.Shape("shape:N", scale=None), **shown
        )  # fmt: skip
        marks = ranges + points
    texts = base.mark_text(align="left", dx=8, fontSize=12, color=tokens.INK).encode(
        x=x, y=y, text="figure:N", opacity=alt.Opacity("text_strength:Q", scale=None)
    )
    cited = "" if wide else markup.text("span", "; ".join(dict.fromkeys(frame["source"])))
    st.html(f"<p class='nx-panel'>{markup.text('b', frame['panel'].iloc[0])} {cited}</p>")
    chart = (marks + texts).properties(height=ROW_PX * len(told) + AXIS_PX)
    st.altair_chart(quiet(chart), width="stretch", key=f"figure.{frame['row_id'].iloc[0]}")


def _shape(low: float, high: float) -> str:
    """Give the sign of a figure: a disc for a value, an arrowhead to a bound's open side, none for a range."""
    if pd.isna(low) or pd.isna(high):
        return "triangle-left" if pd.isna(low) else "triangle-right"
    return "circle" if low == high else ""


def _table(chosen: tuple[str, ...]) -> None:
    """Draw the figures in full: all of them, or those that concern a chosen market."""
    lang = state.current().lang
    lines = figure_lines(lang)
    lines = lines[[concerns(market, chosen) for market in lines["market"]]]
    title = word(f"beside.figures.{'table_chosen' if chosen else 'table'}", lang, count=len(lines))
    with st.expander(title, key="figures-table"):
        heads = {"market_name": "market"}
        st.dataframe(
            lines[["row_id", *TABLE, "url"]],
            hide_index=True,
            height=TABLE_PX,
            key="figures.all",
            column_order=[*TABLE, "url"],
            column_config={
                **{
                    name: st.column_config.Column(word(f"beside.figures.{heads.get(name, name)}", lang))
                    for name in TABLE
                },
                "url": st.column_config.LinkColumn(
                    word("beside.figures.source", lang), display_text=r"https?://([^/]+)"
                ),
            },
        )
