"""Means of the state: in their years, hollow where not at work, each statement once."""

import pytest

from geo.timeline import YEARS
from layers.drawing import features_of, marks_of
from layers.state_presence import LAYER
from tests.layers.tables import covers, rows

MEANS = [row for row in rows("state_response") if row["drawn"] == "true"]


def test_the_means_of_each_year_are_those_counted_by_hand():
    by_year = {year: sum(row["year"] == str(year) for row in MEANS) for year in YEARS}
    assert {year: count for year, count in by_year.items() if count} == {
        2012: 1, 2013: 2, 2014: 6, 2015: 3, 2016: 4, 2018: 2, 2019: 2
    }  # fmt: skip


@pytest.mark.parametrize("year", YEARS)
def test_each_located_means_is_drawn_in_every_year_of_its_span(year):
    marks = marks_of("state_presence")[year]
    drawn = marks[~marks["look"].str.endswith("-scanner")]
    assert set(drawn["id"]) == {row["row_id"] for row in MEANS if covers(row, year)}


def test_scanners_are_drawn_in_their_year():
    drawn = {}
    for year, frame in marks_of("state_presence").items():
        for mark in frame[frame["look"].str.endswith("-scanner")].itertuples():
            drawn.setdefault(year, {})[mark.id.rsplit("-", 1)[1]] = mark.look.split("-")[0]
    assert drawn == {
        2013: {"x01": "works", "x02": "works", "x03": "works"},
        2014: {"x11": "hollow", "x16": "works"},
        2015: {"x12": "hollow", "x13": "hollow"},
        2016: {"x14": "hollow"},
        2017: {"x22": "works"},
        2019: {"x15": "works"},
    }


@pytest.mark.parametrize(
    ("year", "row", "look", "words"),
    [
        (2015, "2015-radar-r001", "works-radar", "in service, Air Force, from 2015-05-10"),
        (2015, "2015-radar-r002", "hollow-radar", "announced, Air Force, Devida funds, 2015"),
        (2019, "2019-radar-r004", "hollow-radar", "under maintenance, Air Force"),
        (2014, "2014-control-post-r035", "hollow-control_post", "planned, National Police"),
        (2016, "2016-pias-r025", "hollow-pias", "planned, Navy"),
    ],
)
def test_a_means_that_is_not_at_work_is_hollow_and_says_why(year, row, look, words):
    mark = marks_of("state_presence")[year].set_index("id").loc[row]
    assert mark["look"] == look
    assert words in mark["hover"]


def test_an_amount_is_told_with_its_unit():
    marks = marks_of("state_presence")[2013].set_index("id")
    assert "in service, 14 helicopters, CORAH / US" in marks.at["2013-helicopter-r016", "hover"]


def test_a_place_with_two_signs_is_named_once():
    texts = marks_of("state_presence")[2015].set_index("id").loc[["2015-radar-r001", "2015-radar-r002"], "text"]
    assert texts.tolist() == ["Puerto Maldonado", ""]


def test_every_statement_is_drawn_or_listed_with_a_reason():
    every = {row["row_id"] for table in ("state_response", "scanners") for row in rows(table)}
    left = LAYER.left_out("en").set_index("id")["why"]
    assert set(features_of("state_presence")["id"]) == every - set(left.index)
    assert left["muyurina-2014-x04"] == "layers.state_presence.same_as_post"
    assert left["pucusana-2020-x17"] == "layers.state_presence.national"
    assert left["paita-2022-x23"] == "layers.state_presence.other_years"
    assert left["2020-radar-r007"] == "layers.state_presence.unplaced"


@pytest.mark.parametrize("year", YEARS)
def test_no_sign_hides_another(year):
    features = features_of("state_presence").set_index("id")
    shown = features.loc[marks_of("state_presence")[year]["id"]]
    spots = set(zip(shown.geometry.x, shown.geometry.y, shown["dx"], shown["dy"], strict=True))
    assert len(spots) == len(shown)
