"""Departments bear their known names, and codes belong to the department beside them."""

import json
from collections.abc import Callable

import pytest

from geo.checks.departments import DEPARTMENTS
from geo.tables import own_data_dir
from tests.packages import SmallPackage

Faults = Callable[[], list[str]]


def test_the_25_departments_are_those_of_the_base_map():
    held = json.loads((own_data_dir() / "geometry" / "departments.geojson").read_text(encoding="utf-8"))
    assert sorted(DEPARTMENTS.values()) == sorted(one["properties"]["name"] for one in held["features"])
    assert list(DEPARTMENTS) == [f"{number:02}" for number in range(1, 26)]


@pytest.mark.parametrize(
    ("name", "do"),
    [("Cuzco", "write 'Cusco'"), ("CUSCO", "write 'Cusco'"), ("Bolívar", "correct it, or leave it empty abroad")],
)
def test_a_name_that_is_no_department_is_refused(small: SmallPackage, faults: Faults, name: str, do: str):
    small.change("places", "pichari_cusco", department=name)
    said = f"data/tables/places.csv:2 department: expected one of the 25 departments, got '{name}', {do}"
    assert said in faults()


def test_each_name_of_a_list_is_looked_at(faults: Faults, add_columns: Callable):
    add_columns("coca_zones", {"departments": "Cusco; Ayacucho;Junin"})
    assert faults() == [
        "data/tables/coca_zones.csv:2 departments: expected one of the 25 departments, got 'Junin', write 'Junín'"
    ]


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("080910", ""),
        ("050101", "a code of Cusco, got '050101', which is Ayacucho, correct it or the department"),
        ("990101", "a code that begins with a department's, 01 to 25, got '990101', correct the code"),
    ],
)
def test_a_code_belongs_to_its_department(faults: Faults, add_columns: Callable, code: str, fault: str):
    add_columns("coca_zones", {"ubigeo": code, "department": "Cusco"})
    assert faults() == ([f"data/tables/coca_zones.csv:2 ubigeo: expected {fault}"] if fault else [])
