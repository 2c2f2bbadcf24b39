"""What a session remembers beyond its widgets, and the view that follows from it."""

from collections.abc import Callable, Mapping

import streamlit as st

from layers.link import DEFAULT_YEAR
from layers.view import View
from layers.words import DATA_LANG, languages, word

KEY = "nexo"


def remembered() -> dict[str, object]:
    """Give what this session remembers beyond its widgets, which Streamlit forgets when a page does not draw them."""
    return st.session_state.setdefault(
        KEY,
        {
            "page": None,
            "year": DEFAULT_YEAR,
            "year2": {},
            "layers": {},
            "filters": {},
            "selected": None,
            "viewport": None,
            "vn": 0,
            "lang": DATA_LANG,
            "written": {},
            "problems": [],
            "mount": None,
            "n": 0,
            "yn": 0,
            "lack": 0,
            "sent": set(),
            "extras": {},
            "options": {},
            "drawings": {},
            "dn": 0,
            "drawn": 0,
            "default": (),
            "default_year2": None,
            "follows": None,
        },
    )


def forget_widgets() -> None:
    """Let every control of the page take its value from memory at its next drawing."""
    for key in list(st.session_state):
        if isinstance(key, str) and key.startswith("control."):
            del st.session_state[key]


def current() -> View:
    """Give the view of now: the slider's year, everything else from memory."""
    memory = remembered()
    memory["year"] = st.session_state.get("year", memory["year"])
    return _view(memory)


def later() -> Callable[[], View]:
    """Give a function that gives the view of the moment it is called, outside the session's own run too."""
    memory = remembered()
    return lambda: _view(memory)


def _view(memory: Mapping[str, object]) -> View:
    layers, filters = memory["follows"] or (memory["layers"][memory["page"]], memory["filters"])
    return View(
        year=memory["year"],
        year2=memory["year2"][memory["page"]],
        layers=layers,
        filters={layer: {name: tuple(values) for name, values in by.items()} for layer, by in filters.items()},
        selected=memory["selected"],
        viewport=memory["viewport"],
        lang=memory["lang"],
        page=memory["page"],
        options=dict(memory["options"].get(memory["page"], {})),
        drawings=memory["drawings"].get(memory["page"], ()),
    )


def language() -> str:
    """Give the reader's language; a session that opens takes it from the address before anything is drawn."""
    memory = remembered()
    asked = st.query_params.get("lang")
    if memory["page"] is None and asked in languages():
        memory["lang"] = asked
    return memory["lang"]


def set_language(lang: str) -> None:
    """Choose the language; all else stays as it is, and widgets take their words and values anew."""
    memory = remembered()
    memory["lang"] = lang
    memory["sent"].clear()
    memory["year"] = st.session_state["year"] = st.session_state.get("year", memory["year"])
    forget_widgets()


def tell(key: str, **fields: object) -> str:
    """Give a shown string of the pages in the reader's language."""
    return word(f"pages.{key}", remembered()["lang"], **fields)
