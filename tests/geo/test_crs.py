"""Only WGS84 passes; areas and lengths are those of the ellipsoid."""

import geopandas as gpd
import pytest
from shapely import Point, box

from geo.crs import area_km2, circle, distance_km, require_wgs84


def frame(shape: object, crs: str | None = "EPSG:4326") -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(geometry=[shape], crs=crs)


@pytest.mark.parametrize("crs", ["EPSG:4326", "OGC:CRS84"])
def test_wgs84_passes_unchanged(crs: str):
    places = frame(Point(-73, -12), crs)
    assert require_wgs84(places) is places


def test_a_line_may_run_on_past_the_antimeridian():
    assert len(require_wgs84(frame(Point(-190, 35)))) == 1


def test_an_empty_frame_passes():
    assert len(require_wgs84(gpd.GeoDataFrame(geometry=[], crs="EPSG:4326"))) == 0


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (frame(Point(-73, -12), None), "zones has no coordinate system, expected EPSG:4326"),
        (frame(Point(500_000, 8_600_000), "EPSG:32718"), "zones is in EPSG:32718, expected EPSG:4326"),
        (frame(Point(500_000, 8_600_000)), "zones reaches from 500000.000, 8600000.000"),
    ],
)
def test_anything_else_is_refused(given: gpd.GeoDataFrame, fault: str):
    with pytest.raises(ValueError, match=fault):
        require_wgs84(given, "zones")


def test_a_degree_of_the_meridian_at_the_equator_is_110_57_km():
    assert distance_km(-73, 0, -73, 1) == pytest.approx(110.574, abs=0.001)


def test_a_degree_of_the_equator_is_111_32_km():
    assert distance_km(-73, 0, -72, 0) == pytest.approx(111.319, abs=0.001)


def test_latitude_in_the_place_of_longitude_is_refused():
    with pytest.raises(ValueError, match="-12, -173 is no place"):
        distance_km(-73, -12, -12, -173)


def test_a_square_degree_at_the_equator_is_12_309_km2():
    assert area_km2(frame(box(-74, -0.5, -73, 0.5)))[0] == pytest.approx(12_309, rel=0.001)


def test_an_area_in_metres_is_refused():
    with pytest.raises(ValueError, match="expected EPSG:4326"):
        area_km2(frame(box(0, 0, 1, 1), "ESRI:102033"))


@pytest.mark.parametrize("lat", [0.0, -12.3, -60.0])
def test_a_circle_is_round_on_the_ellipsoid(lat: float):
    ring = circle(-74.0, lat, 50)
    ways = [distance_km(-74.0, lat, *corner) for corner in ring.exterior.coords]
    assert (min(ways), max(ways)) == pytest.approx((50, 50), abs=0.001)
    assert area_km2(frame(ring)).iloc[0] == pytest.approx(3.14159 * 50**2, rel=0.005)
    assert ring.exterior.is_ccw


@pytest.mark.parametrize("radius", [0, -3, float("nan")])
def test_a_circle_needs_a_radius(radius: float):
    with pytest.raises(ValueError, match="expected more than 0"):
        circle(-74.0, -12.0, radius)
