"""The planar kernels against another library: mean, median, axes, and the projection they stand on."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pointpats import centrography

from geo.displacement import planar
from tests.geo.displacement.grids import points

COORDINATE = st.floats(-500_000, 500_000)
CLOUDS = st.lists(
    st.tuples(COORDINATE, COORDINATE, st.integers(1, 9)), min_size=3, max_size=10, unique_by=lambda p: p[:2]
)


def cloud(rows):
    table = np.array(rows, dtype=float)
    return table[:, :2], table[:, 2]


@given(CLOUDS)
def test_the_mean_is_that_of_pointpats(rows):
    xy, weights = cloud(rows)
    assert planar.mean(xy, weights) == pytest.approx(centrography.weighted_mean_center(xy, weights), abs=1e-3)


@given(CLOUDS)
def test_the_axes_are_those_of_pointpats_without_its_corrections(rows):
    xy, weights = cloud(rows)
    major, minor = planar.axes(xy, weights)
    long, short, turn = centrography.ellipse(xy, weights, method="yuill", crimestatCorr=False, degfreedCorr=False)
    assert np.hypot(*major) == pytest.approx(long, rel=1e-6, abs=1)
    assert np.hypot(*minor) == pytest.approx(short, rel=1e-6, abs=1)
    if long > 1.01 * short and short > 1:
        # its angle runs against the clock from the x axis, in radians; an axis has no front end
        assert np.cos(np.arctan2(major[1], major[0]) - turn) ** 2 == pytest.approx(1, abs=1e-4)


def test_the_spread_of_the_axes_is_the_standard_distance_of_pointpats():
    xy = np.array([[0.0, 0], [10, 0], [10, 20], [40, 20], [5, 60]])
    major, minor = planar.axes(xy, np.ones(5))
    assert np.hypot(np.hypot(*major), np.hypot(*minor)) == pytest.approx(centrography.std_distance(xy))


def test_the_median_is_that_of_pointpats_where_no_point_is_the_answer():
    xy = np.array([[0.0, 0], [1000, 0], [1000, 800], [100, 900]])
    assert planar.median(xy, np.ones(4)) == pytest.approx(centrography.euclidean_median(xy), abs=0.1)


def test_the_median_of_four_corners_is_where_the_diagonals_cross():
    xy = np.array([[0.0, 0], [2000, 0], [2000, 2000], [0, 2000]])
    assert planar.median(xy, np.ones(4)) == pytest.approx([1000, 1000], abs=0.1)


@pytest.mark.parametrize("heavy", [0, 1, 2])
def test_a_point_with_more_than_half_of_the_weight_is_the_median(heavy):
    xy, weights = np.array([[0.0, 0], [900, 0], [0, 700]]), np.ones(3)
    weights[heavy] = 2.5
    assert planar.median(xy, weights).tolist() == xy[heavy].tolist()


@given(CLOUDS)
def test_no_place_near_the_median_is_better(rows):
    xy, weights = cloud(rows)
    here = planar.median(xy, weights)
    cost = (np.hypot(*(xy - here).T) * weights).sum()
    for step in ((500, 0), (-500, 0), (0, 500), (0, -500)):
        assert (np.hypot(*(xy - here - step).T) * weights).sum() >= cost - 1


def test_points_come_back_from_the_plane():
    there = points((-75, -9), (-69.5, -13))
    assert planar.degrees(planar.coordinates(there)) == pytest.approx(np.array([[-75, -9], [-69.5, -13]]), abs=1e-7)


def test_a_degree_of_the_meridian_at_the_equator_is_110_57_km():
    assert planar.distances_km(np.array([[-75.0, 0]]), np.array([[-75.0, 1]]))[0] == pytest.approx(110.574, abs=0.001)


def test_points_in_another_system_are_refused():
    with pytest.raises(ValueError, match="the points is in EPSG:3857, expected EPSG:4326"):
        planar.coordinates(points((-75, -9)).to_crs(3857))


def test_what_is_no_point_is_refused():
    with pytest.raises(ValueError, match=r"1 units have no point: \['a'\]"):
        planar.coordinates(points((-75, -9)).buffer(0).rename("area"))
