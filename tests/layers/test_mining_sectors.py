"""Mining by sector: one figure a sector and year, never divided; satellite cells have their own layer."""

import pytest

from layers.drawing import marks_of
from layers.features import layer_file
from layers.mining_sectors import MEASURES, shown
from tests.layers.tables import rows


def first_and_last(row):
    """Give the years a figure is drawn in: an end alone is known for its own year only."""
    last = int(row["until_year"])
    return int(row["from_year"] or last), last


@pytest.mark.parametrize("year", range(2012, 2021))
def test_a_sector_is_drawn_in_every_year_that_a_figure_covers(year):
    expected = {
        row["sector_id"]
        for row in rows("mining_sector_year")
        if row["measure"] in MEASURES and first_and_last(row)[0] <= year <= first_and_last(row)[1]
    }
    marks = marks_of("mining_sectors")[year]
    assert set(marks["id"]) == expected
    assert marks["id"].is_unique


def test_the_figure_whose_period_covers_most_of_the_year_is_shown():
    pampa = {year: shown(year).set_index("sector_id").at["la_pampa", "row_id"] for year in (2013, 2019, 2020)}
    by_id = {row["row_id"]: row for row in rows("mining_sector_year")}
    assert [(by_id[row]["area_ha"], by_id[row]["period_start"]) for row in pampa.values()] == [
        ("2518", "2013"),
        ("300", "2019-03"),
        ("300", "2019-03"),
    ]


def test_a_period_keeps_its_total_in_each_of_its_years():
    texts = [
        marks_of("mining_sectors")[year].set_index("id").at["alto_malinowski_b", "text"]
        for year in range(2014, 2018)
    ]
    assert texts == ["Alto Malinowski - sector B\n1,285 ha, 2014–2017"] * 4


def test_sectors_are_counted_never_added_up():
    told = layer_file("mining_sectors")["years"]["2016"]
    assert (told["total"], told["total_text"]) == (13, "13 sectors")


def test_a_figure_for_a_whole_region_looks_like_none_of_a_sector():
    marks = marks_of("mining_sectors")[2017].set_index("id")
    assert marks.at["southern_peruvian_amazon", "look"] == "region"
    assert marks.at["la_pampa", "look"] == "new_deforestation"


def test_a_rate_is_drawn_only_where_no_area_is_known():
    marks = marks_of("mining_sectors")[2020].set_index("id")
    assert marks.at["alto_malinowski", "text"].endswith("28 ha/month, Mar 2019–May 2020")
    assert marks.at["alto_malinowski", "look"] == "other"
