"""The legend laid out: rows of known height, in as few columns as hold them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from layers import tokens
from layers.figure.canvas import Canvas, Paint
from layers.figure.faces import width_of
from layers.figure.legend import Block, Line
from layers.figure.marks import line_paints, mark_paints
from layers.figure.outlines import joined
from layers.figure.symbols import symbol_path
from layers.figure.wrapping import wrapped

COLUMN, COLUMN_GAP = 248.0, 24.0
SCALES, MOST_COLUMNS = (1.0, 0.92, 0.84), 4
ROW, SMALL_ROW, HEAD_ROW, BLOCK_GAP, BALANCE_STEP = 16.0, 13.0, 17.0, 10.0, 8
SWATCH, LABEL_AT, COUNT_GAP = 28.0, 36.0, 8.0
SYMBOL_RADIUS, SYMBOL_MIDDLE = 5.5, 14.0
SIZE_PAD, SIZE_FOOT, SIZE_LABEL_STEP, SIZE_LEADER = 9.0, 3.0, 14.0, 12.0


@dataclass(frozen=True)
class Row:
    """One row: its height, and how it is drawn from its left and upper edge."""

    height: float
    draw: Callable[[Canvas, float, float], None]


@dataclass(frozen=True)
class Layout:
    """Where every row stands, from the panel's corner; `free` is the height left in each column."""

    rows: tuple[tuple[Row, float, float], ...]
    columns: int
    free: tuple[float, ...]
    height: float

    @property
    def width(self) -> float:
        """Width of the panel."""
        return self.columns * COLUMN + (self.columns - 1) * COLUMN_GAP


def laid_out(blocks: Sequence[Block], height: float) -> Layout:
    """Lay blocks out in the fewest columns of a height, at the largest type that fits."""
    for columns in range(1, MOST_COLUMNS + 1):
        for scale in SCALES:
            rows = [_rows(block, scale) for block in blocks]
            if _flow(rows, height, columns, BLOCK_GAP * scale):
                return _balanced(rows, height, columns, BLOCK_GAP * scale)
    rows = [[row] for block in blocks for row in _rows(block, SCALES[-1])]
    return _flow(rows, height, MOST_COLUMNS, 0.0) or _flow(rows, float("inf"), 1, 0.0)


def _balanced(rows: Sequence[Sequence[Row]], height: float, columns: int, gap: float) -> Layout:
    """Give columns of about the same length: the shortest height that still holds the blocks, in steps."""
    limits = [height] if columns == 1 else [*range(0, int(height), BALANCE_STEP), height]
    found = next(layout for limit in limits if (layout := _flow(rows, limit, columns, gap)))
    return replace(found, free=tuple(free + height - found.height for free in found.free), height=height)


def _flow(blocks: Sequence[Sequence[Row]], height: float, columns: int, gap: float) -> Layout | None:
    """Set blocks under each other, each whole in one column; None where they do not fit."""
    placed, column, y = [], 0, 0.0
    ends = [0.0] * columns
    for rows in blocks:
        own = sum(row.height for row in rows)
        if y and y + own > height:
            column, y = column + 1, 0.0
        if column == columns or own > height:
            return None
        for row in rows:
            placed.append((row, column * (COLUMN + COLUMN_GAP), y))
            y += row.height
        ends[column] = y
        y += gap
    return Layout(tuple(placed), columns, tuple(height - end for end in ends), height)


def _rows(block: Block, scale: float) -> list[Row]:
    size, small = scale * tokens.FONT_SIZES_PX["body"], scale * tokens.FONT_SIZES_PX["foot"]
    rows = _heading(block, size, scale)
    for text in (block.only, block.empty):
        rows += [
            _text_row(line, small, scale * SMALL_ROW) for line in wrapped(text, "regular", small, COLUMN)
        ]
    for line in block.lines:
        rows += _line_rows(line, size, scale)
    if block.sizes:
        rows.append(_size_row(block, size, scale))
    return rows


def _heading(block: Block, size: float, scale: float) -> list[Row]:
    """Write the title in bold, and the unit after it where there is room."""
    lines = wrapped(block.title, "bold", size, COLUMN)
    unit_at = width_of(lines[-1], "bold", size) + 6 if lines else 0.0
    beside = unit_at + width_of(block.unit, "regular", size) <= COLUMN

    def drawn(text: str, last: bool) -> Callable[[Canvas, float, float], None]:
        def draw(canvas: Canvas, x: float, y: float) -> None:
            canvas.write(text, x, y + scale * HEAD_ROW / 2, face="bold", size=size)
            if last and beside:
                canvas.write(
                    block.unit, x + unit_at, y + scale * HEAD_ROW / 2, size=size, colour=tokens.MUTED
                )

        return draw

    rows = [Row(scale * HEAD_ROW, drawn(text, index == len(lines) - 1)) for index, text in enumerate(lines)]
    return rows if beside else [*rows, _text_row(block.unit, size, scale * ROW)]


def _text_row(text: str, size: float, height: float) -> Row:
    return Row(
        height,
        lambda canvas, x, y: canvas.write(text, x, y + height / 2, size=size, colour=tokens.MUTED) and None,
    )


def _line_rows(line: Line, size: float, scale: float) -> list[Row]:
    """Give a swatch, its words and the count; words too long go on below."""
    height, indent = scale * ROW, scale * LABEL_AT
    room = COLUMN - indent - width_of(line.count, "regular", size) - (COUNT_GAP if line.count else 0.0)
    first, *rest = wrapped(line.label, "regular", size, room) or [""]

    def draw(canvas: Canvas, x: float, y: float) -> None:
        draw_swatch(canvas, line.look, x, y + height / 2, scale, is_key=not line.count)
        canvas.write(first, x + indent, y + height / 2, size=size)
        canvas.write(line.count, x + COLUMN, y + height / 2, size=size, colour=tokens.MUTED, align="right")

    def below(text: str) -> Row:
        return Row(
            height, lambda canvas, x, y: canvas.write(text, x + indent, y + height / 2, size=size) and None
        )

    return [Row(height, draw), *(below(text) for text in rest)]


def draw_swatch(
    canvas: Canvas, look: dict, x: float, y: float, scale: float = 1.0, is_key: bool = False
) -> None:
    """Draw a look as the map does, at one size; `y` is its middle."""
    if look["symbol"] == "line":
        # dashes have a line of their own among the keys; a colour stands for its solid and dashed lines alike
        look = {**look, "stroke": tokens.INK} if is_key else {**look, "dash": ""}
        path = joined([[(x + 1, y), (x + scale * SWATCH - 1, y)]], closed=False)
        for paint in line_paints(look, path, look["width"]):
            canvas.path(paint)
        return
    if look["symbol"] == "area":
        left, right, half = x + scale * 3, x + scale * 25, scale * 6
        path = joined(
            [[(left, y - half), (right, y - half), (right, y + half), (left, y + half), (left, y - half)]],
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


def _size_row(block: Block, size: float, scale: float) -> Row:
    """Give circles inside each other, standing on one line, each led to its label; sizes as on the map."""
    largest = max(radius for radius, _ in block.sizes)
    step = scale * SIZE_LABEL_STEP
    height = max(2 * largest, step * len(block.sizes)) + SIZE_PAD + SIZE_FOOT

    def draw(canvas: Canvas, x: float, y: float) -> None:
        foot, middle = y + height - SIZE_FOOT, x + max(largest + 1, scale * SYMBOL_MIDDLE)
        label_x = max(middle + largest + SIZE_LEADER, x + scale * LABEL_AT)
        label_y = y - step
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

    return Row(height, draw)
