"""Crossings: always there, filled while a dated report covers the year."""

import pytest

from layers.drawing import marks_of
from layers.features import layer_file
from tests.layers.tables import covers, rows


@pytest.mark.parametrize("year", range(2012, 2021))
def test_each_crossing_looks_as_its_row_says(year):
    expected = {
        row["crossing_id"]: "norole"
        if row["role_evidence"] == "none seen"
        else "dated"
        if covers(row, year)
        else "undated"
        for row in rows("crossings")
    }
    marks = marks_of("crossings")[year]
    assert dict(zip(marks["id"], marks["look"], strict=True)) == expected


def test_all_crossings_are_drawn_in_all_years():
    assert {told["total"] for told in layer_file("crossings")["years"].values()} == {29}


def test_crossings_dim_with_the_routes():
    assert layer_file("crossings")["dim_by"] == "routes"
