"""Mining cells: a stock, then increments, told apart."""

import pytest
from shapely.geometry import box

from layers.drawing import features_of, marks_of
from layers.features import layer_file
from layers.mining_cells import note
from tests.layers.tables import rows


@pytest.mark.parametrize("year", range(2012, 2018))
def test_nothing_is_drawn_before_the_stock(year):
    assert marks_of("mining_cells")[year].empty
    assert "starts with a 2018 stock" in note(year)


@pytest.mark.parametrize(("year", "cells"), [(2018, 560), (2019, 593), (2020, 625)])
def test_every_cell_known_by_a_year_is_drawn_once(year, cells):
    expected = {row["cell_id"] for row in rows("mining_cells") if row["year"] == str(year)}
    marks = marks_of("mining_cells")[year]
    assert set(marks["id"]) == expected
    assert len(marks) == len(expected) == cells


@pytest.mark.parametrize("year", [2018, 2019, 2020])
def test_only_what_the_year_adds_is_dark_and_counted(year):
    grown = {
        row["cell_id"]: float(row["mined_ha_new"])
        for row in rows("mining_cells")
        if row["year"] == str(year) and (float(row["patch_ha_new"]) > 0 or float(row["mined_ha_new"]) > 0)
    }
    marks = marks_of("mining_cells")[year]
    now = marks[marks["look"].eq("stock" if year == 2018 else "new")]
    assert dict(zip(now["id"], now["value"], strict=True)) == grown
    assert marks[marks["look"].eq("before")]["value"].isna().all()


def test_stock_and_increment_are_not_compared():
    years = layer_file("mining_cells")["years"]
    assert years["2019"]["title"].endswith("2,112 ha newly detected in 2019 (2018 is a stock, not compared)")
    assert years["2020"]["title"].endswith("1,761 ha newly detected in 2020, −16.6 % on 2019")
    assert years["2018"]["total_text"] == "42,912 ha"


def test_a_cell_is_a_square_of_two_hundredths_of_a_degree():
    row = rows("mining_cells")[0]
    cell = features_of("mining_cells").set_index("id").geometry[row["cell_id"]]
    lon, lat = float(row["lon"]), float(row["lat"])
    assert cell.equals_exact(box(lon, lat, lon + 0.02, lat + 0.02), 1e-9)
