"""Small pictures of views, drawn once for each view, dress and version of data and code."""

import json

import streamlit as st

from geo.tables import data_version
from layers.build import code_version
from layers.view import View

THUMBNAIL, PREVIEW = (640, 360), (960, 540)
DAY_SECONDS = 86_400


def preview(view: View, dress: object, size: tuple[int, int] = PREVIEW) -> bytes:
    """
    Draw a view in a dress as a small PNG.

    Raises
    ------
    ValueError, TableError
        As `layers.figure.render`.
    """
    return _preview(_as_text(view), dress, size, _version())


def thumbnail(view: View) -> bytes:
    """Draw a view as a small PNG without title, which stands beside it and is often changed; may raise as `preview`."""
    from layers.figure import Dress  # here, because matplotlib takes a second to import and few visits need it

    return preview(view, Dress(title="", subtitle=""), THUMBNAIL)


def finding(view: View) -> tuple[str, str]:
    """Give the title and subtitle made from a view; may raise as `preview`."""
    return _finding(_as_text(view), _version())


def _as_text(view: View) -> str:
    return json.dumps(view.to_state(), sort_keys=True)


def _version() -> str:
    return f"{data_version()}-{code_version()}"


@st.cache_data(max_entries=300, ttl=DAY_SECONDS, show_spinner=False)
def _preview(view: str, dress: object, size: tuple[int, int], version: str) -> bytes:
    from layers.figure import render

    return render(View.from_state(json.loads(view)), "png", size, dress)


@st.cache_data(max_entries=1_000, ttl=DAY_SECONDS, show_spinner=False)
def _finding(view: str, version: str) -> tuple[str, str]:
    from layers.figure.subject import subject

    return subject(View.from_state(json.loads(view))).heading()
