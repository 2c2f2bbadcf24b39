"""Geometry is registered with source and licence, and is what it was when it was registered."""

import shutil
from collections.abc import Callable

import pytest

from geo.checks import geometry
from geo.geometry import geometry_dir
from tests.packages import SmallPackage

Faults = Callable[[], list[str]]


def test_a_changed_file_is_refused(small: SmallPackage, faults: Faults):
    small.replace("geometry/departments.geojson", '"Cusco"', '"Cusco" ')
    assert len(faults()) == 1
    assert faults()[0].startswith("data/geometry/registry.csv:3 sha256: expected ")
    assert faults()[0].endswith(
        "restore departments.geojson, or rebuild it with `nexo basemap`, which writes the registry"
    )


def test_an_unregistered_file_is_refused(small: SmallPackage, faults: Faults):
    small.write_polygons("rivers", {"name": "Ene"}, [[[0, 0], [1, 0], [1, 1], [0, 0]]])
    assert faults() == [
        "data/geometry/rivers.geojson: expected a file in registry.csv, got an unregistered one, "
        "register it with source, licence and sha256, or take it away"
    ]


@pytest.mark.parametrize("name", ["rivers.geojson", "../datapackage.yaml", ""])
def test_a_registered_file_must_be_there(small: SmallPackage, faults: Faults, name: str):
    small.replace("geometry/registry.csv", "world.geojson,", f"{name},")
    said = faults()
    assert any("registry.csv:4 file: expected a file in geometry, got" in one for one in said)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "countries.geojson,Polygons,Natural Earth,",
            "countries.geojson,Polygons,,",
            "2 source: expected a value",
        ),
        ("public domain", "", "2 licence: expected a value, got nothing, fill the cell"),
        (
            "departments.geojson",
            "countries.geojson",
            "3 file: expected each file once, got 'countries.geojson'",
        ),
        ("file,title", "name,title", "1: expected the columns file, title, source"),
        ("by hand\n", "by hand,x\n", "2: expected 7 cells, got 8"),
    ],
)
def test_a_faulty_registry_is_refused(small: SmallPackage, faults: Faults, old: str, new: str, fault: str):
    small.replace("geometry/registry.csv", old, new)
    assert any(f"data/geometry/registry.csv:{fault}" in one for one in faults())


def test_a_missing_registry_is_a_fault(small: SmallPackage, faults: Faults):
    (small.folder / "geometry" / "registry.csv").unlink()
    assert faults() == [
        "data/geometry/registry.csv: expected a registry of the geometry, got no such file, "
        "restore it with `nexo basemap`"
    ]


@pytest.mark.parametrize(
    ("held", "fault"),
    [
        (b"{\n[", "lakes.geojson:2: expected valid JSON"),
        (b"\xed", "lakes.geojson: expected valid JSON, got other bytes than UTF-8"),
        (b"[]", "lakes.geojson: expected a FeatureCollection, got something else"),
    ],
)
def test_a_damaged_file_is_refused(small: SmallPackage, faults: Faults, held: bytes, fault: str):
    (small.folder / "geometry" / "lakes.geojson").write_bytes(held)
    small.write_registry()
    assert any(f"data/geometry/{fault}" in one for one in faults())


@pytest.mark.parametrize("held", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n cut off"])
def test_a_damaged_picture_is_refused(small: SmallPackage, faults: Faults, held: bytes):
    (small.folder / "geometry" / "relief.png").write_bytes(held)
    small.write_registry()
    assert faults() == [
        "data/geometry/relief.png: expected a whole PNG picture, got something else, restore the file"
    ]


def test_a_picture_is_registered_and_hashed_like_the_rest(small: SmallPackage, faults: Faults):
    path = small.folder / "geometry" / "relief.png"
    shutil.copyfile(geometry_dir() / "relief.png", path)
    assert [fault for fault in faults() if "relief.png: expected a file in registry.csv" in fault] == faults() != []
    small.write_registry()
    assert faults() == []
    path.write_bytes(path.read_bytes()[:-12] + b"\0" + path.read_bytes()[-12:])
    assert ["relief.png" in fault and "sha256" in fault for fault in faults()] == [True]


def test_edges_of_the_relief_that_lie_nowhere_are_refused(small: SmallPackage, faults: Faults):
    (small.folder / "geometry" / "relief.json").write_text('{"west": 1}', encoding="utf-8")
    small.write_registry()
    assert ["data/geometry/relief.json: expected west, south, east, north" in fault for fault in faults()] == [True]


def test_a_file_too_large_to_travel_is_refused(
    small: SmallPackage, faults: Faults, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(geometry, "LARGEST_BYTES", 200)
    assert any("expected at most 200 bytes, got 2" in one for one in faults())
