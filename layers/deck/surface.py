"""A slide to draw on: the same strokes as on a picture become native shapes, grouped and named."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from itertools import count, groupby
from math import ceil, floor

import numpy as np
from matplotlib.path import Path
from PIL import Image
from pptx.slide import Slide

from layers import tokens
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
    element,
    fill_xml,
    freeform,
    grouped,
    hatch_xml,
    line_xml,
    picture,
    preset,
    shape_xml,
)
from layers.deck.text import CAPITALS_AT, LINE_HEIGHT, Type, run_xml, text_box
from layers.figure.faces import width_of, writable
from layers.figure.surface import Box, Paint, Surface
from layers.words import word

MOST_AREAS = 300  # shapes of a layer that stay apart; more of one look become one shape
LABEL_GROUND = 0.6  # opacity of the paper behind a label, where PowerPoint's glow is not to be had
WIDER = 1.03


class Drawing:
    """What is drawn on one slide: its shapes so far, those of the open groups on top."""

    def __init__(self, slide: Slide, lang: str) -> None:
        self.slide, self.lang = slide, lang
        self.stack: list[list[Shape]] = [[]]

    def add(self, shape: Shape) -> None:
        """Draw a shape over all before."""
        self.stack[-1].append(shape)

    def finish(self) -> None:
        """Write every shape into the slide, over what it holds."""
        tree = self.slide.shapes._spTree
        used = [int(one) for one in tree.xpath(".//p:cNvPr/@id")]
        ids = count(max(used, default=1) + 1)
        for shape in self.stack[0]:
            tree.append(element(shape_xml(shape, ids)))
        self.stack = [[]]


class SlideSurface(Surface):
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

    def write(
        self,
        text: str,
        x: float,
        y: float,
        face: str = "regular",
        size: float = 12.0,
        colour: str = tokens.INK,
        align: str = "left",
        halo: float = 0.0,
        angle: float = 0.0,
    ) -> None:
        """Write one line of text; `y` is the middle of its capitals."""
        if text.strip():
            self._line(writable(text), x, y, self._type(face, size, colour, halo), align, angle)

    def spaced(
        self, text: str, left: float, y: float, face: str, size: float, colour: str, halo: float, spacing: float
    ) -> None:
        """Write a text with open letters."""
        self._line(writable(text), left, y, self._type(face, size, colour, halo, spacing), "left", 0.0)

    def _type(self, face: str, size: float, colour: str, halo: float = 0.0, spacing: float = 0.0) -> Type:
        return Type(face, size, colour, halo, spacing, self.drawing.lang)

    def _line(self, text: str, x: float, y: float, kind: Type, align: str, angle: float) -> None:
        across = WIDER * width_of(text, kind.face, kind.size) + kind.spacing * kind.size * len(text)
        left = x - {"left": 0.0, "center": across / 2, "right": across}[align]
        top = y - CAPITALS_AT * kind.size
        box = (left, top, left + across, top + LINE_HEIGHT * kind.size)
        run = run_xml(text, kind, self.scale)
        self.drawing.add(text_box(text, [run], box, self.scale, align, turn=-angle))

    def block(
        self,
        lines: Sequence[tuple[str, str]],
        middle: float,
        top: float,
        size: float,
        leading: float,
        colour: str = tokens.INK,
    ) -> None:
        """Write lines of (face, text) round a middle: one label is one text box, on a trace of paper."""
        half = max(width_of(line, face, size) for face, line in lines) / 2 + 1
        box = (middle - half, top, middle + half, top + len(lines) * size * leading)
        runs = [
            run_xml(writable(line), self._type(face, size, colour, tokens.HALO_PX), self.scale) for face, line in lines
        ]
        ground = fill_xml(tokens.PAPER, LABEL_GROUND)
        self.drawing.add(text_box(lines[0][1], runs, box, self.scale, "center", leading=leading * size, fill=ground))

    def paragraph(
        self,
        role: str,
        lines: Sequence[str],
        left: float,
        top: float,
        size: float,
        leading: float,
        width: float,
        face: str = "regular",
        colour: str = tokens.INK,
    ) -> None:
        """Write a text into the slide's placeholder for its role, else into a text box that breaks lines itself."""
        box = (left, top, left + width, top + len(lines) * leading * size)
        text = " ".join(lines)
        kind = self._type(face, size, colour)
        self.drawing.paragraph(role, text, self.scale.box(box), self.scale, kind, leading * size)

    def columns(self, role: str, paragraphs: Sequence[str], box: Box, size: float, leading: float, count: int) -> None:
        """Write paragraphs into one text of several columns, which fills them itself."""
        kind = self._type("regular", size, tokens.INK)
        placed = self.scale.box(box)
        self.drawing.paragraph(role, "\n".join(paragraphs), placed, self.scale, kind, leading * size, count)


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
