"""What can be drawn on, whatever it becomes: the strokes of a picture and of a slide have the same names."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

import numpy as np
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from layers import tokens
from layers.figure.faces import width_of
from layers.figure.wrapping import wrapped

Box = tuple[float, float, float, float]
COLUMN_GAP = 16.0


@dataclass(frozen=True)
class Paint:
    """
    One filled and stroked path; '' paints nothing, `dash` is on and off lengths in page units.

    `name` says of which feature it is a part, where shapes keep their names.
    """

    path: Path
    fill: str = ""
    fill_opacity: float = 1.0
    stroke: str = ""
    width: float = 0.0
    opacity: float = 1.0
    dash: str = ""
    name: str = ""


class Surface(ABC):
    """A rectangle of a page with its own origin in the upper left corner; y grows downwards."""

    apart = False  # whether every feature stays a shape of its own, with its name
    box: Box
    width: float
    height: float

    @abstractmethod
    def path(self, paint: Paint, cap: str = "butt", clip: Path | None = None, head: Paint | None = None) -> object:
        """Draw one path; `head` is the arrow at its end."""

    @abstractmethod
    def paths(self, paints: Iterable[Paint]) -> object:
        """Draw many paths, in their order."""

    @abstractmethod
    def hatch(self, path: Path, opacity: float = 1.0, name: str = "") -> None:
        """Fill a path with the no-figure look."""

    @abstractmethod
    def picture(self, pixels: np.ndarray, box: Box, opacity: float, name: str) -> object:
        """Lay a picture (rows of red, green, blue, alpha, the upper first) into a box, cut to the surface."""

    @abstractmethod
    def image(self, data: bytes, box: Box, alt: str) -> None:
        """Draw a PNG file into a box."""

    @abstractmethod
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
    ) -> object:
        """Write one line of text; `y` is the middle of its capitals."""

    def group(self, name: str, alt: str = "") -> AbstractContextManager:
        """Keep together what is drawn inside, where shapes can be grouped."""
        return nullcontext()

    def rectangle(
        self, box: Box, fill: str = "", stroke: str = "", width: float = 0.0, fill_opacity: float = 1.0, name: str = ""
    ) -> None:
        """Draw a rectangle."""
        left, top, right, bottom = box
        outline = Path([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], closed=True)
        self.path(Paint(outline, fill=fill, fill_opacity=fill_opacity, stroke=stroke, width=width, name=name))

    def disc(self, x: float, y: float, radius: float, fill: str, name: str = "") -> None:
        """Draw a dot with a white casing."""
        path = Affine2D().scale(radius).translate(x, y).transform_path(Path.unit_circle())
        self.path(Paint(path, fill=fill, stroke=tokens.CASING, width=1.0, name=name))

    def line(self, points: Iterable[tuple[float, float]], stroke: str, width: float, name: str = "") -> None:
        """Draw an open line."""
        self.path(Paint(Path(list(points)), stroke=stroke, width=width, name=name))

    def block(
        self,
        lines: Sequence[tuple[str, str]],
        middle: float,
        top: float,
        size: float,
        leading: float,
        colour: str = tokens.INK,
    ) -> None:
        """Write lines of (face, text) round a middle, with a halo: one label."""
        for index, (face, line) in enumerate(lines):
            y = top + (index + 0.5) * size * leading
            self.write(line, middle, y, face=face, size=size, align="center", halo=tokens.HALO_PX, colour=colour)

    def spaced(
        self, text: str, left: float, y: float, face: str, size: float, colour: str, halo: float, spacing: float
    ) -> None:
        """Write a text with open letters one by one, since type here has no tracking."""
        # halos first, so that none lies on the letter before it
        for shade, width in ((tokens.PAPER, halo), (colour, 0.0)):
            at = left
            for sign in text:
                self.write(sign, at, y, face=face, size=size, colour=shade, halo=width)
                at += width_of(sign, face, size) + spacing * size

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
        """Write the lines of a text, broken for a width, under each other; `role` is what the page has it for."""
        for index, line in enumerate(lines):
            self.write(line, left, top + (index + 0.5) * leading * size, face=face, size=size, colour=colour)

    def columns(
        self, role: str, paragraphs: Sequence[str], box: Box, size: float, leading: float, count: int
    ) -> None:
        """Write paragraphs into columns of a box, the left one full first."""
        left, top, right, bottom = box
        across = (right - left - (count - 1) * COLUMN_GAP) / count
        lines = [line for text in paragraphs for line in wrapped(text, "regular", size, across)]
        held = int((bottom - top) // (leading * size))
        for index in range(count):
            at = left + index * (across + COLUMN_GAP)
            self.paragraph(role, lines[index * held : (index + 1) * held], at, top, size, leading, across)
