"""Places: the gazetteer, and positions cut to what is known of them."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import geopandas as gpd

from geo.crs import WGS84
from geo.mgrs import grid_reference
from geo.tables import data_version, load_table

SQUARES_KM = (1, 10, 100)
DECIMALS = {1: 2, 10: 1, 100: 0}  # of a degree: no finer than the square


@dataclass(frozen=True)
class ShownPosition:
    """A position no finer than its precision: rounded degrees and the MGRS square that holds it."""

    lon: float
    lat: float
    mgrs: str
    square_km: int


def places() -> gpd.GeoDataFrame:
    """
    Return every place: one point a place, WGS84, `place_id` unique, in file order.

    Raises
    ------
    TableError
        If tables/places.csv cannot be read.
    ValueError
        If a `place_id` stands twice.
    """
    return _places(data_version()).copy()


def shown_position(place_id: str, at_least_km: float = 0) -> ShownPosition:
    """
    Cut the position of a place to its precision.

    Parameters
    ----------
    place_id
        A place of the gazetteer.
    at_least_km
        A coarser precision asked for: 10 for bases, refuges and airstrips.

    Returns
    -------
    position
        The square is the smallest of 1, 10, 100 km that is not finer than either precision.

    Raises
    ------
    KeyError
        If the gazetteer lacks the place.
    """
    known = _positions(data_version())
    if place_id not in known:
        raise KeyError(
            f"no place {place_id!r} among the {len(known)} of tables/places.csv; add its row there"
        )
    lon, lat, precision_km = known[place_id]
    return cut(lon, lat, max(precision_km, at_least_km))


def cut(lon: float, lat: float, precision_km: float) -> ShownPosition:
    """Cut a WGS84 point to the smallest square of 1, 10 or 100 km that is not finer than `precision_km`."""
    square = next((one for one in SQUARES_KM if one >= precision_km), SQUARES_KM[-1])
    decimals = DECIMALS[square]
    return ShownPosition(round(lon, decimals), round(lat, decimals), grid_reference(lon, lat, square), square)


def slug(text: str) -> str:
    """Turn a name into the ASCII form used in ids: `Río Huallaga` becomes `rio_huallaga`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


@lru_cache(maxsize=4)
def _places(version: str) -> gpd.GeoDataFrame:
    rows = load_table("places")
    twice = rows.loc[rows["place_id"].duplicated(), "place_id"].tolist()
    if twice:
        raise ValueError(
            f"{len(twice)} place_id stand twice in tables/places.csv: {', '.join(twice[:5])}; "
            "give each place its own id"
        )
    return gpd.GeoDataFrame(rows, geometry=gpd.points_from_xy(rows["lon"], rows["lat"]), crs=WGS84)


@lru_cache(maxsize=4)
def _positions(version: str) -> dict[str, tuple[float, float, float]]:
    rows = _places(version)
    return {
        one: (lon, lat, precision)
        for one, lon, lat, precision in zip(
            rows["place_id"], rows["lon"], rows["lat"], rows["precision_km"].fillna(0), strict=True
        )
    }
