"""Faults read as `file:line column: expected X, got Y, do Z`."""

from pathlib import Path

import pytest

from geo.faults import Fault, TableError, shown_path, shown_value


def fault(line: int | None = 7, column: str = "coca_ha", file: str = "data/tables/a.csv") -> Fault:
    return Fault(file, line, column, "at least 0 ha", "'-5'", "correct the cell")


def test_a_fault_names_place_expectation_find_and_remedy():
    assert str(fault()) == "data/tables/a.csv:7 coca_ha: expected at least 0 ha, got '-5', correct the cell"


def test_a_fault_of_a_whole_file_has_neither_line_nor_column():
    assert str(fault(None, "")).startswith("data/tables/a.csv: expected at least 0 ha")


def test_a_fault_becomes_plain_values():
    assert fault().as_dict() == {
        "file": "data/tables/a.csv",
        "line": 7,
        "column": "coca_ha",
        "expected": "at least 0 ha",
        "got": "'-5'",
        "do": "correct the cell",
    }


def test_an_error_lists_its_faults_by_file_and_line():
    error = TableError([fault(10), fault(9), fault(2, file="data/tables/b.csv")])
    assert [(one.file[-5:], one.line) for one in error.problems] == [
        ("a.csv", 9),
        ("a.csv", 10),
        ("b.csv", 2),
    ]
    assert str(error).count("\n") == 2


def test_a_path_is_named_from_the_folder_of_the_package(tmp_path: Path):
    assert shown_path(tmp_path / "mine", tmp_path / "mine" / "tables" / "a.csv") == "mine/tables/a.csv"


@pytest.mark.parametrize(
    ("value", "shown"),
    [("", "nothing"), (None, "nothing"), ("  ", "only blanks"), ("a\nb", r"'a\nb'"), (5, "'5'")],
)
def test_a_value_is_shown_on_one_line(value: object, shown: str):
    assert shown_value(value) == shown


def test_a_long_value_is_cut():
    assert len(shown_value("x" * 500)) == 83
