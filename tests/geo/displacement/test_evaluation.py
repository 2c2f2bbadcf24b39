"""Evaluations: worked by hand from the tables, with bounds where sources differ and none where they do not."""

import csv

import pandas as pd
import pytest

from geo.displacement.evaluation import evaluate, sums_of
from geo.displacement.interventions import Intervention, define, intervention, interventions


def keys(evaluation):
    return [one.key for one in evaluation.warnings]


def test_pichis_palcazu_by_hand():
    """R 4695 to 863, D (Aguaytía and Contamana) 1642 to 2175, C (VRAEM and La Convención) 32479 to 30042."""
    found = evaluate(intervention("pichis_palcazu_2013"))
    assert found.sums == {"treated": (4695, 863), "surroundings": (1642, 2175), "control": (32479, 30042)}
    success = 863 / 30042 - 4695 / 32479
    buffer = 2175 / 30042 - 1642 / 32479
    assert found.quotient.success == pytest.approx(success)
    assert found.quotient.value == pytest.approx(buffer / success) == pytest.approx(-0.1886, abs=1e-4)
    assert found.quotient.reading == "displacement_smaller"
    assert found.net.value == (863 - 4695) - (30042 - 32479) == -1395
    assert {role: change.value for role, change in found.changes.items()} == {
        "treated": -3832, "surroundings": 533, "control": -2437,
    }  # fmt: skip
    assert (found.unit, found.kind, found.difference) == ("ha", "amount", None)


def test_only_what_sources_dispute_has_bounds():
    """The VRAEM of 2012 is at least 18,542 and about 19,900 ha; nothing else differs here."""
    found = evaluate(intervention("pichis_palcazu_2013"))
    assert found.changes["treated"].low is None and found.changes["treated"].high is None
    assert found.net.low <= found.net.value <= found.net.high
    assert found.net.low < found.net.high
    assert found.total_net.low < found.total_net.value < found.total_net.high


def test_the_same_seed_gives_the_same_bounds():
    once, again = (evaluate(intervention("pichis_palcazu_2013")).net for _ in range(2))
    assert once == again
    assert evaluate(intervention("pichis_palcazu_2013"), seed=7).net != once


def test_without_rivals_the_missing_interval_is_said():
    found = evaluate(intervention("la_convencion_2018_2020"))
    assert found.net.low is None and found.total_net.high is None
    assert {"no_rivals", "no_standard_error", "control_unlike", "surroundings_larger"} <= set(keys(found))


def test_a_treated_area_that_grew_has_no_quotient_value():
    found = evaluate(intervention("vraem_2014_2017"))
    assert found.quotient.value is None and found.quotient.why == "no_success"
    assert found.changes["treated"].value == 21646 - 18845


@pytest.mark.parametrize("one", interventions(), ids=lambda one: one.key)
def test_only_the_comparison_across_2018_warns_of_a_break(one):
    assert ("series_break" in keys(evaluate(one))) is (one.key == "vraem_2014_2020")


def test_la_pampa_by_maap_121():
    found = evaluate(intervention("mercury_2019"))
    assert found.sums["treated"] == (173, 14)
    assert found.sums["surroundings"] == pytest.approx((61 + 2.5, 28 + 4.2))
    assert (found.quotient, found.net, found.difference, found.total_net) == (None, None, None, None)
    # rivals: 173, 165, 149 before; 14, 17, 6.5 after
    treated = found.inputs.query("role == 'treated'")
    assert treated[["low", "high"]].to_numpy().tolist() == [[149, 173], [6.5, 17]]
    assert found.changes["treated"].low < -159 < found.changes["treated"].high
    assert (found.unit, found.kind) == ("ha/month", "rate")
    assert [(one.key, dict(one.fields)) for one in found.warnings][:1] == [("role_missing", {"role": "control"})]
    assert set(found.findings["direction"]) == {"displacement", "fall", "growth", "no_displacement"}


def test_counts_are_tested_with_a_standard_error():
    """Districts under emergency, 2016 and 2020: Ayacucho 17 to 13, Junín 10 to 7."""
    found = evaluate(define(["Ayacucho"], ["Huancavelica"], ["Junín"], [2016], [2020], "emergency_districts"))
    assert found.difference.value == (13 - 17) - (7 - 10) == -1
    assert found.difference.se == pytest.approx((17 + 13 + 10 + 7) ** 0.5)
    assert found.kind == "count" and found.net is None
    assert "no_standard_error" not in keys(found)


def test_averaged_counts_have_no_standard_error():
    found = evaluate(define(["Cusco"], ["Huancavelica"], ["Junín"], [2016, 2017], [2020], "emergency_districts"))
    assert found.sums["treated"] == (7, 4)
    assert found.difference is None and "averaged_counts" in keys(found)


def test_a_unit_without_a_value_is_left_out_of_both_phases():
    roles = {"treated": ("huallaga",), "surroundings": ("aguaytia", "calleria"), "control": ("vraem",)}
    found = evaluate(Intervention("", "", "coca_zones", roles, (2013,), (2016,)))
    assert found.sums["surroundings"] == (1796, 533)
    left = next(one for one in found.warnings if one.key == "unit_left_out")
    assert dict(left.fields) == {"unit": "Callería", "year": 2013, "why": "zero_or_not_reported"}


def test_years_are_averaged_and_units_added():
    found = evaluate(define(["huallaga"], ["aguaytia", "contamana"], ["vraem"], [2013, 2014], [2015], "coca_zones"))
    assert found.sums["treated"] == ((4669 + 1722) / 2, 1202)
    assert found.sums["surroundings"] == ((1796 + 332) / 2 + (379 + 20) / 2, 197 + 275)


def test_sums_by_hand():
    inputs = pd.DataFrame({"role": ["treated"] * 3, "phase": ["before", "before", "after"], "unit": ["a"] * 3})
    assert sums_of(inputs, pd.Series([2.0, 4.0, 5.0])) == {"treated": (3.0, 5.0)}


def test_a_row_that_is_not_there_is_named(data_copy):
    path = data_copy / "tables" / "mining_sector_year.csv"
    with path.open(encoding="utf-8", newline="") as text:
        kept = [row for row in csv.DictReader(text) if row["row_id"] not in ("sy093", "sy131")]
    with path.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, kept[0].keys())
        writer.writeheader()
        writer.writerows(kept)
    with pytest.raises(KeyError, match="mercury_2019 names rows that mining_sector_year lacks: sy093, sy131"):
        evaluate(intervention("mercury_2019"))
