"""Interventions: the six asked for, with roles and reasons; one's own is refused with every reason at once."""

import csv

import pytest

from geo.displacement.interventions import ROLES, Unusable, define, faults, intervention, interventions
from geo.displacement.subjects import subject
from geo.tables import load_table
from tests.layers.tables import rows


def reasons(caught):
    return [(one.key, dict(one.fields)) for one in caught.value.findings]


def test_what_was_asked_for_is_there():
    assert [one.key for one in interventions()] == [
        "huallaga_2012_2014", "la_convencion_2018_2020", "mercury_2019", "pichis_palcazu_2013", "vraem_2014_2017",
        "vraem_2014_2020", "vraem_2018_2020",
    ]  # fmt: skip


@pytest.mark.parametrize("one", interventions(), ids=lambda one: one.key)
def test_every_choice_has_a_reason_and_can_be_evaluated(one):
    assert one.choice_reason and one.control_reason and one.source_key
    assert set(one.reasons) == set(one.units)
    assert all(one.reasons.values())
    assert len(set(one.units)) == len(one.units)
    if one.subject:
        assert faults(one) == []
        assert all(one.roles[role] for role in ROLES)
    else:
        assert set(one.rows) == set(one.units)


def test_la_pampa_has_no_control_and_says_why():
    mercury = intervention("mercury_2019")
    assert mercury.roles["control"] == ()
    assert mercury.control_reason.startswith("None:")
    assert mercury.rows["la_pampa"] == ("sy092", "sy093")


def test_choices_are_marked_as_ours():
    for table in ("interventions", "intervention_units"):
        assert {row["method"] for row in rows(table)} == {"our_choice"}


def test_figures_of_findings_are_those_of_the_rows_they_come_from():
    """Amazon Mining Watch and MAAP figures stand in mining_sector_year too."""
    rates = load_table("mining_sector_year").set_index("row_id")
    findings = load_table("intervention_findings").set_index("finding_id")
    assert findings.loc["mercury_2019-f16", "value_before"] == rates.loc["sy072", "area_ha"] == 154.4
    assert findings.loc["mercury_2019-f16", "value_after"] == rates.loc["sy073", "area_ha"] == 52.5
    assert findings.loc["mercury_2019-f01", "value_after"] == rates.loc["sy093", "rate_ha_month"] == 14
    claims = load_table("displacement_claims").set_index("claim_id")
    assert findings.loc["mercury_2019-f08", "value_before"] == claims.loc["mining-d21", "rate_before"] == 6490


def test_a_user_defines_another():
    own = define(["huallaga"], ["aguaytia"], ["vraem"], [2013], [2015, 2014], "coca_zones")
    assert own.roles == {"treated": ("huallaga",), "surroundings": ("aguaytia",), "control": ("vraem",)}
    assert (own.before, own.after, own.key) == ((2013,), (2014, 2015), "")


def test_every_fault_is_told_at_once():
    with pytest.raises(Unusable, match="the intervention cannot be evaluated: role_empty") as caught:
        define(["alto_huallaga", "huallaga"], ["huallaga", "vraen"], [], [2013, 2014], [2014, 2021], "coca_zones")
    assert reasons(caught) == [
        ("role_empty", {"role": "control"}),
        ("parent_and_child", {"unit": "alto_huallaga", "parent": "huallaga"}),
        ("unknown_unit", {"unit": "alto_huallaga", "nearest": ("huallaga",)}),
        ("two_roles", {"unit": "huallaga", "roles": ("treated", "surroundings")}),
        ("unknown_unit", {"unit": "vraen", "nearest": ("vraem",)}),
        ("outside_window", {"years": (2021,), "first": 2012, "last": 2020}),
        ("not_before", {"last": 2014, "first": 2014}),
    ]


def test_what_was_not_reported_is_no_value_and_never_nil():
    with pytest.raises(Unusable) as caught:
        define(["huallaga"], ["calleria"], ["vraem"], [2013], [2016], "coca_zones")
    assert reasons(caught) == [("no_value", {"unit": "calleria", "year": 2013, "why": "zero_or_not_reported"})]


def test_a_stock_is_not_set_against_an_increment():
    with pytest.raises(Unusable) as caught:
        define(["la_pampa"], ["guacamayo"], ["huepetuhe"], [2018], [2019], "mining_sectors")
    assert [key for key, _ in reasons(caught)] == ["stock_increment"]


def test_a_break_of_the_series_is_no_fault():
    assert define(["vraem"], ["kosnipata"], ["putumayo"], [2016], [2019], "coca_zones").after == (2019,)


def test_an_unknown_subject_names_those_there_are():
    with pytest.raises(Unusable) as caught:
        define(["vraem"], ["kosnipata"], ["putumayo"], [2016], [2019], "coca")
    ((key, fields),) = reasons(caught)
    assert key == "unknown_subject" and "coca_zones" in fields["known"]


def test_no_year_is_a_fault():
    with pytest.raises(Unusable) as caught:
        define(["vraem"], ["kosnipata"], ["putumayo"], [], [2019], "coca_zones")
    assert reasons(caught) == [("years_empty", {"phase": "before"})]


def test_an_unknown_intervention_names_those_there_are():
    with pytest.raises(KeyError, match="no intervention 'mercury'; there are huallaga_2012_2014"):
        intervention("mercury")


def test_a_damaged_row_changes_the_intervention(data_copy):
    path = data_copy / "tables" / "intervention_units.csv"
    with path.open(encoding="utf-8", newline="") as text:
        kept = [row for row in csv.DictReader(text) if row["row_id"] != "pichis_palcazu_2013-control-vraem"]
    with path.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, kept[0].keys())
        writer.writeheader()
        writer.writerows(kept)
    assert intervention("pichis_palcazu_2013").roles["control"] == ("la_convencion_lares",)


def test_zones_named_by_interventions_are_units_of_their_subject():
    for one in interventions():
        if one.subject:
            assert set(one.units) <= set(subject(one.subject).names().index)
