"""Titles: one template a layer, no comparison across a break."""

from dataclasses import replace

import pandas as pd
import pytest

from layers.drawn import drawn
from layers.features import layer_file
from layers.marks import marks
from layers.registry import layer
from layers.titles import counted, legend_note, size_unit, titles, years_told
from tests.layers import zone_file

PLAIN = replace(
    layer("coca_zones"), note=lambda year, lang: "", wording=lambda year, total, lang: None
)
FEATURES = pd.DataFrame({"id": ["a", "b", "c"], "name": ["A", "B", "C"]})


def of(**values):
    return marks(
        [
            {"id": name, "part": "circle", "look": "x", "value": value, "source_keys": ("s",)}
            for name, value in values.items()
        ]
    )


def told(by_year, **change):
    silent = replace(PLAIN, breaks_before=(), **change)
    return {
        year: one["title"].removeprefix("Coca bush by zone: ")
        for year, one in years_told(silent, FEATURES, by_year).items()
    }


def test_a_total_is_set_against_the_year_before():
    assert told({2012: of(a=100, b=100), 2013: of(a=110, b=130)})["2013"] == "240 ha in 2013, +20.0 % on 2012"


def test_a_change_runs_over_what_both_years_have_and_says_so():
    years = told({2012: of(a=100), 2013: of(a=150, b=500)})
    assert years["2013"] == "650 ha in 2013, +50.0 % on 2012 (1 zones with a value in both years)"


def test_a_year_without_figure_is_passed_over():
    years = told({2012: of(a=100), 2013: of(), 2014: of(a=50)})
    assert years["2013"] == "no figure for 2013"
    assert years["2014"] == "50 ha in 2014, −50.0 % on 2012"


def test_no_change_crosses_a_break_even_over_a_gap():
    broken = replace(PLAIN, breaks_before=(2013,))
    titles = years_told(broken, FEATURES, {2012: of(a=100), 2013: of(), 2014: of(a=50)})
    assert titles["2014"]["title"] == "Coca bush by zone: 50 ha in 2014"


def test_a_feature_in_two_parts_counts_once():
    twice = pd.concat([of(a=100), of(a=100).assign(part="area")])
    assert told({2012: twice})["2012"] == "100 ha in 2012"


@pytest.mark.parametrize("cause", ["because", "due to", "drove", "caused", "displac", "shift"])
def test_no_title_names_a_cause(cause):
    said = [
        told["title"] + told["note"]
        for key in ("coca_zones", "ports", "routes")
        for told in layer_file(key)["years"].values()
    ]
    assert not any(cause in text for text in said)


def test_a_layer_may_word_its_total():
    worded = replace(PLAIN, wording=lambda year, total, lang: (f"Coca: {total}?", "some"))
    titles = years_told(worded, FEATURES, {2012: of(), 2013: of(a=7)})
    assert (titles["2012"]["title"], titles["2012"]["total"]) == ("Coca: None?", None)
    assert (titles["2013"]["title"], titles["2013"]["total_text"]) == ("Coca: 7.0?", "some")


def test_a_headline_takes_the_place_of_the_count_in_title_and_total():
    said = replace(layer("eradication"), headline=lambda year, lang: f"all of {year}", note=lambda year, lang: "")
    told = years_told(said, FEATURES, {2012: of(a=1)})["2012"]
    assert (told["title"], told["total_text"], told["total"]) == ("Coca eradication: all of 2012", "all of 2012", 1)
    assert "title_n" not in told


def test_circles_of_a_counted_layer_carry_the_unit_of_their_figures():
    assert size_unit(layer("eradication")) == size_unit(layer("coca_zones")) == "ha"


def test_a_legend_note_is_optional():
    assert legend_note(layer("mining_cells")) == ""
    assert "hectares" in legend_note(layer("coca_zones"))


def test_a_title_that_counts_follows_the_filter():
    shapes = {"zones": drawn(zone_file.layer_file(), 2013, {"kind": ["gold"]})}
    assert titles([zone_file.layer_file()], 2013, shapes) == ["Zones: 0 in 2013"]


def test_a_title_with_a_sum_stays_and_layers_not_drawn_have_none():
    files = [zone_file.layer_file(), zone_file.layer_file("others")]
    assert titles(files, 2012, {"zones": drawn(files[0], 2012)}) == ["Zones: 30 ha in 2012"]


def test_a_title_counts_dated_and_undated_apart():
    assert counted("{n} sites, {d} dated, {u} not", 1234, 34) == "1,234 sites, 1,200 dated, 34 not"
