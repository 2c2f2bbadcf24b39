"""A step back: what has its middle in view is shown whole, within limits."""

import pytest

from layers.drawn import Drawn
from layers.figure.framing import FARTHEST, stepped_back
from layers.figure.mercator import Frame
from tests.layers.figure.small_files import look, point

FRAME = Frame(-75.0, -10.0, 7.0, 600.0, 500.0)
WEST, SOUTH, EAST, NORTH = FRAME.bounds()


def shape(geometry, name="a", radius=None):
    known = {"name": name, "part": "", "width": None, "text": "", "hover": "", "sources": (), "uses": (), "rank": 1.0}
    return Drawn(id=name, geometry=geometry, look=look("a", "circle"), radius=radius, **known)


def square(lon, lat, half):
    west, east, south, north = lon - half, lon + half, lat - half, lat + half
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def holds(outer, inner):
    return outer[0] <= inner[0] and outer[1] <= inner[1] and outer[2] >= inner[2] and outer[3] >= inner[3]


def test_what_lies_inside_moves_nothing():
    assert stepped_back(FRAME, [shape(square(-75, -10, 0.2)), shape(point(-75.5, -10), "b", 20.0)]) == FRAME


def test_an_outline_cut_by_the_edge_is_shown_whole_and_the_window_too():
    found = stepped_back(FRAME, [shape(square(WEST + 0.1, -10, 0.4))]).bounds()
    assert holds(found, (WEST - 0.3, -10.4, EAST, -9.6))
    assert holds(found, (WEST + 1e-9, SOUTH + 1e-9, EAST - 1e-9, NORTH - 1e-9))


def test_an_outline_belongs_to_its_circle():
    away = square(WEST - 0.2, -10, 0.4)
    assert stepped_back(FRAME, [shape(away)]) == FRAME
    found = stepped_back(FRAME, [shape(away), shape(point(WEST + 0.1, -10), radius=10.0)])
    assert found.bounds()[0] < WEST - 0.6


def test_a_circle_on_the_edge_is_shown_whole():
    found = stepped_back(FRAME, [shape(point(EAST, -10), radius=30.0)])
    x, _ = found.place([EAST, -10.0])
    assert x + 30 <= found.width


def test_lines_lead_out_of_the_view():
    line = {"type": "LineString", "coordinates": [[-75, -10], [-60, -10]]}
    assert stepped_back(FRAME, [shape(line)]) == FRAME


@pytest.mark.parametrize("half", [1.2, 5.0, 40.0])
def test_no_shape_moves_the_view_farther_than_allowed(half):
    shapes = [shape(square(WEST + 0.1, -10, half), "large"), shape(square(EAST - 0.1, -10, 0.3), "small")]
    found = stepped_back(FRAME, shapes)
    assert found.zoom >= FRAME.zoom - FARTHEST - 1e-9
    assert found.bounds()[2] > EAST + 0.2
