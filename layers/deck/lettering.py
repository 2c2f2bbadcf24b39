"""The lettering of a slide: every text of a page as native text, in a box of its own or the slide's place for it."""

from collections.abc import Sequence

from layers import tokens
from layers.deck.drawing import Drawing
from layers.deck.shapes import Scale, fill_xml
from layers.deck.text import CAPITALS_AT, LINE_HEIGHT, Type, run_xml, text_box
from layers.figure.faces import width_of, writable
from layers.figure.surface import Box, Surface

LABEL_GROUND = 0.6  # opacity of the paper behind a label, where PowerPoint's glow is not to be had
WIDER = 1.03


class Lettering(Surface):
    """A rectangle of a slide, as far as it is written on."""

    drawing: Drawing
    scale: Scale

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
