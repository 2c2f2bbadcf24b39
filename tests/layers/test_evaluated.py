"""Interventions, agreement and literature in words: every code has one, every figure is the evaluation's."""

import pytest

from geo.displacement.agreement import VERDICTS, WHY, agreement
from geo.displacement.evaluation import evaluate
from geo.displacement.findings import REFUSE, WARN, Finding
from geo.displacement.interventions import Unusable, define, intervention, interventions
from geo.tables import load_table, schema_of
from layers.evaluated import (
    agreement_table,
    figures,
    finding_in_words,
    findings_table,
    how_judged,
    inputs_table,
    literature_in_words,
    literature_table,
    quotient_in_words,
    warnings,
)
from layers.words import has_word, word

EVERY = pytest.mark.parametrize("one", interventions(), ids=lambda one: one.key)


@EVERY
def test_figures_are_those_of_the_evaluation(one):
    found = evaluate(one)
    told = figures(found).set_index("Figure")["Value"]
    assert told["Change, Treated"] == found.sums["treated"][1] - found.sums["treated"][0]
    assert ("Weighted displacement quotient (WDQ)" in told) is (found.quotient is not None)
    assert ("Treated less control" in told) is (found.net is not None)


@EVERY
def test_every_warning_and_reading_is_said(one):
    found = evaluate(one)
    said = warnings(found)
    assert len(said) == len(found.warnings) + 1
    assert not [text for text in said if "{" in text]
    assert quotient_in_words(found)


@EVERY
def test_inputs_and_rival_findings_name_their_sources(one):
    found = evaluate(one)
    inputs, rivals = inputs_table(found), findings_table(found)
    assert len(inputs) == len(found.inputs) and len(rivals) == len(found.findings) > 0
    assert inputs["Source"].str.len().gt(3).all() and rivals["Source"].str.len().gt(3).all()
    assert inputs["Why this role"].ne("").all()


def test_mercury_shows_who_says_what():
    rivals = findings_table(evaluate(intervention("mercury_2019"))).set_index("Study")
    assert rivals.loc["MAAP #115", "What it says"] == "Says that it did not move"
    assert list(rivals.loc["Dethier et al. 2023", "What it says"]) == ["Fall", "Says that it moved"]
    assert rivals.loc["MAAP #137", "After"] == "204 ha in period"


def test_faults_of_an_own_intervention_are_said_by_name():
    with pytest.raises(Unusable) as caught:
        define(["huallaga", "alto_huallaga"], ["calleria"], [], [2013], [2015], "coca_zones")
    assert [finding_in_words(one, "coca_zones") for one in caught.value.findings] == [
        "Nothing is chosen as control.",
        "alto_huallaga is a part of Huallaga: counting both counts it twice.",
        "alto_huallaga is no unit with figures; nearest: Huallaga.",
        "Callería has no value in 2013 (zero or not reported), which is not taken as 0.",
        "Callería has no value in 2015 (zero or not reported), which is not taken as 0.",
    ]


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (Finding(REFUSE, "two_roles", {"unit": "vraem", "roles": ("treated", "control")}), "VRAEM has two roles:"),
        (Finding(REFUSE, "years_empty", {"phase": "before"}), "No year before is chosen."),
        (Finding(REFUSE, "unknown_subject", {"subject": "gold", "known": ("a", "b")}), "Nothing to compare is called"),
        (Finding(REFUSE, "whole_provinces", {"years": (2018,)}), "The list of 2018 names whole provinces"),
        (Finding(WARN, "averaged_counts"), "Counts of several years are averaged"),
        (Finding(WARN, "input_bound", {"unit": "VRAEM", "year": "2012"}), "VRAEM, 2012: a bound"),
        (Finding(WARN, "input_part_year", {"unit": "VRAEM", "year": "2012"}), "VRAEM, 2012: part of the year"),
        (Finding(WARN, "surroundings_larger", {"ratio": 2.5}), "The surroundings are 2.5 times as large"),
    ],
)  # fmt: skip
def test_every_finding_has_its_sentence(finding, said):
    assert finding_in_words(finding, "coca_zones" if finding.key == "two_roles" else "").startswith(said)


def test_every_code_has_a_word():
    codes = [f"verdict.{one}" for one in VERDICTS] + [f"cannot.{one}" for one in WHY]
    enums = {"direction": ("intervention_findings", "direction"), "literature": ("displacement_literature", "finding")}
    for name, (table, column) in enums.items():
        codes += [f"{name}.{one}" for one in schema_of(table).field(column).constraints["enum"]]
    codes += [f"no_quotient.{one}" for one in ("control_zero", "no_success", "success_tiny")]
    codes += [
        f"reading.{one}"
        for one in ("diffusion_larger", "diffusion", "none", "displacement_smaller", "displacement_larger")
    ]
    assert [code for code in codes if not has_word(f"displacement_claims.{code}")] == []


def test_claims_are_set_beside_what_was_measured():
    table = agreement_table().set_index("id")
    assert list(table.index) == list(agreement()["claim_id"])
    assert table.loc["coca-cl37", "Verdict"] == "Agrees with the measure"
    assert table.loc["coca-cl37", "Measured"] == (
        "2019–2020: VRAEM lost 1,426 ha by redistribution and Callería gained 1,483 ha by redistribution; "
        "part of the period only"
    )
    assert table.loc["article-d39", "Why"] == "an end that it names is no area with figures"
    assert (table["Why"].ne("") == table["Verdict"].eq("Cannot be compared")).all()
    assert "Agreement is no proof" in how_judged()


def test_the_literature_stands_on_both_sides_with_sources():
    table = literature_table()
    assert len(table) == len(load_table("displacement_literature"))
    assert list(dict.fromkeys(table["What it says"])) == ["For", "Against", "Mixed", "Doubts the figures"]
    assert table["Source"].ne("").all()


def test_versions_of_one_study_count_once():
    assert literature_in_words() == (
        "10 studies and reports were read: 6 with findings for displacement, 2 against, 1 mixed, "
        "2 on doubtful figures; one may stand on two sides. No district-level test for Peru was found."
    )


def test_gains_losses_and_nothing_have_their_words():
    said = {"name": "VRAEM", "value": "1", "unit": "ha"}
    assert word("displacement_claims.gained", **said) == "VRAEM gained 1 ha by redistribution"
    assert word("displacement_claims.unchanged", **said) == "VRAEM neither gained nor lost by redistribution"
