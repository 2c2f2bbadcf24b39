"""Types, bounds and keys, in our words and with the lines of the file."""

from collections.abc import Callable

import pytest

from tests.packages import SmallPackage

Faults = Callable[[], list[str]]


@pytest.mark.parametrize(
    ("table", "key", "cells", "fault"),
    [
        (
            "coca_national_year",
            "national-2013",
            {"year": "then"},
            "3 year: expected a whole number, got 'then', write digits only, or leave the cell empty",
        ),
        (
            "coca_zone_year",
            "lower_vraem-2016",
            {"coca_ha": -5},
            "2 coca_ha: expected at least 0 ha, got '-5', correct the cell",
        ),
        (
            "places",
            "kimbiri_cusco",
            {"confidence": "D"},
            "3 confidence: expected one of A, B, C, got 'D', correct the cell",
        ),
        (
            "places",
            "kimbiri_cusco",
            {"confidence": ""},
            "3 confidence: expected a value, got nothing, fill the cell",
        ),
        (
            "coca_zones",
            "aguaytia",
            {"label_place_id": "lima_lima"},
            "3 label_place_id: expected a known place_id in places, got 'lima_lima', "
            "correct it or add its row to places.csv",
        ),
        (
            "coca_zones",
            "lower_vraem",
            {"parent_zone": "upper"},
            "4 parent_zone: expected a known zone_id in coca_zones, got 'upper', "
            "correct it or add its row to coca_zones.csv",
        ),
        (
            "corrections",
            "vraem-2012-misprint",
            {"source_key": "nobody"},
            "2 source_key: expected a known source_key in sources, got 'nobody', "
            "correct it or add its row to sources.csv",
        ),
        (
            "coca_national_year",
            "national-2013",
            {"row_id": "national-2012"},
            "3 row_id: expected a key that stands once, got 'national-2012', as in line 2, "
            "change one or delete it",
        ),
    ],
)
def test_a_broken_cell_is_said_in_our_words(
    small: SmallPackage, all_faults: Faults, table: str, key: str, cells: dict, fault: str
):
    small.change(table, key, **cells)
    assert f"data/tables/{table}.csv:{fault}" in all_faults()


def test_a_row_without_key_is_refused(small: SmallPackage, all_faults: Faults):
    small.change("coca_zones", "lower_vraem", zone_id="")
    assert any(
        one.startswith("data/tables/coca_zones.csv:4 zone_id: expected a key, got nothing")
        for one in all_faults()
    )


def test_columns_may_stand_in_another_order(small: SmallPackage, all_faults: Faults):
    lines = small.path("coca_national_year").read_text(encoding="utf-8").splitlines()
    turned = [",".join(reversed(line.split(","))) for line in lines]
    small.path("coca_national_year").write_text("\n".join(turned) + "\n", encoding="utf-8")
    assert all_faults() == []


def test_the_line_is_that_of_the_file(small: SmallPackage, all_faults: Faults):
    small.change("coca_national_year", "national-2012", note="one\ntwo\nthree")
    small.change("coca_national_year", "national-2013", coca_ha="x")
    assert any(
        "coca_national_year.csv:5 coca_ha: expected a plain decimal, got 'x'" in one for one in all_faults()
    )


def test_more_than_a_thousand_faults_are_all_listed(small: SmallPackage, all_faults: Faults):
    lines = small.path("coca_zones").read_text(encoding="utf-8").splitlines()
    rows = [lines[1].replace("vraem,", f"z{number},", 1).replace(",A,", ",Z,") for number in range(1_200)]
    small.path("coca_zones").write_text("\n".join([*lines, *rows]) + "\n", encoding="utf-8")
    assert sum("expected one of A, B, C, got 'Z'" in one for one in all_faults()) == 1_200


def test_a_bound_that_is_no_bound_is_a_fault_of_the_schema(small: SmallPackage, all_faults: Faults):
    small.replace("tables/coca_zone_year.schema.yaml", "minimum: 0", "minimun: 0")
    assert any(
        "coca_zone_year.schema.yaml" in one and "expected a Frictionless Table Schema" in one
        for one in all_faults()
    )
