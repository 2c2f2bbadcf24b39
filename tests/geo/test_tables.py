"""Tables come by name, typed, fresh after a change, and with all faults or none."""

import os
import time
from pathlib import Path

import pytest

from geo.tables import TableError, data_dir, data_version, entries, load_table, schema_of, table_names
from tests.packages import COLUMNS, SmallPackage


def test_the_data_folder_is_the_one_that_nexo_data_names(small: SmallPackage):
    assert data_dir() == small.folder.resolve()


def test_without_nexo_data_it_is_the_folder_beside_geo(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NEXO_DATA", " ")
    assert data_dir() == Path(__file__).resolve().parents[2] / "data"


@pytest.mark.parametrize(
    ("name", "fault"),
    [("nowhere", "expected a folder, got no such folder"), (".", "expected a folder with datapackage.yaml")],
)
def test_a_wrong_nexo_data_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, fault: str):
    monkeypatch.setenv("NEXO_DATA", str(tmp_path / name))
    with pytest.raises(TableError, match=fault):
        load_table("places")


def test_tables_are_named_in_the_order_of_the_package(small: SmallPackage):
    assert table_names() == tuple(COLUMNS)


def test_a_table_is_typed_and_in_file_order(small: SmallPackage):
    rows = load_table("coca_zone_year")
    assert rows["coca_ha"].dtype == "float64"
    assert rows["row_id"].iloc[0] == "lower_vraem-2016"
    assert rows["qualifier"].isna().sum() == len(rows) - 2


def test_a_frame_is_a_copy(small: SmallPackage):
    rows = load_table("places")
    rows.loc[0, "name"] = "Elsewhere"
    assert load_table("places").loc[0, "name"] == "Pichari"


def test_a_changed_file_is_read_again(small: SmallPackage):
    before = load_table("places"), data_version()
    small.change("places", "pichari_cusco", name="Pichari Alta")
    assert load_table("places").loc[0, "name"] == "Pichari Alta"
    assert before[0].loc[0, "name"] == "Pichari"
    assert data_version() != before[1]


def test_a_changed_schema_is_read_again(small: SmallPackage):
    assert schema_of("coca_zone_year").field("coca_ha").unit == "ha"
    small.replace("tables/coca_zone_year.schema.yaml", "unit: ha", "unit: hectares")
    assert schema_of("coca_zone_year").field("coca_ha").unit == "hectares"
    small.replace("tables/coca_zone_year.schema.yaml", "type: number", "type: integer")
    assert load_table("coca_zone_year")["coca_ha"].dtype == "Int64"


def test_the_version_follows_content_not_time(small: SmallPackage):
    version = data_version()
    assert len(version) == 12
    os.utime(small.path("places"), (time.time() + 5, time.time() + 5))
    assert data_version() == version
    (small.folder / "tables" / ".~lock.places.csv#").write_text("open in a spreadsheet", encoding="utf-8")
    assert data_version() == version
    small.write_polygons("departments", {"name": "Junín"}, [[[0, 0], [1, 0], [1, 1], [0, 0]]])
    assert data_version() != version


def test_an_unknown_table_names_the_known_ones(small: SmallPackage):
    with pytest.raises(KeyError, match="no table 'coca' in datapackage.yaml; the tables are places, sources"):
        load_table("coca")
    with pytest.raises(KeyError, match="no table 'coca'"):
        schema_of("coca")


def test_a_missing_file_says_what_to_do(small: SmallPackage):
    small.path("places").unlink()
    with pytest.raises(
        TableError, match="data/tables/places.csv: expected a CSV file, got no such file, restore"
    ):
        load_table("places")


def test_all_bad_cells_are_named_and_nothing_is_kept(small: SmallPackage):
    small.change("coca_zone_year", "vraem-2016", coca_ha="many", year="then")
    for _ in range(2):  # a failure is not cached as a result
        with pytest.raises(
            TableError, match=r"coca_zone_year.csv:\d+ coca_ha: expected a plain decimal"
        ) as error:
            load_table("coca_zone_year")
        assert [one.column for one in error.value.problems] == ["coca_ha", "year"]
    small.change("coca_zone_year", "vraem-2016", coca_ha=60, year=2016)
    assert len(load_table("coca_zone_year")) == 19


@pytest.mark.parametrize(
    ("held", "fault"),
    [
        ({}, "resources: expected a list of tables"),
        ({"resources": "places"}, "resources: expected a list of tables"),
        ({"resources": [{"name": "places"}]}, "resource 1: expected a name, a path and a schema file"),
        ({"resources": ["places"]}, "resource 1: expected a name"),
        (
            {"resources": [{"name": "x", "path": "../x.csv", "schema": "tables/x.schema.yaml"}]},
            "x: expected a path inside the package, got '../x.csv'",
        ),
        (
            {"resources": [{"name": "x", "path": "x.csv", "schema": "x.yaml"}] * 2},
            "x: expected each table once, got it twice",
        ),
    ],
)
def test_a_faulty_list_of_tables_is_refused(small: SmallPackage, held: dict, fault: str):
    small.write_yaml("datapackage.yaml", held)
    with pytest.raises(TableError, match=fault):
        entries(small.folder)
