"""What each subject counts as a value, and what it never does; which pairs of years it lets through."""

import pandas as pd
import pytest

from geo import coca
from geo.displacement import SUBJECTS, subject
from geo.displacement.findings import REFUSE
from geo.displacement.subject import MEASURED, STATUSES, Subject
from geo.sources import sources
from geo.tables import load_table, schema_of
from geo.timeline import YEARS

KEYS = [one.key for one in SUBJECTS]


def keys_of(findings):
    return [one.key for one in findings]


def pair(key, first, second):
    return subject(key).comparable(first, second)


@pytest.mark.parametrize("key", KEYS)
def test_every_subject_keeps_its_form(key):
    one = subject(key)
    located = one.located()
    assert located.index.is_unique
    assert located.crs.to_epsg() == 4326
    assert located["precision_km"].gt(0).all()
    assert one.years()
    table = load_table(one.table)
    ids = set(table[schema_of(one.table).primary_key[0]])
    for year in YEARS:
        rows = one.measured(year)
        assert list(rows.columns) == list(MEASURED)
        assert rows.index.is_unique
        assert (rows["low"] <= rows["value"]).all() and (rows["value"] <= rows["high"]).all()
        assert set(rows["status"]) <= set(STATUSES)
        assert {row for held in (*rows["row_ids"], *rows["rival_ids"]) for row in held} <= ids
        assert set(one.sources([year])) <= set(sources())
        # a unit either has a value or a reason why not
        why = one.missing(year)
        assert not set(rows.index) & set(why.index)
        assert set(located.index) <= set(rows.index) | set(why.index)


def test_an_unknown_subject_is_named_with_those_there_are():
    with pytest.raises(KeyError, match="nothing to compare is called 'poppies'; there are coca_zones, coca_districts"):
        subject("poppies")


def test_a_subject_of_an_unknown_kind_is_refused():
    nothing = {name: None for name in ("measured", "missing", "located", "total")}
    with pytest.raises(ValueError, match="kind is 'weight', expected one of"):
        Subject(key="x", layer="x", table="x", unit="kg", kind="weight", whole="listed", **nothing)


@pytest.mark.parametrize("year", YEARS)
def test_zones_are_the_counted_units_and_sum_as_the_rest_of_nexo_does(year):
    zones = subject("coca_zones")
    assert zones.values(year).to_dict() == coca.unit_values(year).to_dict()
    assert zones.values(year).sum() == coca.national_sum(year)
    assert zones.national(year) == coca.national_figure(year)


def test_parents_and_their_parts_never_stand_together():
    zones = load_table("coca_zones").set_index("zone_id")["parent_zone"].dropna()
    for year in YEARS:
        held = set(subject("coca_zones").values(year).index)
        assert not [child for child, parent in zones.items() if child in held and parent in held]


def test_zero_or_not_reported_is_no_value():
    zones = subject("coca_zones")
    assert "calleria" not in zones.values(2014).index
    assert zones.missing(2014)["calleria"] == "zero_or_not_reported"
    # the joint unit is known in part only in 2012
    assert zones.missing(2012).to_dict() == {coca.JOINT_UNIT: "part_only"}
    assert subject("coca_districts").values(2014).gt(0).all()


def test_the_range_holds_rivals_and_bounds_but_no_misprint_and_no_other_area():
    zones = subject("coca_zones")
    assert zones.ranges(2012).loc["vraem"].tolist() == [18_542, 19_900]
    assert zones.ranges(2013).loc["vraem"].tolist() == [18_095, 19_965]
    # 20,304 is the misprint of 2017; 30,023 is said of a wider area in 2018
    assert zones.ranges(2017).loc["vraem"].tolist() == [21_646, 21_685]
    assert zones.ranges(2018).loc["vraem"].tolist() == [24_111, 24_111]
    assert zones.ranges(2020).loc["bajo_amazonas"].tolist() == [4_247, 4_318]
    assert "vraem-2012-derived_sum" in zones.measured(2012).loc["vraem", "rival_ids"]


def test_series_break_where_the_measurer_changes():
    zones = subject("coca_zones")
    assert zones.breaks(2013, 2017) == ()
    assert zones.breaks(2018, 2020) == ()
    assert zones.breaks(2020, 2012) == (2018,)
    assert (zones.series_of(2017), zones.series_of(2018)) == ("UNODC", "DEVIDA")
    assert "series_break" not in keys_of(pair("coca_zones", 2013, 2017))
    assert pair("coca_zones", 2018, 2020) == []
    assert keys_of(pair("coca_zones", 2012, 2020)).count("series_break") == 1


def test_a_year_against_itself_or_outside_or_backwards_is_refused():
    assert keys_of(pair("coca_zones", 2015, 2015)) == ["same_year"]
    assert keys_of(pair("coca_zones", 2020, 2012)) == ["wrong_order"]
    found = pair("coca_zones", 2001, 2020)
    assert [(one.level, one.key, one.fields["years"]) for one in found] == [(REFUSE, "outside_window", (2001,))]


