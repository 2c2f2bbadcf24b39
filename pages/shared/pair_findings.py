"""What the two years say: the finding in a sentence, what warns of it, and its tables, under the map."""

from collections.abc import Callable

import streamlit as st

from geo.displacement import Comparison
from layers.displaced import headline, reasons, subject_word, warnings
from layers.pair.pairs import compared, hint, nearest_pair
from pages.shared import markup, state
from pages.shared.interventions import intervention_list
from pages.shared.pair_claims import claims_beside, literature
from pages.shared.pair_measures import pair_measures
from pages.shared.pair_table import pair_table

TABS: dict[str, Callable[[str, Comparison | None], None]] = {
    "table": pair_table,
    "measures": pair_measures,
    "claims": claims_beside,
    "interventions": intervention_list,
    "literature": literature,
}


def pair_findings() -> None:
    """Draw what follows the years: runs with the map whenever one of them changes, and draws the open part only."""
    view = state.current()
    key = state.option("subject")
    first, second = sorted((view.year, view.year2))
    with st.container(key="findings"):
        found = None if first == second else compared(key, first, second)
        if found is None:
            st.info(state.tell("pair.same_year", year=first), icon=":material/compare_arrows:")
        elif isinstance(found, Comparison):
            _finding(found, view.lang)
        else:
            _refusal(found, key, first, second, view.lang)
        tabs = st.tabs([state.tell(f"pair.tab.{name}") for name in TABS], key="pair-tabs", on_change="rerun")
        for tab, draw in zip(tabs, TABS.values(), strict=True):
            if tab.open:
                with tab:
                    draw(key, found if isinstance(found, Comparison) else None)


def _finding(found: Comparison, lang: str) -> None:
    st.html(markup.text("h2", headline(found, lang), "nx-finding"))
    said = warnings(found, lang)
    if said:
        # names of the tables stand in it: as plain text, not as markdown
        listed = "".join(markup.text("li", one) for one in said)
        st.html(
            f'<div class="nx-warned" role="note">{markup.text("b", state.tell("pair.mind"))}<ul>{listed}</ul></div>'
        )


def _refusal(found: object, key: str, first: int, second: int, lang: str) -> None:
    name = subject_word(key, "name", lang)
    st.html(markup.text("h2", state.tell("pair.refused", subject=name, first=first, second=second), "nx-finding"))
    said = [*reasons(found, key, lang), hint(key, first, second, lang)]
    listed = "".join(markup.text("li", one) for one in said)
    st.html(f'<div class="nx-warned nx-refused" role="alert"><ul>{listed}</ul></div>')
    pair = nearest_pair(key, first, second)
    if pair is not None:
        told = state.tell("pair.instead", first=pair[0], second=pair[1])
        if st.button(told, key="pair-instead", icon=":material/compare_arrows:", on_click=state.set_years, args=pair):
            # the control of the earlier year lies outside this fragment
            st.rerun()
