"""What is asked for: a view and a size, checked before anything is drawn, and the part of the world meant."""

from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from numbers import Real

import numpy as np

from geo.timeline import YEARS
from layers.compare import SIDE, mode
from layers.drawn import LayerFile
from layers.features import layer_file
from layers.figure.dress import PLAIN, Dress, dress_faults
from layers.figure.furniture import PERU_BOUNDS
from layers.figure.mercator import Frame, flattened, unflattened
from layers.link import LAT_LIMIT, LON_LIMITS, ZOOM_LIMITS
from layers.made import made_files
from layers.registry import LAYERS
from layers.view import View
from layers.words import languages

SMALLEST_PX, LARGEST_PX = (640, 360), (7680, 4320)
PERU_MARGIN = 8.0
WINDOW_PX = (1200.0, 680.0)  # of a map pane, where a link does not say how large the window was
EDGES = 4


def checked_files(view: View, size: tuple[int, int], dress: Dress = PLAIN) -> list[LayerFile]:
    """
    Give the layer files of a view in drawing order, once everything that was asked for makes sense.

    Raises
    ------
    ValueError
        If anything cannot be drawn; every fault is named with what was expected.
    """
    faults = [*_size_faults(size), *_year_faults(view), *_name_faults(view), *dress_faults(dress)]
    faults += [fault for one in view.drawings for fault in one.faults()]
    if view.viewport is not None:
        faults += _viewport_faults(view.viewport)
    files = []
    if view.lang in languages():
        files = [layer_file(one.key, view.lang) for one in LAYERS if one.key in view.layers]
        faults += [fault for one in files for fault in _filter_faults(one, view)]
    if faults:
        raise ValueError("this view cannot be drawn as a picture:\n  " + "\n  ".join(faults))
    return sorted([*files, *made_files(view).values()], key=lambda one: one["order"])


def _size_faults(size: Sequence[int]) -> Iterator[str]:
    whole = len(size) == 2 and all(isinstance(one, int) and not isinstance(one, bool) for one in size)
    if not whole or not all(low <= one <= high for low, one, high in zip(SMALLEST_PX, size, LARGEST_PX, strict=True)):
        yield f"size is {tuple(size)}, expected whole px from {SMALLEST_PX} to {LARGEST_PX}, width first"


def _year_faults(view: View) -> Iterator[str]:
    for name, year in (("year", view.year), ("year2", view.year2)):
        if year not in YEARS and not (name == "year2" and year is None):
            yield f"{name} is {year!r}, expected one of {YEARS[0]}-{YEARS[-1]}"


def _name_faults(view: View) -> Iterator[str]:
    known = [one.key for one in LAYERS]
    named = [("layers", key) for key in view.layers] + [("filters", key) for key in view.filters]
    if view.selected is not None:
        named.append(("selected", view.selected[0]))
    for where, key in named:
        if key not in known:
            yield f"{where} names {key!r}, expected one of {', '.join(known)}"
    if view.lang not in languages():
        yield f"lang is {view.lang!r}, expected one of {', '.join(languages())}"


def _filter_faults(one: LayerFile, view: View) -> Iterator[str]:
    for name, values in view.filters.get(one["key"], {}).items():
        if name not in one["filters"]:
            offered = ", ".join(one["filters"]) or "none"
            yield f"filters of {one['key']} name {name!r}, expected one of {offered}"
            continue
        known = [value["value"] for value in one["filters"][name]]
        stray = [value for value in values if value not in known]
        if stray:
            yield f"filter {name} of {one['key']} asks for {stray}, expected some of {', '.join(known)}"


def _viewport_faults(viewport: Mapping[str, object]) -> Iterator[str]:
    limits = {"lat": (-LAT_LIMIT, LAT_LIMIT), "lon": LON_LIMITS, "zoom": ZOOM_LIMITS}
    for name, (low, high) in limits.items():
        if not _within(viewport.get(name), low, high):
            yield f"viewport {name} is {viewport.get(name)!r}, expected a number from {low:g} to {high:g}"
    for name in ("width", "height"):
        if viewport.get(name) is not None and not _within(viewport[name], 1, float("inf")):
            yield f"viewport {name} is {viewport[name]!r}, expected px of the map's window, at least 1"
    bounds = viewport.get("bounds")
    if bounds is None:
        return
    numbers = len(bounds) == EDGES and all(_within(one, -540, 540) for one in bounds)
    if not numbers or not (bounds[0] < bounds[2] and bounds[1] < bounds[3]):
        yield f"viewport bounds are {list(bounds)}, expected west, south, east, north in degrees"


def _within(value: object, low: float, high: float) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool) and isfinite(value) and low <= value <= high


def frame_of(view: View, width: float, height: float) -> Frame:
    """
    Give what a pane of a size shows: Peru whole, or at least what the view's window showed, round its centre.

    A view that does not say how large its window was is taken to come from one of `WINDOW_PX`.
    """
    if view.viewport is None:
        return Frame.holding(PERU_BOUNDS, width, height, PERU_MARGIN)
    seen = view.viewport
    lon, lat, zoom = (float(seen[name]) for name in ("lon", "lat", "zoom"))
    across = seen.get("width") or WINDOW_PX[0] / (2 if mode(view) == SIDE else 1)
    frame = Frame(lon, lat, zoom, float(across), float(seen.get("height") or WINDOW_PX[1])).resized(width, height)
    if seen.get("bounds") is None:
        return frame
    west, south, east, north = seen["bounds"]
    centre = flattened(np.array([lon, lat]))
    corners = flattened(np.array([[west, north], [east, south]]))
    reach = np.abs(corners - centre).max(axis=0)
    (west, north), (east, south) = unflattened(np.array([centre - reach, centre + reach]))
    whole = Frame.holding((west, south, east, north), width, height)
    # without a window size the bounds alone decide; with one, whichever shows more
    if seen.get("width") is None or seen.get("height") is None or whole.zoom < frame.zoom:
        return whole
    return frame
