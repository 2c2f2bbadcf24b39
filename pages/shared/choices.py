"""What the reader chooses on a page: layers, filters, years, options, drawings, a feature, a place on the map."""

from collections.abc import Mapping, Sequence

import streamlit as st

from layers.drawings import Drawing
from layers.link import DEFAULT_YEAR
from layers.options import chosen, options_of
from layers.view import View
from pages.shared.memory import current, forget_widgets, remembered


def set_layers(keys: Sequence[str]) -> None:
    """Choose the layers of the open page."""
    memory = remembered()
    memory["layers"][memory["page"]] = tuple(keys)


def show_layer(key: str) -> None:
    """Switch a layer of the open page on, if it is not."""
    memory = remembered()
    shown = memory["layers"][memory["page"]]
    if key not in shown:
        set_layers((*shown, key))
        forget_widgets()


def set_filter(layer: str, field: str, values: Sequence[str] | None) -> None:
    """Choose the values of a filter: none of them lets everything through, None goes back to the default."""
    fields = remembered()["filters"].setdefault(layer, {})
    if values is None:
        fields.pop(field, None)
    else:
        fields[field] = tuple(values)


def clear_filters(layer: str) -> None:
    """Take the filters of a layer back to their defaults."""
    remembered()["filters"].pop(layer, None)
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
    memory = remembered()
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
    memory = remembered()
    memory["year2"][memory["page"]] = year


def set_years(earlier: int, later: int) -> None:
    """Choose both years of a comparison: the slider stands at the later."""
    memory = remembered()
    set_year2(earlier)
    st.session_state["year"] = memory["year"] = later
    forget_widgets()


def follow(layers: Sequence[str], filters: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
    """
    Show the layers and filters that follow from the open page's options: they stand in no address of their own.

    Holds until another page is opened.
    """
    remembered()["follows"] = (tuple(layers), {layer: dict(by) for layer, by in filters.items()})


def set_drawings(page: str, drawn: Sequence[Drawing]) -> None:
    """
    Choose what is drawn on a page, in place of what the reader drew there.

    Each page has its own: a note speaks of what its page shows, and on another map it would speak of something else.
    """
    memory = remembered()
    if memory["drawings"].get(page, ()) != tuple(drawn):
        memory["drawings"][page] = tuple(drawn)
        memory["dn"] += 1


def select(layer: str | None, feature: str | None) -> None:
    """Choose a feature, or none."""
    remembered()["selected"] = (layer, feature) if layer and feature else None


def go_to(viewport: Mapping[str, float] | None) -> None:
    """Send the map somewhere; None is the national view."""
    memory = remembered()
    memory["viewport"] = None if viewport is None else dict(viewport)
    memory["vn"] += 1


def set_extra(name: str, value: str | None) -> None:
    """Keep a parameter of one page in the address; None takes it out."""
    extras = remembered()["extras"]
    extras.pop(name, None)
    if value is not None:
        extras[name] = value


def take_over(page: str, view: View) -> None:
    """Take over year, second year, layers, filters and selection for a page, which may be another than the open one."""
    memory = remembered()
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


def open_view(page: str, view: View) -> None:
    """Take over a whole view for a page, which may be another than the open one."""
    remembered()["problems"] = []
    take_over(page, view)
    go_to(view.viewport)


def show_on_map(page: str, layer: str, feature: str, year: int | None) -> None:
    """Prepare a page to open on a feature, in a year that shows it."""
    memory = remembered()
    shown = memory["layers"].get(page)
    memory["layers"][page] = tuple(dict.fromkeys((layer, *(shown or ()))))
    select(layer, feature)
    if year is not None:
        memory["year"] = year
        st.session_state["year"] = year
    forget_widgets()


def reset() -> None:
    """Go back to the page as a bare address opens it."""
    memory = remembered()
    page = memory["page"]
    memory.update(filters={}, selected=None, problems=[])
    memory["layers"].pop(page, None)
    memory["year2"].pop(page, None)
    memory["options"].pop(page, None)
    set_drawings(page, ())
    st.session_state["year"] = memory["year"] = DEFAULT_YEAR
    go_to(None)
    forget_widgets()
