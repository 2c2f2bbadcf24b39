"""What the map and the session have told each other: clicks, viewport, steps of the year, layers sent."""

from collections.abc import Mapping, Sequence

import streamlit as st

from layers.drawings import from_map
from pages.shared.address import write_address
from pages.shared.choices import select
from pages.shared.memory import remembered


def view_number() -> int:
    """Give the number of the viewport: the map obeys a viewport only when its number is new."""
    return remembered()["vn"]


def drawings_number() -> int:
    """Give the number of the drawings: the map obeys those of a state only when their number is new."""
    return remembered()["dn"]


def told() -> dict[str, object]:
    """Give the last year step that was heard of, so that the map sees which of its steps a state knows."""
    memory = remembered()
    return {"mount": memory["mount"], "yn": memory["yn"]}


def times_asked() -> int:
    """Count how often the map has asked for a made layer that it lacks."""
    return remembered()["lack"]


def sent(hashes: Sequence[str]) -> set[str]:
    """Note which made layers the map is being sent; gives those of them that it had been sent before."""
    known = remembered()["sent"]
    before = known & set(hashes)
    known.update(hashes)
    return before


def heard(value: Mapping[str, object]) -> bool:
    """
    Take in what the map told: a click, the viewport, the year after playing, what the reader drew.

    Returns
    -------
    selection_changed
        Whether the details must be drawn anew.
    """
    memory = remembered()
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
