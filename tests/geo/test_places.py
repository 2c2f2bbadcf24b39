"""Places come as points; positions are shown no finer than they are known."""

import pytest

from geo.places import cut, places, shown_position, slug
from tests.packages import SmallPackage


def test_places_are_points_in_wgs84(small: SmallPackage):
    rows = places()
    assert rows.crs.to_epsg() == 4326
    assert rows["place_id"].tolist() == ["pichari_cusco", "kimbiri_cusco"]
    assert (rows.geometry.x.tolist(), rows.geometry.y.tolist()) == ([-73.5, -73.25], [-12.5, -12.5])


def test_the_frame_is_a_copy(small: SmallPackage):
    rows = places()
    rows["name"] = "Elsewhere"
    assert places()["name"].tolist() == ["Pichari", "Kimbiri"]


def test_a_place_that_stands_twice_is_refused(small: SmallPackage):
    small.change("places", "kimbiri_cusco", place_id="pichari_cusco")
    with pytest.raises(ValueError, match="1 place_id stand twice in tables/places.csv: pichari_cusco"):
        places()


@pytest.mark.parametrize(
    ("precision_km", "square_km", "lon", "lat"),
    [(0.2, 1, -73.83, -12.52), (1, 1, -73.83, -12.52), (1.5, 10, -73.8, -12.5), (40, 100, -74, -13)],
)
def test_a_position_is_cut_to_the_next_coarser_square(
    precision_km: float, square_km: int, lon: float, lat: float
):
    shown = cut(-73.8276, -12.5208, precision_km)
    assert (shown.square_km, shown.lon, shown.lat) == (square_km, lon, lat)


def test_what_is_known_no_better_than_100_km_keeps_that_square():
    assert cut(-73.8276, -12.5208, 300).square_km == 100


def test_a_place_has_the_precision_of_its_row(small: SmallPackage):
    assert shown_position("pichari_cusco").square_km == 1
    assert shown_position("kimbiri_cusco").square_km == 10
    assert shown_position("kimbiri_cusco").mgrs == "18L XM 91"


def test_a_base_is_never_shown_finer_than_ten_km(small: SmallPackage):
    assert shown_position("pichari_cusco", at_least_km=10).square_km == 10
    assert shown_position("kimbiri_cusco", at_least_km=1).square_km == 10


def test_an_unknown_place_says_where_to_add_it(small: SmallPackage):
    with pytest.raises(KeyError, match="no place 'x' among the 2 of tables/places.csv; add its row there"):
        shown_position("x")


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Río Huallaga", "rio_huallaga"),
        ("Ñ - Puerto  Inca", "n_puerto_inca"),
        ("San José (VRAEM)", "san_jose_vraem"),
    ],
)
def test_a_slug_is_plain(name: str, plain: str):
    assert slug(name) == plain