@pytest.mark.parametrize("key", ["mining_cells", "mining_sectors"])
@pytest.mark.parametrize("second", [2019, 2020])
def test_the_stock_of_2018_is_never_set_against_an_increment(key, second):
    assert [(one.level, one.key) for one in pair(key, 2018, second)] == [(REFUSE, "stock_increment")]


def test_before_the_survey_there_is_nothing_to_compare():
    found = pair("mining_cells", 2014, 2019)
    assert keys_of(found) == ["no_values"]
    assert found[0].fields == {"years": (2014,), "known": (2018, 2019, 2020)}
    assert set(subject("mining_cells").missing(2014)) == {"no_survey"}


def test_a_cell_where_the_survey_found_nothing_new_is_0_and_one_seen_later_has_no_value():
    cells = subject("mining_cells")
    first, second = cells.values(2019), cells.values(2020)
    assert (first == 0).any()
    later = sorted(set(second.index) - set(first.index))
    assert len(later) == 32
    assert cells.missing(2019)[later[0]] == "not_detected_yet"
    assert cells.national(2019) == pytest.approx(first.sum())


def test_sectors_without_a_place_are_named():
    why = subject("mining_sectors").missing(2019)
    assert why[["inambari_other", "rio_madre_de_dios_tambopata"]].tolist() == ["no_point", "no_point"]


def test_eradication_of_areas_holds_no_national_figure_and_no_other_kind():
    eradication = subject("eradication")
    assert "peru" not in eradication.located().index
    assert eradication.values(2014).to_dict() == {"caballococha": 2_300, "vraem": 0}
    assert eradication.missing(2019)["vraem_satipo"] == "not_seen"
    assert eradication.missing(2019)["monzon"] == "not_named"
    assert eradication.national(2017) == pytest.approx(23_096.08)
    assert keys_of(pair("eradication", 2014, 2015)) == ["too_few_units"]
    found = {one.key: one.fields for one in pair("eradication", 2017, 2019)}
    assert found["national_part_year"] == {"years": (2019,)}
    assert found["has_part_year"]["year"] == 2019
    assert "areas_named_only" in found


def test_reports_count_by_department_and_no_report_is_not_zero():
    attacks = subject("attacks")
    assert attacks.values(2012).to_dict() == {"Ayacucho": 2, "Cusco": 4}
    assert attacks.missing(2012).to_dict() == {"Huancavelica": "no_report", "Junín": "no_report"}
    # the one whose department is not known counts for the whole only
    assert attacks.values(2014).sum() == 4
    assert attacks.national(2014) == 5
    assert {"no_report_not_zero", "few_events"} <= set(keys_of(pair("attacks", 2012, 2014)))
    assert attacks.national(2019) is None


def test_several_reports_of_a_locality_in_a_year_count_once():
    rows = load_table("airstrips_located").query("year == 2015 and department == 'Ayacucho'")
    assert len(rows) == 9
    assert subject("airstrips").values(2015)["Ayacucho"] == rows["place_text"].nunique() == 6


def test_a_point_of_a_department_lies_among_its_places():
    cusco = subject("attacks").located().loc["Cusco"]
    # Kiteni, Kepashiato and Alto Lagunas: north-west of the department, not at its middle
    assert -73.5 < cusco.geometry.x < -72.5
    assert -13 < cusco.geometry.y < -12.3


def test_lists_that_mix_provinces_and_districts_are_refused():
    found = pair("emergency_districts", 2013, 2018)
    assert [(one.level, one.key, one.fields["years"]) for one in found] == [(REFUSE, "whole_provinces", (2013,))]
    emergency = subject("emergency_districts")
    assert emergency.values(2013).empty
    assert [emergency.values(year).sum() for year in (2016, 2017, 2018, 2020)] == [42, 46, 63, 33]
    assert [emergency.national(year) for year in (2016, 2017, 2018, 2020)] == [42, 46, 63, 33]
    # three districts of 2017 are inferred: the range says so
    assert emergency.ranges(2017).sum().tolist() == [43, 46]
    assert "decrees_not_listed" in keys_of(pair("emergency_districts", 2016, 2018))


def test_what_is_left_out_of_a_comparison_is_said_with_its_share():
    found = {one.fields["year"]: one.fields for one in pair("coca_zones", 2012, 2020) if one.key == "in_one_year_only"}
    # 2,128 of 61,777 ha
    assert found[2020]["share"] == pytest.approx(2_128 / 61_777)
    assert found[2020]["units"] == ("Marañón and Alto Chicama together",)


def test_little_coverage_is_said():
    found = [one.fields for one in pair("coca_districts", 2013, 2020) if one.key == "little_covered"]
    assert [one["year"] for one in found] == [2020]
    assert found[0]["share"] == pytest.approx(0.764, abs=0.001)


def test_names_are_there_for_units_without_a_point_too():
    names = subject("coca_districts").names()
    assert isinstance(names, pd.Series)
    assert set(load_table("coca_districts")["ubigeo"]) == set(names.index)
