"""What is not known is said with the sources that come nearest."""

import pytest

from geo.tables import load_table
from layers import unknowns as module
from layers.unknowns import unknowns
from layers.words import has_word


def test_each_has_words_and_a_source():
    assert [one.key for one in unknowns()] == ["ports", "corridors", "canada", "oceania"]
    for one in unknowns():
        assert has_word(f"layers.unknowns.{one.key}") and one.sources


def test_the_articles_that_count_ports_and_name_canada_are_cited():
    cited = {one.key: {known.key for known in one.sources} for one in unknowns()}
    assert cited["ports"] == {"ellis_cipherbrief_2016"}
    assert cited["canada"] == {"ellis_prism_2015", "ellis_wotr_2015"}


def test_no_route_leads_to_oceania_and_none_ends_in_canada():
    ends = load_table("route_legs")["to_place_id"].map(load_table("places").set_index("place_id")["country"])
    assert not {"CA", "AU", "NZ"} & set(ends)


def test_a_row_that_is_gone_is_named(monkeypatch):
    monkeypatch.setitem(module.NEAREST, "ports", (("scanners", "row_id", "gone"),))
    with pytest.raises(KeyError, match="scanners.row_id gone"):
        unknowns()
