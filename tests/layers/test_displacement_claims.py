"""Claims of displacement: arrows in their own style by certainty, in the years of their period, each accounted for."""

from itertools import combinations

import pytest
import shapely

from geo.timeline import YEARS
from layers.details import rows as details
from layers.drawing import features_of, marks_of
from layers.drawn import drawn
from layers.features import layer_file
from layers.legend import legend_entries
from layers.linked import linked
from layers.registry import layer
from tests.layers.tables import rows

KEY = "displacement_claims"
CERTAIN = {
    "measured": "measured", "asserted": "asserted", "author_judgement": "asserted", "attributed": "reported",
    "reported": "reported", "possible": "possible", "expected": "possible", "conditional": "possible",
}  # fmt: skip


def covers(row, year):
    return int(row["from_year"] or 0) <= year <= int(row["until_year"] or 9999)


def test_all_93_claims_are_drawn_or_left_out_with_a_reason():
    table = linked(KEY)
    assert sorted(table["id"]) == sorted(row["claim_id"] for row in rows(KEY))
    assert len(table) == 93
    assert len(layer(KEY).left_out("en")) == 18


@pytest.mark.parametrize("year", YEARS)
def test_a_claim_is_drawn_in_every_year_of_its_period(year):
    left = set(layer(KEY).left_out("en")["id"])
    expected = {row["claim_id"] for row in rows(KEY) if covers(row, year)} - left
    assert set(marks_of(KEY)[year]["id"]) == expected


def test_the_look_says_certainty_and_an_open_period():
    known = {row["claim_id"]: row for row in rows(KEY)}
    for year, marks in marks_of(KEY).items():
        for mark in marks.itertuples():
            row, (_, certainty, *pale) = known[mark.id], mark.look.split("-")
            assert certainty == CERTAIN[row["certainty"]]
            ends = [row[name] for name in ("from_year", "until_year") if row[name]]
            assert bool(pale) is (len(ends) < 2 and str(year) not in ends)


def test_only_claims_with_a_named_destination_have_a_head():
    named = {row["claim_id"] for row in rows(KEY) if row["has_destination"] == "true"}
    every = [mark for marks in marks_of(KEY).values() for mark in marks.itertuples()]
    heads = {mark.id for mark in every if mark.look.startswith("arrow")}
    assert heads <= named
    assert len(heads) == 43


def test_sendero_attempts_have_no_head_and_say_so():
    attempts = {row["claim_id"] for row in rows(KEY) if row["kind"] == "attempted" and row["in_window"] == "true"}
    drawn_so = {
        mark.id for marks in marks_of(KEY).values() for mark in marks.itertuples() if mark.look.startswith("attempt")
    }
    assert drawn_so == attempts == {"article-d02", "article-d04", "article-d05", "article-d06"}
    assert "an attempt, not said to have arrived" in details(KEY, "article-d05").claim


def test_a_claim_is_said_with_cause_period_certainty_and_source():
    known = details(KEY, "mining-d15")
    assert known.name == "Illegal mining: La Pampa to Apaylom, Pariamanu and Chaspa"
    assert known.claim == (
        "MAAP #130: increases in these three areas indicate that some expelled miners moved there; "
        "cause given: Operation Mercury; Mar 2019–Nov 2020, measured by a study; Amazon Conservation / ACCA (2020)"
    )


@pytest.mark.parametrize("year", YEARS)
def test_no_arrow_lies_on_another(year):
    """Two outlines may cross, or meet at an end, but none covers a fifth of another."""
    shown = marks_of(KEY)[year].query("part == 'area'")["id"]
    outlines = features_of(KEY).set_index("id").geometry[list(shown)]
    for one, other in combinations(outlines, 2):
        assert one.intersection(other).area < 0.2 * min(one.area, other.area)


def test_marks_at_one_place_stand_apart():
    features = features_of(KEY).set_index("id")
    at_la_pampa = features.loc[["mining-d16", "mining-d17", "mining-d18"]]
    assert len(set(zip(at_la_pampa["dx"], at_la_pampa["dy"], strict=True))) == 3


def test_filters_part_topics_kinds_and_certainties():
    file = layer_file(KEY)
    gold = {one.id for one in drawn(file, 2019, {"topic": ["mining"], "certainty": ["measured"]})}
    assert gold == {
        "mining-d11", "mining-d14", "mining-d15", "mining-d16", "mining-d17", "mining-d18", "mining-d19",
        "mining-d20", "mining-d21", "mining-d23",
    }  # fmt: skip


def test_the_legend_shows_a_dated_claim_for_those_left_open():
    file = layer_file(KEY)
    for year in (2012, 2015, 2020):
        shapes = drawn(file, year)
        for entry in legend_entries(file, shapes):
            alike = [one.look for one in shapes if one.look["legend"] == entry.label]
            assert entry.look["undated"] is all(look["undated"] for look in alike) or entry.look["symbol"] == "circle"


def test_the_title_parts_dated_from_open_periods():
    told = layer_file(KEY)["years"]["2015"]
    assert told["title"] == "Claims of displacement: 28 dated to 2015, 6 with one end of the period open"


def test_outlines_are_whole():
    geometry = features_of(KEY).query("part == 'area'").geometry
    assert shapely.is_valid(geometry.array).all()
