"""Where the weight lies: hand-worked cases on the meridian and the equator, and how a centre moves."""

import geopandas as gpd
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.crs import EQUAL_AREA
from geo.displacement import Centre, ellipse, mean_centre, median_centre, shift, standard_distance
from tests.geo.displacement.grids import points, values

# 60 W is the middle meridian of the projection: there north is up
NORTH_SOUTH = points((-60, -10), (-60, -12))
SPOTS = st.lists(
    st.tuples(st.floats(-300_000, 300_000), st.floats(-300_000, 300_000), st.floats(0.1, 100)), min_size=2, max_size=8
)


def laid(rows, right=0.0, up=0.0):
    x, y, weights = zip(*rows, strict=True)
    planar = gpd.GeoSeries.from_xy(np.array(x) - 1e6 + right, np.array(y) + 2.2e6 + up, crs=EQUAL_AREA)
    there = planar.to_crs(4326)
    return points(*zip(there.x, there.y, strict=True)), values(*weights)


def test_the_centre_of_two_equal_weights_lies_half_way():
    centre = mean_centre(NORTH_SOUTH, values(1, 1))
    assert centre.lon == pytest.approx(-60)
    assert centre.lat == pytest.approx(-11, abs=0.01)


def test_half_of_the_weight_moved_two_degrees_moves_the_centre_one_degree():
    first, second = mean_centre(NORTH_SOUTH, values(2, 0)), mean_centre(NORTH_SOUTH, values(1, 1))
    way = shift(first, second)
    # a degree of meridian at 10 to 11 S is 110.62 km
    assert way.km == pytest.approx(110.62, rel=0.01)
    assert way.bearing == pytest.approx(180, abs=0.01)
    assert way.compass == "s"


def test_the_median_stays_where_most_of_the_weight_is():
    there = points((-75, -9), (-75, -10), (-70, -13))
    assert median_centre(there, values(6, 2, 3)) == Centre(pytest.approx(-75), pytest.approx(-9))
    assert mean_centre(there, values(6, 2, 3)).lon > -74


def test_standard_distance_of_two_equal_weights_is_half_the_way_between_them():
    # 2 degrees of meridian from 10 to 12 S: 221.25 km
    assert standard_distance(NORTH_SOUTH, values(1, 1)) == pytest.approx(221.25 / 2, rel=0.001)
    assert standard_distance(NORTH_SOUTH, values(4, 0)) == pytest.approx(0, abs=1e-6)


def test_weights_pull_the_standard_distance_by_their_size():
    # 3 of 4 parts lie a quarter of the way from the mean, 1 of 4 three quarters: sqrt(0.75/16 + 0.25*9/16) of the way
    assert standard_distance(NORTH_SOUTH, values(3, 1)) == pytest.approx(221.25 * 0.4330, rel=0.01)


def test_the_ellipse_of_a_cross_has_the_arms_standard_deviations():
    # two points on each arm; variance along an arm of length r with half of the weight: r * r / 2
    planar = gpd.GeoSeries.from_xy([3000, -3000, 0, 0], [0, 0, 1000, -1000], crs=EQUAL_AREA)
    there = planar.to_crs(4326)
    found = ellipse(points(*zip(there.x, there.y, strict=True)), values(1, 1, 1, 1))
    # the scale of the projection at its origin, 32 S, differs by some per cent along and across a parallel
    assert found.major_km == pytest.approx(3 / 2**0.5, rel=0.06)
    assert found.minor_km == pytest.approx(1 / 2**0.5, rel=0.06)
    assert found.bearing == pytest.approx(90, abs=0.1)


def test_the_correction_is_crimestats_and_is_asked_for():
    there, weights = points((-75, -9), (-74, -9.5), (-73, -12), (-70, -13)), values(1, 2, 3, 4)
    plain, longer = ellipse(there, weights), ellipse(there, weights, corrected=True)
    # n = 4: sqrt(2 * 4 / 2) = 2
    assert longer.major_km == pytest.approx(2 * plain.major_km, rel=0.02)
    assert longer.minor_km == pytest.approx(2 * plain.minor_km, rel=0.02)
    with pytest.raises(ValueError, match="at least 3 units with a weight, got 2"):
        ellipse(there, values(1, 2, 0, 0), corrected=True)


def test_the_outline_goes_round_the_centre_at_the_half_axes():
    found = ellipse(points((-75, -9), (-74, -9.5), (-73, -12)), values(1, 2, 3))
    away = [shift(Centre(found.lon, found.lat), Centre(*corner)).km for corner in found.outline.exterior.coords]
    assert max(away) == pytest.approx(found.major_km, rel=0.01)
    assert min(away) == pytest.approx(found.minor_km, rel=0.05)
    assert found.outline.is_valid
    assert found.outline.exterior.is_ccw


@pytest.mark.parametrize(
    ("end", "compass"),
    [
        ((0, 1), "n"),
        ((1, 1), "ne"),
        ((1, 0), "e"),
        ((1, -1), "se"),
        ((0, -1), "s"),
        ((-1, -1), "sw"),
        ((-1, 0), "w"),
        ((-1, 1), "nw"),
    ],
)
def test_the_way_is_named_by_the_nearest_of_eight_winds(end, compass):
    assert shift(Centre(0, 0), Centre(*end)).compass == compass


def test_no_way_has_no_direction():
    assert shift(Centre(-75, -9), Centre(-75, -9)).compass == ""


@pytest.mark.parametrize(
    ("there", "weights", "said"),
    [
        (points((-75, -9)), values(1, 1), r"1 units have a weight and no point: \['b'\]"),
        (points((-75, -9), (-74, -9)), values(1, -1), "expected finite values of 0 or more"),
        (points((-75, -9)), values(0), "the sum is 0"),
        (points((-75, -9)).to_crs(3857), values(1), "expected EPSG:4326"),
        (points((-75, -9), (-74, -9)).rename(index={"b": "a"}), values(1), "units have two points"),
    ],
)
def test_bad_input_is_named(there, weights, said):
    for measure in (mean_centre, median_centre, standard_distance, ellipse):
        with pytest.raises(ValueError, match=said):
            measure(there, weights)


@given(SPOTS, st.floats(-200_000, 200_000), st.floats(-200_000, 200_000))
def test_a_translation_moves_the_centres_by_the_same_vector(rows, right, up):
    for measure in (mean_centre, median_centre):
        first, second = measure(*laid(rows)), measure(*laid(rows, right, up))
        ends = gpd.GeoSeries.from_xy([first.lon, second.lon], [first.lat, second.lat], crs=4326).to_crs(EQUAL_AREA)
        # where points lie on a line the median is any point of a stretch, so compare what it costs by the mean only
        if measure is mean_centre or len(rows) > 2 and not _on_a_line(rows):
            assert ends.x[1] - ends.x[0] == pytest.approx(right, abs=60)
            assert ends.y[1] - ends.y[0] == pytest.approx(up, abs=60)


@given(SPOTS)
def test_the_weights_unit_does_not_matter(rows):
    there, weights = laid(rows)
    assert shift(mean_centre(there, weights), mean_centre(there, 7 * weights)).km < 0.001
    assert standard_distance(there, weights) == pytest.approx(standard_distance(there, 7 * weights), abs=1e-6)


def _on_a_line(rows):
    xy = np.array([row[:2] for row in rows])
    return np.linalg.svd(xy - xy.mean(axis=0))[1][1] < 20_000
