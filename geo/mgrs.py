"""Grid references: MGRS squares of 1, 10 or 100 km, for positions known no better."""

from functools import lru_cache

from pyproj import CRS, Transformer

BANDS = "CDEFGHJKLMNPQRSTUVWX"  # 8 degrees each from 80 S; no I and O
COLUMNS = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
ROWS = "ABCDEFGHJKLMNPQRSTUV"
SQUARE_M = 100_000
DIGITS = {1: 2, 10: 1, 100: 0}  # digits a coordinate by square size in km


def grid_reference(lon: float, lat: float, square_km: int) -> str:
    """
    Name the MGRS square that holds a point: `18L XL 53` for a 10 km square.

    Parameters
    ----------
    lon, lat
        WGS84 degrees, longitude first.
    square_km
        1, 10 or 100.

    Raises
    ------
    ValueError
        If the size is another one, or the point lies outside 80 S to 84 N, where the squares are not UTM.
    """
    if square_km not in DIGITS:
        raise ValueError(f"no MGRS square of {square_km} km here, expected one of 1, 10, 100")
    if not (-180 <= lon <= 180 and -80 <= lat <= 84):
        raise ValueError(f"{lon}, {lat} has no MGRS square, expected longitude -180..180, latitude -80..84")
    zone, band = _zone(lon, lat), BANDS[min(int((lat + 80) // 8), 19)]
    easting, northing = _to_utm(zone, lat < 0).transform(lon, lat)
    column = COLUMNS[(zone - 1) % 3][int(easting // SQUARE_M) - 1]
    # the row letters of even zones start five later
    row = ROWS[(int(northing // SQUARE_M) + (5 if zone % 2 == 0 else 0)) % len(ROWS)]
    digits = DIGITS[square_km]
    parts = "".join(f"{int(one % SQUARE_M):05d}"[:digits] for one in (easting, northing))
    return " ".join(part for part in (f"{zone}{band}", f"{column}{row}", parts) if part)


def _zone(lon: float, lat: float) -> int:
    zone = min(int((lon + 180) // 6) + 1, 60)
    if 56 <= lat < 64 and 3 <= lon < 12:  # south-west Norway belongs to zone 32
        return 32
    if lat >= 72 and 0 <= lon < 42:  # Svalbard has four wide zones
        return 31 if lon < 9 else 33 if lon < 21 else 35 if lon < 33 else 37
    return zone


@lru_cache(maxsize=120)
def _to_utm(zone: int, south: bool) -> Transformer:
    return Transformer.from_crs(
        "EPSG:4326", CRS.from_epsg((32700 if south else 32600) + zone), always_xy=True
    )
