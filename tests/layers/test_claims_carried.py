"""Every claim of the articles on routes, exits, flights, precursors and markets stands on the Routes page."""

import csv
from pathlib import Path

import pytest

from geo.tables import load_table
from layers.linked import linked
from tests.layers.tables import rows

THEMES = {"route", "ports", "crossings", "airstrip_flight", "corridor", "precursor", "market"}
KEYS = {
    "routes": "route_id",
    "ports": "port_id",
    "crossings": "crossing_id",
    "corridors": "corridor_id",
    "market_facts": "row_id",
    "airstrip_counts": "row_id",
    "scanners": "row_id",
    "state_response": "row_id",
}
with Path(__file__).with_name("claims_carried.csv").open(encoding="utf-8", newline="") as file:
    CARRIED = {row["claim_id"]: row for row in csv.DictReader(file)}


def targets(claim):
    return [tuple(one.split(":", 1)) for one in CARRIED[claim]["carried_by"].split(";") if one]


def test_every_claim_of_these_themes_is_in_the_table_and_no_other():
    about = {row["claim_id"] for row in rows("article_claims") if THEMES & {row["theme"], row["theme_secondary"]}}
    assert set(CARRIED) == about


@pytest.mark.parametrize("claim", CARRIED)
def test_a_claim_is_carried_or_the_reason_is_given(claim):
    assert targets(claim) or CARRIED[claim]["why"]
    for table, key in targets(claim):
        assert load_table(table)[KEYS[table]].eq(key).any(), (table, key)


@pytest.mark.parametrize("layer", ["routes", "ports", "crossings", "corridors"])
def test_what_carries_a_claim_is_on_the_map_or_in_the_list(layer):
    listed = set(linked(layer)["id"])
    assert {key for claim in CARRIED for table, key in targets(claim) if table == layer} <= listed


def test_a_claim_of_a_repost_is_carried_as_the_first():
    for row in rows("article_claims"):
        if row["claim_id"] in CARRIED and row["repost_of"] in CARRIED:
            assert targets(row["claim_id"]) == targets(row["repost_of"])


def test_a_claim_that_names_a_way_has_a_route():
    ways = [row for row in rows("article_claims") if row["claim_id"] in CARRIED and row["to_place_ref"]]
    carried = {row["claim_id"]: {table for table, _ in targets(row["claim_id"])} for row in ways}
    left = [claim for claim, tables in carried.items() if not {"routes", "corridors"} & tables]
    assert left == ["P175"], "only the title of a cited work, on one aircraft, goes without a route"
