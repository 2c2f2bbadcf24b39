"""Where the legend stands: beside the maps on at most a quarter of the page, long ones with sections folded."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from layers import tokens
from layers.figure.legend import Block
from layers.figure.legend_rows import natural_width, rows_of
from layers.figure.page import GRID, MARGIN
from layers.figure.setting import Row, Setting
from layers.figure.surface import Box

LEGEND_SHARE = 0.25  # of the page's width, at most
MAP_SHARE = 0.605  # of the page, at least; with the gap between two maps
FOLDED_MAP_SHARE = 0.45  # of the page: for the maps to have so much, more is folded than must be to find room
SCALES = (1.0, 0.92, tokens.FONT_SIZES_PX["foot"] / tokens.FONT_SIZES_PX["body"])
NARROWEST, STRIP_COLUMN = 160.0, 160.0
COLUMNS_MOST = 2
HALF_NARROWEST = 128.0  # of two columns with folded layers: less breaks words
SQUEEZED = 0.86  # of the width at which no line is broken: the longest ones go on below
COLUMN_GAP, BLOCK_GAP, FOLDED_GAP, BALANCE_STEP = 16.0, 10.0, 3.0, 8
HAIR = 1e-6  # what sums of heights may be off
STRIP_GAP, STRIP_MOST = 12.0, 0.6  # of the height: what a strip below the maps takes at most

Placed = tuple[Row, float, float]


@dataclass(frozen=True)
class Layout:
    """Where every row stands on the page; what is left for the maps, and below the legend; the layers folded."""

    rows: tuple[Placed, ...]
    setting: Setting
    rest: Box
    below: Box | None = None
    folded: tuple[str, ...] = ()


def laid_out(blocks: Sequence[Block], box: Box, page: tuple[float, float]) -> Layout:
    """
    Lay the legend out beside the maps, on at most a quarter of the page's width.

    Of the ways that hold every row, the one with the largest type counts that leaves the maps their share of the
    page; if none does, the one that leaves them the most. Where none holds every row, sections are folded: those with
    nothing drawn, then the longest, no more than must be for the maps to have about half the page; the one that leads
    stays open. A strip below the maps says everything, and is taken where it leaves them more room than that.

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
    whole = _best(_beside(blocks, box, page[0]), page)
    if whole:
        return whole
    strip, enough = _strip(blocks, box), FOLDED_MAP_SHARE * page[0] * page[1]
    folded = _with_folded(blocks, box, page, enough)
    if folded:
        return max(folded, strip, key=lambda one: _area(one.rest))
    # with every section folded nothing would say what the signs are: only where a strip does not hold them
    if _height(strip.rows) <= box[3] + HAIR and _area(strip.rest) >= enough:
        return strip
    return _best(_beside([replace(one, is_folded=True) for one in blocks], box, page[0]), page) or strip


def _with_folded(blocks: Sequence[Block], box: Box, page: tuple[float, float], enough: float) -> Layout | None:
    """Fold as few sections as leave the maps an area, else as few as find room; None where one left open has none."""

    widest = Setting(LEGEND_SHARE * page[0] - box[0] - MARGIN, SCALES[-1], True)
    open_length, folded_length = (
        [_length(replace(block, is_folded=folded), widest) for block in blocks] for folded in (False, True)
    )

    def held_with(folded: Set[int]) -> Layout | None:
        lengths = (folded_length[at] if at in folded else open_length[at] for at in range(len(blocks)))
        if sum(lengths) > COLUMNS_MOST * (box[3] - box[1]):  # no need to try
            return None
        some = [replace(block, is_folded=place in folded) for place, block in enumerate(blocks)]
        return _best(_beside(some, box, page[0]), page)

    # a reader of a picture cannot unfold anything: what its title speaks of stays open longest
    order = sorted(range(len(blocks)), key=lambda at: (bool(blocks[at].lines), blocks[at].leads, -open_length[at]))
    tried = ((set(order[:count]), held_with(set(order[:count]))) for count in range(1, len(order)))
    held: list[tuple[set[int], Layout]] = []
    for folded, found in tried:
        held += [(folded, found)] if found else []
        if found and _area(found.rest) >= enough:
            break
    if not held:
        return None
    folded, chosen = held[-1] if _area(held[-1][1].rest) >= enough else held[0]
    least = min(enough, _area(chosen.rest))
    # the last one may have brought more room than was wanting
    for place in reversed([place for place in order if place in folded and blocks[place].lines]):
        found = held_with(folded - {place})
        if found and _area(found.rest) >= least:
            folded, chosen = folded - {place}, found
    return chosen


