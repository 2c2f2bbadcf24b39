"""The base map under the data: land, departments, rivers, lakes, borders, as the web map draws them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from matplotlib.image import imread

from geo.geometry import geometry_text
from geo.relief import Relief, relief
from geo.tables import data_version
from layers import tokens
from layers.figure.canvas import Box, Canvas, Paint
from layers.figure.mercator import Frame, flattened
from layers.figure.outlines import joined, parts_of, wound

FILES = ("world", "countries", "departments", "rivers", "lakes", "labels")
PERU = "PE"
# Department lines are made for 1:10,000,000: beyond this zoom they are generalised and fade.
FADING_ZOOM, FADED = 8.0, 0.35
WORLD_BORDER_PX, DEPARTMENT_PX, LAKE_PX = 0.5, 0.8, 0.7
RIVER_PX, SMALL_RIVER_PX, SMALL_RIVER_RANK = 1.1, 0.7, 2
PERU_BORDER_PX, BORDER_PX = 1.6, 0.9
FULL_ZOOM, THINNEST = 4.5, 0.55  # on a world view borders are as thin as those of the world


@dataclass(frozen=True)
class Ground:
    """One feature of a base file: its lines or rings as flattened positions, and their extent."""

    pieces: tuple[np.ndarray, ...]
    extents: tuple[Box, ...]
    properties: Mapping[str, object]

    def within(self, window: Box) -> list[np.ndarray]:
        """Give the pieces that a window may show."""
        left, top, right, bottom = window
        return [
            piece
            for piece, (west, north, east, south) in zip(self.pieces, self.extents, strict=True)
            if west <= right and east >= left and north <= bottom and south >= top
        ]


def features(name: str) -> tuple[Ground, ...]:
    """
    Give the features of a base file.

    Raises
    ------
    KeyError
        If the base map has no such file.
    """
    if name not in FILES:
        raise KeyError(f"the base map has no {name!r}; it has {', '.join(FILES)}")
    return _features(name, data_version())


@lru_cache(maxsize=2 * len(FILES))
def _features(name: str, version: str) -> tuple[Ground, ...]:
    found = []
    for feature in json.loads(geometry_text(name))["features"]:
        geometry = feature["geometry"]
        if geometry["type"].endswith("Polygon"):
            pieces = [ring for rings in parts_of(geometry) for ring in wound(rings)]
        elif geometry["type"].endswith("LineString"):
            pieces = [np.array(line, dtype=float)[:, :2] for line in parts_of(geometry)]
        else:
            pieces = [np.array([point], dtype=float)[:, :2] for point in parts_of(geometry)]
        flat = tuple(flattened(piece) for piece in pieces)
        extents = tuple((*piece.min(axis=0), *piece.max(axis=0)) for piece in flat)
        found.append(Ground(flat, extents, feature["properties"]))
    return tuple(found)


def draw_ground(canvas: Canvas, frame: Frame) -> None:
    """Draw the base map on a canvas whose ground is the sea."""
    _fill(
        canvas,
        frame,
        "world",
        Paint(
            None, fill=tokens.LAND_NEIGHBOUR, stroke=tokens.BORDER_COUNTRY, width=WORLD_BORDER_PX, opacity=0.5
        ),
    )
    _fill(
        canvas,
        frame,
        "countries",
        Paint(None, fill=tokens.LAND_NEIGHBOUR),
        lambda known: known["iso2"] != PERU,
    )
    _fill(canvas, frame, "countries", Paint(None, fill=tokens.LAND_PERU), lambda known: known["iso2"] == PERU)
    _draw_relief(canvas, frame)
    _fill(
        canvas,
        frame,
        "departments",
        Paint(
            None,
            stroke=tokens.BORDER_DEPARTMENT,
            width=DEPARTMENT_PX,
            opacity=FADED if frame.zoom > FADING_ZOOM else 1.0,
        ),
    )
    for small, width in ((True, SMALL_RIVER_PX), (False, RIVER_PX)):
        _fill(
            canvas,
            frame,
            "rivers",
            Paint(None, stroke=tokens.RIVER, width=width, opacity=0.9),
            lambda known, small=small: (
                (known["rank"] > SMALL_RIVER_RANK) == small and shown_at(known, frame.zoom)
            ),
            closed=False,
        )
    _fill(canvas, frame, "lakes", Paint(None, fill=tokens.SEA, stroke=tokens.RIVER, width=LAKE_PX))
    thin = min(1.0, max(THINNEST, (frame.zoom - 1) / (FULL_ZOOM - 1)))
    _fill(
        canvas,
        frame,
        "countries",
        Paint(None, stroke=tokens.BORDER_COUNTRY, width=BORDER_PX * thin, opacity=0.7),
        lambda known: known["iso2"] != PERU,
    )
    _fill(
        canvas,
        frame,
        "countries",
        Paint(None, stroke=tokens.BORDER_COUNTRY, width=PERU_BORDER_PX * thin),
        lambda known: known["iso2"] == PERU,
    )


def relief_opacity(zoom: float) -> float:
    """Give how strongly relief shows at a zoom: it fades where its cells are seen."""
    first, gone = tokens.RELIEF_FADES_FROM_ZOOM, tokens.RELIEF_GONE_AT_ZOOM
    return tokens.RELIEF_OPACITY * min(1.0, max(0.0, (gone - zoom) / (gone - first)))


def _draw_relief(canvas: Canvas, frame: Frame) -> None:
    found, opacity = relief(), relief_opacity(frame.zoom)
    if found is None or not opacity:
        return
    corners = flattened(np.array([[found.west, found.north], [found.east, found.south]]))
    (left, top), (right, bottom) = corners.tolist()
    if _meets(frame.window(), (left, top, right, bottom)):
        (left, top), (right, bottom) = frame.place_flat(corners).tolist()
        canvas.picture(_pixels(found, data_version()), (left, top, right, bottom), opacity)


def _meets(window: Box, box: Box) -> bool:
    return box[0] < window[2] and box[2] > window[0] and box[1] < window[3] and box[3] > window[1]


@lru_cache(maxsize=1)
def _pixels(found: Relief, version: str) -> np.ndarray:
    # as bytes: a quarter of the memory of the shares that matplotlib reads
    return np.rint(imread(found.path) * 255).astype(np.uint8)


def shown_at(known: Mapping[str, object], zoom: float) -> bool:
    """Tell whether a feature is meant for a zoom: `min_zoom` and `max_zoom` where it has them."""
    return known.get("min_zoom", -np.inf) <= zoom <= known.get("max_zoom", np.inf)


def _fill(
    canvas: Canvas, frame: Frame, name: str, paint: Paint, only=lambda known: True, closed: bool = True
) -> None:
    pieces = list(_visible(frame, name, only))
    if pieces:
        canvas.path(Paint(**{**paint.__dict__, "path": joined(pieces, closed)}), cap="round")


def _visible(frame: Frame, name: str, only) -> Iterator[np.ndarray]:
    window = frame.window()
    for feature in features(name):
        if only(feature.properties):
            for piece in feature.within(window):
                yield frame.place_flat(piece)
