"""The menu: one section a folder of pages."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from layers.words import word

PAGES = Path(__file__).parents[1]
# Folder, file, address; the first page is the one a bare address opens.
LISTED = (
    ("maps", "situation", "situation"),
    ("maps", "routes", "routes"),
    ("maps", "displacement", "displacement"),
    ("briefs", "deck", "deck"),
    ("evidence", "sources", "sources"),
)


def pages(lang: str = "en") -> dict[str, list[StreamlitPage]]:
    """Give the pages by menu section, in menu order, their titles in a language."""
    sections: dict[str, list[StreamlitPage]] = {}
    for folder, name, address in LISTED:
        page = st.Page(
            PAGES / folder / f"{name}.py",
            title=word(f"pages.{name}.title", lang),
            icon=word(f"pages.{name}.icon"),
            url_path=address,
            default=(folder, name) == LISTED[0][:2],
        )
        sections.setdefault(word(f"pages.section.{folder}", lang), []).append(page)
    return sections
