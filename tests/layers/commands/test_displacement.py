"""`nexo displacement` prints the comparison that the page shows, or says why there is none."""

import csv
import io
import json

import pytest

from geo.displacement import SUBJECTS, compare
from geo.sources import source
from layers import displaced
from layers.cli import main


def call(layer, first, second, *more):
    return main(["displacement", "--layer", layer, "--from", str(first), "--to", str(second), *more])


def test_it_prints_headline_measures_units_warnings_and_sources(capsys):
    assert call("coca_zones", 2012, 2020) == 0
    text = capsys.readouterr().out
    found = compare("coca_zones", 2012, 2020)
    assert text.startswith(displaced.headline(found) + "\n\nMeasures\n")
    assert "  Moved share: 28.0 % (28.0 to 29.1); 500 draws, seed 2012\n" in text
    assert "  2013: left out, not every compared unit has a value\n" in text
    assert "  Huallaga to VRAEM: 6.8 % over 538 km\n" in text
    for line in (*displaced.warnings(found), *(source(key).full for key in found.sources)):
        assert f"  {line}\n" in text + "\n"


def test_no_warning_is_said_to_be_none(capsys):
    assert call("coca_zones", 2018, 2020) == 0
    assert "\nWarnings\n  none\n" in capsys.readouterr().out


def test_json_holds_the_numbers_of_the_csv(capsys):
    assert call("coca_zones", 2012, 2020, "--json") == 0
    held = json.loads(capsys.readouterr().out)
    rows = list(csv.reader(io.StringIO(displaced.csv_text(compare("coca_zones", 2012, 2020)))))
    by_unit = {row[0]: row for row in rows[1:]}
    assert {one["unit"] for one in [*held["units"], *held["left_out"]]} == set(by_unit)
    for one in held["units"]:
        row = by_unit[one["unit"]]
        told = [one[name] for name in ("before", "after", "change", "national", "redistribution")]
        assert [float(cell) for cell in row[2:7]] == told
    assert held["headline"] == displaced.headline(compare("coca_zones", 2012, 2020))
    assert held["moved_share"]["n"] == held["draws"] == 500
    assert held["left_out"][0]["before"] is None
    assert "vraem-2012-residual" in held["rows"]
    assert [one["key"] for one in held["warnings"]] == ["series_break", "has_estimate", "in_one_year_only"]


def test_two_units_are_compared_without_an_ellipse(capsys):
    assert call("attacks", 2012, 2014, "--json") == 0
    assert json.loads(capsys.readouterr().out)["first"]["ellipse"] is None


@pytest.mark.parametrize("one", SUBJECTS, ids=lambda one: one.key)
def test_a_year_without_values_is_refused_with_the_reason(one, capsys):
    assert call(one.key, 2012, 2012) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines()[1] == "Both years are 2012: choose two different ones."


def test_an_unknown_layer_is_named_with_those_there_are(capsys):
    assert call("poppies", 2012, 2020) == 2
    assert capsys.readouterr().err.startswith("--layer: expected one of coca_zones, coca_districts, eradication")


def test_a_refused_pair_exits_with_2_and_says_why(capsys):
    assert call("mining_cells", 2018, 2020) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "New mining scars by cell, 2018 and 2020, cannot be compared:"
    assert lines[1].startswith("2018 is the stock of all scars")


@pytest.mark.parametrize("words", [["--layer", "coca_zones"], ["--layer", "coca_zones", "--from", "x", "--to", "2020"]])
def test_words_that_make_no_command_exit_with_2(words, capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["displacement", *words])
    assert "usage: nexo displacement" in capsys.readouterr().err


def test_data_that_cannot_be_read_exit_with_1(data_copy, capsys):
    (data_copy / "tables" / "coca_zone_year.csv").write_text("row_id\nx\n", encoding="utf-8")
    assert call("coca_zones", 2012, 2020) == 1
    assert "coca_zone_year.csv" in capsys.readouterr().err
