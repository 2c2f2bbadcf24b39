"""Every source is known, used and can be cited."""

from collections.abc import Callable

from tests.packages import COLUMNS, SmallPackage, rows_of_a_green_package, schema_of_table

Faults = Callable[[], list[str]]


def test_a_source_that_no_row_cites_is_refused(small: SmallPackage, faults: Faults):
    small.change("coca_zone_year", "vraem-2012-estimate", source_key="unodc_2016")
    assert faults() == [
        "data/tables/sources.csv:3 source_key: expected a source that some row cites, "
        "got 'press_2013', which none does, delete the row or cite it"
    ]


def test_a_list_of_sources_counts_as_use_and_must_be_known(small: SmallPackage, faults: Faults, monkeypatch):
    monkeypatch.setitem(COLUMNS, "places", (*COLUMNS["places"], "corroborating_sources"))
    small.write_yaml("tables/places.schema.yaml", schema_of_table("places"))
    first, second = rows_of_a_green_package()["places"]
    rows = [first | {"corroborating_sources": "press_2013; rumour"}, second]
    small.write_rows("places", rows)
    small.change("coca_zone_year", "vraem-2012-estimate", source_key="unodc_2016")
    assert faults() == [
        "data/tables/places.csv:2 corroborating_sources: expected known source_keys, got 'rumour', "
        "correct it or add its row to sources.csv"
    ]


def test_a_source_needs_title_publisher_and_a_date_or_a_note(small: SmallPackage, faults: Faults):
    small.replace("tables/sources.csv", "press_2013,Coca falls,,Andina,,2013,,", "press_2013,,,,,,,")
    said = faults()
    assert [one.split(", ")[0].split("sources.csv:")[1] for one in said] == [
        "3 published: expected a date",
        "3 publisher: expected a value",
        "3 title: expected a value",
    ]


def test_a_note_stands_for_a_missing_date(small: SmallPackage, faults: Faults):
    small.replace("tables/sources.csv", "Andina,,2013,,", "Andina,,,no date on the page,")
    assert faults() == []
