"""Schemas say what a row is; a declaration that does not is refused with all its faults."""

from pathlib import Path

import pytest
import yaml

from geo.faults import TableError
from geo.schemas import read_schema, read_yaml

GOOD = {
    "title": "Ports",
    "description": "one row is one port",
    "group": "fact",
    "primaryKey": "port_id",
    "fields": [
        {"name": "port_id", "type": "string", "title": "Port", "constraints": {"required": True}},
        {"name": "depth_m", "type": "number", "title": "Depth", "unit": "m", "description": "At low tide."},
        {"name": "near", "type": "string", "title": "Near"},
    ],
    "foreignKeys": [{"fields": "near", "reference": {"resource": "", "fields": "port_id"}}],
}


def read(folder: Path, held: object) -> object:
    path = folder / "ports.schema.yaml"
    path.write_text(yaml.safe_dump(held), encoding="utf-8")
    return read_schema(folder, path, "ports")


def test_a_schema_gives_key_columns_titles_units_and_links(tmp_path: Path):
    schema = read(tmp_path, GOOD)
    assert (schema.name, schema.title, schema.group, schema.primary_key) == (
        "ports",
        "Ports",
        "fact",
        ("port_id",),
    )
    assert schema.columns == ("port_id", "depth_m", "near")
    assert (schema.field("depth_m").unit, schema.field("depth_m").description) == ("m", "At low tide.")
    assert [one.required for one in schema.fields] == [True, False, False]
    assert schema.foreign_keys[0].reference == "ports"


def test_an_unknown_column_names_the_known_ones(tmp_path: Path):
    with pytest.raises(
        KeyError, match="table ports has no column 'x'; its columns are port_id, depth_m, near"
    ):
        read(tmp_path, GOOD).field("x")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"fields": []}, "fields: expected a list of columns"),
        ({"fields": [{"type": "string"}]}, "field 1: expected a column with a name"),
        ({"fields": [*GOOD["fields"], GOOD["fields"][0]]}, "port_id: expected each column once"),
        (
            {"fields": [{"name": "port_id", "type": "geopoint", "title": "P"}]},
            "port_id: expected a type among",
        ),
        ({"fields": [{"name": "port_id", "type": "string"}]}, "port_id: expected a title"),
        (
            {"fields": [{"name": "port_id", "type": "string", "title": "P", "constraints": [1]}]},
            "expected constraints as a mapping",
        ),
        ({"primaryKey": None}, "primaryKey: expected the column"),
        ({"primaryKey": "id"}, "id: expected a key made of declared columns"),
        (
            {"foreignKeys": [{"fields": "near"}]},
            "foreignKeys: expected fields, and as many fields in reference",
        ),
        ({"foreignKeys": ["near"]}, "foreignKeys: expected fields"),
        ({"group": "facts"}, "group: expected one of registry, fact, geometry, got 'facts'"),
        ({"description": ""}, "description: expected a description of the table"),
    ],
)
def test_a_faulty_declaration_is_refused(tmp_path: Path, change: dict, fault: str):
    with pytest.raises(TableError, match=fault):
        read(tmp_path, GOOD | change)


def test_all_faults_of_a_declaration_come_at_once(tmp_path: Path):
    with pytest.raises(TableError, match="group") as error:
        read(tmp_path, {"fields": GOOD["fields"]})
    assert {one.column for one in error.value.problems} == {"primaryKey", "group", "title", "description"}


@pytest.mark.parametrize(
    ("held", "fault"),
    [
        (b"a: [1\nb: 2\n", r"a.yaml:\d: expected valid YAML"),
        (b"a: 1\nb: \xed\n", "a.yaml:2: expected UTF-8 text"),
        (b"- 1\n", "a.yaml:1: expected a mapping"),
        (b"", "a.yaml:1: expected a mapping, got nothing"),
        (b"a: !!python/object:os.system x\n", "expected valid YAML"),
    ],
)
def test_a_damaged_yaml_file_is_refused(tmp_path: Path, held: bytes, fault: str):
    path = tmp_path / "a.yaml"
    path.write_bytes(held)
    with pytest.raises(TableError, match=fault):
        read_yaml(tmp_path, path)


def test_a_missing_yaml_file_is_a_fault(tmp_path: Path):
    with pytest.raises(TableError, match="a.yaml: expected a YAML file, got no such file, restore it"):
        read_yaml(tmp_path, tmp_path / "a.yaml")
