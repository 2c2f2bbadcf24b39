"""Shaded relief: the picture laid under the data, and where it lies."""

import json
from dataclasses import dataclass
from pathlib import Path

from geo.faults import Fault, TableError, shown_path, shown_value
from geo.geometry import geometry_dir

PICTURE, PLACE = "relief.png", "relief.json"
EDGES = ("west", "south", "east", "north")
RESTORE = "restore it, or rebuild it with `nexo basemap --relief`"


@dataclass(frozen=True)
class Relief:
    """
    A picture whose rows are even in Web Mercator, and its edges in degrees, WGS84.

    Flat land and sea are clear in it, shadow is dark and light is white; how strongly it shows is the drawer's.
    """

    path: Path
    west: float
    south: float
    east: float
    north: float


def relief() -> Relief | None:
    """
    Find the relief of the geometry in use; None where it has none: the map is drawn without.

    Raises
    ------
    TableError
        If the picture is there but nothing readable says where it lies.
    """
    folder = geometry_dir()
    if not (folder / PICTURE).is_file():
        return None
    return Relief(folder / PICTURE, **read_edges(folder / PLACE))


def read_edges(path: Path) -> dict[str, float]:
    """
    Read where the picture lies: west, south, east, north in degrees.

    Raises
    ------
    TableError
        If the file is missing, no JSON, or its edges are not those of a piece of the world.
    """
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        edges = {edge: float(held[edge]) for edge in EDGES}
    except (OSError, ValueError, KeyError, TypeError) as error:
        got = "no such file" if isinstance(error, FileNotFoundError) else shown_value(error)
        raise _fault(path, got) from error
    inside = -180 <= edges["west"] < edges["east"] <= 180 and -85 <= edges["south"] < edges["north"] <= 85
    if not inside:
        raise _fault(path, ", ".join(f"{edge} {value:g}" for edge, value in edges.items()))
    return edges


def _fault(path: Path, got: str) -> TableError:
    expected = f"{', '.join(EDGES)} in degrees, west before east and south before north, to 85 from the equator"
    return TableError([Fault(shown_path(path.parent.parent, path), None, "", expected, got, RESTORE)])
