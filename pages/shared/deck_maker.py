"""What is said of the deck as a whole, and the button that makes it."""

from collections.abc import Iterator

import streamlit as st

from geo.faults import TableError
from layers.basket import Basket
from pages.shared import state, uploads
from pages.shared.banner_choice import banner_choice
from pages.shared.basket import change
from pages.shared.deck_words import said
from pages.shared.slide_dialog import POWERPOINT

KINDS = {"pptx": POWERPOINT, "pdf": "application/pdf"}
MADE = "deck.made"
NO_MAP = ""


def deck_settings(held: Basket) -> tuple[str, bytes | None, bytes | None]:
    """Draw opening, sources, banner and format; gives the format, logo and template of the file to make."""
    _switch("opening", held.opening)
    if held.opening:
        _opening(held)
    _switch("sources", held.sources)
    text, colour = held.marking
    banner_choice("deck", text, colour, _mark)
    strays = [one for one in held.markings if one != text]
    if strays:
        marking = text or said("deck.unmarked")
        st.warning(said("deck.differs", banners=", ".join(strays), marking=marking), icon=":material/shield:")
    labels = {one: said(f"deck.{one}") for one in KINDS}
    kind = st.radio(said("deck.format"), list(labels), key="deck.format", format_func=labels.get, horizontal=True)
    with st.expander(said("slide.dressing")):
        logo = uploads.logo("deck")
        template = uploads.template("deck") if kind == "pptx" else None
    return kind, logo, template


def _opening(held: Basket) -> None:
    for name, box in (("title", st.text_input), ("text", st.text_area)):
        key = f"deck.of.{name}"
        st.session_state[key] = getattr(held, name)
        most = {"title": 500, "text": 1_000}[name]
        box(said(f"deck.opening_{name}"), key=key, max_chars=most, on_change=_take, args=(name, key))
    maps = dict(_maps(held))
    key = "deck.of.opening_view"
    st.session_state[key] = held.opening_view
    st.selectbox(
        said("deck.opening_map"), list(maps), key=key, format_func=maps.get, on_change=_take, args=("opening_view", key)
    )


def _maps(held: Basket) -> Iterator[tuple[str, str]]:
    """Give the maps that an opening can show, by address: none, that of a slide, the one that it has."""
    named = {held.opening_view: said("deck.own_map")} if held.opening_view else {}
    for number, entry in reversed(list(enumerate(held.entries, start=1))):
        named[entry.view] = said("deck.of_slide", number=number)
    yield NO_MAP, said("deck.no_map")
    yield from reversed(named.items())


def _switch(name: str, on: bool) -> None:
    key = f"deck.of.{name}"
    st.session_state[key] = on
    st.checkbox(said(f"deck.{name}"), key=key, on_change=_take, args=(name, key))


def _take(name: str, key: str) -> None:
    value = st.session_state[key]
    value = value.strip() if isinstance(value, str) else value
    change(lambda held: held.told(**{name: value}))


def _mark(text: str, colour: str) -> None:
    change(lambda held: held.told(banner=text, banner_colour=colour))


def deck_file(held: Basket, kind: str, logo: bytes | None, template: bytes | None) -> None:
    """Make the deck on demand, with a bar that moves with every page; then give its file."""
    asked = st.session_state.pop("deck.asked", False)
    order = (held.version, kind, logo, template, state.current().lang)
    kept = st.session_state.get(MADE)
    if kept is not None and kept["order"] != order:
        st.session_state.pop(MADE)  # the file of a deck that is another by now
        kept = None
    st.button(
        said("deck.make"),
        key="deck.make",
        type="primary",
        icon=":material/auto_awesome_motion:",
        on_click=_ask,
        disabled=not held.entries,
    )
    if asked and held.entries:
        kept = _make(held, order)
    if kept is None:
        return
    st.download_button(
        said("deck.download"), kept["data"], file_name=f"nexo-deck.{kind}", mime=KINDS[kind],
        icon=":material/download:", key="deck.download", on_click="ignore",
    )  # fmt: skip
    st.caption(said("deck.made", pages=kept["pages"]))
    for number, why in kept["refused"]:
        st.error(said("deck.missing", slide=_slide_name(number), fault=why), icon=":material/broken_image:")


def _ask() -> None:
    st.session_state["deck.asked"] = True


def _make(held: Basket, order: tuple[int, str, bytes | None, bytes | None, str]) -> dict[str, object] | None:
    """Make the deck; gives what is kept of it, None if nothing could be made, which is said."""
    from layers.deck.collected import made
    from layers.deck.upload import as_file
    from layers.figure import Banner, Dress

    _, kind, logo, template, lang = order
    bar = st.progress(0.0, said("deck.starting"))

    def tell(done: int, of: int) -> None:
        bar.progress(done / of, said("deck.making", done=done, of=of))

    try:
        with as_file(template) as path:
            result = made(held, kind, Dress(banner=Banner(*held.marking), logo=logo), path, tell, lang)
    except (ValueError, TableError, OSError) as fault:
        st.error(said("deck.cannot", fault=fault), icon=":material/error:")
        return None
    finally:
        bar.empty()
    refused = [(one.number, one.why) for one in result.refused]
    kept = {"order": order, "data": result.data, "pages": result.pages, "refused": refused}
    st.session_state[MADE] = kept
    return kept


def _slide_name(number: int) -> str:
    if number == 0:
        return said("deck.missing_opening")
    return said("deck.missing_sources") if number < 0 else said("deck.missing_slide", number=number)
