"""The base map under the data: land, departments, rivers, lakes, borders, as the web map draws them."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial

import numpy as np
from matplotlib.image import imread
from matplotlib.path import Path

from geo.geometry import geometry_text
from geo.relief import Relief, relief
from geo.tables import data_version
from layers import tokens
from layers.figure.mercator import Frame, flattened
from layers.figure.outlines import joined, parts_of, wound
from layers.figure.surface import Box, Paint, Surface
from layers.package_words import place_name
from layers.words import word

FILES = ("world", "countries", "departments", "rivers", "lakes", "labels")
PERU = "PE"
NAMED = ("countries", "departments")  # shapes of their own on a slide
# Department lines are made for 1:10,000,000: beyond this zoom they are generalised and fade.
FADING_ZOOM, FADED = 8.0, 0.35
WORLD_BORDER_PX, DEPARTMENT_PX, LAKE_PX = 0.5, 0.8, 0.7
RIVER_PX, SMALL_RIVER_PX, SMALL_RIVER_RANK = 1.1, 0.7, 2
PERU_BORDER_PX, BORDER_PX = 1.6, 0.9
NONE = Path([(0.0, 0.0)])  # the place of a path in a paint that is only a look
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


def draw_ground(canvas: Surface, frame: Frame, lang: str = "en") -> None:
    """Draw the base map on a canvas whose ground is the sea."""
    fill = partial(_fill, canvas, frame, lang)
    fill(
        "world",
        Paint(NONE, fill=tokens.LAND_NEIGHBOUR, stroke=tokens.BORDER_COUNTRY, width=WORLD_BORDER_PX, opacity=0.5),
    )
    fill("countries", Paint(NONE, fill=tokens.LAND_NEIGHBOUR), lambda known: known["iso2"] != PERU)
    fill("countries", Paint(NONE, fill=tokens.LAND_PERU), lambda known: known["iso2"] == PERU)
    faded = FADED if frame.zoom > FADING_ZOOM else 1.0
    # a department that stands by itself can be given a colour on a slide: it lies below the relief
    land = tokens.LAND_PERU if canvas.apart else ""
    outlines = partial(
        fill,
        "departments",
        Paint(NONE, fill=land, stroke=tokens.BORDER_DEPARTMENT, width=DEPARTMENT_PX, opacity=faded),
    )
    if canvas.apart:
        outlines()
    _draw_relief(canvas, frame, lang)
    if not canvas.apart:
        outlines()
    for small, width in ((True, SMALL_RIVER_PX), (False, RIVER_PX)):
        fill(
            "rivers",
            Paint(NONE, stroke=tokens.RIVER, width=width, opacity=0.9),
            lambda known, small=small: (
                (known["rank"] > SMALL_RIVER_RANK) == small and shown_at(known, frame.zoom)
            ),
            closed=False,
        )
    fill("lakes", Paint(NONE, fill=tokens.SEA, stroke=tokens.RIVER, width=LAKE_PX))
    thin = min(1.0, max(THINNEST, (frame.zoom - 1) / (FULL_ZOOM - 1)))
    fill(
        "countries",
        Paint(NONE, stroke=tokens.BORDER_COUNTRY, width=BORDER_PX * thin, opacity=0.7),
        lambda known: known["iso2"] != PERU,
    )
    fill(
        "countries",
        Paint(NONE, stroke=tokens.BORDER_COUNTRY, width=PERU_BORDER_PX * thin),
        lambda known: known["iso2"] == PERU,
    )


def relief_opacity(zoom: float) -> float:
    """Give how strongly relief shows at a zoom: it fades where its cells are seen."""
    first, gone = tokens.RELIEF_FADES_FROM_ZOOM, tokens.RELIEF_GONE_AT_ZOOM
    return tokens.RELIEF_OPACITY * min(1.0, max(0.0, (gone - zoom) / (gone - first)))


def _draw_relief(canvas: Surface, frame: Frame, lang: str) -> None:
    found, opacity = relief(), relief_opacity(frame.zoom)
    if found is None or not opacity:
        return
    corners = flattened(np.array([[found.west, found.north], [found.east, found.south]]))
    (left, top), (right, bottom) = corners.tolist()
    if _meets(frame.window(), (left, top, right, bottom)):
        (left, top), (right, bottom) = frame.place_flat(corners).tolist()
        name = word("figure.ground.relief", lang)
        canvas.picture(_pixels(found, data_version()), (left, top, right, bottom), opacity, name)


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
    canvas: Surface,
    frame: Frame,
    lang: str,
    name: str,
    paint: Paint,
    only: Callable[[Mapping[str, object]], bool] = lambda known: True,
    closed: bool = True,
) -> None:
    """Draw the features of a base file in one stroke, or one by one under their names."""
    window = frame.window()
    found = [
        (one, [frame.place_flat(piece) for piece in one.within(window)])
        for one in features(name)
        if only(one.properties)
    ]
    if canvas.apart and name in NAMED:
        parts = [(place_name(str(one.properties["name"]), lang), pieces) for one, pieces in found]
    else:
        parts = [(word(f"figure.ground.{name}", lang), [piece for _, pieces in found for piece in pieces])]
    for own, pieces in parts:
        if pieces:
            canvas.path(replace(paint, path=joined(pieces, closed), name=own), cap="round")
