"""Layers on a canvas: areas, marks with their inner signs, cased lines with arrows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import asin, atan2, cos, pi, radians, sin, sqrt

import numpy as np
from matplotlib.path import Path

from layers import tokens
from layers.drawn import Drawn
from layers.figure.bundles import LARGER, Bundle, sign_place
from layers.figure.mercator import Frame, flattened
from layers.figure.outlines import area_path, line_path, parts_of
from layers.figure.surface import Paint, Surface
from layers.figure.symbols import INNER, is_stroked, sign_scale, symbol_path

FADE = 0.4  # of what is dimmed
SELECTED_WIDTH, SELECTED_RADIUS = 1.8, 2.0
CASING_WIDTH, CASING_OPACITY = 2.4, 0.95
INNER_RADIUS, INNER_WIDTH = 0.45, 1.2
EDGE_WIDTH, SELECTED_EDGE_WIDTH, LINE_CASING_WIDTH = 2.6, 5.0, 1.7
AT_END = 1e-4  # degrees: about ten metres
EDGE_OPACITY, BROKEN_EDGE_OPACITY, SELECTED_EDGE_OPACITY = 0.5, 0.28, 0.9
ARROW_RADIUS, ARROW_PER_WIDTH, ARROW_EDGE = 4.6, 0.9, 1.2
THINNEST, THINNEST_AT_ZOOM, WIDTH_PER_ZOOM = 0.66, 3.0, 0.136


@dataclass(frozen=True)
class Placed:
    """A drawn shape in a pane: where its label belongs, what it covers (radius or path), what else it stands for."""

    layer: str
    order: int
    shape: Drawn
    x: float
    y: float
    radius: float
    selected: bool
    path: Path | None = None
    bundle: Bundle | None = None


def draw_layer(
    canvas: Surface,
    frame: Frame,
    key: str,
    order: int,
    shapes: Iterable[Drawn],
    selected: str | None,
    bundles: Sequence[Bundle] = (),
) -> list[Placed]:
    """
    Draw the shapes of one layer, in their order.

    Parameters
    ----------
    canvas, frame
        Where, and what part of the world it shows.
    key, order
        Name of the layer and its place in the drawing order.
    shapes
        What `layers.drawn.drawn_view` gives for the layer.
    selected
        Id of the selected feature, if it is of this layer.
    bundles
        The layer's signs that are drawn as one.

    Returns
    -------
    placed
        One entry a shape, for the labels; those that stand for others are not drawn yet.
    """
    placed, waiting = [], []
    spoken = {id(one.speaker): one for one in bundles}
    hidden = {id(shape) for one in bundles for shape in one.hidden}
    for shape in shapes:
        if id(shape) in hidden:
            continue
        chosen = shape.id == selected
        kind = shape.geometry["type"]
        if kind.endswith("LineString"):
            canvas.paths(waiting)
            waiting = []
            placed.append(_line(canvas, frame, key, order, shape, chosen))
        elif kind.endswith("Polygon"):
            path = area_path(shape.geometry, frame)
            if shape.look["hatch"]:
                canvas.paths(waiting)
                waiting = []
                canvas.hatch(path, _fade(shape), shape.name)
            waiting.append(_outlined(shape, path, chosen))
            (left, top), (right, bottom) = path.vertices.min(axis=0), path.vertices.max(axis=0)
            placed.append(
                Placed(key, order, shape, float(left + right) / 2, float(top + bottom) / 2, 0.0, chosen, path)
            )
        else:
            (x, y), bundle = sign_place(shape, frame), spoken.get(id(shape))
            radius = (shape.radius or 0.0) * sign_scale(shape.look["symbol"], frame.zoom)
            if bundle is not None:  # drawn over all layers, by `draw_bundle`
                x, y, radius = x + bundle.aside[0], y + bundle.aside[1], radius * LARGER
                placed.append(Placed(key, order, shape, x, y, radius, chosen, bundle=bundle))
                continue
            paints = [
                replace(paint, name=shape.name) for paint in mark_paints(shape.look, x, y, radius, _fade(shape), chosen)
            ]
            if shape.look["hatch"]:
                canvas.paths([*waiting, paints[0]])
                canvas.hatch(paints[1].path, _fade(shape), shape.name)
                waiting = list(paints[1:])
            else:
                waiting += paints
            placed.append(Placed(key, order, shape, x, y, radius, chosen))
    canvas.paths(waiting)
    return placed


def draw_bundle(canvas: Surface, one: Placed) -> None:
    """Draw the sign of a bundle; over every layer, or its number would be read as that of another sign."""
    paints = mark_paints(one.bundle.look, one.x, one.y, one.radius)
    canvas.paths([replace(paint, name=one.shape.name) for paint in paints])


def mark_paints(look: dict, x: float, y: float, radius: float, fade: float = 1.0, chosen: bool = False) -> list[Paint]:
    """Give a mark as paths, from below: white casing, symbol, inner sign."""
    radius += SELECTED_RADIUS if chosen else 0.0
    width = look["width"] + (SELECTED_WIDTH if chosen else 0.0)
    path = symbol_path(look["symbol"], x, y, radius)
    paints = []
    if look["casing"]:
        paints.append(Paint(path, stroke=tokens.CASING, width=width + CASING_WIDTH, opacity=fade * CASING_OPACITY))
    paints.append(Paint(path, **_surface(look, width, fade, chosen)))
    if look["inner"]:
        colour, sign = look["inner_colour"] or look["stroke"], INNER.get(look["inner"], look["inner"])
        paints.append(
            Paint(
                symbol_path(sign, x, y, radius * INNER_RADIUS),
                fill="" if is_stroked(sign) else colour,
                fill_opacity=fade,
                stroke=colour,
                width=INNER_WIDTH,
                opacity=fade,
            )
        )
    return paints


def line_paints(look: dict, path: Path, width: float, fade: float = 1.0, chosen: bool = False) -> list[Paint]:
    """Give a line as paths, from below: thin dark edge, white casing, the coloured line; a bare one shows the last."""
    plain = BROKEN_EDGE_OPACITY if look["dash"] else EDGE_OPACITY
    edge, opacity = (SELECTED_EDGE_WIDTH, SELECTED_EDGE_OPACITY) if chosen else (EDGE_WIDTH, plain)
    cased = fade if look["casing"] or chosen else 0.0
    return [
        Paint(path, stroke=tokens.INK, width=width + edge, opacity=cased * opacity),
        Paint(path, stroke=tokens.CASING, width=width + LINE_CASING_WIDTH, opacity=cased),
        Paint(path, stroke=look["stroke"], width=width, opacity=fade * look["opacity"], dash=look["dash"]),
    ]


def line_scale(zoom: float) -> float:
    """Give the factor by which lines are drawn at a zoom: thinner on a small-scale map, which they would cover."""
    return min(1.0, max(THINNEST, THINNEST + (zoom - THINNEST_AT_ZOOM) * WIDTH_PER_ZOOM))


def _fade(shape: Drawn) -> float:
    return FADE if shape.dimmed else 1.0


def _surface(look: dict, width: float, fade: float, chosen: bool) -> dict[str, object]:
    """Give fill and outline of an area or a mark; the hatch of the no-figure look is drawn apart."""
    return {
        "fill": "" if look["hatch"] else look["fill"],
        "fill_opacity": fade * look["fill_opacity"],
        "stroke": tokens.INK if chosen else look["stroke"],
        "width": width if look["width"] else 0.0,
        "opacity": fade * look["opacity"],
        "dash": look["dash"],
    }


def _outlined(shape: Drawn, path: Path, chosen: bool) -> Paint:
    width = shape.look["width"] + (SELECTED_WIDTH if chosen else 0.0)
    return Paint(path, name=shape.name, **_surface(shape.look, width, _fade(shape), chosen))


def _line(canvas: Surface, frame: Frame, key: str, order: int, shape: Drawn, chosen: bool) -> Placed:
    width = (shape.width or shape.look["width"]) * line_scale(frame.zoom) + (SELECTED_WIDTH if chosen else 0.0)
    path = line_path(shape.geometry, frame)
    edge, casing, line = (
        replace(paint, name=shape.name) for paint in line_paints(shape.look, path, width, _fade(shape), chosen)
    )
    canvas.path(edge, cap="round")
    canvas.path(casing, cap="round")
    legs = parts_of(shape.geometry)
    if shape.look["arrow"]:
        arrows = shape.arrows or _arrows(legs)
        ends = [at for at in arrows if _is_near(at, legs[-1][-1])]
        canvas.path(line, head=_arrow(shape, ends[0], frame, width) if ends else None)
        canvas.paths([_arrow(shape, at, frame, width) for at in arrows if at not in ends[:1]])
    else:
        canvas.path(line)
    x, y = frame.place(np.array(legs[0][len(legs[0]) // 2][:2], dtype=float))
    return Placed(key, order, shape, float(x), float(y), 0.0, chosen, path)


def _arrows(legs: list) -> list[tuple[float, float, float]]:
    """Place arrowheads where a layer does not say: at the end, and in the middle of the longest leg."""
    longest = max(legs, key=_length_km)
    middle = -(-len(longest) // 2)
    placed = []
    for ends in (legs[-1][-2:], longest[middle - 1 : middle + 1]):
        (x0, y0), (x1, y1) = flattened(np.array(ends, dtype=float)[:, :2])
        placed.append((*ends[1][:2], atan2(y1 - y0, x1 - x0)))
    return placed


def _is_near(at: tuple[float, float, float], end: Sequence[float]) -> bool:
    """Tell whether an arrow lies at the end of a line."""
    return abs(at[0] - end[0]) < AT_END and abs(at[1] - end[1]) < AT_END


def _arrow(shape: Drawn, at: tuple[float, float, float], frame: Frame, width: float) -> Paint:
    lon, lat, angle = at
    x, y = frame.place(np.array([lon, lat]))
    path = symbol_path("arrow", float(x), float(y), ARROW_RADIUS + ARROW_PER_WIDTH * width, angle)
    return Paint(
        path,
        fill=shape.look["stroke"],
        fill_opacity=_fade(shape),
        stroke=tokens.CASING,
        width=ARROW_EDGE,
        opacity=_fade(shape),
        name=shape.name,
    )


def _length_km(leg: list) -> float:
    """Give the great-circle distance between the ends of a leg, good enough to compare legs."""
    (lon1, lat1), (lon2, lat2) = ([radians(part) for part in end[:2]] for end in (leg[0], leg[-1]))
    chord = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * asin(min(1.0, sqrt(chord))) * 40_000 / (2 * pi)
