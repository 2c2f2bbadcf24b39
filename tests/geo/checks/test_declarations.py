"""Schemas declare provenance and their links; a package has the tables of its model."""

from collections.abc import Callable
from pathlib import Path

from geo.checks import run
from tests.packages import SmallPackage, schema_of_table

Faults = Callable[[], list[str]]


def rewrite(small: SmallPackage, name: str, change: Callable[[dict], None]) -> None:
    held = schema_of_table(name)
    change(held)
    small.write_yaml(f"tables/{name}.schema.yaml", held)


def test_a_table_without_provenance_is_refused(small: SmallPackage, faults: Faults):
    rewrite(small, "coca_zones", lambda held: held["fields"].pop())
    assert (
        "data/tables/coca_zones.schema.yaml fields: expected the columns of provenance, got no note, "
        "add them at the end of the schema and of the file"
    ) in faults()


def test_a_source_key_without_link_is_refused(small: SmallPackage, faults: Faults):
    rewrite(small, "places", lambda held: held.pop("foreignKeys"))
    assert faults() == [
        "data/tables/places.schema.yaml source_key: expected a foreign key to sources, got none, "
        "declare it under foreignKeys"
    ]


def test_a_place_without_link_is_refused(small: SmallPackage, faults: Faults):
    rewrite(small, "coca_zones", lambda held: held["foreignKeys"].pop(0))
    assert faults() == [
        "data/tables/coca_zones.schema.yaml label_place_id: expected a foreign key to places, got none, "
        "declare it under foreignKeys"
    ]


def test_a_link_to_an_unknown_table_is_refused(small: SmallPackage, faults: Faults):
    rewrite(small, "coca_zones", lambda held: held["foreignKeys"][0]["reference"].update(resource="towns"))
    assert any(
        "label_place_id: expected a foreign key to a listed table, got the table 'towns'" in x
        for x in faults()
    )


def test_a_link_to_an_unknown_column_is_refused(small: SmallPackage, faults: Faults):
    rewrite(small, "coca_zones", lambda held: held["foreignKeys"][0]["reference"].update(fields="id"))
    assert any(
        "label_place_id: expected a column of places, got 'id', which it lacks" in one for one in faults()
    )


def test_a_file_that_is_not_listed_is_refused(small: SmallPackage, faults: Faults):
    (small.folder / "tables" / "more.csv").write_text("a\n", encoding="utf-8")
    assert faults() == [
        "data/tables/more.csv: expected a file that datapackage.yaml lists, got one that it does not list, "
        "list it or take it away"
    ]


def test_a_package_must_have_the_tables_and_columns_of_its_model(small: SmallPackage, tmp_path: Path):
    own = SmallPackage(tmp_path / "own")
    assert run(own.folder, model=small.folder).ok
    rewrite(
        small,
        "places",
        lambda held: held["fields"].append({"name": "alt_m", "type": "number", "title": "Height"}),
    )
    rewrite(small, "coca_zone_year", lambda held: held["fields"][2].update(type="year"))
    small.replace("datapackage.yaml", "- name: coca_zones", "- name: valleys")
    said = [str(fault) for fault in run(own.folder, model=small.folder).faults]
    assert [one.split(",")[0] for one in said] == [
        "own/datapackage.yaml valleys: expected an entry for this table",
        "own/tables/coca_zone_year.schema.yaml year: expected the type year",
        "own/tables/places.schema.yaml alt_m: expected the column",
    ]
