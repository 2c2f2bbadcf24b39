"""The middle of two banks."""

import pytest
import shapely

from geo.basemap.centreline import centreline


def test_a_straight_river_has_its_middle_half_way():
    middle = centreline(shapely.box(0, 0, 4, 0.2))
    inner = [lat for lon, lat in middle.coords if 0.2 < lon < 3.8]
    assert inner == pytest.approx([0.1] * len(inner), abs=1e-6)
    assert middle.length == pytest.approx(4, abs=0.25)


def test_banks_too_near_each_other_have_none():
    with pytest.raises(ValueError, match="no centre line in banks of"):
        centreline(shapely.box(0, 0, 0.001, 0.0005))
