"""The state of a reader's session: what the address says, what the controls say, and how they stay the same."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlencode

import streamlit as st

from geo.tables import data_version
from layers.build import catalogue
from layers.drawings import Drawing, from_map
from layers.link import DEFAULT_YEAR, FILTER_PREFIX, parameters, read
from layers.options import chosen, options_of
from layers.view import View
from layers.words import DATA_LANG, languages, word

KEY = "nexo"
# Written by the slider itself (bind="query-params"), so that a year change needs no page rerun.
BOUND = ("year",)


def _memory() -> dict[str, object]:
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
    memory = _memory()
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
    memory = _memory()
    offered = {key: tuple(catalogue(memory["lang"])[key]["filters"]) for key in known}
    values = {
        (key, field): [one["value"] for one in choices]
        for key in known
        for field, choices in catalogue(memory["lang"])[key]["filters"].items()
    }
    fresh = View(
        year=DEFAULT_YEAR, year2=memory["default_year2"], layers=memory["default"], lang=DATA_LANG, page=page
    )
    view, memory["problems"] = read(address, offered, fresh, values)
    memory["lang"] = view.lang
    _take(page, view)
    if view.viewport is not None:
        go_to(view.viewport)


def _take(page: str, view: View) -> None:
    """Take over year, second year, layers, filters and selection for a page, which may be another than the open one."""
    memory = _memory()
    memory.update(
        year=view.year,
        filters={layer: dict(by) for layer, by in view.filters.items()},
        selected=view.selected,
    )
    memory["layers"][page] = view.layers
    memory["year2"][page] = view.year2
    memory["options"][page] = dict(view.options)
    set_drawings(page, view.drawings)
    st.session_state["year"] = view.year
    forget_widgets()


def language() -> str:
    """Give the reader's language; a session that opens takes it from the address before anything is drawn."""
    memory = _memory()
    asked = st.query_params.get("lang")
    if memory["page"] is None and asked in languages():
        memory["lang"] = asked
    return memory["lang"]


def set_language(lang: str) -> None:
    """Choose the language; all else stays as it is, and widgets take their words and values anew."""
    memory = _memory()
    memory["lang"] = lang
    memory["sent"].clear()
    memory["year"] = st.session_state["year"] = st.session_state.get("year", memory["year"])
    forget_widgets()


def forget_widgets() -> None:
    """Let every control of the page take its value from memory at its next drawing."""
    for key in list(st.session_state):
        if isinstance(key, str) and key.startswith("control."):
            del st.session_state[key]


def current() -> View:
    """Give the view of now: the slider's year, everything else from memory."""
    memory = _memory()
    memory["year"] = st.session_state.get("year", memory["year"])
    return _view(memory)


def later() -> Callable[[], View]:
    """Give a function that gives the view of the moment it is called, outside the session's own run too."""
    memory = _memory()
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


def view_number() -> int:
    """Give the number of the viewport: the map obeys a viewport only when its number is new."""
    return _memory()["vn"]


def drawings_number() -> int:
    """Give the number of the drawings: the map obeys those of a state only when their number is new."""
    return _memory()["dn"]


def told() -> dict[str, object]:
    """Give the last year step that was heard of, so that the map sees which of its steps a state knows."""
    memory = _memory()
    return {"mount": memory["mount"], "yn": memory["yn"]}


def set_layers(keys: Sequence[str]) -> None:
    """Choose the layers of the open page."""
    memory = _memory()
    memory["layers"][memory["page"]] = tuple(keys)


def show_layer(key: str) -> None:
    """Switch a layer of the open page on, if it is not."""
    memory = _memory()
    shown = memory["layers"][memory["page"]]
    if key not in shown:
        set_layers((*shown, key))
        forget_widgets()


def open_view(page: str, view: View) -> None:
    """Take over a whole view for a page, which may be another than the open one."""
    _memory()["problems"] = []
    _take(page, view)
    go_to(view.viewport)


def set_filter(layer: str, field: str, values: Sequence[str] | None) -> None:
    """Choose the values of a filter: none of them lets everything through, None goes back to the default."""
    fields = _memory()["filters"].setdefault(layer, {})
    if values is None:
        fields.pop(field, None)
    else:
        fields[field] = tuple(values)


def clear_filters(layer: str) -> None:
    """Take the filters of a layer back to their defaults."""
    _memory()["filters"].pop(layer, None)
    forget_widgets()


def option(name: str) -> str:
    """Give what holds for an option of the open page: what the reader chose, else its default."""
    view = current()
    return chosen(view.page, view.options, name)