def _best(layouts: Iterable[Layout], page: tuple[float, float]) -> Layout | None:
    """Give the first layout that leaves the maps their share of the page, else the one that leaves them the most."""
    held = []
    for layout in layouts:
        if _area(layout.rest) >= MAP_SHARE * page[0] * page[1]:
            return layout
        held.append(layout)
    return max(held, key=lambda one: _area(one.rest), default=None)


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _length(block: Block, setting: Setting) -> float:
    return sum(row.height for row in _rows(block, setting))


def _beside(blocks: Sequence[Block], box: Box, across: float) -> Iterator[Layout]:
    """Give the ways to stand left of the maps, the most readable first."""
    left, top, right, bottom = box
    widest = LEGEND_SHARE * across - left - MARGIN
    for setting, columns in _settings(blocks, widest):
        rows = [_rows(block, setting) for block in blocks]
        flowed = _balanced(rows, bottom - top, columns, setting, _gaps(blocks))
        if flowed:
            placed = tuple((row, left + x, top + y) for row, x, y in flowed)
            edge = left + columns * (setting.column + COLUMN_GAP) - COLUMN_GAP
            below = (left, _height(placed) + MARGIN, edge, bottom)
            folded = tuple(block.key for block in blocks if block.is_folded)
            yield Layout(placed, setting, (edge + MARGIN, top, right, bottom), below, folded)


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
    if half >= HALF_NARROWEST or not any(block.is_folded for block in blocks):
        yield Setting(min(natural[SCALES[-1]], half), SCALES[-1]), COLUMNS_MOST


def _strip(blocks: Sequence[Block], box: Box) -> Layout:
    """Stand below the maps, across the whole page, as low as can be; what no page holds runs over its edge."""
    left, top, right, bottom = box
    most = STRIP_MOST * (bottom - top)
    counts = range(1, max(1, int((right - left + COLUMN_GAP) // (STRIP_COLUMN + COLUMN_GAP))) + 1)
    settings = {count: Setting((right - left + COLUMN_GAP) / count - COLUMN_GAP, SCALES[-1], True) for count in counts}
    gaps = _gaps(blocks)
    whole = [_balanced([_rows(block, one) for block in blocks], most, n, one, gaps) for n, one in settings.items()]
    last = settings[counts[-1]]
    single = [[row] for block in blocks for row in _rows(block, last)]
    close = [0.0] * len(single)
    flowed = (
        min(filter(None, whole), key=_height, default=None)
        or _balanced(single, most, counts[-1], last, close)
        or _flow(single, float("inf"), 1, last.column, close)
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


def _gaps(blocks: Sequence[Block]) -> list[float]:
    """Give the gap after each block: folded ones stand close to each other."""
    pairs = zip(blocks, [*blocks[1:], None], strict=True)
    return [FOLDED_GAP if after and one.is_folded and after.is_folded else BLOCK_GAP for one, after in pairs]


def _balanced(
    rows: Sequence[Sequence[Row]], height: float, columns: int, setting: Setting, gaps: Sequence[float]
) -> list[Placed] | None:
    """Give columns of about the same length: the shortest height that still holds the blocks, in steps."""
    limits = [height] if columns == 1 else [*range(0, int(height), BALANCE_STEP), height]
    scaled = [gap * setting.scale for gap in gaps]
    tried = (_flow(rows, limit, columns, setting.column, scaled) for limit in limits)
    return next((found for found in tried if found), None)


def _flow(
    blocks: Sequence[Sequence[Row]], height: float, columns: int, width: float, gaps: Sequence[float]
) -> list[Placed] | None:
    """Set blocks under each other, each whole in one column, with a gap after each; None where they do not fit."""
    placed, column, y = [], 0, 0.0
    for rows, gap in zip(blocks, gaps, strict=True):
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
