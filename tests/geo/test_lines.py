"""Route lines: one a route, bundled by market, side by side otherwise, whole over the antimeridian."""

import time

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from geo.lines import route_lines
from geo.places import places
from geo.tables import load_table

AT = {"a": (-75.0, 0.0), "b": (-70.0, 0.0), "c": (-70.0, -5.0), "east": (170.0, 0.0), "west": (-170.0, 0.0)}


@pytest.fixture
def gazetteer():
    xy = np.array(list(AT.values())).T
    return gpd.GeoDataFrame({"place_id": list(AT)}, geometry=gpd.points_from_xy(*xy), crs=4326)


@pytest.fixture
def sea():
    line = shapely.LineString([(-70.0, -5.0), (-72.0, -6.0), (-75.0, 0.0)])
    return gpd.GeoDataFrame({"from_place_id": ["c"], "to_place_id": ["a"]}, geometry=[line], crs=4326)


def route(route_id, market="europe", **more):
    return {
        "route_id": route_id,
        "market": market,
        "drawable": "line",
        "waypoints": None,
        "path_certainty": "named",
    } | more


def legs(route_id, *pairs, mode="road"):
    return [
        {"route_id": route_id, "leg": k, "from_place_id": one, "to_place_id": two, "leg_mode": mode}
        for k, (one, two) in enumerate(pairs, 1)
    ]


def drawn(gazetteer, sea, routes, *rows):
    lines = route_lines(
        pd.DataFrame(routes), pd.DataFrame([leg for some in rows for leg in some]), gazetteer, sea
    )
    return lines.set_index("route_id")


def test_a_route_is_one_line_through_its_places(gazetteer, sea):
    lines = drawn(gazetteer, sea, [route("R1")], legs("R1", ("a", "b"), ("b", "c")))
    line = lines.geometry["R1"]
    assert line.geom_type == "LineString"
    assert line.coords[0] == AT["a"] and line.coords[-1] == AT["c"]
    assert line.distance(shapely.Point(AT["b"])) == 0
    assert lines["length_km"]["R1"] == pytest.approx(556.6 + 552.9, abs=0.2)
    assert lines.crs.to_epsg() == 4326


def test_legs_are_joined_in_their_order(gazetteer, sea):
    rows = legs("R1", ("a", "b"), ("b", "c"))
    lines = drawn(gazetteer, sea, [route("R1")], rows[::-1])
    assert lines.geometry["R1"].coords[-1] == AT["c"]


def test_a_break_gives_two_lines(gazetteer, sea):
    lines = drawn(gazetteer, sea, [route("R1")], legs("R1", ("a", "b"), ("c", "a")))
    assert lines.geometry["R1"].geom_type == "MultiLineString"


def test_one_market_shares_a_curve_in_both_directions(gazetteer, sea):
    lines = drawn(gazetteer, sea, [route("R1"), route("R2")], legs("R1", ("a", "b")), legs("R2", ("b", "a")))
    assert lines.geometry["R1"].equals_exact(lines.geometry["R2"].reverse(), 1e-12)


def test_markets_lie_side_by_side(gazetteer, sea):
    routes = [route("R1", "asia"), route("R2", "brazil"), route("R3", "europe")]
    lines = drawn(gazetteer, sea, routes, *[legs(one["route_id"], ("a", "b")) for one in routes])
    heights = [line.bounds[3] for line in lines.geometry]
    assert heights == sorted(heights)
    assert np.diff(heights).min() > 0.1
    assert heights[1] == pytest.approx(0.06 * 5, abs=0.01)


def test_flights_arch_higher_than_roads(gazetteer, sea):
    road = drawn(gazetteer, sea, [route("R1")], legs("R1", ("a", "b")))
    flight = drawn(gazetteer, sea, [route("R1")], legs("R1", ("a", "b"), mode="air_light"))
    assert flight.geometry["R1"].bounds[3] > 2 * road.geometry["R1"].bounds[3]


