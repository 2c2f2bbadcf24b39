"""Rows are read with the lines on which they stand, and typed by their schema or refused."""

import csv
import random
from pathlib import Path
from types import MappingProxyType

import pandas as pd
import pytest

from geo.faults import TableError
from geo.rows import read_rows, readable, typed
from geo.schemas import Field, TableSchema


def schema(**types: str) -> TableSchema:
    fields = tuple(Field(name, kind, name, constraints=MappingProxyType({})) for name, kind in types.items())
    return TableSchema("a", "A", "one row is one a", "fact", (fields[0].name,), (), fields)


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "a.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def faults_of(folder: Path, text: str | bytes) -> list[str]:
    with pytest.raises(TableError, match="expected") as error:
        read_rows(folder, written(folder, text))
    return [str(one).split("/", 1)[1] for one in error.value.problems]


def test_a_row_after_a_cell_of_several_lines_keeps_its_line(tmp_path: Path):
    raw = read_rows(tmp_path, written(tmp_path, 'id,note\n1,"two\nlines"\n2,"three\n\nlines"\n3,x\n'))
    assert raw.lines == (2, 4, 7)
    assert raw.column("note")[1] == "three\n\nlines"


def test_lines_hold_for_any_cells(tmp_path: Path):
    chance = random.Random(2012)
    for _ in range(40):
        cells = ["".join(chance.choices('ab,"\n ;é', k=chance.randrange(6))) for _ in range(20)]
        path = tmp_path / "a.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["id", "text"])
            writer.writerows(enumerate(cells))
        raw = read_rows(tmp_path, path)
        lines = path.read_text(encoding="utf-8").split("\n")
        assert raw.column("text") == cells
        assert [lines[line - 1].split(",")[0] for line in raw.lines] == [str(at) for at in range(20)]


def test_a_byte_order_mark_and_windows_lines_are_read(tmp_path: Path):
    raw = read_rows(tmp_path, written(tmp_path, b"\xef\xbb\xbfid,name\r\n1,Pichari\r\n"))
    assert raw.header == ("id", "name")
    assert raw.cells == (("1", "Pichari"),)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            b"id,name\n1,a\n2,Jun\xedn\n",
            "a.csv:3: expected UTF-8 text, got the byte 0xed, save the file as CSV UTF-8",
        ),
        ("id,name\n1,a,b\n", "a.csv:2: expected 2 cells, got 3, quote cells that hold a comma"),
        ("id,name\n1\n", "a.csv:2: expected 2 cells, got 1, add the missing commas"),
        ("id,name\n1,a\n\n2,b\n", "a.csv:3: expected a row, got an empty line, delete the line"),
        (
            "id;name\n1;a\n",
            "a.csv:1: expected cells parted by commas, got semicolons, save the file with commas",
        ),
        ("id,id\n1,a\n", "a.csv:1 id: expected each column once, got it more than once, delete one"),
        ("id,\n1,a\n", "a.csv:1 column 2: expected a column name, got nothing, name the column or delete it"),
        ("", "a.csv:1: expected a header line, got an empty file, restore the file"),
        ("\nid,name\n", "a.csv:1: expected a header line, got an empty line, delete the empty line"),
        ("id,name\n1,a\0b\n", "a.csv:2: expected text, got a NUL character, delete it or restore the file"),
    ],
)
def test_a_damaged_file_is_refused_with_its_line(tmp_path: Path, text: str | bytes, fault: str):
    assert faults_of(tmp_path, text) == [fault]


def test_an_open_quote_is_refused_where_its_row_begins(tmp_path: Path):
    assert faults_of(tmp_path, 'id,name\n1,a\n2,"b\n3,c\n')[0].startswith(
        "a.csv:3: expected standard CSV quoting"
    )


def test_all_ragged_rows_are_named_at_once(tmp_path: Path):
    assert [one.split(":")[1] for one in faults_of(tmp_path, "id,name\n1\n2,b\n3,c,d\n")] == ["2", "4"]


def test_a_missing_file_is_a_fault(tmp_path: Path):
    with pytest.raises(TableError, match="none.csv: expected a CSV file, got no such file, restore the file"):
        read_rows(tmp_path, tmp_path / "none.csv")


def test_a_folder_in_place_of_a_file_is_a_fault(tmp_path: Path):
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(TableError, match="expected a CSV file, got"):
        read_rows(tmp_path, tmp_path / "a.csv")


def test_columns_get_the_types_of_the_schema_and_its_order(tmp_path: Path):
    text = "on,ha,year,name,id,date\ntrue,1.5,2012,Pichari,7,2020-02-29\n,,,,8,\n"
    kinds = schema(id="integer", name="string", year="year", ha="number", on="boolean", date="date")
    rows = typed(read_rows(tmp_path, written(tmp_path, text)), kinds)
    assert {name: str(kind) for name, kind in rows.dtypes.items()} == {
        "id": "Int64",
        "name": "str",
        "year": "Int64",
        "ha": "float64",
        "on": "boolean",
        "date": "str",
    }
    assert rows.loc[0].tolist() == [7, "Pichari", 2012, 1.5, True, "2020-02-29"]
    assert rows.loc[1, ["name", "year", "ha", "on", "date"]].isna().all()


@pytest.mark.parametrize(
    ("kind", "cell"),
    [
        ("number", "abc"),
        ("number", "1,5"),
        ("number", "inf"),
        ("number", "nan"),
        ("number", "1_0"),
        ("number", " 5"),
        ("number", "1.2.3"),
        ("number", "1e999"),
        ("integer", "1.5"),
        ("integer", "True"),
        ("year", "12"),
        ("boolean", "yes"),
        ("boolean", "True"),
        ("date", "2019-02-29"),
        ("date", "20190228"),
    ],
)
def test_a_cell_of_another_type_is_refused(tmp_path: Path, kind: str, cell: str):
    raw = read_rows(tmp_path, written(tmp_path, f'id,x\n1,\n2,"{cell}"\n'))
    with pytest.raises(TableError, match="a.csv:3 x: expected") as error:
        typed(raw, schema(id="integer", x=kind))
    assert repr(cell) in str(error.value)
    rows, faults = readable(raw, schema(id="integer", x=kind))
    assert rows["x"].isna().all()
    assert len(faults) == 1


def test_missing_and_unknown_columns_and_bad_cells_are_named_together(tmp_path: Path):
    raw = read_rows(tmp_path, written(tmp_path, "id,extra\nx,1\n"))
    with pytest.raises(TableError, match="a.csv:1 name: expected the column, got no such column") as error:
        typed(raw, schema(id="integer", name="string"))
    assert [one.column for one in error.value.problems] == ["extra", "name", "id"]


def test_a_table_without_rows_has_its_columns(tmp_path: Path):
    kinds = schema(id="integer", ha="number", on="boolean", name="string", day="date")
    rows = typed(read_rows(tmp_path, written(tmp_path, "id,ha,on,name,day\n")), kinds)
    assert len(rows) == 0
    assert isinstance(rows.index, pd.RangeIndex)
    assert list(rows.columns) == ["id", "ha", "on", "name", "day"]
