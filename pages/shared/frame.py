"""The frame round every page: its style, in the colours that the map uses too."""

from functools import cache
from pathlib import Path

import streamlit as st

from layers import tokens

STYLE = Path(__file__).with_name("page.css")
COLOURS = ("paper", "ink", "muted", "rule", "focus", "state")


def dress() -> None:
    """Put the style on the page; the header, footer and menu of Streamlit step back."""
    st.html(_style())


@cache
def _style() -> str:
    known = tokens.for_browser()
    colours = "".join(f"--{name}: {known[name]};" for name in COLOURS)
    return f"<style>:root {{{colours}}}\n{STYLE.read_text(encoding='utf-8')}</style>"
