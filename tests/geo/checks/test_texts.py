"""Statements are paraphrases of at most 25 words; no cell is an essay."""

from collections.abc import Callable

import pytest

from tests.packages import SmallPackage, schema_of_table

Faults = Callable[[], list[str]]


@pytest.mark.parametrize("words", [25, 26])
def test_a_statement_has_at_most_25_words(small: SmallPackage, faults: Faults, words: int):
    small.change("conflicts", "vraem-2012", why=" ".join(["word"] * words))
    said = (
        f"data/tables/conflicts.csv:2 why: expected at most 25 words, got {words}, say it shorter, in our own words"
    )
    assert faults() == ([] if words == 25 else [said])


def test_the_schema_may_call_a_column_a_paraphrase(small: SmallPackage, faults: Faults):
    small.change("coca_zones", "vraem", name=" ".join(["word"] * 26))
    assert faults() == []
    held = schema_of_table("coca_zones")
    held["fields"][1]["description"] = "Paraphrase of the source."
    small.write_yaml("tables/coca_zones.schema.yaml", held)
    assert [one.split(", ")[0] for one in faults()] == [
        "data/tables/coca_zones.csv:2 name: expected at most 25 words"
    ]


@pytest.mark.parametrize("length", [300, 301])
def test_a_cell_has_at_most_300_characters(small: SmallPackage, faults: Faults, length: int):
    small.change("coca_zones", "vraem", locator="x" * length)
    said = (
        f"data/tables/coca_zones.csv:2 locator: expected at most 300 characters, got {length}, "
        "shorten it, or make rows of it"
    )
    assert faults() == ([] if length == 300 else [said])


def test_the_schema_may_set_another_limit(small: SmallPackage, all_faults: Faults):
    held = schema_of_table("coca_zones")
    held["fields"][1]["constraints"] = {"maxLength": 400}
    small.write_yaml("tables/coca_zones.schema.yaml", held)
    small.change("coca_zones", "vraem", name="x" * 400)
    assert all_faults() == []
    small.change("coca_zones", "vraem", name="x" * 401)
    assert [one.split(", ")[0] for one in all_faults()] == [
        "data/tables/coca_zones.csv:2 name: expected at most 400 characters"
    ]
