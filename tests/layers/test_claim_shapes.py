"""Arrows of claims: those that share their ends or leave side by side keep apart."""

from itertools import combinations

import geopandas as gpd
import pytest
import shapely

from geo.crs import WGS84
from layers.claim_shapes import LANES, shapes


def claim(key, start, end, drawn_as="arrow", years=(2012, 2020)):
    return {
        "claim_id": key,
        "drawn_as": drawn_as,
        "origin": f"place:{start}",
        "target": f"place:{end}",
        "from_year": years[0],
        "until_year": years[1],
        "geometry": shapely.Point(start) if start else None,
        "target_point": shapely.Point(end) if end else None,
    }


def frame(*rows):
    return gpd.GeoDataFrame(list(rows), crs=WGS84)


def middle(shape):
    """Give how far north of its straight line a level arrow bows, seen at its middle."""
    return shape.intersection(shapely.box(1.95, -9, 2.05, 9)).centroid.y


def test_an_arrow_alone_bows_gently():
    assert middle(shapes(frame(claim("a", (0, 0), (4, 0)))).iloc[0]) == pytest.approx(LANES[0] * 4, abs=0.01)


def test_claims_with_the_same_ends_bow_apart():
    drawn = shapes(frame(claim("a", (0, 0), (4, 0)), claim("b", (0, 0), (4, 0)), claim("c", (4, 0), (0, 0))))
    assert [middle(one) for one in drawn] == pytest.approx([lane * 4 for lane in LANES[:3]], abs=0.01)


def test_claims_that_never_share_a_year_may_take_the_same_way():
    early, late = ({"years": (2012, 2013)}, {"years": (2014, None)})
    drawn = shapes(frame(claim("a", (0, 0), (4, 0), **early), claim("b", (0, 0), (4, 0), **late)))
    assert drawn.iloc[0].equals(drawn.iloc[1])


def test_a_long_arrow_gives_way_to_a_short_one_that_it_would_cover():
    drawn = shapes(frame(claim("far", (0, 0), (8, 0.2)), claim("near", (0, 0), (4, 0))))
    assert middle(drawn.iloc[1]) == pytest.approx(LANES[0] * 4, abs=0.01)
    assert drawn.iloc[0].intersection(drawn.iloc[1]).area < 0.08 * drawn.iloc[1].area


def test_where_every_bow_is_taken_the_one_that_covers_least_is_drawn():
    drawn = shapes(frame(*(claim(key, (0, 0), (4, 0)) for key in "abcdefghij")))
    assert len(drawn) == 10 and shapely.is_valid(drawn.array).all()


def test_no_two_arrows_of_one_pair_cover_each_other_in_the_middle():
    drawn = shapes(frame(*(claim(key, (-74.0, -12.5), (-69.0, -14.0)) for key in "abc")))
    band = shapely.box(-72, -20, -71, -5)
    for one, other in combinations([shape.intersection(band) for shape in drawn], 2):
        assert not one.intersects(other)


@pytest.mark.parametrize("drawn_as", ["arrow", "attempt", "barred"])
def test_an_outline_stays_clear_of_both_ends_and_is_whole(drawn_as):
    shape = shapes(frame(claim("a", (-74.0, -12.5), (-69.0, -14.0), drawn_as))).iloc[0]
    assert shape.is_valid and shape.geom_type == "Polygon"
    assert not shape.intersects(shapely.MultiPoint([(-74.0, -12.5), (-69.0, -14.0)]))


def test_a_claim_with_one_end_is_a_point_there():
    drawn = shapes(frame(claim("a", (-74.0, -12.5), None, "leaves"), claim("b", None, (-70.0, -13.0), "arrives")))
    assert [(shape.x, shape.y) for shape in drawn] == [(-74.0, -12.5), (-70.0, -13.0)]


def test_a_return_to_the_same_place_is_a_loop():
    shape = shapes(frame(claim("a", (-70.0, -13.0), (-70.0, -13.0), "loop"))).iloc[0]
    assert shape.bounds[3] - shape.bounds[1] == pytest.approx(0.15, abs=0.02)
