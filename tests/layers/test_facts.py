"""What else is known: items and values, tables, sentences."""

from geo.tables import load_table
from layers.base import Behind
from layers.facts import facts
from layers.registry import layer

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


def test_rows_may_be_said_in_sentences():
    behind = next(one for one in layer("crossings").behind if one.table == "routes")
    table = facts(behind, load_table("routes").head(3))
    assert list(table.columns) == ["What is said", "Source", "Where in the source", "Confidence"]
    assert table.iloc[0, 0].startswith("Cocaine: VRAEM, by light aircraft")
