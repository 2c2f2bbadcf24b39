"""The data dictionary says every table, column and limit, and nothing that Markdown would swallow."""

import pytest

from geo.dictionary import HEAD, markdown
from geo.schemas import PROVENANCE, Field, ForeignKey, TableSchema

OWN = (
    Field("zone_id", "string", "Zone", required=True, constraints={"required": True, "unique": True}),
    Field("coca_ha", "number", "Coca bush", "ha", "At 31 December.", constraints={"minimum": 0, "maximum": 9}),
    Field("kind", "string", "Kind", constraints={"enum": ["a", "b"], "pattern": "^a|b$"}),
)
SHARED = tuple(Field(name, "string", name.title(), constraints={"required": True}) for name in PROVENANCE)


def schema(name: str, fields: tuple[Field, ...] = OWN + SHARED, group: str = "fact") -> TableSchema:
    links = (ForeignKey(("zone_id",), "zones", ("zone_id",)), ForeignKey(("source_key",), "sources", ("source_key",)))
    return TableSchema(name, "Zones", "one row is one zone.", group, ("zone_id",), links, fields)


def test_a_table_is_described_by_its_schema():
    text = markdown([schema("zones")], {"zones": 1_234})
    assert text.startswith(HEAD)
    assert "1 tables, 1,234 rows:" in text
    assert "| [`zones`](#zones) | Zones | 1,234 |\n" in text
    assert (
        "## Facts\n\nWhat sources state.\n\n### zones\n\n**Zones.** One row is one zone.\n\n"
        "1,234 rows; key: `zone_id`.\n\nPoints to: `zone_id` to [`zones`](#zones).\n\n"
        "| Column | Type | Unit | What it holds | Limits |\n| --- | --- | --- | --- | --- |\n"
        "| `zone_id` | string |  | Zone. | required; unique |\n"
        "| `coca_ha` | number | ha | Coca bush. At 31 December. | 0 to 9 |\n"
        "| `kind` | string |  | Kind. | one of `a`, `b`; form `^a\\|b$` |\n"
    ) in text


def test_provenance_is_described_once():
    text = markdown([schema("zones"), schema("fields")], {"zones": 1, "fields": 2})
    assert text.count("| `locator` |") == 1
    assert "## Provenance" in text
    assert "| `method` | string |  | Method. | required |" in text


def test_a_table_without_provenance_shows_all_its_columns():
    text = markdown([schema("sources", OWN + SHARED[:1], "registry")], {"sources": 1})
    assert "1 row; key" in text
    assert "| `source_key` |" in text
    assert "## Provenance" not in text


def test_what_was_left_out_stands_at_the_end():
    left = [{"file": "a.csv", "what": "a column | a row", "why": "empty\nsince 2012", "note": "x"}]
    text = markdown([schema("zones")], {"zones": 1}, left)
    assert text.endswith("| a.csv | a column \\| a row | empty since 2012 |\n")
    assert "## Left out" not in markdown([schema("zones")], {"zones": 1})


@pytest.mark.parametrize(
    ("limits", "said"),
    [({"minimum": 0}, "at least 0"), ({"maximum": 5}, "at most 5"), ({"minimum": 0, "maximum": 5}, "0 to 5"), ({}, "")],
)
def test_bounds_are_said_in_words(limits: dict[str, int], said: str):
    field = Field("coca_ha", "number", "Coca bush", constraints=limits)
    assert f"| Coca bush. | {said} |\n" in markdown([schema("zones", (OWN[0], field))], {"zones": 1})


def test_tables_without_a_number_of_rows_are_named_together():
    with pytest.raises(ValueError, match="expected a number for every table, got none for zones, fields"):
        markdown([schema("zones"), schema("fields")], {})
