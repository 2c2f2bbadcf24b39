"""Places lie in their department or country, within what their precision and the map's lines allow."""

from collections.abc import Callable

import pytest
from shapely import box

from geo.checks.placement import outside_km
from tests.packages import SmallPackage

Faults = Callable[[], list[str]]


@pytest.mark.parametrize(
    ("lon", "lat", "km"),
    [
        (-73.5, -12.5, 0),
        (-72, -0.5, 111.32),  # one degree of the equator
        (-73.5, 1, 110.57),  # one degree of the meridian
    ],
)
def test_the_distance_outside_is_measured_in_km(lon: float, lat: float, km: float):
    assert outside_km(lon, lat, box(-74, -13, -73, 0)) == pytest.approx(km, abs=0.05)


def test_a_place_within_its_precision_and_that_of_the_line_is_right(small: SmallPackage, faults: Faults):
    # 0.1 degree of longitude is 10.86 km here: within 1 km of the place and 10 km of the line
    small.change("places", "pichari_cusco", lon=-72.9, lat=-12.5, precision_km=1)
    assert faults() == []


def test_a_place_farther_off_is_refused(small: SmallPackage, faults: Faults):
    small.change("places", "pichari_cusco", lon=-72.88, lat=-12.5, precision_km=1)
    assert faults() == [
        "data/tables/places.csv:2 lon: expected a point inside Cusco or at most 11 km off, "
        "got -72.88, -12.5, 13 km off, correct it or the department"
    ]


def test_a_place_in_another_country_is_looked_for_there(small: SmallPackage, faults: Faults):
    spain = {"department": "", "country": "ES"}
    small.change("places", "kimbiri_cusco", **spain, lon=-4, lat=40)
    assert [one.split(":")[1] for one in faults() if "lon" in one] == []
    small.change("places", "kimbiri_cusco", **spain, lon=-73.25, lat=-12.5)
    assert any(
        "expected a point inside ES or at most 40 km off, got -73.25, -12.5, " in one for one in faults()
    )


def test_a_country_of_region_and_world_may_hold_a_place_in_either(small: SmallPackage, faults: Faults):
    small.write_polygons("world", {"iso2": "PE", "name": "Peru"}, [[[0, 0], [1, 0], [1, 1], [0, 0]]])
    small.write_registry()
    small.change("places", "kimbiri_cusco", department="", lon=0.6, lat=0.5)
    assert not any("lon" in one for one in faults())


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        (
            {"department": "Cuzco"},
            "2 department: expected a department with polygons in departments.geojson, got 'Cuzco'",
        ),
        (
            {"department": "", "country": "XX"},
            "2 country: expected a country with polygons in countries.geojson or",
        ),
        ({"country": "ES"}, "2 department: expected a department only in PE, got 'Cusco' in ES"),
        ({"lon": ""}, "2 lon: expected longitude and latitude in degrees, got nothing, '-12.5'"),
        ({"lat": "95"}, "2 lon: expected longitude and latitude in degrees, got '-73.5', '95.0'"),
        (
            {"precision_km": "0"},
            "2 precision_km: expected more than 0 km, got '0.0', say how well it is known",
        ),
        (
            {"name": "Sivia"},
            "2 place_id: expected 'sivia_cusco', or 'sivia_cusco_town' for a namesake, got 'pichari",
        ),
    ],
)
def test_a_place_that_cannot_be_placed_is_refused(
    small: SmallPackage, faults: Faults, cells: dict, fault: str
):
    small.change("places", "pichari_cusco", **cells)
    assert any(f"data/tables/places.csv:{fault}" in one for one in faults())


@pytest.mark.parametrize("name", ["departments", "countries", "world"])
def test_missing_polygons_are_a_fault_not_a_pass(small: SmallPackage, faults: Faults, name: str):
    (small.folder / "geometry" / f"{name}.geojson").unlink()
    small.write_registry()
    assert faults() == [
        f"data/geometry/{name}.geojson: expected the polygons of the base map, got no such file, "
        "restore it with `nexo basemap`: places cannot be checked without it"
    ]


def test_polygons_in_another_system_or_without_names_are_refused(small: SmallPackage, faults: Faults):
    small.write_polygons("departments", {"name": "Cusco"}, [[[0, 0], [9e6, 0], [9e6, 9e6], [0, 0]]])
    small.write_polygons("countries", {"name": "Peru"}, [[[0, 0], [1, 0], [1, 1], [0, 0]]])
    small.write_registry()
    said = faults()
    assert any(
        "departments.geojson: expected polygons in WGS84, got data/geometry/departments" in one
        for one in said
    )
    assert any(
        "countries.geojson iso2: expected this property, got none, restore the file" in one for one in said
    )
