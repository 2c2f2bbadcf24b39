"""How two years of a view are set against each other, and what a picture makes of it."""

import pytest

from layers.compare import captions, lead_told, mode, pair_year, pane_years, span_told, without_made, years_drawn
from layers.view import View


def view(year=2017, year2=2013, page="displacement", **options):
    return View(year, (), year2, page=page, options=options)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (view(), "side"),
        (view(compare="swipe"), "swipe"),
        (view(compare="difference"), "difference"),
        (view(2013, compare="difference"), "one"),
        (view(year2=None), "one"),
        (view(page="situation"), "side"),
    ],
)
def test_the_mode_follows_years_and_option(given, expected):
    assert mode(given) == expected


def test_what_is_swiped_on_the_screen_stands_side_by_side_on_paper():
    assert pane_years(view(2013, 2017, compare="swipe")) == [2013, 2017]


def test_a_difference_is_one_map_labelled_with_both_years():
    assert pane_years(view(compare="difference")) == [2017]
    assert captions(view(compare="difference")) == ["2013–2017"]
    assert captions(view(2013, 2017)) == ["2013", "2017"]


def test_the_words_are_those_of_the_pair_whichever_year_the_slider_holds():
    lead = {"leads": True, "base": 2013, "years": {"2013": {"title": "none"}, "2017": {"title": "2013 and 2017"}}}
    for given in (view(2017, 2013), view(2013, 2017)):
        assert lead_told([{}, lead], given)["title"] == "2013 and 2017"
    assert lead_told([{}], view()) is None
    assert lead_told([lead], view(2013, 2013)) is None


def test_the_earlier_map_does_not_carry_what_says_something_of_both_years():
    files = [{"key": "coca_zones"}, {"key": "pair_track", "base": 2013}]
    assert without_made(files, {"coca_zones": [1], "pair_track": [2]}) == {"coca_zones": [1], "pair_track": []}


def test_what_is_made_for_a_base_year_stands_under_the_other_year_of_the_pair():
    made, plain = {"base": 2013}, {}
    for view in (View(2013, (), year2=2017), View(2017, (), year2=2013)):
        assert {pair_year(made, view, year) for year in (2013, 2017)} == {2017}
        assert [pair_year(plain, view, year) for year in (2013, 2017)] == [2013, 2017]
    assert pair_year(made, View(2013, ()), 2013) == 2013


@pytest.mark.parametrize(
    ("given", "year", "expected"),
    [
        (view(2013, 2017), 2013, [2013]),
        (view(2013, 2017), 2017, [2017, 2016, 2015, 2014]),
        (view(2017, 2013, compare="swipe"), 2017, [2017, 2016, 2015, 2014]),
        (view(2017, 2013, compare="difference"), 2017, [2017, 2016, 2015, 2014, 2013]),
        (view(2017, None), 2017, [2017]),
        (view(2017, 2017), 2017, [2017]),
    ],
)
def test_a_layer_that_spans_is_drawn_with_the_years_between(given, year, expected):
    assert years_drawn({"spans": True}, given, year) == expected
    assert years_drawn({"spans": False}, given, year) == [year]


def test_the_notes_say_which_years_a_layer_that_spans_has():
    assert span_told({"spans": True}, view(2017, 2013)) == (
        "The later map has those of every year after 2013, up to 2017."
    )
    assert span_told({"spans": True}, view(compare="difference")) == (
        "Those of every year from 2013 to 2017 are drawn."
    )
    assert span_told({"spans": True}, view(2017, None)) == span_told({}, view()) == ""