def set_option(name: str, text: str) -> None:
    """
    Choose an option of the open page.

    Raises
    ------
    ValueError
        If the option cannot take this text.
    """
    memory = _memory()
    one = options_of(memory["page"])[name]
    expected = one.fault(text)
    if expected:
        raise ValueError(f"option {name} is {text!r}, expected {expected}")
    held = memory["options"].setdefault(memory["page"], {})
    held.pop(name, None)
    if text != one.default:
        held[name] = text


def set_year2(year: int | None) -> None:
    """Choose the second year, or none."""
    memory = _memory()
    memory["year2"][memory["page"]] = year


def set_years(earlier: int, later: int) -> None:
    """Choose both years of a comparison: the slider stands at the later."""
    memory = _memory()
    set_year2(earlier)
    st.session_state["year"] = memory["year"] = later
    forget_widgets()


def follow(layers: Sequence[str], filters: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
    """
    Show the layers and filters that follow from the open page's options: they stand in no address of their own.

    Holds until another page is opened.
    """
    _memory()["follows"] = (tuple(layers), {layer: dict(by) for layer, by in filters.items()})


def times_asked() -> int:
    """Count how often the map has asked for a made layer that it lacks."""
    return _memory()["lack"]


def sent(hashes: Sequence[str]) -> set[str]:
    """Note which made layers the map is being sent; gives those of them that it had been sent before."""
    known = _memory()["sent"]
    before = known & set(hashes)
    known.update(hashes)
    return before


def set_drawings(page: str, drawn: Sequence[Drawing]) -> None:
    """
    Choose what is drawn on a page, in place of what the reader drew there.

    Each page has its own: a note speaks of what its page shows, and on another map it would speak of something else.
    """
    memory = _memory()
    if memory["drawings"].get(page, ()) != tuple(drawn):
        memory["drawings"][page] = tuple(drawn)
        memory["dn"] += 1


def select(layer: str | None, feature: str | None) -> None:
    """Choose a feature, or none."""
    _memory()["selected"] = (layer, feature) if layer and feature else None


def go_to(viewport: Mapping[str, float] | None) -> None:
    """Send the map somewhere; None is the national view."""
    memory = _memory()
    memory["viewport"] = None if viewport is None else dict(viewport)
    memory["vn"] += 1


def reset() -> None:
    """Go back to the page as a bare address opens it."""
    memory = _memory()
    page = memory["page"]
    memory.update(filters={}, selected=None, problems=[])
    memory["layers"].pop(page, None)
    memory["year2"].pop(page, None)
    memory["options"].pop(page, None)
    set_drawings(page, ())
    st.session_state["year"] = memory["year"] = DEFAULT_YEAR
    go_to(None)
    forget_widgets()


def set_extra(name: str, value: str | None) -> None:
    """Keep a parameter of one page in the address; None takes it out."""
    extras = _memory()["extras"]
    extras.pop(name, None)
    if value is not None:
        extras[name] = value


def show_on_map(page: str, layer: str, feature: str, year: int | None) -> None:
    """Prepare a page to open on a feature, in a year that shows it."""
    memory = _memory()
    shown = memory["layers"].get(page)
    memory["layers"][page] = tuple(dict.fromkeys((layer, *(shown or ()))))
    select(layer, feature)
    if year is not None:
        memory["year"] = year
        st.session_state["year"] = year
    forget_widgets()


def heard(value: Mapping[str, object]) -> bool:
    """
    Take in what the map told: a click, the viewport, the year after playing, what the reader drew.

    Returns
    -------
    selection_changed
        Whether the details must be drawn anew.
    """
    memory = _memory()
    if value.get("mount") != memory["mount"]:
        memory.update(mount=value.get("mount"), n=0, yn=0, lack=0, drawn=0)
    if value.get("view"):
        memory["viewport"] = value["view"]
    if value.get("lack", 0) > memory["lack"]:
        memory["lack"] = value["lack"]
        memory["sent"].clear()
    if value.get("yn", 0) > memory["yn"]:
        memory["yn"] = value["yn"]
        st.session_state["year"] = int(value["year"])
    if value.get("dn", 0) > memory["drawn"]:
        memory["drawn"] = value["dn"]
        # Not by set_drawings: the map has these already, and may have newer ones.
        memory["drawings"][memory["page"]] = from_map(value.get("drawings") or ())
        write_address()
    if value.get("n", 0) <= memory["n"]:
        return False
    memory["n"] = value["n"]
    select(value.get("layer"), value.get("id"))
    return True


def write_address() -> None:
    """Write the state into the address, each change a step of the browser's history."""
    memory = _memory()
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


def tell(key: str, **fields: object) -> str:
    """Give a shown string of the pages in the reader's language."""
    return word(f"pages.{key}", _memory()["lang"], **fields)
