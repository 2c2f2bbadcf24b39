"""Stated values as lines a reader can judge."""

import pandas as pd
import pytest

from geo.tables import load_table
from layers.base import Behind
from layers.evidence import COLUMNS, agreeing_of, evidence, headings, rivals_of, value_text, verdicts, when

COCA = Behind("coca_zone_year", "zone_id", "layers.behind.values", ("coca_ha",))
KILOS = Behind("port_seizures", "port_id", "layers.behind.seizures", ("seized_kg", "seized_kg_high"))


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (
            {"coca_ha": 0.0, "qualifier": "exactly", "value_status": "zero_or_not_reported"},
            "Zero or not reported",
        ),
        ({"coca_ha": 590.0, "qualifier": "at_least", "value_status": "value"}, "at least 590 ha"),
        ({"coca_ha": float("nan"), "qualifier": pd.NA, "value_status": "value"}, "No figure"),
    ],
)
def test_a_value_is_read_with_its_status(row, text):
    assert value_text(COCA, row) == text


def test_the_first_filled_column_is_the_value():
    assert value_text(KILOS, {"seized_kg": float("nan"), "seized_kg_high": 4000.0}) == "4,000 kg"


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ({"date": "2013-10-08", "year": 2013}, "8 Oct 2013"),
        ({"year": 2015}, "2015"),
        ({"from_year": 2014, "until_year": pd.NA}, "since 2014"),
        ({"period_start": "2018-02", "period_end": "2018-06"}, "Feb–Jun 2018"),
    ],
)
def test_time_is_as_exact_as_the_row(row, text):
    assert when(row) == text


def test_a_figure_may_carry_its_own_unit_and_upper_end():
    figures = Behind("mining_operation_figures", "operation_id", "layers.behind.values", ("value_number",))
    row = {"value_number": 20.0, "value_high": 30.0, "unit": "camps", "qualifier": "as_stated"}
    assert value_text(figures, row) == "20–30 camps"
    assert when(row) == ""


def test_no_rows_still_have_columns():
    assert tuple(evidence(COCA, None).columns) == COLUMNS


def test_lines_go_from_old_to_new():
    rows = load_table("coca_zone_year").query("zone_id == 'vraem'").sample(frac=1, random_state=1)
    assert evidence(COCA, rows)["year"].is_monotonic_increasing


def test_a_row_beaten_once_is_a_rival_whatever_else_it_beats():
    said = verdicts("coca_zone_year")
    assert said["vraem-2018-devida"][0] == "preferred"
    assert said["vraem-2018-reuters"][0] == "rival"


def test_the_preferred_row_stands_first_whichever_way_the_conflict_is_written():
    conflicts = load_table("conflicts").query("table_name == 'coca_zone_year'")
    rows = load_table("coca_zone_year")
    lines = rivals_of([("coca_zone_year", rows)])
    for pair in conflicts[conflicts["value_a"].ne(conflicts["value_b"])].to_dict("records"):
        shown, other = ("a", "b") if pair["preferred_row"] == pair["row_a"] else ("b", "a")
        found = lines["shown"].map(digits).eq(pair[f"value_{shown}"])
        assert (found & lines["other"].map(digits).eq(pair[f"value_{other}"])).any()


def digits(text):
    return "".join(sign for sign in text if sign.isdigit())


@pytest.mark.parametrize("table", sorted(load_table("conflicts")["table_name"].unique()))
def test_every_pair_stands_in_one_of_two_lists(table):
    rows = [(table, load_table(table))]
    apart, alike = rivals_of(rows), agreeing_of(rows)
    assert len(apart) + len(alike) == load_table("conflicts")["table_name"].eq(table).sum()
    assert list(apart.columns) == list(alike.columns)
    assert apart[apart["shown"].eq(apart["other"])].empty
    assert alike["shown"].eq(alike["other"]).all()


def test_equal_values_of_different_units_do_not_agree():
    lines = rivals_of([("mining_operation_figures", load_table("mining_operation_figures"))])
    assert ["48 motors", "48 power generators"] in lines[["shown", "other"]].values.tolist()


def test_a_rival_figure_has_unit_separators_and_qualifier():
    zones = rivals_of([("coca_zone_year", load_table("coca_zone_year"))])
    assert ["about 19,900 ha", "at least 18,542 ha"] in zones[["shown", "other"]].values.tolist()
    ports = rivals_of([("port_seizures", load_table("port_seizures"))])
    assert ["100 kg", "over 112 kg"] in ports[["shown", "other"]].values.tolist()
    sectors = rivals_of([("mining_sector_year", load_table("mining_sector_year"))])
    assert ["53 %", "68,800 ha"] in sectors[["shown", "other"]].values.tolist()


def test_a_year_is_no_quantity():
    lines = rivals_of([("base_counts", load_table("base_counts"))])
    assert ["2012", "2014"] in lines[["shown", "other"]].values.tolist()


def test_every_column_a_reader_sees_has_a_heading():
    heads = headings([*COLUMNS, "shown", "other", "why"])
    assert set(COLUMNS) - set(heads) == {"url"}
