"""Zones: an outline for every counted unit, its label point inside."""

from geo.coca import UNITS
from layers.zone_shapes import label_points, outlines


def test_every_counted_unit_has_an_outline_and_its_point_inside():
    areas, points = outlines().set_index("zone_id"), label_points().set_index("zone_id")
    assert set(UNITS) <= set(areas.index)
    outside = [unit for unit in UNITS if not areas.geometry[unit].buffer(0).covers(points.geometry[unit])]
    assert outside == []