@pytest.mark.parametrize(("pair", "turned"), [(("c", "a"), False), (("a", "c"), True)])
def test_a_sea_leg_follows_the_stored_path_either_way(gazetteer, sea, pair, turned):
    line = drawn(gazetteer, sea, [route("R1")], legs("R1", pair, mode="sea")).geometry["R1"]
    path = [(-70.0, -5.0), (-72.0, -6.0), (-75.0, 0.0)]
    assert shapely.get_coordinates(line) == pytest.approx(np.array(path[::-1] if turned else path))


def test_markets_keep_their_lane_at_sea(gazetteer, sea):
    routes = [route("R1", "europe"), route("R2", "us_canada")]
    lines = drawn(gazetteer, sea, routes, *[legs(one["route_id"], ("c", "a"), mode="sea") for one in routes])
    assert lines.geometry["R1"].distance(shapely.Point(lines.geometry["R2"].coords[1])) > 0.02
    assert lines.geometry["R1"].coords[-1] == lines.geometry["R2"].coords[-1]


def test_a_sea_leg_that_is_not_stored_is_computed(gazetteer, sea):
    line = drawn(gazetteer, sea.iloc[:0], [route("R1")], legs("R1", ("a", "c"), mode="sea")).geometry["R1"]
    assert line.coords[0] == AT["a"] and line.coords[-1] == AT["c"] and len(line.coords) > 2


def test_the_shorter_way_over_the_antimeridian(gazetteer, sea):
    lines = drawn(gazetteer, sea, [route("R1")], legs("R1", ("b", "west"), ("west", "east"), ("east", "b")))
    lon = shapely.get_coordinates(lines.geometry["R1"])[:, 0]
    assert lon.min() == pytest.approx(-190.0)
    assert np.abs(np.diff(lon)).max() < 15
    assert lines["length_km"]["R1"] == pytest.approx(11131.9 + 2226.4 + 13358.3, rel=0.001)


def test_a_reported_point_is_a_point(gazetteer, sea):
    routes = [route("R1", drawable="point", waypoints="b", path_certainty="schematic")]
    lines = route_lines(pd.DataFrame(routes), pd.DataFrame(legs("R9", ("a", "b"))), gazetteer, sea)
    assert lines.geometry.iloc[0].equals(shapely.Point(AT["b"]))
    assert lines["schematic"].tolist() == [True]


def test_all_unknown_places_are_named(gazetteer, sea):
    routes = [route("R1"), route("R2", drawable="point", waypoints="lemuria")]
    with pytest.raises(KeyError, match="routes name 2 places that places.csv lacks: atlantis, lemuria"):
        drawn(gazetteer, sea, routes, legs("R1", ("a", "atlantis")))


def test_all_routes_without_legs_are_named(gazetteer, sea):
    with pytest.raises(ValueError, match="2 routes have no legs and no point: R2, R3; add route_legs"):
        drawn(gazetteer, sea, [route("R1"), route("R2"), route("R3")], legs("R1", ("a", "b")))


def test_the_project_s_routes_are_all_drawn_in_a_moment():
    routes, rows, gazetteer = load_table("routes"), load_table("route_legs"), places()
    routes = routes[routes["drawable"] != "none"]
    begun = time.process_time()
    lines = route_lines(routes, rows, gazetteer)
    assert time.process_time() - begun < 3
    assert lines["route_id"].tolist() == routes["route_id"].tolist()
    assert lines.is_valid.all() and not lines.is_empty.any()
    ends = rows.sort_values("leg").groupby("route_id")["to_place_id"].last()
    at = gazetteer.set_index("place_id").geometry
    for one in lines.itertuples():
        if one.route_id in ends.index:
            lon, lat = shapely.get_coordinates(one.geometry)[-1]
            goal = at[ends[one.route_id]]
            assert ((lon - goal.x + 180) % 360 - 180, lat) == pytest.approx((0, goal.y), abs=0.002)
