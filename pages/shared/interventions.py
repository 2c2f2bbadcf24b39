"""Interventions against their surroundings and a control: those of sources, and one of the reader's own."""

import pandas as pd
import streamlit as st

from geo.displacement import Comparison, subject
from geo.displacement.evaluation import Evaluation, evaluate
from geo.displacement.interventions import Intervention, Unusable, define, interventions
from geo.sources import source
from layers.displaced import misleads, subject_word
from layers.evaluated import (
    figures,
    finding_in_words,
    findings_table,
    inputs_table,
    quotient_in_words,
    warnings,
)
from layers.pair.own import OWN, ROLES, own_choice, written
from pages.shared import markup, state

DECIMALS = 3  # ratios to a control are small


def intervention_list(key: str, found: Comparison | None) -> None:
    """Let the reader choose an intervention, or define another; draw it with its inputs and what others found."""
    known = {one.key: one for one in interventions()}
    labels = {key: one.name for key, one in known.items()} | {OWN: state.tell("pair.own.title")}
    name = "control.option.intervention"
    st.session_state.setdefault(name, state.option("intervention") or next(iter(known)))
    if st.session_state[name] not in labels:
        st.warning(state.tell("pair.own.unknown", name=st.session_state[name]), icon=":material/link_off:")
        st.session_state[name] = next(iter(known))
    chosen = st.selectbox(state.tell("pair.own.choose"), list(labels), format_func=labels.get, key=name)
    state.set_option("intervention", "" if chosen == next(iter(known)) else chosen)
    if chosen == OWN:
        _own(key)
        return
    one = known[chosen]
    st.html("".join(markup.text("p", line) for line in (one.choice_reason, one.control_reason, one.note) if line))
    _evaluated(evaluate(one))
    cited = source(one.source_key)
    st.html(f'<p class="nx-cited">{markup.anchor(cited.full, cited.url)}</p>')


def _own(key: str) -> None:
    """Draw the form of a reader's own intervention in the units of what is compared; the address keeps it."""
    about = subject(key)
    held = own_choice(state.option("own"), key)
    names = {unit: str(name) for unit, name in about.names().items()}
    with st.form("own-intervention", border=False):
        st.caption(state.tell("pair.own.hint", subject=subject_word(key, "name", state.current().lang)))
        areas = {
            role: column.multiselect(
                state.tell(f"pair.own.{role}"), list(names), [one for one in held[role] if one in names], names.get
            )
            for role, column in zip(ROLES, st.columns(len(ROLES)), strict=True)
        }
        years = {
            phase: column.multiselect(state.tell(f"pair.own.{phase}"), list(about.years()), held[phase])
            for phase, column in zip(("before", "after"), st.columns(2), strict=True)
        }
        if st.form_submit_button(state.tell("pair.own.evaluate"), type="primary"):
            held = {**areas, **years}
            state.set_option("own", written(key, held))
    if not any(held.values()):
        return
    try:
        own: Intervention = define(*(held[role] for role in ROLES), held["before"], held["after"], key)
    except Unusable as refused:
        lang = state.current().lang
        listed = "".join(markup.text("li", finding_in_words(one, key, lang)) for one in refused.findings)
        st.html(f'<div class="nx-warned nx-refused" role="alert"><ul>{listed}</ul></div>')
        return
    _evaluated(evaluate(own))


def _evaluated(done: Evaluation) -> None:
    lang = state.current().lang
    st.html(markup.text("h4", state.tell("pair.own.result"), "nx-group"))
    st.html(markup.text("p", state.tell("pair.own.quotient", said=quotient_in_words(done, lang)), "nx-strong"))
    _frame(figures(done, lang), "figures")
    listed = "".join(markup.text("li", one) for one in warnings(done, lang))
    st.html(f'<div class="nx-warned" role="note">{markup.text("b", state.tell("pair.mind"))}<ul>{listed}</ul></div>')
    st.html(markup.text("h4", state.tell("pair.own.inputs"), "nx-group"))
    _frame(inputs_table(done, lang), "inputs")
    if len(done.findings):
        st.html(markup.text("h4", state.tell("pair.own.findings"), "nx-group"))
        _frame(findings_table(done, lang), "others")
    with st.expander(state.tell("pair.own.misleads")):
        st.html("".join(markup.text("p", misleads(one, lang)) for one in ("wdq", "wdd")))


def _frame(frame: pd.DataFrame, name: str) -> None:
    numbers = frame.select_dtypes("number").columns
    st.dataframe(
        frame.round({one: DECIMALS for one in numbers}),
        hide_index=True,
        placeholder="",
        column_config={one: st.column_config.NumberColumn(format="localized") for one in numbers},
        key=f"intervention-{name}",
    )
