"""How rows of the legend are set: their column, the size of their words."""

from collections.abc import Callable
from dataclasses import dataclass

from layers import tokens
from layers.figure.faces import width_of
from layers.figure.legend import Block
from layers.figure.surface import Surface

ROW, UNIT_GAP = 15.0, 6.0
REMARK_LEADING = 1.2
LABEL_AT, COUNT_GAP = 36.0, 8.0


@dataclass(frozen=True)
class Row:
    """One row: its height, and how it is drawn from its left and upper edge."""

    height: float
    draw: Callable[[Surface, float, float], None]


@dataclass(frozen=True)
class Setting:
    """
    How rows are set.

    Parameters
    ----------
    column
        Width of the column.
    scale
        Factor on the size of the type.
    beside
        Whether the circles that explain sizes stand beside the lines, to save height, or below them.
    """

    column: float
    scale: float
    beside: bool = False

    @property
    def body(self) -> float:
        """Size of the words."""
        return self.scale * tokens.FONT_SIZES_PX["body"]

    @property
    def small(self) -> float:
        """Size of remarks: never below that of the foot."""
        return max(self.scale * tokens.FONT_SIZES_PX["body"] - 2, tokens.FONT_SIZES_PX["foot"])


def title_width(block: Block, face: str, size: float) -> float:
    """Give the width of a title and the unit after it."""
    unit = UNIT_GAP + width_of(block.unit, "regular", size) if block.unit else 0.0
    return width_of(block.title, face, size) + unit


def text_row(text: str, size: float, height: float, indent: float = 0.0) -> Row:
    """Write a remark on a row of its own."""
    return Row(
        height,
        lambda canvas, x, y: canvas.write(text, x + indent, y + height / 2, size=size, colour=tokens.MUTED) and None,
    )
