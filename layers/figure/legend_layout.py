"""Where the legend stands: beside the maps on at most a quarter of the page, as large as leaves them the most."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from layers import tokens
from layers.figure.legend import Block
from layers.figure.legend_rows import Row, Setting, natural_width, rows_of
from layers.figure.page import GRID, MARGIN
from layers.figure.surface import Box

LEGEND_SHARE = 0.25  # of the page's width, at most
MAP_SHARE = 0.605  # of the page, at least; with the gap between two maps
SCALES = (1.0, 0.92, tokens.FONT_SIZES_PX["foot"] / tokens.FONT_SIZES_PX["body"])
NARROWEST, STRIP_COLUMN = 160.0, 160.0
SQUEEZED = 0.86  # of the width at which no line is broken: the longest ones go on below
COLUMN_GAP, BLOCK_GAP, BALANCE_STEP = 16.0, 10.0, 8
STRIP_GAP, STRIP_MOST = 12.0, 0.6  # of the height: what a strip below the maps takes at most

Placed = tuple[Row, float, float]


@dataclass(frozen=True)
class Layout:
    """Where every row stands on the page; what is left for the maps, and below the legend (None: nothing)."""

    rows: tuple[Placed, ...]
    setting: Setting
    rest: Box
    below: Box | None = None


def laid_out(blocks: Sequence[Block], box: Box, page: tuple[float, float]) -> Layout:
    """
    Lay the legend out beside the maps, or below them where a quarter of the page's width does not hold it.

    Of the ways that hold every row, the one with the largest type counts that leaves the maps their share of the
    page; if none does, the one that leaves them the most.

    Parameters
    ----------
    blocks
        What the legend says, a block a layer.
    box
        The part of the page that legend and maps share.
    page
        Width and height of the page.
    """
    if not blocks:
        return Layout((), Setting(0.0, 1.0), box)
    held = []
    for layout in _beside(blocks, box, page[0]):
        if _area(layout.rest) >= MAP_SHARE * page[0] * page[1]:
            return layout
        held.append(layout)
    return max(held, key=lambda one: _area(one.rest)) if held else _strip(blocks, box)


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _beside(blocks: Sequence[Block], box: Box, across: float) -> Iterator[Layout]:
    """Give the ways to stand left of the maps, the most readable first."""
    left, top, right, bottom = box
    widest = LEGEND_SHARE * across - left - MARGIN
    for setting, columns in _settings(blocks, widest):
        rows = [_rows(block, setting) for block in blocks]
        flowed = _balanced(rows, bottom - top, columns, setting)
        if flowed:
            placed = tuple((row, left + x, top + y) for row, x, y in flowed)
            edge = left + columns * (setting.column + COLUMN_GAP) - COLUMN_GAP
            below = (left, _height(placed) + MARGIN, edge, bottom)
            yield Layout(placed, setting, (edge + MARGIN, top, right, bottom), below)


def _settings(blocks: Sequence[Block], widest: float) -> Iterator[tuple[Setting, int]]:
    """
    Give settings with their number of columns, the most readable first.

    One column in which no line is broken; a narrower one; one with circles beside the lines; two.
    """
    natural = {
        scale: max(NARROWEST, *(natural_width(block, Setting(0.0, scale)) for block in blocks)) for scale in SCALES
    }
    for share in (1.0, SQUEEZED):
        yield from ((Setting(min(share * natural[scale], widest), scale), 1) for scale in SCALES)
    for scale in SCALES:
        with_circles = {natural_width(block, Setting(0.0, scale, True)) for block in blocks if block.sizes}
        for width in sorted(max(one, natural[scale]) for one in with_circles):
            if width <= widest:
                yield Setting(width, scale, True), 1
    half = (widest - COLUMN_GAP) / 2
    yield Setting(min(natural[SCALES[-1]], half), SCALES[-1]), 2


def _strip(blocks: Sequence[Block], box: Box) -> Layout:
    """Stand below the maps, across the whole page, as low as can be; what no page holds runs over its edge."""
    left, top, right, bottom = box
    most = STRIP_MOST * (bottom - top)
    counts = range(1, max(1, int((right - left + COLUMN_GAP) // (STRIP_COLUMN + COLUMN_GAP))) + 1)
    settings = {count: Setting((right - left + COLUMN_GAP) / count - COLUMN_GAP, SCALES[-1], True) for count in counts}
    whole = [_balanced([_rows(block, one) for block in blocks], most, n, one) for n, one in settings.items()]
    last = settings[counts[-1]]
    single = [[row] for block in blocks for row in _rows(block, last)]
    flowed = (
        min(filter(None, whole), key=_height, default=None)
        or _balanced(single, most, counts[-1], last, gap=0.0)
        or _flow(single, float("inf"), 1, last.column, 0.0)
    )
    edge = GRID * ((bottom - min(most, _height(flowed))) // GRID)
    placed = tuple((row, left + x, edge + y) for row, x, y in flowed)
    return Layout(placed, last, (left, top, right, edge - STRIP_GAP))


def _height(placed: Sequence[Placed]) -> float:
    return max(y + row.height for row, _, y in placed)


def _rows(block: Block, setting: Setting) -> list[Row]:
    """Give the rows of a block, its circles beside the lines only where that breaks no line."""
    fits = natural_width(block, setting) <= setting.column
    return rows_of(block, replace(setting, beside=setting.beside and fits))


def _balanced(
    rows: Sequence[Sequence[Row]], height: float, columns: int, setting: Setting, gap: float = BLOCK_GAP
) -> list[Placed] | None:
    """Give columns of about the same length: the shortest height that still holds the blocks, in steps."""
    limits = [height] if columns == 1 else [*range(0, int(height), BALANCE_STEP), height]
    tried = (_flow(rows, limit, columns, setting.column, gap * setting.scale) for limit in limits)
    return next((found for found in tried if found), None)


def _flow(
    blocks: Sequence[Sequence[Row]], height: float, columns: int, width: float, gap: float
) -> list[Placed] | None:
    """Set blocks under each other, each whole in one column; None where they do not fit."""
    placed, column, y = [], 0, 0.0
    for rows in blocks:
        own = sum(row.height for row in rows)
        if y and y + own > height:
            column, y = column + 1, 0.0
        if column == columns or own > height:
            return None
        for row in rows:
            placed.append((row, column * (width + COLUMN_GAP), y))
            y += row.height
        y += gap
    return placed
