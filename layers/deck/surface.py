"""A slide to draw on: the same strokes as on a picture become native shapes, grouped and named."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from itertools import groupby
from math import ceil, floor

import numpy as np
from matplotlib.path import Path
from PIL import Image

from layers.deck.drawing import Drawing
from layers.deck.lettering import Lettering
from layers.deck.outlines import (
    Piece,
    areas,
    ellipse_of,
    inside,
    lines,
    merged,
    outside,
    pieces_of,
    rectangle_of,
)
from layers.deck.shapes import (
    NO_FILL,
    NO_LINE,
    Scale,
    Shape,
    fill_xml,
    freeform,
    grouped,
    hatch_xml,
    line_xml,
    picture,
    preset,
)
from layers.figure.surface import Box, Paint
from layers.words import word

MOST_AREAS = 300  # shapes of a layer that stay apart; more of one look become one shape


class SlideSurface(Lettering):
    """
    A rectangle of a slide; nothing is drawn beyond it.

    Parameters
    ----------
    drawing
        What collects the shapes.
    scale
        Where page units fall on the slide.
    box
        Left, top, right, bottom on the page.
    """

    apart = True

    def __init__(self, drawing: Drawing, scale: Scale, box: Box, ground: str = "") -> None:
        left, top, right, bottom = box
        self.drawing, self.box, self.width, self.height = drawing, box, right - left, bottom - top
        self.scale = Scale(scale.unit, scale.left + scale.unit * left, scale.top + scale.unit * top)
        if ground:
            self.rectangle((0, 0, self.width, self.height), fill=ground, name=word("figure.sea", drawing.lang))

    @contextmanager
    def group(self, name: str, alt: str = "") -> Iterator[None]:
        """Keep together what is drawn inside; parts of one feature stay together within."""
        stack = self.drawing.stack
        stack.append([])
        try:
            yield
        finally:
            shapes = _by_feature(self._few(stack.pop(), name))
            if shapes:
                stack[-1].append(grouped(name, alt or name, shapes))

    def _few(self, shapes: list[Shape], name: str) -> list[Shape]:
        """Draw areas of one look as one shape where there would be too many."""
        looks = Counter(shape.style for shape in shapes if shape.style)
        if sum(looks.values()) <= MOST_AREAS:
            return shapes
        kept, done = [], set()
        for shape in shapes:
            if not shape.style:
                kept.append(shape)
            elif shape.style not in done:
                done.add(shape.style)
                together = merged([one.pieces for one in shapes if one.style == shape.style])
                told = word("figure.merged", self.drawing.lang, layer=name, count=looks[shape.style])
                kept.append(self._area(replace(shape.style, name=told), together))
        return kept

    def _area(self, paint: Paint, pieces: Sequence[Piece], line: str | None = None) -> Shape:
        outline = line_xml(paint, self.scale) if line is None else line
        return freeform(paint.name, pieces, self.scale, fill_xml(paint.fill, paint.fill_opacity), outline)

    def path(self, paint: Paint, cap: str = "butt", clip: Path | None = None, head: Paint | None = None) -> None:
        """Draw one path; an arrow at its end is one of the line's own, so that it goes where the line is moved."""
        fill, line = fill_xml(paint.fill, paint.fill_opacity), line_xml(paint, self.scale, cap)
        if fill == NO_FILL and line == NO_LINE:
            return
        for kind, box in (("ellipse", ellipse_of(paint.path)), ("rect", rectangle_of(paint.path))):
            if box is not None and outside(box, self.width, self.height):
                return
            if box is not None and inside(box, self.width, self.height):
                name = paint.name or word(f"figure.{kind}", self.drawing.lang)
                shape = preset(name, kind, box, self.scale, fill, line)
                if kind == "rect" and fill != NO_FILL:
                    shape.style, shape.pieces = replace(paint, path=BLANK, name=""), pieces_of(paint.path)
                self.drawing.add(shape)
                return
        pieces = pieces_of(paint.path)
        rings = [piece for piece in pieces if piece.closed]
        if not paint.name:
            paint = replace(paint, name=word("figure.area" if rings else "figure.line", self.drawing.lang))
        cut = False
        if fill != NO_FILL and rings:
            kept, cut = areas(rings, self.width, self.height)
            if not kept:
                return
            shape = self._area(paint, kept, NO_LINE if cut else line)
            if not cut:
                shape.style, shape.pieces = replace(paint, path=BLANK, name=""), kept
            self.drawing.add(shape)
        if line != NO_LINE and (cut or fill == NO_FILL or not rings):
            self._stroke(paint, pieces, cap, head)

    def _stroke(self, paint: Paint, pieces: Sequence[Piece], cap: str, head: Paint | None) -> None:
        """Draw the line of a path, with its arrow if its end lies in the pane."""
        kept = lines(pieces, self.width, self.height)
        if not kept:
            return
        x, y = pieces[-1].points[-1]
        arrow = head is not None and 0 <= x <= self.width and 0 <= y <= self.height
        plain = line_xml(paint, self.scale, cap)
        if not arrow:
            self.drawing.add(freeform(paint.name, kept, self.scale, NO_FILL, plain))
            return
        if kept[:-1]:
            self.drawing.add(freeform(paint.name, kept[:-1], self.scale, NO_FILL, plain))
        self.drawing.add(freeform(paint.name, kept[-1:], self.scale, NO_FILL, line_xml(paint, self.scale, cap, True)))

    def paths(self, paints: Iterable[Paint]) -> None:
        """Draw many paths, in their order."""
        for paint in paints:
            self.path(paint)

    def hatch(self, path: Path, opacity: float = 1.0, name: str = "") -> None:
        """Fill a path with the no-figure look: a native pattern."""
        box = ellipse_of(path) or rectangle_of(path)
        if box is not None and inside(box, self.width, self.height):
            kind = "ellipse" if ellipse_of(path) else "rect"
            self.drawing.add(preset(name, kind, box, self.scale, hatch_xml(opacity), NO_LINE))
            return
        kept, _ = areas([piece for piece in pieces_of(path) if piece.closed], self.width, self.height)
        if kept:
            self.drawing.add(freeform(name, kept, self.scale, hatch_xml(opacity), NO_LINE))

    def picture(self, pixels: np.ndarray, box: Box, opacity: float, name: str) -> None:
        """Lay a picture into a box, cut to the pane."""
        left, top, right, bottom = box
        down, across = pixels.shape[:2]
        columns = _cells(left, right, across, self.width)
        rows = _cells(top, bottom, down, self.height)
        if columns[0] >= columns[1] or rows[0] >= rows[1]:
            return
        kept = pixels[rows[0] : rows[1], columns[0] : columns[1]].copy()
        kept[..., 3] = np.rint(kept[..., 3] * opacity)
        held = BytesIO()
        Image.fromarray(kept).save(held, "PNG")
        x0, x1 = (left + (right - left) * one / across for one in columns)
        y0, y1 = (top + (bottom - top) * one / down for one in rows)
        self.image(held.getvalue(), (x0, y0, x1, y1), name)

    def image(self, data: bytes, box: Box, alt: str) -> None:
        """Draw a PNG file into a box."""
        _, relation = self.drawing.slide.part.get_or_add_image_part(BytesIO(data))
        self.drawing.add(picture(alt, alt, relation, box, self.scale))


BLANK = Path([(0.0, 0.0)])


def _cells(start: float, end: float, count: int, size: float) -> tuple[int, int]:
    """Give the first row or column of a picture that lies wholly in a pane, and the one after the last."""
    cell = (end - start) / count
    return max(0, ceil(-start / cell)), min(count, floor((size - start) / cell))


def _by_feature(shapes: Sequence[Shape]) -> list[Shape]:
    """Group the parts of a feature that follow each other, such as casing, symbol and sign."""
    together = []
    for name, run in groupby(shapes, key=lambda one: one.name):
        parts = list(run)
        named = name and len(parts) > 1
        together += [grouped(name, name, parts)] if named else parts
    return together
