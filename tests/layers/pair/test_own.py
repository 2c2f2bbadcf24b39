"""A reader's own intervention in the link."""

import pytest

from layers.pair.own import own_choice, written

CHOSEN = {"treated": ["a", "b"], "surroundings": ["c"], "control": [], "before": [2012, 2013], "after": [2016]}
NOTHING = {"treated": [], "surroundings": [], "control": [], "before": [], "after": []}


def test_it_survives_the_way_through_the_link():
    assert own_choice(written("coca_zones", CHOSEN), "coca_zones") == CHOSEN


def test_nothing_chosen_is_no_text():
    assert written("coca_zones", NOTHING) == ""


@pytest.mark.parametrize("text", ["", "coca_zones~a", "coca_districts~a~b~c~2012~2013", "~~~~~"])
def test_what_is_no_choice_of_this_subject_chooses_nothing(text):
    assert own_choice(text, "coca_zones") == NOTHING


def test_a_year_outside_the_window_is_left_out():
    assert own_choice("coca_zones~a~b~c~1999,2012~2_013", "coca_zones")["before"] == [2012]
