"""A whole check: green on a good package, every fault at once on a bad one, never a traceback."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.checks import CHECKS, run
from tests.packages import SmallPackage

Faults = Callable[[], list[str]]


def test_a_good_package_has_no_faults_and_its_rows(small: SmallPackage):
    report = run(small.folder)
    assert report.faults == ()
    assert report.ok
    assert report.rows == {
        "places": 2,
        "sources": 2,
        "conflicts": 1,
        "corrections": 1,
        "coca_zones": 3,
        "coca_zone_year": 19,
        "coca_national_year": 9,
    }


def test_each_check_is_a_module_with_faults():
    assert all(callable(check.faults) for check in CHECKS)
    assert len(set(CHECKS)) == len(CHECKS)


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_folder_that_is_no_package_is_one_fault(tmp_path: Path, name: str):
    (tmp_path / "empty").mkdir()
    report = run(tmp_path / name)
    assert len(report.faults) == 1
    assert "expected a folder with datapackage.yaml" in str(report.faults[0])


def test_faults_of_many_kinds_come_together_in_order(small: SmallPackage, all_faults: Faults):
    small.change("coca_zone_year", "vraem-2020", coca_ha="many")
    small.change("places", "pichari_cusco", department="", country="XX")
    small.path("coca_zones").unlink()
    (small.folder / "geometry" / "departments.geojson").write_text("{", encoding="utf-8")
    assert [one.split(": expected")[0] for one in all_faults()] == [
        "data/geometry/departments.geojson",
        "data/geometry/departments.geojson:1",
        "data/geometry/registry.csv:3 sha256",
        "data/tables/coca_zone_year.csv:12 coca_ha",  # the sum of 2020, for want of the cell below
        "data/tables/coca_zone_year.csv:20 coca_ha",
        "data/tables/coca_zones.csv",
        "data/tables/places.csv:2 country",
        "data/tables/places.csv:2 place_id",
    ]


@pytest.mark.parametrize(
    "name", ["places", "sources", "conflicts", "corrections", "coca_zone_year", "coca_zones"]
)
@pytest.mark.parametrize("part", ["csv", "schema.yaml"])
def test_a_missing_file_is_a_fault_and_the_rest_is_checked(
    small: SmallPackage, all_faults: Faults, name: str, part: str
):
    (small.folder / "tables" / f"{name}.{part}").unlink()
    small.change("coca_national_year", "national-2016", locator=" ")
    said = all_faults()
    assert any(
        one.startswith(f"data/tables/{name}.{part}: expected a ") and "no such file" in one for one in said
    )
    assert any("coca_national_year.csv:6 locator: expected a value, got only blanks" in one for one in said)


@pytest.mark.parametrize("name", ["places", "sources", "conflicts", "corrections", "coca_zone_year"])
def test_a_table_that_is_not_listed_is_a_fault(small: SmallPackage, all_faults: Faults, name: str):
    lines = (small.folder / "datapackage.yaml").read_text(encoding="utf-8")
    entry = f"- name: {name}\n  path: tables/{name}.csv\n  schema: tables/{name}.schema.yaml\n"
    assert entry in lines
    (small.folder / "datapackage.yaml").write_text(lines.replace(entry, ""), encoding="utf-8")
    said = all_faults()
    assert any(
        one.startswith(f"data/datapackage.yaml {name}: expected an entry for this table") for one in said
    )
    assert any(
        one.startswith(f"data/tables/{name}.csv: expected a file that datapackage.yaml lists") for one in said
    )


def test_any_damage_ends_in_a_report(small: SmallPackage):
    chance = random.Random(2020)
    files = sorted(path for path in small.folder.rglob("*") if path.is_file())
    for _ in range(20):
        path = chance.choice(files)
        held = path.read_bytes()
        at = chance.randrange(len(held))
        junk = bytes(chance.choices(b'\xed\x00",;\n{[:-x9', k=chance.randrange(1, 4)))
        path.write_bytes(chance.choice([held[:at], held[:at] + junk + held[at:], held[:at] + held[at + 5 :]]))
        run(small.folder)  # may find nothing, may find much, may not fail
        path.write_bytes(held)
    assert run(small.folder).ok
