"""Features by the confidence of their row: preferred, of the year, else the last."""

import pandas as pd
import pytest

from layers.drawn import drawn_view
from layers.figure import confidence
from layers.figure.confidence import graded, grades_told
from layers.view import View
from tests.layers.figure.small_files import zones


def shapes(year):
    return drawn_view([zones()], View(year, ("coca_zones",)), year)["coca_zones"]


@pytest.fixture
def rows(monkeypatch):
    def put(*listed):
        frame = pd.DataFrame(listed, columns=["row_id", "zone_id", "parent_zone", "year", "confidence"])
        monkeypatch.setattr(confidence, "load_table", lambda name: frame.astype({"year": "Int64"}))
        monkeypatch.setattr(confidence, "preferred", lambda rows, table, by: rows.drop_duplicates(by))

    return put


def test_counts_the_row_of_the_year(rows):
    rows(("a", "north", "", 2016, "A"), ("b", "north", "", 2012, "C"), ("c", "south", "", 2016, "B"))
    assert graded("coca_zones", shapes(2016), 2016) == {"A": 1, "B": 1}


def test_without_a_row_in_the_year_the_last_one_counts(rows):
    rows(("a", "north", "", 2012, "C"), ("b", "north", "", 2014, "B"), ("c", "north", "", 2019, "A"))
    assert graded("coca_zones", shapes(2016), 2016) == {"B": 1}


def test_what_is_not_drawn_is_not_counted(rows):
    rows(("a", "elsewhere", "", 2016, "A"))
    assert graded("coca_zones", shapes(2016), 2016) == {}


def test_is_told_for_each_pane(rows):
    rows(("a", "north", "", 2016, "A"), ("b", "north", "", 2020, "B"), ("c", "south", "", 2020, "B"))
    panes = [{"coca_zones": shapes(year)} for year in (2016, 2020)]
    assert grades_told("coca_zones", panes, (2016, 2020)) == "A 1 | 0, B 0 | 2"
    assert grades_told("coca_zones", [{"coca_zones": []}], (2016,)) == ""
