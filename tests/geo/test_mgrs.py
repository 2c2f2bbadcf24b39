"""Grid references against positions whose squares are known."""

import pytest

from geo.mgrs import grid_reference


@pytest.mark.parametrize(
    ("lon", "lat", "one_km"),
    [
        (2.2945, 48.8582, "31U DQ 4811"),  # Eiffel Tower, 31U DQ 48251 11932
        (-77.0365, 38.8977, "18S UJ 2307"),  # White House, 18S UJ 23394 07395
        (-77.0428, -12.0464, "18L TM 7767"),
        (5.3221, 60.3913, "32V KN 9700"),  # Bergen lies in the widened zone 32
        (15.6356, 78.2232, "33X WG 1483"),  # Svalbard
    ],
)
def test_a_point_lies_in_its_square(lon: float, lat: float, one_km: str):
    assert grid_reference(lon, lat, 1) == one_km


def test_a_coarser_square_has_fewer_digits():
    assert grid_reference(-73.25, -12.5, 10) == "18L XM 91"
    assert grid_reference(-73.25, -12.5, 100) == "18L XM"


def test_an_unknown_square_is_refused():
    with pytest.raises(ValueError, match="no MGRS square of 5 km here, expected one of 1, 10, 100"):
        grid_reference(-73.25, -12.5, 5)


@pytest.mark.parametrize(("lon", "lat"), [(0, 85), (0, -81), (181, 0)])
def test_a_point_off_the_grid_is_refused(lon: float, lat: float):
    with pytest.raises(ValueError, match="has no MGRS square"):
        grid_reference(lon, lat, 1)
