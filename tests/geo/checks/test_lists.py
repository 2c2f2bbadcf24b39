"""Keys in list cells are known, stand once, and are parted properly."""

from collections.abc import Callable

import pytest

from geo.checks.lists import POINTS_TO
from geo.tables import schema_of, table_names

Faults = Callable[[], list[str]]


@pytest.mark.parametrize(("column", "target"), POINTS_TO.items())
def test_each_list_column_belongs_to_a_table_and_points_to_one(column: str, target: tuple[str, str]):
    assert any(column in schema_of(name).columns for name in table_names())
    assert target[1] in schema_of(target[0]).columns


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("pichari_cusco;lima", "known place_ids, got 'lima', correct it or add its row to places.csv"),
        (
            "pichari_cusco;;kimbiri_cusco",
            "keys parted by ';', got an empty part in 'pichari_cusco;;kimbiri_cusco', delete the separator",
        ),
        ("pichari_cusco;", "keys parted by ';', got an empty part in 'pichari_cusco;', delete the separator"),
        ("pichari_cusco;kimbiri_cusco;pichari_cusco", ""),  # a way may come back
        ("pichari_cusco; kimbiri_cusco", ""),
    ],
)
def test_waypoints_are_places(faults: Faults, add_columns: Callable, cell: str, fault: str):
    add_columns("coca_zones", {"waypoints": cell})
    assert faults() == ([f"data/tables/coca_zones.csv:2 waypoints: expected {fault}"] if fault else [])


@pytest.mark.parametrize("column", ["source_a", "source_b", "published_source", "also_seen_in"])
def test_further_sources_are_known_and_stand_once(faults: Faults, add_columns: Callable, column: str):
    add_columns("coca_zones", {column: "press_2013;rumour;press_2013"})
    where = f"data/tables/coca_zones.csv:2 {column}: expected"
    assert faults() == [
        f"{where} each key once, got 'press_2013' twice, delete one",
        f"{where} known source_keys, got 'rumour', correct it or add its row to sources.csv",
    ]


def test_groups_of_events_are_known(faults: Faults, add_columns: Callable, add_table: Callable):
    rows = [{"row_id": "a", "event_group": "raid", "preferred": "true"}]
    add_table("events", "row_id event_group preferred", rows, preferred="boolean")
    add_columns("coca_zones", {"event_groups": "raid;riot"})
    assert faults() == [
        "data/tables/coca_zones.csv:2 event_groups: expected known event_groups, got 'riot', "
        "correct it or add its row to events.csv"
    ]


def test_a_list_without_its_table_is_a_fault(faults: Faults, add_columns: Callable):
    add_columns("coca_zones", {"uses_ports": "callao"})
    assert faults() == [
        "data/datapackage.yaml ports: expected an entry for this table, got none, "
        "restore the entry, its rows and its schema"
    ]
