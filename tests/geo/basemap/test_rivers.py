"""A river is named between the towns on its banks; small rivers and lakes only near Peru."""

import numpy as np
import pandas as pd
import pytest
import shapely

from geo.basemap.gshhs import ISLAND, LAKE
from geo.basemap.river_network import network
from geo.basemap.rivers import drawn_lakes, drawn_rivers, named_stretches, stretch_line
from tests.geo.basemap.packages import write_wheel

COAST = shapely.LineString([(-80, -20), (-80, 0)])


@pytest.fixture
def graph():
    """A river of four stretches eastward along 10 south, and one far away."""
    river = [np.array([(lon, -10.0), (lon + 1.0, -10.0)]) for lon in (-76.0, -75.0, -74.0, -73.0)]
    return network([*river, np.array([(-50.0, -10.0), (-49.5, -10.0)])], COAST)


def stops(*places):
    return pd.DataFrame(
        [
            {"river": "Mayo", "stop": k, "place": f"town {k}", "lon": lon, "lat": lat}
            for k, (lon, lat) in enumerate(places)
        ]
    )


def test_a_name_runs_from_the_first_to_the_last_town(graph):
    stretches = named_stretches(graph, stops((-74.5, -10.02), (-73.5, -9.98)))
    line = stretch_line(graph, stretches["Mayo"])
    assert line.bounds == pytest.approx((-75.0, -10.0, -73.0, -10.0))
    rivers = drawn_rivers(graph, stretches)
    named = rivers[rivers["name"] == "Mayo"]
    assert named.total_bounds == pytest.approx((-75.0, -10.0, -73.0, -10.0))
    assert rivers.total_bounds == pytest.approx((-76.0, -10.0, -72.0, -10.0))


def test_all_towns_off_the_river_are_listed(graph):
    with pytest.raises(ValueError, match="does not fit the rivers") as caught:
        named_stretches(graph, stops((-74.5, -10.5), (-73.5, -10.0), (-72.5, -11.0)))
    message = str(caught.value)
    assert "Mayo: town 0 lies 55.3 km from a river, expected at most 8" in message
    assert "town 2 lies 110.6 km" in message
    assert "town 1" not in message


def test_towns_on_rivers_that_do_not_meet_are_listed(graph):
    with pytest.raises(ValueError, match="town 0, town 1 lie on rivers that do not meet"):
        named_stretches(graph, stops((-74.5, -10.0), (-49.7, -10.0)))


def square(lon, lat, size):
    return [(lon, lat), (lon + size, lat), (lon + size, lat + size), (lon, lat + size), (lon, lat)]


def test_lakes_near_peru_and_large_ones_beyond_without_their_islands(tmp_path):
    lines = [
        (LAKE, 70.0, square(-75.0, -10.0, 0.5)),
        (ISLAND, 10.0, square(-74.9, -9.9, 0.1)),
        (LAKE, 50.0, square(-75.0, -12.0, 0.5)),
        (LAKE, 1400.0, square(-50.0, -10.0, 0.5)),
        (LAKE, 1600.0, square(-50.0, -12.0, 0.5)),
        (1, 9e6, square(-76.0, -16.0, 9.0)),
    ]
    lakes = drawn_lakes(write_wheel(tmp_path / "a.whl", {"gshhs": lines}))
    assert lakes["area_km2"].tolist() == [1600.0, 70.0]
    assert lakes.geometry.iloc[1].area == pytest.approx(0.25 - 0.01)
