"""Ports: always there, filled by the seizures that count."""

import pytest

from layers.drawing import marks_of
from layers.features import layer_file
from layers.ports import size
from tests.layers.tables import rows


@pytest.mark.parametrize("year", range(2012, 2021))
def test_every_port_is_drawn_and_every_other_place_of_a_seizure_in_its_year(year):
    away = {
        row["place_id"] for row in rows("port_seizures") if row["year"] == str(year) and not row["port_id"]
    }
    marks = marks_of("ports")[year]
    assert set(marks["id"]) == {row["port_id"] for row in rows("ports")} | away
    assert marks["id"].is_unique


@pytest.mark.parametrize("year", range(2012, 2021))
def test_the_kilograms_are_those_that_count(year):
    expected = {}
    for row in rows("port_seizures"):
        if row["year"] == str(year) and row["counts_in_total"] == "true":
            spot = row["port_id"] or row["place_id"]
            expected[spot] = expected.get(spot, 0) + float(row["seized_kg"])
    marks = marks_of("ports")[year].query("value.notna()")
    assert dict(zip(marks["id"], marks["value"], strict=True)) == pytest.approx(expected)


def test_what_adds_up_is_a_case_at_a_peruvian_port_with_a_weight():
    ports = {row["port_id"]: row for row in rows("ports")}
    for row in rows("port_seizures"):
        if row["counts_in_total"] == "true":
            port = ports[row["port_id"]]
            assert (port["country"], port["kind"]) in {("PE", "sea_port"), ("PE", "river_port")}, row["row_id"]
            assert row["seized_kg"] and not row["note"].startswith("not added"), row["row_id"]
        else:
            assert row["note"].startswith("not added: "), row["row_id"]


def test_a_case_adds_up_once_and_a_total_over_a_period_never():
    added = [row for row in rows("port_seizures") if row["counts_in_total"] == "true"]
    cases = [row["case_id"] for row in added if row["case_id"]]
    assert len(cases) == len(set(cases))
    assert not any("total" in row["date_basis"] for row in added)


@pytest.mark.parametrize(
    ("year", "title"),
    [
        (2013, "up to 4,240 kg at Peruvian ports in reported cases of 2013"),
        (2014, "873 kg at Peruvian ports in reported cases of 2014"),
        (2015, "188 kg at Peruvian ports in reported cases of 2015"),
        (2016, "915 kg at Peruvian ports in reported cases of 2016"),
        (2017, "1,711 kg at Peruvian ports in reported cases of 2017"),
        (2018, "1,500 kg at Peruvian ports in reported cases of 2018"),
        (2019, "no case of 2019 to add; drawn: 4, abroad, of unclear origin or no port case"),
        (2020, "100 kg at Peruvian ports in reported cases of 2020"),
    ],
)
def test_the_title_says_what_is_added(year, title):
    assert layer_file("ports")["years"][str(year)]["title"] == f"Drug seizures at ports: {title}"


def test_an_upper_bound_is_read_as_one():
    mark = marks_of("ports")[2013].set_index("id").loc["paita"]
    assert (mark["text"], mark["status"], mark["value"]) == ("Paita\nup to 4,000 kg", "bound", 4000)
    assert layer_file("ports")["years"]["2013"]["total_text"] == "up to 4,240 kg"


@pytest.mark.parametrize(
    ("year", "spot", "look", "text"),
    [
        (2014, "huanchaco_la_libertad", "uncounted", "Huanchaco\n7,695 kg, not added"),
        (2017, "los_organos", "uncounted", "Los Órganos\n850 kg, not added"),
        (2018, "guayaquil", "abroad_seized", "Guayaquil\n338 kg, not added"),
        (2019, "callao", "uncounted", "Callao\n2,202 kg, not added"),
        (2019, "philadelphia", "abroad_seized", "Philadelphia\n17,928 kg, not added"),
        (2019, "talara", "uncounted", "Talara\n1,137 kg, not added"),
    ],
)
def test_a_load_that_is_not_added_is_drawn_with_the_one_weight_of_its_case(year, spot, look, text):
    mark = marks_of("ports")[year].set_index("id").loc[spot]
    assert (mark["look"], mark["text"]) == (look, text)
    assert mark["value"] != mark["value"]
    weight = float(text.partition("\n")[2].partition(" ")[0].replace(",", ""))
    assert mark["radius"] == pytest.approx(size(weight), abs=0.01)


def test_no_load_taken_abroad_looks_like_one_taken_in_peru():
    abroad = {row["port_id"] for row in rows("ports") if row["country"] != "PE"}
    for marks in marks_of("ports").values():
        assert set(marks[marks["id"].isin(abroad)]["look"]) <= {"abroad", "abroad_seized", "norole"}
        assert not set(marks[~marks["id"].isin(abroad)]["look"]) & {"abroad", "abroad_seized"}


def test_the_legend_tells_a_port_abroad_from_a_seizure_abroad():
    legends = {look["id"]: look["legend"] for look in layer_file("ports")["looks"]}
    assert legends["abroad"] == "Port abroad"
    assert legends["abroad_seized"] == "Abroad, seized in the year"
    assert legends["uncounted"] == "Seized, origin unclear or not a port case"
    assert len(set(legends.values())) == len(legends)


def test_further_reports_of_a_port_are_counted_and_not_added():
    mark = marks_of("ports")[2020].set_index("id").loc["paita"]
    assert mark["value"] == 100
    assert mark["hover"] == "100 kg; reported cases: 1; further reports, not added: 3"


def test_rival_weights_of_one_case_are_not_added():
    assert marks_of("ports")[2013].set_index("id").at["matarani", "value"] == 240


def test_a_port_without_a_reported_role_is_faint():
    quiet = {row["port_id"] for row in rows("ports") if row["role_evidence"] == "none seen"}
    marks = marks_of("ports")[2016]
    assert set(marks[marks["look"].eq("norole")]["id"]) == quiet
    assert quiet


def test_a_year_without_a_case_has_no_total():
    told = layer_file("ports")["years"]["2012"]
    assert told["total"] is None
    assert told["title"] == "Drug seizures at ports: no dated seizure in the sources read for 2012"


def test_the_area_of_a_filled_port_is_its_kilograms():
    assert size(8_000) == 22.0
    assert size(2_000) == 11.0
    assert size(1) == 4.5
