"""No place stands under two ids, unless it is declared that both exist."""

from collections.abc import Callable

import pytest

from tests.packages import SmallPackage

Faults = Callable[[], list[str]]
NAMESAKE = {"place_id": "pichari_cusco_town", "name": "Pichari", "precision_km": 5}
CITED = {"label_place_id": "pichari_cusco"}


@pytest.fixture
def second(small: SmallPackage) -> Callable[..., None]:
    """Give a function that changes the second place; no zone is labelled at it any more."""

    def change(**cells: object) -> None:
        small.change("coca_zones", "aguaytia", **CITED)
        small.change("coca_zones", "lower_vraem", **CITED)
        small.change("places", "kimbiri_cusco", **cells)

    return change


def test_one_name_in_one_department_is_refused(faults: Faults, second: Callable):
    second(**NAMESAKE, lon=-73.52, kind="town")
    assert faults() == [
        "data/tables/places.csv:3 place_id: expected each place once, got 'pichari_cusco_town' beside "
        "'pichari_cusco' in line 2, of the same name, 2.2 km off, "
        "keep one; if both exist, name the other's place_id in the note"
    ]


@pytest.mark.parametrize(
    "cells",
    [
        {"lon": -73.25},  # 27 km off, and the id says that it is a namesake
        {"lon": -73.52, "note": "the old town; pichari_cusco is the new one"},
    ],
)
def test_a_namesake_far_off_or_named_in_the_note_is_another_place(faults: Faults, second: Callable, cells: dict):
    second(**NAMESAKE, **cells)
    assert faults() == []


def test_a_name_in_its_own_note_declares_nothing(faults: Faults, second: Callable):
    second(**NAMESAKE, lon=-73.52, note="Pichari")
    assert len(faults()) == 1


def test_one_kind_at_one_point_is_refused(faults: Faults, second: Callable):
    second(lon=-73.503)
    assert faults() == [
        "data/tables/places.csv:3 place_id: expected each place once, got 'kimbiri_cusco' beside "
        "'pichari_cusco' in line 2, of the same kind, 0.3 km off, "
        "keep one; if both exist, name the other's place_id in the note"
    ]


@pytest.mark.parametrize(
    "cells",
    [
        {"lon": -73.51},  # 1.1 km off
        {"kind": "port"},
        {"note": "on the other bank, opposite Pichari"},
        {"note": "not pichari_cusco, which lies opposite."},
        {"place_id": "kimbiri_es", "department": "", "country": "ES"},  # across a border
    ],
)
def test_neighbours_that_something_parts_are_two_places(faults: Faults, second: Callable, cells: dict):
    second(**{"lon": -73.503} | cells)
    assert [one for one in faults() if "each place once" in one] == []


def test_areas_may_share_the_point_that_stands_for_them(small: SmallPackage, faults: Faults, second: Callable):
    second(lon=-73.5, kind="area")
    small.change("places", "pichari_cusco", kind="area")
    assert faults() == []
