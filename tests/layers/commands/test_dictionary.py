"""`nexo dictionary` prints the data dictionary or writes it beside the tables."""

from pathlib import Path

import pytest

from layers.cli import main
from tests.packages import SmallPackage


@pytest.fixture
def small(tmp_path: Path) -> SmallPackage:
    """Make a small package."""
    return SmallPackage(tmp_path / "data")


def test_the_dictionary_is_printed(small: SmallPackage, capsys: pytest.CaptureFixture[str]):
    assert main(["dictionary", str(small.folder)]) == 0
    out = capsys.readouterr().out
    assert "7 tables, 37 rows:" in out
    assert "### coca_zone_year" in out
    assert out.endswith("|\n")
    assert not (small.folder / "README.md").exists()


def test_the_dictionary_is_written_beside_the_tables(small: SmallPackage, capsys: pytest.CaptureFixture[str]):
    main(["dictionary", str(small.folder)])
    printed = capsys.readouterr().out
    assert main(["dictionary", str(small.folder), "--write"]) == 0
    page = small.folder / "README.md"
    assert capsys.readouterr().out == f"Written: {page}\n"
    assert page.read_bytes() == printed.encode()


def test_without_a_folder_the_one_of_nexo_data_is_described(
    small: SmallPackage, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("NEXO_DATA", str(small.folder))
    assert main(["dictionary"]) == 0
    assert "7 tables, 37 rows:" in capsys.readouterr().out


def test_the_table_of_things_left_out_closes_it(small: SmallPackage, capsys: pytest.CaptureFixture[str]):
    small.replace("datapackage.yaml", "name: coca_national_year", "name: left_out")
    main(["dictionary", str(small.folder)])
    assert "## Left out" not in capsys.readouterr().out  # without its columns nothing can be told
    schema = "tables/coca_national_year.schema.yaml"
    small.replace(schema, "name: row_id", "name: file")
    small.replace(schema, "- row_id", "- file")
    small.replace(schema, "name: series", "name: what")
    small.replace(schema, "name: in_window\n  type: boolean", "name: why\n  type: string")
    small.replace("tables/coca_national_year.csv", "row_id,series,year,coca_ha,in_window", "file,what,year,coca_ha,why")
    assert main(["dictionary", str(small.folder)]) == 0
    assert capsys.readouterr().out.endswith("| national-2020 | DEVIDA | true |\n")


def test_a_package_that_cannot_be_read_is_not_described(small: SmallPackage, capsys: pytest.CaptureFixture[str]):
    small.path("places").unlink()
    (small.folder / "tables" / "sources.schema.yaml").write_text("a", encoding="utf-8")
    assert main(["dictionary", str(small.folder), "--write"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert [one.split(": expected")[0] for one in said.err.splitlines()] == [
        "data/tables/places.csv",
        "data/tables/sources.schema.yaml:1",
    ]
    assert not (small.folder / "README.md").exists()


def test_a_wrong_folder_is_a_fault_not_a_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["dictionary", str(tmp_path / "nowhere")]) == 1
    assert "expected a folder with datapackage.yaml, got no such folder" in capsys.readouterr().err


def test_a_page_that_cannot_be_written_is_said(small: SmallPackage, capsys: pytest.CaptureFixture[str]):
    (small.folder / "README.md").mkdir()
    assert main(["dictionary", str(small.folder), "--write"]) == 1
    assert "The dictionary was not written: " in capsys.readouterr().err
