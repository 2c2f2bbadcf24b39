"""Events: one account each in its year, its rivals in the details, areas never as points."""

import pytest

from layers.details import rows as details
from layers.drawing import features_of, marks_of
from layers.drawn import drawn
from layers.events import FAMILY, LAYER, SIGNS
from layers.features import layer_file
from tests.layers.tables import rows

COUNTS = {2012: 19, 2013: 6, 2014: 7, 2015: 9, 2016: 4, 2017: 8, 2018: 6, 2019: 8, 2020: 8}


@pytest.mark.parametrize(("year", "count"), COUNTS.items())
def test_the_preferred_account_of_every_located_event_is_drawn_in_its_year(year, count):
    expected = {
        row["event_group"]: f"{FAMILY[row['kind']]}-{row['shown_as']}"
        for row in rows("events")
        if row["preferred"] == row["drawn"] == "true" and row["date"].startswith(str(year))
    }
    marks = marks_of("events")[year]
    assert dict(zip(marks["id"], marks["look"], strict=True)) == expected
    assert len(expected) == layer_file("events")["years"][str(year)]["total"] == count


def test_every_kind_has_a_sign():
    assert {row["kind"] for row in rows("events")} == set(FAMILY)
    assert set(FAMILY.values()) == set(SIGNS)
    assert len(set(SIGNS.values())) == len(SIGNS)


def test_what_is_known_for_an_area_is_never_a_point():
    looks = {look.id: look for look in LAYER.looks()}
    for family, sign in SIGNS.items():
        assert looks[f"{family}-point"].symbol == sign
        area = looks[f"{family}-area"]
        assert (area.symbol, area.inner, bool(area.dash)) == ("ring", sign, True)


def test_events_of_one_place_and_year_do_not_cover_each_other():
    features = features_of("events").set_index("id")
    for marks in marks_of("events").values():
        own = features.loc[marks["id"]]
        assert len(set(zip(own.geometry.x, own.geometry.y, own["dx"], own["dy"], strict=True))) == len(own)


def test_a_filter_keeps_one_kind():
    shown = drawn(layer_file("events"), 2014, {"kind": ["seizure"]})
    assert [shape.name for shape in shown] == ["Cocaine hidden in coal seized at Huanchaco (final weight)"]
    assert shown[0].hover == "Seizure; captured: 10; seized: 7,695 kg"


def test_a_pointer_shows_only_what_the_account_states():
    hover = marks_of("events")[2012].set_index("id").at["2012-kepashiato-e027", "hover"]
    assert hover == "Kidnapping; hostages taken: 36"


def test_the_accounts_of_an_event_stand_side_by_side_with_what_differs():
    detail = details("events", "2012-kepashiato-e027")
    accounts = dict(detail.tables)["Accounts of the event"]
    assert len(accounts) == 3
    said = accounts.iloc[:, 0].tolist()
    assert "hostages taken: 36" in said[0] and said[0].endswith("(shown)")
    assert "hostages taken: 40" in said[1] and not said[1].endswith("(shown)")
    assert set(detail.rivals["what_differs"]) == {"number of hostages", "year"}


def test_an_event_known_for_the_whole_valley_is_listed_only():
    left = LAYER.left_out("en").set_index("id")["why"]
    wide = {
        row["event_group"]
        for row in rows("events")
        if row["preferred"] == "true" and row["drawn"] == "false" and row["in_window"] == "true"
    }
    assert set(left[left.eq("layers.events.wide")].index) == wide
    listed = sum(
        row["event_group"] in wide and row["preferred"] == "true" and row["year"] == "2015" for row in rows("events")
    )
    assert f"listed in the table: {listed}." in layer_file("events")["years"]["2015"]["note"]
    assert "listed in the table" not in layer_file("events")["years"]["2013"]["note"]
