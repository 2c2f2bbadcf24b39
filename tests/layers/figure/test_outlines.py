"""GeoJSON as paths: holes stay open, legs stay apart."""

from layers.figure.mercator import Frame
from layers.figure.outlines import area_path, line_path, wound

FRAME = Frame(0.0, 0.0, 5.0, 400.0, 400.0)
OUTER = [[-4, -4], [4, -4], [4, 4], [-4, 4], [-4, -4]]
INNER = [[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]]


def test_a_hole_stays_open_whichever_way_it_runs():
    for hole in (INNER, INNER[::-1]):
        path = area_path({"type": "Polygon", "coordinates": [OUTER, hole]}, FRAME)
        rings = wound([OUTER, hole])
        assert _area(rings[0]) > 0 > _area(rings[1])
        assert path.contains_point((200 + 45, 200))


def test_parts_of_a_multipolygon_are_closed_apart():
    far = [[x + 20, y] for x, y in OUTER]
    path = area_path({"type": "MultiPolygon", "coordinates": [[OUTER], [far]]}, FRAME)
    assert list(path.codes).count(path.MOVETO) == 2
    assert list(path.codes).count(path.CLOSEPOLY) == 2


def test_legs_are_not_joined():
    path = line_path({"type": "MultiLineString", "coordinates": [[[0, 0], [1, 1]], [[5, 5], [6, 6]]]}, FRAME)
    assert list(path.codes) == [path.MOVETO, path.LINETO, path.MOVETO, path.LINETO]


def _area(ring):
    x, y = ring[:, 0], ring[:, 1]
    return float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum()) / 2
