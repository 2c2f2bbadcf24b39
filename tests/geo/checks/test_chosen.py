"""One row of a thing is shown, and it is the one that conflicts.csv prefers."""

from collections.abc import Callable

import pytest

from tests.packages import SmallPackage, rows_of_a_green_package

Faults = Callable[[], list[str]]
TABLES = {
    "events": ("row_id event_group preferred", {"event_group": "raid"}, "preferred", "raid"),
    "mining_operation_figures": (
        "figure_id operation_id metric value_number shown",
        {"operation_id": "mercury", "metric": "camps"},
        "shown",
        "mercury camps",
    ),
    "eradication": (
        "row_id area_id year kind eradicated_ha shown",
        {"area_id": "peru", "year": 2014, "kind": "forced"},
        "shown",
        "peru 2014 forced",
    ),
    "port_seizures": ("row_id case_id seized_kg counts_in_total", {"case_id": "coal"}, "counts_in_total", "coal"),
}
TYPES = {
    "preferred": "boolean",
    "shown": "boolean",
    "counts_in_total": "boolean",
    "value_number": "number",
    "eradicated_ha": "number",
    "seized_kg": "number",
}
ALWAYS_ONE = ("events", "mining_operation_figures")


@pytest.fixture
def flags(small: SmallPackage, add_table: Callable) -> Callable[..., None]:
    """Give a function that adds a table with one row a flag, of one thing and of values 10, 20, ..."""

    def add(name: str, *stated: str) -> None:
        columns, thing, flag, _ = TABLES[name]
        key = columns.split()[0]
        rows = [
            {key: "abc"[at], flag: one, **thing}
            | {value: 10 * (at + 1) for value in ("value_number", "eradicated_ha", "seized_kg") if value in columns}
            for at, one in enumerate(stated)
        ]
        add_table(name, columns, rows, **TYPES)

    return add


def declare(small: SmallPackage, name: str, preferred: str) -> None:
    pair = {"conflict_id": "more", "table_name": name, "row_a": "a", "row_b": "b", "why": "x"}
    rows = [*rows_of_a_green_package()["conflicts"], pair | {"preferred_row": preferred}]
    small.write_rows("conflicts", rows)


@pytest.mark.parametrize("name", TABLES)
def test_one_shown_row_needs_no_verdict(faults: Faults, flags: Callable, name: str):
    flags(name, "false", "true")
    assert faults() == []


@pytest.mark.parametrize("name", TABLES)
def test_two_shown_rows_are_refused(faults: Faults, flags: Callable, name: str):
    flags(name, "true", "false", "true")
    _, _, flag, thing = TABLES[name]
    assert faults() == [
        f"data/tables/{name}.csv:4 {flag}: expected one shown row for {thing}, got a, c, "
        f"leave {flag} true in one of them"
    ]


@pytest.mark.parametrize("name", TABLES)
def test_rivals_without_a_shown_row_are_refused(small: SmallPackage, faults: Faults, flags: Callable, name: str):
    flags(name, "false", "false")
    _, _, flag, thing = TABLES[name]
    said = f"data/tables/{name}.csv:2 {flag}: expected one shown row for {thing}, got none, make {flag} true in one row"
    assert [one.removesuffix(", or declare the preferred one in conflicts.csv") for one in faults()] == [said]
    declare(small, name, "b")
    assert len(faults()) == int(name in ALWAYS_ONE)


@pytest.mark.parametrize("name", TABLES)
def test_a_row_alone_is_shown_where_the_table_shows_every_thing(faults: Faults, flags: Callable, name: str):
    flags(name, "false")
    assert len(faults()) == int(name in ALWAYS_ONE)


@pytest.mark.parametrize("name", TABLES)
def test_the_shown_row_is_the_preferred_one(small: SmallPackage, faults: Faults, flags: Callable, name: str):
    flags(name, "true", "false")
    declare(small, name, "b")
    _, _, flag, thing = TABLES[name]
    assert faults() == [
        f"data/tables/{name}.csv:2 {flag}: expected one shown row for {thing}, "
        f"got 'a', which conflicts.csv sets behind 'b', correct {flag} or preferred_row in conflicts.csv"
    ]
    declare(small, name, "a")
    assert faults() == []


def test_rows_without_a_value_or_a_thing_are_no_rivals(small: SmallPackage, faults: Faults, flags: Callable):
    flags("port_seizures", "true", "true")
    small.change("port_seizures", "b", seized_kg="")
    assert faults() == []
    small.change("port_seizures", "b", seized_kg=20, case_id="")
    assert faults() == []


def test_a_circle_of_preferences_is_refused(small: SmallPackage, faults: Faults, flags: Callable):
    flags("events", "true", "false", "false")
    pairs = [("a", "b"), ("b", "c"), ("c", "a")]
    rows = [
        {"conflict_id": f"c{one}", "table_name": "events", "row_a": one, "row_b": other, "preferred_row": one}
        for one, other in pairs
    ]
    small.write_rows("conflicts", [*rows_of_a_green_package()["conflicts"], *rows])
    assert faults() == [
        "data/tables/events.csv:2 preferred: expected one shown row for raid, "
        "got a, b, c preferred over each other in a circle, correct preferred_row in conflicts.csv"
    ]
