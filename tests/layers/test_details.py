"""Behind a click: every value, its source, its rivals, and why one is shown."""

import pytest

from layers.details import SERIES_STATUSES, rows
from layers.drawing import features_of, marks_of
from layers.registry import LAYERS
from tests.layers import tables


def test_vraem_shows_its_series_with_sources():
    detail = rows("coca_zones", "vraem")
    assert detail.series["year"].tolist() == list(range(2012, 2021))
    assert detail.series["value"].tolist() == [19900, 19167, 18845, 18333, 20304, 21646, 24111, 26028, 27994]
    assert detail.series["text"].iloc[0] == "about 19,900, at least 18,542 ha"
    assert detail.series["sources"].str.len().gt(0).all()
    assert (detail.name, detail.unit) == ("VRAEM", "ha")


def test_vraem_shows_every_stated_value_with_its_standing():
    evidence = rows("coca_zones", "vraem").evidence
    stated = {row["row_id"] for row in tables.rows("coca_zone_year") if row["zone_id"] == "vraem"}
    assert set(evidence["row_id"]) == stated
    by_row = evidence.set_index("row_id")
    assert by_row.at["vraem-2012-residual", "standing"] == "preferred"
    assert by_row.at["vraem-2012-derived_sum", "standing"] == "rival"
    assert by_row.at["vraem-2012-derived_sum", "text"] == "at least 18,542 ha"
    assert by_row["locator"].str.len().gt(0).all()


def test_rivals_stand_side_by_side_with_the_reason():
    rivals = rows("coca_zones", "vraem").rivals
    reuters = rivals[rivals["when"].eq("2018")].iloc[0]
    assert (reuters["shown"], reuters["other"]) == ("24,111 ha", "30,023 ha")
    assert "adds up to the national total" in reuters["why"]
    assert "Reuters" in reuters["other_source"]


def test_values_that_agree_are_no_rivals():
    detail = rows("coca_zones", "vraem")
    assert detail.rivals["shown"].ne(detail.rivals["other"]).all()
    assert detail.agreeing["shown"].tolist() == ["27,994 ha", "27,994 ha"]
    assert detail.agreeing["other_source"].str.contains("La República").any()
    assert list(detail.agreeing.columns) == list(detail.rivals.columns)
    assert rows("bases", "kiteni").agreeing.empty


def test_the_series_says_what_kind_of_figure_each_year_has():
    vraem = rows("coca_zones", "vraem").series.set_index("year")["status"]
    assert vraem.to_dict() == dict.fromkeys(range(2012, 2021), "value") | {2012: "estimate", 2018: "break_before"}
    joint = rows("coca_zones", "maranon+alto_chicama").series["status"].tolist()
    assert joint == ["none", *["estimate"] * 4, "value", "break_before", "value", "value"]
    assert rows("ports", "paita").series.set_index("year")["status"].to_dict() == (
        dict.fromkeys(range(2012, 2021), "none") | {2013: "bound", 2020: "value"}
    )


def test_a_stock_is_no_increment():
    new = marks_of("mining_cells")[2019].query("look == 'new'")
    cell = next(one for one in new["id"] if one in set(marks_of("mining_cells")[2018]["id"]))
    series = rows("mining_cells", cell).series
    assert series["status"].tolist()[:8] == [*["none"] * 6, "stock", "break_before"]


def test_the_parts_of_a_unit_are_in_its_details():
    evidence = rows("coca_zones", "maranon+alto_chicama").evidence
    assert {"maranon-2012-derived_sum", "maranon+alto_chicama-2013-residual"} <= set(evidence["row_id"])
    assert rows("coca_zones", "maranon+alto_chicama").series["value"].isna().tolist() == [True] + [False] * 8


def test_a_port_shows_seizures_scanners_and_the_routes_that_use_it():
    detail = rows("ports", "callao")
    cases = {row["row_id"] for row in tables.rows("port_seizures") if row["port_id"] == "callao"}
    assert set(detail.evidence["row_id"]) == cases
    by_title = dict(detail.tables)
    assert len(by_title["Scanners"]) == sum(row["port_id"] == "callao" for row in tables.rows("scanners"))
    used = sum("callao" in row["uses_ports"].split(";") for row in tables.rows("routes"))
    assert len(by_title["Routes that use it"]) == used
    assert detail.position == "−12.05°, −77.12° · MGRS 18L TM 6966 (1 km square)"


def test_a_place_of_a_seizure_that_is_no_port_shows_its_rival_weights():
    detail = rows("ports", "huanchaco_la_libertad")
    assert sorted(detail.evidence["text"]) == ["3,300 kg", "3,500 kg", "7,600 kg", "7,695 kg"]
    series = detail.series.set_index("year")
    assert (series.at[2014, "text"], series.at[2014, "status"]) == ("7,695 kg, not added", "none")


def test_a_route_is_said_in_words_with_its_legs_and_other_sources():
    detail = rows("routes", "R07a")
    assert detail.claim.startswith(
        "Cocaine: VRAEM and Upper Huallaga, by sea, exit: Paita, to Europe (Belgium, Spain)"
    )
    legs = dict(detail.tables)["Legs"]
    assert len(legs) == sum(row["route_id"] == "R07a" for row in tables.rows("route_legs"))
    other = next(row for row in tables.rows("routes") if row["route_id"] == "R07a")[
        "corroborating_sources"
    ].split(";")
    assert set(other) <= {source.key for source in detail.sources}


def test_a_base_is_placed_no_finer_than_10_km():
    assert rows("bases", "kiteni").position.endswith("(10 km square)")


def test_what_no_map_shows_still_has_details():
    assert rows("routes", "R14a").name
    assert rows("routes", "R14a").series["text"].eq("").all()


@pytest.mark.parametrize("one", LAYERS, ids=lambda one: one.key)
def test_features_of_every_layer_open(one):
    for feature in features_of(one.key)["id"].iloc[[0, -1]]:
        detail = rows(one.key, feature)
        assert detail.name and detail.sources
        assert detail.series["year"].tolist() == list(range(2012, 2021))
        assert set(detail.series["status"]) <= set(SERIES_STATUSES)
        assert detail.series["status"].eq("none").equals(detail.series["value"].isna())
        assert len(detail.evidence) or detail.tables


def test_an_unknown_feature_is_loud():
    with pytest.raises(KeyError, match="layer ports has no feature 'atlantis'; it has 42"):
        rows("ports", "atlantis")
