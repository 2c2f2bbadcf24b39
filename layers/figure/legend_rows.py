"""The rows of the legend: heads, swatches with words and counts, circles that explain sizes."""

from collections.abc import Callable

from layers import tokens
from layers.figure.faces import width_of
from layers.figure.legend import Block, Line
from layers.figure.legend_fold import folded_rows, folded_width
from layers.figure.outlines import joined
from layers.figure.setting import (
    COUNT_GAP,
    LABEL_AT,
    REMARK_LEADING,
    ROW,
    UNIT_GAP,
    Row,
    Setting,
    text_row,
    title_width,
)
from layers.figure.surface import Paint, Surface
from layers.figure.swatch import SYMBOL_MIDDLE, draw_swatch
from layers.figure.symbols import symbol_path
from layers.figure.wrapping import wrapped

HEAD_ROW = 16.0
SIZE_PAD, SIZE_FOOT, SIZE_LABEL_STEP, SIZE_LEADER = 9.0, 3.0, 14.0, 12.0
BESIDE_GAP = 16.0


def rows_of(block: Block, setting: Setting) -> list[Row]:
    """Give the rows of one layer; of a folded one a line with samples, title and count, and its filters."""
    if block.is_folded:
        return folded_rows(block, setting)
    rows = _heading(block, setting)
    for text in (block.only, block.empty):
        rows += [
            text_row(line, setting.small, setting.small * REMARK_LEADING)
            for line in wrapped(text, "regular", setting.small, setting.column)
        ]
    aside = _aside(block, setting)
    lines = [row for line in block.lines for row in _line_rows(line, setting, setting.column - aside)]
    if block.sizes:
        above = sum(row.height for row in lines) if aside else 0.0
        lines.append(_size_row(block, setting, above, setting.column - aside + BESIDE_GAP if aside else 0.0))
    return rows + lines


def natural_width(block: Block, setting: Setting) -> float:
    """Give the width at which no line of a layer is broken; remarks may be."""
    size = setting.body
    if block.is_folded:
        return 1 + folded_width(block, setting)
    lines = [
        setting.scale * LABEL_AT
        + width_of(line.label, "regular", size)
        + (COUNT_GAP + width_of(line.count, "regular", size) if line.count else 0.0)
        for line in block.lines
    ]
    return 1 + max(title_width(block, "bold", size), max(lines, default=0.0) + _aside(block, setting))


def _aside(block: Block, setting: Setting) -> float:
    """Give the width that the circles take beside the lines, 0 where they stand below."""
    if not (setting.beside and block.sizes):
        return 0.0
    widest = max(width_of(label, "regular", setting.body) for _, label in block.sizes)
    return BESIDE_GAP + _sizes_label_at(block, setting) + widest


def _sizes_label_at(block: Block, setting: Setting) -> float:
    """Give how far right of their left edge the labels of the circles begin."""
    largest = max(radius for radius, _ in block.sizes)
    middle = max(largest + 1, setting.scale * SYMBOL_MIDDLE)
    return max(middle + largest + SIZE_LEADER, setting.scale * LABEL_AT)


def _heading(block: Block, setting: Setting) -> list[Row]:
    """Write the title in bold, and the unit after it where there is room."""
    size, scale = setting.body, setting.scale
    lines = wrapped(block.title, "bold", size, setting.column)
    unit_at = width_of(lines[-1], "bold", size) + UNIT_GAP if lines else 0.0
    beside = not block.unit or unit_at + width_of(block.unit, "regular", size) <= setting.column

    def drawn(text: str, last: bool) -> Callable[[Surface, float, float], None]:
        def draw(canvas: Surface, x: float, y: float) -> None:
            canvas.write(text, x, y + scale * HEAD_ROW / 2, face="bold", size=size)
            if last and beside:
                canvas.write(block.unit, x + unit_at, y + scale * HEAD_ROW / 2, size=size, colour=tokens.MUTED)

        return draw

    rows = [Row(scale * HEAD_ROW, drawn(text, index == len(lines) - 1)) for index, text in enumerate(lines)]
    return rows if beside else [*rows, text_row(block.unit, size, scale * ROW)]


def _line_rows(line: Line, setting: Setting, across: float) -> list[Row]:
    """Give a swatch, its words and the count; words too long go on below."""
    size, scale = setting.body, setting.scale
    height, indent = scale * ROW, scale * LABEL_AT
    room = across - indent - width_of(line.count, "regular", size) - (COUNT_GAP if line.count else 0.0)
    first, *rest = wrapped(line.label, "regular", size, room) or [""]

    def draw(canvas: Surface, x: float, y: float) -> None:
        draw_swatch(canvas, line.look, x, y + height / 2, scale, is_key=line.is_key)
        canvas.write(first, x + indent, y + height / 2, size=size)
        canvas.write(line.count, x + across, y + height / 2, size=size, colour=tokens.MUTED, align="right")

    def below(text: str) -> Row:
        return Row(height, lambda canvas, x, y: canvas.write(text, x + indent, y + height / 2, size=size) and None)

    return [Row(height, draw), *(below(text) for text in rest)]


def _size_row(block: Block, setting: Setting, above: float, indent: float) -> Row:
    """
    Give circles inside each other, standing on one line, each led to its label; sizes as on the map.

    Parameters
    ----------
    block, setting
        Whose sizes, and how they are set.
    above
        Height of the rows beside which the circles begin.
    indent
        How far right of those rows they stand.
    """
    size, step = setting.body, setting.scale * SIZE_LABEL_STEP
    largest = max(radius for radius, _ in block.sizes)
    height = max(2 * largest, step * len(block.sizes)) + SIZE_PAD + SIZE_FOOT - above

    def draw(canvas: Surface, x: float, y: float) -> None:
        x += indent
        foot = y + max(height, 0.0) - SIZE_FOOT
        middle, label_x = x + max(largest + 1, setting.scale * SYMBOL_MIDDLE), x + _sizes_label_at(block, setting)
        label_y = foot - max(2 * largest, step * len(block.sizes)) - step
        for radius, label in sorted(block.sizes, reverse=True):
            canvas.paths(
                [
                    Paint(
                        symbol_path("circle", middle, foot - radius, radius),
                        stroke=block.size_look["stroke"],
                        width=1.2,
                    )
                ]
            )
            top = foot - 2 * radius
            label_y = max(label_y + step, min(top, foot - step * 0.3))
            canvas.path(
                Paint(
                    joined([[(middle, top), (label_x - 8, label_y), (label_x - 3, label_y)]], closed=False),
                    stroke=tokens.NO_FIGURE,
                    width=0.7,
                )
            )
            canvas.write(label, label_x, label_y, size=size)

    return Row(max(height, 0.0), draw)
