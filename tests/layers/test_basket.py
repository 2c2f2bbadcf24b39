"""A basket keeps its slides in order, says what is too much, and comes back from plain values as it was."""

import json

import pytest

from layers.basket import LONGEST, MOST, Basket, Entry, as_plain, from_plain

FULL = Basket().added(*(Entry(f"?year={year}", title=str(year)) for year in (2012, 2013, 2014)))


def titles(basket):
    return [one.title for one in basket.entries]


def ids(basket):
    return [one.id for one in basket.entries]


def test_slides_stand_in_the_order_they_came_in():
    assert titles(FULL) == ["2012", "2013", "2014"]
    assert len(set(ids(FULL))) == 3


@pytest.mark.parametrize(
    ("at", "by", "expected"),
    [
        (0, 1, ["2013", "2012", "2014"]),
        (2, -1, ["2012", "2014", "2013"]),
        (2, -2, ["2014", "2012", "2013"]),
        (0, -1, ["2012", "2013", "2014"]),
        (2, 5, ["2012", "2013", "2014"]),
    ],
)
def test_a_slide_moves_and_stops_at_either_end(at, by, expected):
    assert titles(FULL.moved(ids(FULL)[at], by)) == expected


def test_a_renamed_slide_stays_where_it_is():
    changed = FULL.changed(ids(FULL)[1], title="Gold", note="Say this")
    assert titles(changed) == ["2012", "Gold", "2014"]
    assert changed.entries[1].note == "Say this" and ids(changed) == ids(FULL)


def test_a_copy_stands_right_after_its_slide_and_is_another_one():
    copied = FULL.duplicated(ids(FULL)[0])
    assert titles(copied) == ["2012", "2012", "2013", "2014"]
    renamed = copied.changed(ids(copied)[1], title="copy")
    assert titles(renamed) == ["2012", "copy", "2013", "2014"]


def test_a_slide_is_taken_out_once_and_for_all():
    less = FULL.without(ids(FULL)[1])
    assert titles(less) == ["2012", "2014"]
    assert less.without(ids(FULL)[1]) == less


@pytest.mark.parametrize("do", ["changed", "moved", "duplicated"])
def test_a_slide_that_is_gone_is_named(do):
    arguments = {"moved": [1]}.get(do, [])
    with pytest.raises(LookupError, match="the deck has no slide 'gone': another window took it out"):
        getattr(FULL, do)("gone", *arguments)


def test_a_full_deck_takes_no_more():
    full = Basket().added(*(Entry("?year=2012") for _ in range(MOST)))
    with pytest.raises(ValueError, match=f"would have {MOST + 1} slides, expected at most {MOST}"):
        full.added(Entry("?year=2013"))
    with pytest.raises(ValueError, match="take some out first"):
        full.duplicated(ids(full)[0])


def test_every_text_that_is_too_long_is_named():
    with pytest.raises(ValueError, match="(?s)title of slide 4 has 501 .*note of slide 4 has 5,001 characters"):
        FULL.added(Entry("?year=2012", title="x" * 501, note="x" * 5_001))
    with pytest.raises(ValueError, match="text of the deck has 1,001 characters, expected at most 1,000"):
        FULL.told(text="x" * 1_001)


def test_no_text_may_be_longer_than_a_slide_takes():
    from layers import address
    from layers.deck import page
    from layers.figure import dress

    assert LONGEST["title"] == dress.LONGEST_TITLE and LONGEST["subtitle"] == dress.LONGEST_SUBTITLE
    assert LONGEST["banner"] == dress.LONGEST_BANNER and LONGEST["view"] == address.LONGEST
    assert LONGEST["note"] == page.LONGEST_NOTES and LONGEST["text"] == page.LONGEST_TEXT


def test_the_banner_is_the_one_chosen_else_the_first_that_a_slide_came_with():
    assert FULL.marking[0] == ""
    marked = FULL.added(
        Entry("?year=2015", banner="SECRET", banner_colour="#C8102E"), Entry("?year=2016", banner="DRAFT")
    )
    assert marked.marking == ("SECRET", "#C8102E")
    assert marked.markings == ["SECRET", "DRAFT"]
    assert marked.told(banner="").marking[0] == ""
    assert marked.told(banner="EXERCISE", banner_colour="#B7791F").marking == ("EXERCISE", "#B7791F")


def test_a_basket_survives_being_written():
    whole = FULL.told(opening=True, title="Peru", text="<b>bold</b> ñ", note="n", opening_view="?year=2020", banner="X")
    assert from_plain(json.loads(json.dumps(as_plain(whole)))) == whole


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        ([], "the deck is list, expected names with values"),
        ({"entries": "all"}, "entries is str, expected a list"),
        ({"entries": [{"id": "a"}]}, "slide 1 has no view"),
        ({"entries": [{"view": "?", "id": "a"}, {"view": "?", "id": "a"}]}, "two slides have the same id"),
        ({"entries": [{"view": "?"}]}, "one has none"),
        ({"entries": [{"view": 5, "id": "a"}]}, "view of slide 1 is int, expected str"),
        ({"entries": [7]}, "slide 1 is int, expected names with values"),
        ({"colour": "red"}, "the deck holds 'colour', expected some of entries"),
        ({"version": True}, "version of the deck is bool, expected int"),
        ({"opening": "yes"}, "opening of the deck is str, expected bool"),
        ({"title": "x" * 501}, "title of the deck has 501 characters"),
    ],
)
def test_plain_values_that_are_no_basket_are_refused(plain, said):
    with pytest.raises(ValueError, match=said.replace("?", r"\?")):
        from_plain(plain)


def test_all_faults_are_named_at_once():
    with pytest.raises(ValueError, match="(?s)colour.*title of the deck is int.*slide 1 has no view"):
        from_plain({"colour": "red", "title": 3, "entries": [{"id": "a"}]})
