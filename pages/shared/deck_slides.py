"""The slides of the basket as thumbnails: renamed, moved, copied, taken out, opened again."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from geo.faults import TableError
from layers.address import view_at
from layers.basket import Basket, Entry
from layers.view import View
from pages.shared import state
from pages.shared.basket import change
from pages.shared.deck_words import said
from pages.shared.thumbnails import finding, thumbnail
from pages.shared.view_menu import FILES

ACROSS, TEXT_PX = 3, 68
LAYOUTS = ("map", "chart", "table", "picture")
WANTED = "deck.wanted"


def deck_slides(held: Basket) -> None:
    """Draw the slides, three in a row; what is wrong with one is said at its place."""
    entries = list(enumerate(held.entries, start=1))
    for start in range(0, len(entries), ACROSS):
        for place, (number, entry) in zip(st.columns(ACROSS), entries[start : start + ACROSS], strict=False):
            with place, st.container(border=True, key=f"deck-card-{entry.id}"):
                _card(number, len(entries), entry)
    wanted = st.session_state.pop(WANTED, None)
    if wanted is not None:
        st.switch_page(FILES[wanted])


def _card(number: int, of: int, entry: Entry) -> None:
    st.caption(said("deck.number", number=number))
    view, found = None, ("", "")
    try:
        view = view_at(entry.view)
        found = finding(view)
        st.image(thumbnail(view), width="stretch", alt=entry.title or found[0])
    except (ValueError, LookupError, TableError) as fault:
        st.error(said("deck.broken", number=number, fault=fault), icon=":material/broken_image:")
    _text(entry, "title", said("deck.title", number=number), found[0])
    with st.container(horizontal=True, key=f"deck-tools-{entry.id}"):
        _tool(entry, "earlier", number, "arrow_back", partial(_move, entry.id, -1), number == 1)
        _tool(entry, "later", number, "arrow_forward", partial(_move, entry.id, 1), number == of)
        _tool(entry, "duplicate", number, "content_copy", partial(_duplicate, entry.id))
        _tool(entry, "open", number, "open_in_new", partial(_open, view), view is None or view.page not in FILES)
        with st.popover(
            said("deck.edit", number=number), icon=":material/edit_note:", key=f"deck.edit.{entry.id}",
            help=said("deck.edit", number=number),
        ):  # fmt: skip
            _details(number, entry, found[1])
        _tool(entry, "remove", number, "delete", partial(_remove, entry.id))


def _tool(entry: Entry, name: str, number: int, icon: str, do: Callable[[], None], disabled: bool = False) -> None:
    """Draw a button that shows its icon; its words are there for screen readers and as a hint."""
    words = said(f"deck.{name}", number=number)
    st.button(
        words, icon=f":material/{icon}:", key=f"deck.{name}.{entry.id}", help=words, on_click=do, disabled=disabled
    )


def _details(number: int, entry: Entry, below: str) -> None:
    key = f"deck.layout.{entry.id}"
    st.session_state[key] = entry.layout if entry.layout in LAYOUTS else LAYOUTS[0]
    labels = {one: said(f"deck.layout_{one}") for one in LAYOUTS}
    st.selectbox(
        said("deck.layout", number=number),
        list(labels),
        key=key,
        format_func=labels.get,
        on_change=_take,
        args=(entry.id, "layout", key),
    )
    _text(entry, "subtitle", said("deck.subtitle", number=number), below, "visible")
    key = f"deck.note.{entry.id}"
    st.session_state[key] = entry.note
    st.text_area(
        said("deck.note", number=number),
        key=key,
        max_chars=5_000,
        help=said("deck.note_hint"),
        on_change=_take,
        args=(entry.id, "note", key),
    )
    if entry.banner:
        st.caption(said("deck.came_with", banner=entry.banner))


def _text(entry: Entry, name: str, label: str, otherwise: str, visibility: str = "collapsed") -> None:
    """Draw a box for a text of the reader's own; the words that stand without one show through it."""
    key = f"deck.{name}.{entry.id}"
    st.session_state[key] = getattr(entry, name)  # as the file has it: another window may have changed it
    st.text_area(
        label,
        height=TEXT_PX,
        key=key,
        placeholder=otherwise,
        max_chars=500,
        label_visibility=visibility,
        on_change=_take,
        args=(entry.id, name, key),
    )


def _take(entry: str, name: str, key: str) -> None:
    text = st.session_state[key].strip()
    if name != "note":
        text = " ".join(text.split())
    change(lambda held: held.changed(entry, **{name: text}))


def _move(entry: str, by: int) -> None:
    change(lambda held: held.moved(entry, by))


def _duplicate(entry: str) -> None:
    change(lambda held: held.duplicated(entry))


def _remove(entry: str) -> None:
    change(lambda held: held.without(entry))


def _open(view: View) -> None:
    state.open_view(view.page, view)
    st.session_state[WANTED] = view.page
