"""The dialog "Slide": a view as a finished slide, to download or to put aside for a deck."""

from collections.abc import Callable, Mapping
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

import streamlit as st

from geo.faults import TableError
from layers import tokens
from layers.address import address_of
from layers.basket import Entry
from layers.view import View
from pages.shared import state, uploads
from pages.shared.banner_choice import banner_choice, chosen_banner
from pages.shared.basket import change, take_message
from pages.shared.deck_words import said
from pages.shared.thumbnails import finding, preview

if TYPE_CHECKING:
    from layers.figure import Dress

DECK = "pages/briefs/deck.py"
POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
# What is written: ending, type, size in px, layout of a PowerPoint slide.
FORMATS = {
    "png": ("png", "image/png", (1920, 1080), ""),
    "png_large": ("png", "image/png", (3840, 2160), ""),
    "svg": ("svg", "image/svg+xml", (1920, 1080), ""),
    "pdf": ("pdf", "application/pdf", (1920, 1080), ""),
    "pptx": ("pptx", POWERPOINT, (1920, 1080), "map"),
    "pptx_picture": ("pptx", POWERPOINT, (1920, 1080), "picture"),
}
WORDS = ("title", "subtitle")
TEXT_PX = 84
KEPT, ORDER, ADDED = "slide.kept", "slide.order", "slide.added"


def slide_button() -> None:
    """Draw the button that opens the dialog."""
    if st.button(said("slide.open"), icon=":material/slideshow:", key="slide", help=said("slide.open_hint")):
        st.session_state.pop(ADDED, None)
        st.dialog(said("slide.open"), width="large")(_dialog)()


def _dialog() -> None:
    view = state.current()
    kept = st.session_state.setdefault(KEPT, {"banner": "", "colour": tokens.INK, "format": "png"})
    try:
        found = finding(view)
    except (ValueError, TableError) as fault:
        st.error(said("slide.cannot", fault=fault), icon=":material/error:")
        return
    gather = partial(_gather, view, found)
    picture, controls = st.columns((5, 3), gap="medium")
    with controls:
        for name, words in zip(WORDS, found, strict=True):
            st.text_area(said(f"slide.{name}"), words, height=TEXT_PX, key=_key(name, found), max_chars=500,
                         help=said("slide.title_hint"), on_change=gather)  # fmt: skip
        banner_choice("slide", kept["banner"], kept["colour"], lambda text, colour: gather())
        labels = {one: said(f"slide.{one}") for one in FORMATS}
        st.selectbox(said("slide.format"), list(labels), list(labels).index(kept["format"]), key="slide.format",
                     format_func=labels.get, on_change=gather)  # fmt: skip
        order = gather()
        with st.expander(said("slide.dressing")):
            order["logo"] = uploads.logo("slide")
            order["template"] = uploads.template("slide") if FORMATS[order["kind"]][0] == "pptx" else None
        _actions(order, gather)
    with picture, st.spinner(said("slide.drawing")):
        try:
            alt = said("slide.preview", title=order["title"] or found[0])
            st.image(preview(view, _dress(order)), width="stretch", alt=alt)
        except (ValueError, TableError) as fault:
            st.error(said("slide.cannot", fault=fault), icon=":material/error:")


def _key(name: str, found: tuple[str, str]) -> str:
    """Name a box for words: another view has others, and what was typed for one must not stand over another."""
    return f"slide.{name}.{sha256(repr(found).encode()).hexdigest()[:8]}"


def _gather(view: View, found: tuple[str, str]) -> dict[str, object]:
    """
    Take in what the dialog says now.

    Called as soon as anything changes, and again by each click: a click may overtake the run that draws the change.
    The order is one object for the session, so that a download that was offered before finds what holds now.
    """
    kept = st.session_state[KEPT]
    text, colour = chosen_banner("slide", kept["banner"], kept["colour"])
    kept.update(banner=text, colour=colour, format=st.session_state.get("slide.format", kept["format"]))
    order = st.session_state.setdefault(ORDER, {"logo": None, "template": None})
    for name, words in zip(WORDS, found, strict=True):
        typed = " ".join(st.session_state.get(_key(name, found), words).split())
        order[name] = "" if typed == " ".join(words.split()) else typed
    order.update(view=view, kind=kept["format"], banner=text, colour=colour)
    return order


def _actions(order: dict[str, object], gather: Callable[[], dict[str, object]]) -> None:
    ending, mime, *_ = FORMATS[order["kind"]]
    view = order["view"]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            said("slide.download"), data=partial(slide_file, order), file_name=f"nexo-{view.page}-{view.year}.{ending}",
            mime=mime, icon=":material/download:", type="primary", on_click="ignore", key="slide.download",
            help=said("slide.download_hint"),
        )  # fmt: skip
        st.button(said("slide.add"), icon=":material/library_add:", key="slide.add", on_click=_add, args=(gather,))
    refused = take_message()
    if refused:
        st.error(refused, icon=":material/error:")
    elif st.session_state.get(ADDED):
        st.success(said("slide.added", number=st.session_state[ADDED]), icon=":material/check:")
        st.page_link(DECK, label=said("slide.to_deck"), icon=":material/slideshow:")


def _add(gather: Callable[[], dict[str, object]]) -> None:
    order = gather()
    entry = Entry(
        address_of(order["view"]), "", order["title"], order["subtitle"], banner=order["banner"],
        banner_colour=order["colour"],
    )  # fmt: skip
    grown = change(lambda basket: basket.added(entry))
    st.session_state[ADDED] = None if grown is None else len(grown.entries)


def _dress(order: Mapping[str, object]) -> "Dress":
    from layers.figure import Banner, Dress  # here, because matplotlib takes a second to import and few visits need it

    banner = Banner(order["banner"], order["colour"])
    return Dress(order["title"] or None, order["subtitle"] or None, banner, order["logo"])


def slide_file(order: Mapping[str, object]) -> bytes:
    """
    Make the file that was asked for; called outside the session's run.

    Raises
    ------
    ValueError, TableError
        As `layers.figure.render` and `layers.deck.slide`.
    """
    from layers.figure import render

    ending, _, size, layout = FORMATS[order["kind"]]
    if ending != "pptx":
        return render(order["view"], ending, size, _dress(order))
    from layers.deck import slide
    from layers.deck.upload import as_file

    with as_file(order["template"]) as template:
        return slide(order["view"], layout, _dress(order), template)
