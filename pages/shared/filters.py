"""Filters of a layer, in the sidebar: short ones as boxes to tick with their counts, long ones as a box to search."""

import re
from collections.abc import Mapping, Sequence

import streamlit as st

from layers.build import catalogue
from layers.choices import choice_counts
from layers.features import layer_file
from pages.shared import markup, state

MOST_TICKED = 12
NAMED_AT_MOST = 2  # values named in the head of a filter; more are counted
CLEAR = "filters-clear"
Choice = Mapping[str, str]


def filters(layer: str) -> None:
    """
    Draw a choice for each filter of a layer; an empty choice lets everything through.

    The first stands open, the others say in their head what is chosen.
    """
    known = catalogue(state.current().lang).get(layer)
    if known is None:
        return
    with st.sidebar:
        with st.container(horizontal=True, vertical_alignment="center", key="filters-head"):
            st.html(markup.text("div", state.tell("filters"), "nx-group"))
            st.button(
                state.tell("filters_clear"),
                key=CLEAR,
                type="tertiary",
                help=state.tell("filters_clear_hint"),
                on_click=state.clear_filters,
                args=(layer,),
            )
        for place, (field, choices) in enumerate(known["filters"].items()):
            _filter(layer, field, choices, known["default_filters"].get(field, []), is_open=place == 0)
        st.html(_style(layer, known["filters"]))


def _filter(layer: str, field: str, choices: Sequence[Choice], default: Sequence[str], is_open: bool) -> None:
    """Draw one filter and keep what is chosen; what the widgets hold is known before they are drawn."""
    held = state.current().filters.get(layer, {}).get(field, default)
    ticked = len(choices) <= MOST_TICKED
    _prepare(layer, field, choices, held, ticked)
    wanted = _chosen(layer, field, choices, ticked)
    state.set_filter(layer, field, None if set(wanted) == set(default) else wanted)
    name = state.tell(f"filter.{field}")
    if is_open:
        st.html(markup.text("div", name, "nx-filter"))
        _widgets(layer, field, choices, ticked)
        return
    with st.expander(
        state.tell("filter_head", name=name, chosen=_in_words(choices, wanted)), key=f"filter-box.{layer}.{field}"
    ):
        _widgets(layer, field, choices, ticked)


def _prepare(layer: str, field: str, choices: Sequence[Choice], held: Sequence[str], ticked: bool) -> None:
    if not ticked:
        st.session_state.setdefault(_key(layer, field), list(held))
        return
    for one in choices:
        st.session_state.setdefault(_key(layer, field, one["value"]), one["value"] in held)


def _chosen(layer: str, field: str, choices: Sequence[Choice], ticked: bool) -> list[str]:
    if not ticked:
        return list(st.session_state[_key(layer, field)])
    return [one["value"] for one in choices if st.session_state[_key(layer, field, one["value"])]]


def _widgets(layer: str, field: str, choices: Sequence[Choice], ticked: bool) -> None:
    if ticked:
        for one in choices:
            st.checkbox(markup.plain(one["label"]), key=_key(layer, field, one["value"]), width="stretch")
        return
    labels = {one["value"]: one["label"] for one in choices}
    st.multiselect(
        state.tell(f"filter.{field}"),
        list(labels),
        format_func=labels.get,
        key=_key(layer, field),
        placeholder=state.tell("filter.any"),
        label_visibility="collapsed",
    )


def _in_words(choices: Sequence[Choice], wanted: Sequence[str]) -> str:
    if not wanted:
        return state.tell("filter.any")
    if len(wanted) > NAMED_AT_MOST:
        return state.tell("filter_chosen", count=len(wanted))
    return markup.plain(", ".join(one["label"] for one in choices if one["value"] in wanted))


def _key(layer: str, field: str, value: str | None = None) -> str:
    name = f"control.filter.{layer}.{field}"
    return name if value is None else f"{name}.{value}"


def _style(layer: str, offered: Mapping[str, Sequence[Choice]]) -> str:
    """
    Give each box its colour and its count.

    The count is a property of the page's style that the map keeps up with the year (choices.js); what stands here
    holds until the map speaks.
    """
    view = state.current()
    file, rules = layer_file(layer, view.lang), []
    for field, choices in offered.items():
        if len(choices) > MOST_TICKED:
            continue
        counts = choice_counts(file, view.year, view.filters.get(layer), field)
        for place, one in enumerate(choices):
            box, name = f".{_class(_key(layer, field, one['value']))} label p", f"--nx-{layer}-{field}-{place}"
            count = counts[one["value"]]
            rules.append(
                f'{box}::after{{content:var({name},"{count}");opacity:var({name}-fade,{1 if count else 0.45})}}'
            )
            if "colour" in one:
                rules.append(f'{box}::before{{content:"";background:{one["colour"]}}}')
    return f"<style>{''.join(rules)}</style>"


def _class(key: str) -> str:
    """Give the class by which Streamlit marks an element of a key."""
    return "st-key-" + re.sub(r"[^a-zA-Z0-9_-]", "-", key)
