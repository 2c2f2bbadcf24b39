"""The year slider: one for all pages, called inside each page's map fragment."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from geo.timeline import YEARS
from layers.build import catalogue
from layers.link import DEFAULT_YEAR
from pages.shared.state import current, tell

# The articles that Nexo was drawn from describe these moments.
AS_OF = {2015: "as_of_2015", 2016: "as_of_2016", 2020: "as_of_2020"}


def year_slider() -> int:
    """Draw the slider; the year is in the address and keeps its value over pages."""
    with st.container(key="slider"):
        # The binding leaves the default out of the address, so the default must be that of a bare address.
        return st.slider(
            tell("year"),
            YEARS[0],
            YEARS[-1],
            DEFAULT_YEAR,
            key="year",
            bind="query-params",
            label_visibility="collapsed",
        )


def year_ticks(layers: Sequence[str]) -> None:
    """
    Draw what lies under the slider: years with data for the layers shown, series breaks, the articles' dates.

    Drawn outside the map's fragment: it changes with the layers, not with the year.
    """
    known = catalogue(current().lang)
    shown = [known[key] for key in layers if key in known]
    parts = []
    for year in YEARS:
        left = f"left:{100 * (year - YEARS[0]) / (len(YEARS) - 1):.2f}%"
        named = [one["title"] for one in shown if year in one["data_years"]]
        hint = (
            tell("tick_data", year=year, layers="; ".join(named)) if named else tell("tick_none", year=year)
        )
        parts.append(f'<span style="{left}" title="{escape(hint)}">{year}</span>')
        parts.append(f'<i class="{"" if named else "none"}" style="{left}" title="{escape(hint)}"></i>')
        if year in AS_OF:
            as_of = escape(tell("tick_as_of", when=tell(AS_OF[year])))
            parts.append(f'<i class="asof" style="{left}" title="{as_of}"></i>')
        broken = [one["title"] for one in shown if year in one["breaks_before"]]
        if broken and year > YEARS[0]:
            said = escape(tell("tick_break", year=year, layers="; ".join(broken)))
            middle = f"left:{100 * (year - YEARS[0] - 0.5) / (len(YEARS) - 1):.2f}%"
            parts.append(
                f'<i class="break" style="{middle}" title="{said}"></i>'
            )
    with st.container(key="ticks"):
        st.html(f'<div class="nx-ticks">{"".join(parts)}</div>')
