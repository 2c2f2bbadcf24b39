"""Flows count routes by origin or exit and market, as the table has them, and say what a click chooses."""

from collections import Counter

import pandas as pd
import pytest

from layers import flows as module
from layers.features import layer_file
from layers.flows import AXES, choice, flows, folded, is_chosen, settable
from tests.layers.tables import covers, rows

YEAR = 2015


@pytest.fixture
def file():
    return layer_file("routes")


def small(filters=("market", "commodity"), exits=False):
    """Give a layer file of four routes: two from A (Europe, Asia), one from B (Europe), one of gold."""
    known = {
        "r1": {"market": ["europe"], "commodity": ["cocaine"], "exit": ["port:callao"]},
        "r2": {"market": ["asia"], "commodity": ["cocaine"], "exit": ["port:callao", "port:paita"]},
        "r3": {"market": ["europe"], "commodity": ["cocaine"], "exit": ["port:paita"]},
        "r4": {"market": ["europe"], "commodity": ["gold"], "exit": ["port:paita"]},
    }
    names = (*filters, *(("exit",) if exits else ()))
    offered = {name: [] for name in names}
    if exits:
        offered["exit"] = [{"value": "port:callao", "label": "Callao"}, {"value": "port:paita", "label": "Paita"}]
    return {
        "key": "routes",
        "years": {"2015": {}},
        "filters": offered,
        "default_filters": {"commodity": ["cocaine"]},
        "looks": [{}],
        "sources": [],
        "features": [
            {
                "geometry": {},
                "properties": {
                    "id": one, "name": one, "part": "line", "rank": 1, "years": {"2015": {"k": 0, "s": []}},
                    "f": {name: values[name] for name in names},
                },
            }
            for one, values in known.items()
        ],
    }  # fmt: skip


@pytest.fixture
def table(monkeypatch):
    frame = pd.DataFrame(
        {
            "route_id": ["r1", "r2", "r3", "r4"],
            "origin_zone": ["A", "A", "B", "A"],
            "exit_point": ["Callao", "Callao", None, "Paita"],
            "market": ["europe", "asia", "europe", "europe"],
        }
    )
    monkeypatch.setattr(module, "load_table", lambda name: frame)


def told(cells):
    return {(one.label, one.market): (one.drawn, one.open) for one in cells.itertuples()}


def test_routes_are_counted_by_origin_and_market(table):
    cells = flows("origin", small(), YEAR)
    assert told(cells) == {("A", "europe"): (1, 1), ("A", "asia"): (1, 1), ("B", "europe"): (1, 1)}
    assert list(cells["label"]) == ["A", "A", "B"]


def test_a_filter_on_the_market_dims_and_any_other_takes_out(table):
    assert told(flows("origin", small(), YEAR, {"market": ("asia",)})) == {
        ("A", "europe"): (0, 1), ("A", "asia"): (1, 1), ("B", "europe"): (0, 1),
    }  # fmt: skip
    assert told(flows("origin", small(), YEAR, {"commodity": ("gold",)})) == {("A", "europe"): (1, 1)}


def test_an_exit_that_no_source_names_is_a_row_of_its_own(table):
    assert ("not stated", "europe") in told(flows("exit", small(), YEAR))


def test_where_the_layer_filters_by_exit_its_values_are_the_rows_and_a_route_counts_under_each(table):
    cells = flows("exit", small(exits=True), YEAR, {"exit": ("port:callao",)})
    assert told(cells) == {
        ("Callao", "europe"): (1, 1), ("Callao", "asia"): (1, 1),
        ("Paita", "europe"): (0, 1), ("Paita", "asia"): (1, 1),
    }  # fmt: skip


def test_a_click_chooses_the_market_and_the_row_only_where_the_layer_can_filter_by_it(table):
    assert choice("origin", small(), "A", "europe") == {"market": ("europe",)}
    with_exits = small(exits=True)
    assert settable("exit", with_exits) == ("market", "exit")
    wanted = choice("exit", with_exits, "port:paita", "europe")
    assert wanted == {"market": ("europe",), "exit": ("port:paita",)}
    assert is_chosen(wanted, with_exits, wanted)
    assert not is_chosen(wanted, with_exits, {"market": ("europe",)})
    assert choice("exit", with_exits, "", "europe") == {"market": ("europe",), "exit": ()}


def test_an_unknown_axis_is_named():
    with pytest.raises(KeyError, match="no axis 'mode'; there are"):
        settable("mode", small())


def test_folding_counts_each_route_of_the_rest_once(table):
    cells = pd.concat([flows("exit", small(exits=True), YEAR)] * 1)
    more = pd.DataFrame([{**cells.iloc[0].to_dict(), "row": f"x{at}", "label": f"x{at}"} for at in range(3)])
    shown = folded(pd.concat([cells, more], ignore_index=True), 1)
    assert list(dict.fromkeys(shown["row"])) == ["port:callao", ""]
    rest = shown[shown["row"].eq("")]
    assert rest["label"].iloc[0] == "4 others"
    # r3 by Paita and r1, three times over, by x0, x1, x2
    assert dict(zip(rest["market"], rest["open"], strict=True)) == {"europe": 2, "asia": 1}


def test_one_row_more_than_wanted_is_not_folded(table):
    cells = flows("origin", small(), YEAR)
    assert folded(cells, 1).equals(cells)


@pytest.mark.parametrize("axis", AXES)
def test_the_counts_of_the_package_are_those_of_the_table(file, axis):
    cells = flows(axis, file, YEAR, {"commodity": ()})
    drawn = [
        row for row in rows("routes")
        if row["is_attempt"] != "true" and row["drawable"] != "none" and (row["undated"] == "true" or covers(row, YEAR))
    ]  # fmt: skip
    assert {one for ids in cells["drawn_ids"] for one in ids} == {row["route_id"] for row in drawn}
    if axis not in file["filters"]:
        wanted = Counter((row[AXES[axis]], row["market"]) for row in drawn)
        assert dict(wanted) == {(one.label, one.market): one.drawn for one in cells.itertuples()}


def test_choosing_a_market_leaves_the_open_counts_alone(file):
    free, chosen = flows("origin", file, YEAR), flows("origin", file, YEAR, {"market": ("europe",)})
    assert list(free["open"]) == list(chosen["open"])
    assert set(chosen[chosen["drawn"].gt(0)]["market"]) == {"europe"}
