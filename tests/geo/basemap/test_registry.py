"""Every file of geometry says where it comes from."""

import csv
import hashlib

import pytest

from geo.basemap.registry import COLUMNS, ORIGINS, write_registry


def test_the_registry_holds_each_file_with_its_checksum(tmp_path):
    for origin in ORIGINS:
        (tmp_path / origin.file).write_text(origin.file, encoding="utf-8")
    write_registry(tmp_path)
    with (tmp_path / "registry.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == COLUMNS
    assert [row["file"] for row in rows] == sorted(origin.file for origin in ORIGINS)
    assert rows[0]["sha256"] == hashlib.sha256(b"countries.geojson").hexdigest()


def test_all_missing_files_are_named(tmp_path):
    (tmp_path / "zones.geojson").touch()
    with pytest.raises(FileNotFoundError, match=r"lacks countries.geojson, .*, world.geojson: restore them"):
        write_registry(tmp_path)
