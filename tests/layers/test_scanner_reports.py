"""Scanner reports: by year, on one port, on the country, on the towns of a corridor."""

from layers.scanner_reports import at_places, at_port, scanner_reports
from tests.layers.tables import rows


def test_every_report_of_the_table_is_there_oldest_first():
    reports = scanner_reports()
    assert set(reports["row_id"]) == {row["row_id"] for row in rows("scanners")}
    dated = [when for when in reports["when"] if when != "undated"]
    assert dated == sorted(dated)
    assert list(reports["when"])[len(dated) :] == ["undated"] * (len(reports) - len(dated))
    assert reports["source"].str.len().gt(0).all()


def test_a_peruvian_port_has_its_own_reports_and_those_on_all_ports():
    assert list(at_port("matarani")["row_id"]) == ["callao-2016-x10", "matarani-2022-x24"]


def test_a_port_abroad_has_none_of_the_reports_on_peruvian_ports():
    assert at_port("antwerp").empty


def test_a_report_on_the_whole_country_is_not_one_on_the_place_it_stands_at():
    assert "lima-2016-x09" in {row["row_id"] for row in rows("scanners") if row["place_id"] == "lima_lima"}
    assert at_places(["lima_lima"]).empty
    assert list(at_places(["kiteni_cusco", "lima_lima"])["row_id"]) == ["kiteni-2014-x06"]
