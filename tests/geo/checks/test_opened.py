"""Opening a package keeps what can be read and a fault for what cannot."""

from geo.checks.opened import open_package
from tests.packages import SmallPackage


def test_lines_count_the_lines_inside_cells(small: SmallPackage):
    small.change("places", "pichari_cusco", note="two\nlines")
    table = open_package(small.folder).tables["places"]
    assert table.raw.lines == (2, 4)
    assert str(table.fault(1, "lon", "x", "y", "z")).startswith("data/tables/places.csv:4 lon:")


def test_an_unreadable_cell_is_missing_and_the_rest_stays(small: SmallPackage):
    small.change("coca_national_year", "national-2012", coca_ha="many")
    opened = open_package(small.folder)
    assert opened.faults == ()  # the check of cells speaks of it
    assert opened.tables["coca_national_year"].rows["coca_ha"].isna().tolist() == [True] + [False] * 8


def test_a_missing_column_is_a_fault(small: SmallPackage):
    small.replace("tables/places.csv", "precision_km", "precision")
    opened = open_package(small.folder)
    assert [fault.column for fault in opened.faults] == ["precision_km", "precision"]
    assert not opened.tables["places"].has("lon", "precision_km")
    assert opened.tables["places"].has("lon")


def test_a_damaged_list_of_tables_is_a_fault(small: SmallPackage):
    (small.folder / "datapackage.yaml").write_text("resources: [", encoding="utf-8")
    opened = open_package(small.folder)
    assert opened.tables == {}
    assert "expected valid YAML" in str(opened.faults[0])
