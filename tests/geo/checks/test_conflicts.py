"""Conflicts name rows that exist, and no two values stand undeclared beside each other."""

from collections.abc import Callable

import pytest

from tests.packages import SmallPackage, rows_of_a_green_package

Faults = Callable[[], list[str]]


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        (
            {"table_name": "coca"},
            "2 table_name: expected a table of the package, got 'coca', correct the name",
        ),
        ({"table_name": ""}, "2 table_name: expected a table of the package, got nothing, correct the name"),
        (
            {"row_a": "x"},
            "2 row_a: expected a row_id of coca_zone_year, got 'x', name the row or delete the conflict",
        ),
        ({"preferred_row": ""}, "2 preferred_row: expected a row_id of coca_zone_year, got nothing"),
        (
            {"row_b": "vraem-2012-estimate"},
            "2 row_b: expected another row than row_a, got the same, name the rival",
        ),
        ({"preferred_row": "vraem-2016"}, "2 preferred_row: expected row_a or row_b, got 'vraem-2016'"),
    ],
)
def test_a_conflict_that_names_nothing_is_refused(
    small: SmallPackage, faults: Faults, cells: dict, fault: str
):
    small.change("conflicts", "vraem-2012", **cells)
    assert any(f"data/tables/conflicts.csv:{fault}" in one for one in faults())


def test_two_values_without_verdict_are_refused(small: SmallPackage, faults: Faults):
    small.write_rows("conflicts", [])
    said = faults()
    assert (
        "data/tables/coca_zone_year.csv:4 row_id: expected one declared value for vraem 2012, "
        "got 'vraem-2012-sum' beside 'vraem-2012-estimate', "
        "add the pair to conflicts.csv with its preferred_row"
    ) in said


def test_sources_that_agree_need_no_verdict(small: SmallPackage, faults: Faults):
    small.write_rows("conflicts", [])
    small.write_rows("corrections", [])
    small.change("coca_zone_year", "vraem-2012-sum", coca_ha=21)
    assert faults() == []


def test_national_rivals_need_a_verdict_too(small: SmallPackage, faults: Faults):
    small.change("coca_national_year", "national-2013", year=2012)
    assert any(
        "coca_national_year.csv:3 row_id: expected one declared value for UNODC 2012" in one
        for one in faults()
    )


def test_a_circle_is_refused(small: SmallPackage, faults: Faults):
    pair = {
        "table_name": "coca_zone_year",
        "row_a": "vraem-2012-estimate",
        "row_b": "vraem-2012-sum",
        "why": "x",
    }
    small.write_rows(
        "conflicts",
        [pair | {"conflict_id": name, "preferred_row": pair[name]} for name in ("row_a", "row_b")],
    )
    assert faults() == [
        "data/tables/coca_zone_year.csv:3 row_id: expected one preferred row, "
        "got vraem-2012-estimate, vraem-2012-sum preferred over each other in a circle, "
        "correct preferred_row in conflicts.csv",
        "data/tables/conflicts.csv:3 row_b: expected each pair of rows once, "
        "got 'vraem-2012-estimate' and 'vraem-2012-sum' again, as in line 2, delete one verdict",
    ]


def test_a_pair_with_two_verdicts_is_refused(small: SmallPackage, faults: Faults):
    (pair,) = rows_of_a_green_package()["conflicts"]
    again = {"conflict_id": "again", "row_a": pair["row_b"], "row_b": pair["row_a"]}
    small.write_rows("conflicts", [pair, pair | again])
    assert faults() == [
        "data/tables/conflicts.csv:3 row_b: expected each pair of rows once, "
        "got 'vraem-2012-sum' and 'vraem-2012-estimate' again, as in line 2, delete one verdict"
    ]


@pytest.mark.parametrize(
    ("name", "thing", "value"),
    [
        ("coca_department_year", "department", "coca_ha"),
        ("coca_district_year", "ubigeo", "coca_ha"),
        ("coca_zone_context", "zone_name", "coca_ha"),
    ],
)
def test_rivals_of_every_series_need_a_verdict(
    faults: Faults, add_table: Callable, name: str, thing: str, value: str
):
    code = {"department": "Cusco", "ubigeo": "080910"}.get(thing, "vraem")
    rows = [{"row_id": one, thing: code, "year": 2016, value: ha} for one, ha in (("a", 1), ("b", 2))]
    add_table(name, f"row_id {thing} year {value}", rows)
    assert [one.split(", add")[0] for one in faults()] == [
        f"data/tables/{name}.csv:3 row_id: expected one declared value for {code} 2016, got 'b' beside 'a'"
    ]


def test_tonnes_are_rivals_of_tonnes_only(small: SmallPackage, faults: Faults, add_columns: Callable):
    tonnes = {"potential_cocaine_t": "300", "potential_dry_leaf_t": ""}
    add_columns("coca_national_year", tonnes, potential_cocaine_t="number", potential_dry_leaf_t="number")
    small.change("coca_national_year", "national-2013", year=2012, coca_ha="", potential_dry_leaf_t=70000)
    assert not any("declared value" in one for one in faults())
    small.change("coca_national_year", "national-2013", potential_cocaine_t=301)
    assert any("declared value for UNODC 2012" in one for one in faults())
