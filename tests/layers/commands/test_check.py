"""`nexo check` prints every fault or the rows of each table, and its exit code says which."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from geo.checks import run as run_checks
from geo.tables import own_data_dir
from layers.cli import main
from layers.commands import check
from tests.packages import SmallPackage


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallPackage:
    """Make a small package that passes for the model of all packages too."""
    package = SmallPackage(tmp_path / "data")
    monkeypatch.setattr(check, "own_data_dir", lambda: package.folder)
    return package


def test_a_good_package_prints_its_rows_and_exits_with_0(
    small: SmallPackage, capsys: pytest.CaptureFixture[str]
):
    assert main(["check", str(small.folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "places               2"
    assert lines[5] == "coca_zone_year      19"
    assert lines[-1] == f"No faults. Rows: 37, in tables: 7. Checked: {small.folder}"


def test_every_fault_is_printed_and_the_exit_code_is_1(
    small: SmallPackage, capsys: pytest.CaptureFixture[str]
):
    small.change("coca_zone_year", "lower_vraem-2016", coca_ha=-5)
    small.change("places", "pichari_cusco", locator="")
    assert main(["check", str(small.folder)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "data/tables/coca_zone_year.csv:2 coca_ha: expected at least 0 ha, got '-5', correct the cell",
        "data/tables/places.csv:2 locator: expected a value, got nothing, say where in the source it stands",
        "",
        f"Faults: 2, in files: 2. Checked: {small.folder}",
    ]


@pytest.mark.parametrize("damaged", [False, True])
def test_json_says_the_same(small: SmallPackage, capsys: pytest.CaptureFixture[str], damaged: bool):
    if damaged:
        small.change("coca_zone_year", "lower_vraem-2016", coca_ha=-5)
    assert main(["check", str(small.folder), "--json"]) == int(damaged)
    held = json.loads(capsys.readouterr().out)
    assert held == run_checks(small.folder).as_dict()
    assert held["ok"] is not damaged


def test_without_a_folder_the_one_of_nexo_data_is_checked(
    small: SmallPackage, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("NEXO_DATA", str(small.folder))
    assert main(["check"]) == 0
    assert str(small.folder) in capsys.readouterr().out


def test_a_wrong_nexo_data_is_a_fault_not_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("NEXO_DATA", str(tmp_path / "nowhere"))
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert (
        "nowhere: expected a folder, got no such folder, point NEXO_DATA to a data package, or unset it"
        in said
    )


def test_a_wrong_folder_is_a_fault_not_a_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["check", str(tmp_path / "nowhere"), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["faults"][0]["got"] == "no such folder"


def test_a_package_that_lacks_a_table_of_the_project_is_refused(
    small: SmallPackage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    other = SmallPackage(tmp_path / "other")
    small.replace("datapackage.yaml", "- name: coca_zones", "- name: valleys")
    assert main(["check", str(other.folder)]) == 1
    assert "other/datapackage.yaml valleys: expected an entry for this table" in capsys.readouterr().out


def test_a_terminal_without_spanish_letters_shows_the_faults(small: SmallPackage):
    small.change("coca_zone_year", "lower_vraem-2016", year="año")
    command = [sys.executable, "-c", "from layers.cli import main; raise SystemExit(main())", "check"]
    surroundings = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [*command, str(small.folder)],
        cwd=own_data_dir().parent,
        env=surroundings,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert r"expected a whole number, got 'a\xf1o'" in done.stdout
    assert done.stderr == ""


def test_text_from_a_table_is_printed_on_one_line(small: SmallPackage, capsys: pytest.CaptureFixture[str]):
    small.change("coca_zone_year", "lower_vraem-2016", year="two\nlines\x1b[31m")
    assert main(["check", str(small.folder)]) == 1
    out = capsys.readouterr().out
    assert r"'two\nlines\x1b[31m'" in out
    assert "\x1b" not in out
