"""Samples of looks in the legend, drawn as the map draws them, at one size."""

from collections.abc import Mapping

from layers import tokens
from layers.figure.marks import line_paints, mark_paints
from layers.figure.outlines import joined
from layers.figure.surface import Paint, Surface
from layers.figure.symbols import symbol_path

SWATCH = 28.0
SYMBOL_RADIUS, SYMBOL_MIDDLE = 5.5, 14.0
# An area's sample from its left edge and middle: a rectangle, or the arrow it is on the map (as in swatch.js).
AREA_SWATCHES = {
    "": ((3, -6), (25, -6), (25, 6), (3, 6)),
    "arrow": ((3, -0.6), (16, -2.6), (16, -5.6), (25, 0), (16, 5.6), (16, 2.6), (3, 0.6)),
    "band": ((3, -0.6), (25, -3.2), (25, 3.2), (3, 0.6)),
    "barred": ((3, -0.6), (21, -2.4), (21, -5.6), (25, -5.6), (25, 5.6), (21, 5.6), (21, 2.4), (3, 0.6)),
}


def draw_swatch(
    canvas: Surface, look: Mapping[str, object], x: float, y: float, scale: float = 1.0, is_key: bool = False
) -> None:
    """Draw a look as the map does, at one size; `y` is its middle."""
    if look["symbol"] == "line":
        # dashes have a line of their own among the keys; a colour stands for its solid and dashed lines alike
        if is_key:
            look = {**look, "stroke": tokens.INK}
        elif look["schematic"] or look["undated"]:
            look = {**look, "dash": ""}
        path = joined([[(x + 1, y), (x + scale * SWATCH - 1, y)]], closed=False)
        for paint in line_paints(look, path, look["width"]):
            canvas.path(paint)
        return
    if look["symbol"] == "area":
        corners = AREA_SWATCHES[look.get("swatch", "")]
        path = joined(
            [[(x + scale * dx, y + scale * dy) for dx, dy in (*corners, corners[0])]],
            closed=True,
        )
        if look["hatch"]:
            canvas.hatch(path)
        canvas.path(
            Paint(
                path,
                fill="" if look["hatch"] else look["fill"],
                fill_opacity=look["fill_opacity"],
                stroke=look["stroke"],
                width=look["width"],
                opacity=look["opacity"],
                dash=look["dash"],
            )
        )
        return
    if look["hatch"]:
        canvas.hatch(symbol_path(look["symbol"], x + scale * SYMBOL_MIDDLE, y, scale * SYMBOL_RADIUS))
    canvas.paths(mark_paints({**look, "casing": False}, x + scale * SYMBOL_MIDDLE, y, scale * SYMBOL_RADIUS))
