"""The map on a page: mounted once, told the state at every run."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

import streamlit as st
from streamlit_folium import st_folium

from layers.build import build_folder
from layers.drawn import LayerFile
from layers.made import made_files
from layers.options import chosen, options_of
from layers.view import View
from layers.webmap import StateSignal, webmap
from pages.shared import state
from pages.shared.toolbar import toolbar
from pages.shared.year_slider import year_slider, year_ticks

HEIGHT_PX = 640  # until the style rule gives the frame the window's free height
TOLD = "map_told"


@cache
def _served(folder: Path) -> str:
    """
    Have the build folder served beside streamlit-folium's own, and give its address as seen from there.

    Relative, because an absolute one breaks below a base path; the name changes with the version of the data.
    """
    component = st.components.v1.declare_component(f"map-{folder.name}", path=str(folder))
    return f"../{component.name}/"


def show_map() -> None:
    """Draw the map of the current view, window-filling; what the reader does in it comes back through `heard`."""
    view = state.current()
    folder = build_folder(view.lang)
    numbers = {"vn": state.view_number(), "dn": state.drawings_number(), "told": state.told()}
    signal = StateSignal({**_drawable(view), **numbers})
    with st.container(key="map"):
        st_folium(
            webmap(_served(folder), folder.name),
            key="map",
            height=HEIGHT_PX,
            use_container_width=True,
            feature_group_to_add=signal,
            returned_objects=["last_active_drawing"],
            on_change=_heard,
        )


def _drawable(view: View) -> dict[str, object]:
    """Leave out what the map never asks, such as its page; add the page's defaults and the layers made for the view."""
    known = view.to_state()
    known["options"] = {name: chosen(view.page, view.options, name) for name in options_of(view.page)}
    seen = known["view"]
    del known["page"]
    made = made_files(view)
    if made:
        # the number makes an answer differ from what the map was told before
        known |= {"made": _parcels(made), "asked": state.times_asked()}
    return {**known, "view": seen and {part: seen[part] for part in ("lat", "lon", "zoom")}}


def _parcels(made: Mapping[str, LayerFile]) -> list[dict[str, object]]:
    """Send each made layer once; from then on its name is enough, until the map says that it lacks it."""
    hashes = {key: one.get("hash") or _hash(one) for key, one in made.items()}
    held = state.sent(list(hashes.values()))
    return [
        {"key": key, "hash": name} if name in held else {"key": key, "hash": name, "file": made[key]}
        for key, name in hashes.items()
    ]


def _hash(file: LayerFile) -> str:
    """Give a short name of a file's content: the map draws a made layer anew only when this changes."""
    return sha256(json.dumps(file, sort_keys=True).encode()).hexdigest()[:12]


def _heard() -> None:
    told = (st.session_state.get("map") or {}).get("last_active_drawing")
    if told and state.heard(told):
        st.session_state[TOLD] = True


def redraw_page() -> None:
    """Have the whole page drawn: for callbacks below the map, whose choice changes filters, details and table too."""
    st.session_state[TOLD] = True


def map_stage(page: str, one_year: bool = True, below: Callable[[], None] | None = None) -> None:
    """
    Draw toolbar, slider and map: the slider and the map alone are run again on a year change.

    Parameters
    ----------
    page
        Name of the page.
    one_year
        Whether one year may stand alone; not on a page that compares.
    below
        Draws what stands below the map and follows the year. It runs with the slider, after the map has been told
        the year, so that the map never waits for it.
    """
    with st.container(key="stage"):
        toolbar(page, one_year)
        year_ticks(state.current().layers)
        _map_and_year(below)


@st.fragment
def _map_and_year(below: Callable[[], None] | None) -> None:
    if st.session_state.pop(TOLD, False):
        # A click changes details and table too, which lie outside this fragment.
        st.rerun()
    year_slider()
    show_map()
    if below is not None:
        below()
