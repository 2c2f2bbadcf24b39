"""The address of a page: read before anything is drawn, written after everything is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st

from geo.tables import data_version
from layers.build import catalogue
from layers.link import DEFAULT_YEAR, FILTER_PREFIX, parameters, read
from layers.options import options_of
from layers.view import View
from layers.words import DATA_LANG
from pages.shared.choices import go_to, take_over
from pages.shared.memory import current, forget_widgets, remembered

# Written by the slider itself (bind="query-params"), so that a year change needs no page rerun.
BOUND = ("year",)


def begin(page: str, default_layers: Sequence[str], offered: Sequence[str], default_year2: int | None = None) -> View:
    """
    Open a page: take over the address if the reader changed it, say what of it could not be used.

    Must run before any widget of the page is drawn.

    Parameters
    ----------
    page
        Name of the page: each keeps its own layers, options and second year.
    default_layers
        Layers of a bare address.
    offered
        Layers that the page can show.
    default_year2
        Second year of a bare address; None for one year alone.
    """
    memory = remembered()
    came, first = memory["page"] != page, memory["page"] is None
    if came and not first:
        memory["year"] = st.session_state.get("year", memory["year"])
    known = [key for key in offered if key in catalogue(memory["lang"])]
    memory["default"] = tuple(key for key in default_layers if key in known)
    memory["default_year2"] = default_year2
    memory["layers"].setdefault(page, memory["default"])
    if memory["year2"].get(page) is None:
        memory["year2"][page] = default_year2
    address = {name: value for name, value in st.query_params.to_dict().items() if value != ""}
    foreign = {name: value for name, value in address.items() if name not in BOUND}
    # Came by the menu: the address is bare, or still that of the page before; the session goes on.
    by_menu = came and not first and (not address or foreign == memory["written"])
    if not by_menu and (came or foreign != memory["written"]):
        said = memory["lang"]
        _adopt(page, address, known)
        if memory["lang"] != said:
            st.rerun()  # the menu above has spoken already, in the other language
    elif came:
        memory["problems"] = []
    if came:
        # Another page's widgets of the same name are other widgets: theirs must not stand in for ours.
        forget_widgets()
        st.session_state["year"] = memory["year"]
        memory.update(extras={}, follows=None)
        memory["sent"].clear()
        if by_menu and memory["year"] != DEFAULT_YEAR:
            # The slider binds the address to itself only when the reader moves it.
            st.query_params["year"] = str(memory["year"])
    memory["page"] = page
    for problem in memory["problems"]:
        st.warning(problem, icon=":material/link_off:")
    return current()


def _adopt(page: str, address: Mapping[str, str], known: Sequence[str]) -> None:
    memory = remembered()
    offered = {key: tuple(catalogue(memory["lang"])[key]["filters"]) for key in known}
    values = {
        (key, field): [one["value"] for one in choices]
        for key in known
        for field, choices in catalogue(memory["lang"])[key]["filters"].items()
    }
    fresh = View(year=DEFAULT_YEAR, year2=memory["default_year2"], layers=memory["default"], lang=DATA_LANG, page=page)
    view, memory["problems"] = read(address, offered, fresh, values)
    memory["lang"] = view.lang
    take_over(page, view)
    if view.viewport is not None:
        go_to(view.viewport)


def write_address() -> None:
    """Write the state into the address, each change a step of the browser's history."""
    memory = remembered()
    view = replace(current(), viewport=None)
    wanted = {name: text for name, text in parameters(view).items() if name not in BOUND}
    if view.lang == DATA_LANG:
        wanted.pop("lang")
    if memory["follows"] or view.layers == memory["default"]:
        wanted.pop("layers")
    if memory["follows"]:
        wanted = {name: text for name, text in wanted.items() if not name.startswith(FILTER_PREFIX)}
    if view.year2 == memory["default_year2"]:
        wanted.pop("year2", None)
    for name in options_of(view.page):
        if name not in view.options:
            wanted.pop(name)
    wanted |= memory["extras"]
    stands = {name: text for name, text in st.query_params.to_dict().items() if name not in BOUND}
    for name in set(stands) - set(wanted):
        del st.query_params[name]
    changed = {name: text for name, text in wanted.items() if stands.get(name) != text}
    if changed:
        st.query_params.update(changed)  # one message, and so one step of the history
    memory["written"] = wanted


def link(address: str) -> str:
    """Give the address of exactly this view: defaults, viewport and data version too."""
    bare = address.partition("?")[0]
    return f"{bare}?{urlencode({**parameters(current()), 'data': data_version()})}"
