"""Layers made for a base year: every pair with it in one file, nothing for claims alone, drawn in app and picture."""

import json

import pytest

from geo.displacement import compare, subject
from geo.timeline import YEARS
from layers.displaced import headline
from layers.drawing import features_of
from layers.drawn import drawn_view
from layers.figure.request import checked_files
from layers.made import made_files
from layers.options import SUBJECTS
from layers.pair import SELECTABLE
from layers.view import View


def made(year=2017, year2=2013, **options):
    return made_files(View(year, (), year2, page="displacement", options=options))


def test_two_maps_carry_the_finding_and_what_is_chosen_on_top():
    assert list(made()) == ["pair_lead", "pair_arrows", "pair_track"]
    assert list(made(top="ellipses")) == ["pair_lead", "pair_ellipses"]
    assert list(made(top="~")) == ["pair_lead"]


def test_a_difference_takes_the_place_of_the_subjects_own_layer():
    assert list(made(compare="difference", top="~")) == ["pair_change"]


def test_claims_alone_and_one_year_alone_make_nothing():
    assert made(evidence="claimed") == {}
    assert made(year2=None) == {}


def test_a_move_of_the_slider_asks_for_the_same_layers():
    names = [{key: one["hash"] for key, one in made(year).items()} for year in YEARS]
    assert all(one == names[0] for one in names)


def test_each_year_of_the_file_tells_the_finding_of_its_pair():
    told = made()["pair_lead"]["years"]
    assert set(told) == {str(year) for year in YEARS}
    for year in YEARS:
        if year != 2013:
            assert told[str(year)]["title"] == headline(compare("coca_zones", *sorted((2013, year))))
    assert told["2013"]["title"] == ""


def test_a_series_break_stands_in_the_subtitle_of_the_pairs_that_cross_it():
    told = made()["pair_lead"]["years"]
    assert ["Two series" in told[str(year)]["subtitle"] for year in (2012, 2017, 2018, 2020)] == [
        False,
        False,
        True,
        True,
    ]


def test_a_pair_that_is_refused_says_why_and_what_can_be_compared():
    told = made(2020, 2018, subject="mining_cells", compare="difference", top="~")["pair_change"]["years"]["2020"]
    assert "cannot be compared" in told["title"]
    assert "stock" in told["subtitle"] and "2019" in told["subtitle"]


@pytest.mark.parametrize("key", SUBJECTS)
def test_every_subject_makes_files_that_json_takes(key):
    files = made(2020, 2018, subject=key, compare="difference", top="arrows~track~ellipses")
    assert list(files) == ["pair_change", "pair_arrows", "pair_track", "pair_ellipses"]
    json.dumps(list(files.values()), allow_nan=False)


@pytest.mark.parametrize("key", SELECTABLE)
def test_a_unit_that_opens_details_is_a_feature_of_its_layer(key):
    one = subject(key)
    assert set(one.points().index) <= set(features_of(one.layer)["id"])


def test_the_picture_draws_what_the_map_draws():
    view = View(2017, ("coca_zones",), 2013, page="displacement", options={"compare": "difference"})
    shapes = drawn_view(checked_files(view, (1280, 720)), view)
    found = compare("coca_zones", 2013, 2017)
    assert len({one.id for one in shapes["pair_change"] if one.look["id"] != "area-none"}) == 13
    assert len(shapes["pair_arrows"]) == len(found.transport.flows.head(12))
    assert len(shapes["pair_track"]) == 1 + len(found.track)
