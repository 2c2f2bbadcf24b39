"""Routes: every year of their period, undated ones always, attempts never."""

import re

import pytest

from geo.timeline import YEARS
from layers.drawing import features_of, marks_of
from layers.drawn import drawn
from layers.features import layer_file
from layers.titles import titles
from layers.tokens import ATTEMPT_DASH, MARKETS
from tests.layers.tables import covers, rows


def expected_in(year, **wanted):
    return {
        row["route_id"]
        for row in rows("routes")
        if row["is_attempt"] == "false"
        and row["drawable"] != "none"
        and (row["undated"] == "true" or covers(row, year))
        and all(row[name] == value for name, value in wanted.items())
    }


@pytest.mark.parametrize("year", range(2012, 2021))
def test_a_route_is_drawn_in_the_years_of_its_period(year):
    marks = marks_of("routes")[year]
    assert set(marks["id"]) == expected_in(year)
    assert marks["id"].is_unique


@pytest.mark.parametrize(
    ("year", "chosen"),
    [(2012, None), (2020, None), (2020, {"commodity": []}), (2020, {"market": ["bolivia"], "commodity": []})],
)
def test_the_title_parts_dated_from_undated_routes_under_any_filter(year, chosen):
    file = layer_file("routes")
    shown = {one.id for one in drawn(file, year, chosen)}
    undated = {row["route_id"] for row in rows("routes") if row["undated"] == "true"} & shown
    said = titles([file], year, {"routes": drawn(file, year, chosen)})
    assert said == [f"Trafficking routes: {len(shown - undated)} dated to {year} and {len(undated)} undated"]
    if chosen is None:
        assert file["years"][str(year)]["title"] == said[0]


def test_the_note_states_no_number_that_a_filter_would_make_wrong():
    assert not any(sign.isdigit() for told in layer_file("routes")["years"].values() for sign in told["note"])


def test_no_cell_names_a_route_by_its_key():
    for row in rows("routes"):
        told = [cell for name, cell in row.items() if name not in ("route_id", "seen_in", "locator")]
        assert not [cell for cell in told if re.search(r"\bR\d\d[a-z]?\b", cell)], row["route_id"]


def test_attempts_are_never_drawn():
    attempts = {row["route_id"] for row in rows("routes") if row["is_attempt"] == "true"}
    assert attempts == {"R14a", "R14b"}
    assert not attempts & set(features_of("routes")["id"])


@pytest.mark.parametrize("year", [2013, 2015, 2016, 2020])
def test_choosing_asia_leaves_exactly_the_asian_routes(year):
    found = {one.id for one in drawn(layer_file("routes"), year, {"market": ["asia"], "commodity": []})}
    assert found == expected_in(year, market="asia")


@pytest.mark.parametrize("year", [2012, 2016, 2020])
def test_cocaine_is_shown_until_someone_chooses(year):
    assert {one.id for one in drawn(layer_file("routes"), year)} == expected_in(
        year, commodity_class="cocaine"
    )


def test_a_line_says_market_certainty_date_and_end():
    file = layer_file("routes")
    by_id = {row["route_id"]: row for row in rows("routes")}
    for feature in file["features"]:
        row = by_id[feature["properties"]["id"]]
        for state in feature["properties"]["years"].values():
            look = file["looks"][state["k"]]
            assert look["stroke"] == MARKETS[row["market"]]
            assert look["arrow"] is (row["drawable"] == "line")
            assert look["undated"] is (row["undated"] == "true")
            if row["drawable"] != "point":
                assert look["schematic"] is (row["path_certainty"] == "schematic")
                assert bool(look["dash"]) is (look["schematic"] or look["undated"])


def test_more_sources_make_a_wider_line():
    marks = marks_of("routes")[2014].set_index("id")
    sources = {row["route_id"]: min(int(row["n_sources"]), 3) for row in rows("routes")}
    widths = {sources[route]: width for route, width in marks["width"].items()}
    assert widths == {1: 1.5, 2: 2.4, 3: 3.4}


def test_lines_of_more_sources_lie_on_top():
    sources = {row["route_id"]: int(row["n_sources"]) for row in rows("routes")}
    drawn_order = [sources[one["properties"]["id"]] for one in layer_file("routes")["features"]]
    assert drawn_order == sorted(drawn_order)


def test_the_legend_explains_width_by_sources():
    told = {key["legend"]: key["look"]["width"] for key in layer_file("routes")["keys"] if not key["field"]}
    assert told == {"one source": 1.5, "two independent sources": 2.4, "three or more": 3.4}


def test_dots_alone_are_kept_for_attempts():
    dashes = {look["dash"] for look in layer_file("routes")["looks"]}
    assert ATTEMPT_DASH not in dashes and len(dashes) == 4
    assert {look["dash"] for look in layer_file("sendero_axes")["looks"]} == {ATTEMPT_DASH}


def test_a_line_with_an_end_points_there_and_one_that_stops_short_does_not():
    by_id = {row["route_id"]: row for row in rows("routes")}
    for feature in layer_file("routes")["features"]:
        heads = feature["properties"].get("arrows", [])
        assert bool(heads) is (by_id[feature["properties"]["id"]]["drawable"] == "line")
        if heads:
            coordinates = feature["geometry"]["coordinates"]
            last = coordinates[-1] if feature["geometry"]["type"] == "LineString" else coordinates[-1][-1]
            assert heads[-1][:2] == pytest.approx(last, abs=1e-4)


@pytest.mark.parametrize("market", MARKETS)
@pytest.mark.parametrize("commodity", sorted({row["commodity_class"] for row in rows("routes")}))
def test_every_market_and_commodity_draws_the_rows_of_the_table(market, commodity):
    file, chosen = layer_file("routes"), {"market": [market], "commodity": [commodity]}
    for year in YEARS:
        found = {one.id for one in drawn(file, year, chosen)}
        assert found == expected_in(year, market=market, commodity_class=commodity), year


def test_a_route_uses_its_exit():
    uses = {
        feature["properties"]["id"]: feature["properties"]["uses"]
        for feature in layer_file("routes")["features"]
    }
    for row in rows("routes"):
        if row["route_id"] in uses and row["exit_port_id"]:
            assert f"ports:{row['exit_port_id']}" in uses[row["route_id"]]


def test_markets_keep_the_order_and_colours_of_the_tokens():
    offered = layer_file("routes")["filters"]["market"]
    assert [one["value"] for one in offered] == [
        market for market in MARKETS if market in {one["value"] for one in offered}
    ]
    assert {one["value"]: one["colour"] for one in offered}["asia"] == "#D55E00"
