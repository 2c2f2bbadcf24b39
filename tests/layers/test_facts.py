"""What else is known: items and values, tables, sentences."""

import re

import pytest

from geo.tables import load_table
from layers.base import Behind
from layers.details import rows
from layers.drawing import features_of
from layers.facts import facts
from layers.registry import layer

FREE = ("Where in the source", "Note")  # what a source or we wrote in so many words
BASES = Behind("bases", "base_id", "layers.behind.facts")


def test_one_row_becomes_items_and_values():
    row = load_table("bases").query("base_id == 'kiteni'")
    table = dict(facts(BASES, row).itertuples(index=False, name=None))
    assert table["Since"] == "2012"
    assert table["Precision"] == "10 km"
    assert table["Source"] == "Diario La Primera (2012)"
    assert "base_id" not in table and "Key" not in table
    assert all(value for value in table.values())


def test_several_rows_become_a_table_with_places_by_name():
    legs = load_table("route_legs").query("route_id == 'R07a'")
    table = facts(Behind("route_legs", "route_id", "layers.behind.legs"), legs)
    assert len(table) == len(legs)
    assert not any("_" in cell for cell in table.iloc[:, 1])


def test_keys_codes_and_slugs_are_spelled():
    district = dict(told("coca_districts", "ubigeo", "080901"))
    assert district["Zone"] == "La Convención-Lares"
    antwerp = dict(told("ports", "port_id", "antwerp"))
    assert antwerp["Country"] == "Belgium"
    assert dict(told("ports", "port_id", "arica"))["Destinations named"] == "Belgium, Europe, Asia"
    route = dict(told("routes", "route_id", "R02b"))
    assert (route["Destination market"], route["Means (classes)"]) == ("Europe", "light aircraft, sea")
    assert route["How it is drawn"] == "line that stops short: the market lies beyond"


def told(table, key, feature):
    rows = load_table(table)
    rows = rows[rows[key].astype(str).eq(feature)]
    return facts(Behind(table, key, "layers.behind.facts"), rows).itertuples(index=False, name=None)


@pytest.mark.parametrize(
    "key", ["coca_zones", "coca_districts", "mining_sectors", "bases", "routes", "crossings", "ports"]
)
def test_no_key_of_a_table_reaches_the_reader(key):
    raw = re.compile(r"\b[a-z0-9]+_[a-z0-9_]+\b|;\S")
    for feature in features_of(key)["id"].unique()[:25]:
        for _, frame in rows(key, feature).tables:
            if "Item" in frame:
                frame = frame[~frame["Item"].isin(FREE)]
            cells = frame.drop(columns=[name for name in FREE if name in frame]).astype(str)
            found = cells.map(lambda cell: bool(raw.search(cell)))
            assert cells[found.any(axis="columns")].empty, feature


def test_rows_may_be_said_in_sentences():
    behind = next(one for one in layer("crossings").behind if one.table == "routes")
    table = facts(behind, load_table("routes").head(3))
    assert list(table.columns) == ["What is said", "Source", "Where in the source", "Confidence"]
    assert table.iloc[0, 0].startswith("Cocaine: VRAEM, by light aircraft")
