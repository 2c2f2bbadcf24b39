"""The page round the maps: banner, title, foot, and how the rest is divided."""

from collections.abc import Sequence

from layers import tokens
from layers.figure.canvas import Box, Canvas
from layers.figure.wrapping import cut, fitted, wrapped

MARGIN, GRID = 16.0, 8.0
BANNER_HEIGHT, BANNER_SIZE = 24.0, 13.0
TITLE_SIZES, SUBTITLE_SIZES = (28.0, 24.0, 20.0), (15.0, 13.0)
TITLE_LEADING, SUBTITLE_LEADING, FOOT_LEADING = 1.2, 1.35, 1.25
TITLE_LINES, SUBTITLE_LINES = 2, 3
CROWDED_LINES = 5  # of a title that is too long at every size: what a link or a table may hold
PARAGRAPH_GAP = 2.0


def write_banner(page: Canvas, banner: str) -> tuple[float, float]:
    """Print a marking above and below the page; gives the upper and lower edge of what is left."""
    if not banner.strip():
        return 0.0, page.height
    text = cut(banner, "bold", BANNER_SIZE, page.width - 2 * MARGIN)
    for top in (0.0, page.height - BANNER_HEIGHT):
        page.rectangle((0, top, page.width, top + BANNER_HEIGHT), fill=tokens.INK)
        page.write(
            text,
            page.width / 2,
            top + BANNER_HEIGHT / 2,
            face="bold",
            size=BANNER_SIZE,
            colour=tokens.PAPER,
            align="center",
        )
    return BANNER_HEIGHT, page.height - BANNER_HEIGHT


def write_head(page: Canvas, top: float, title: str, subtitle: str) -> float:
    """Write title and subtitle below an edge, as large as their length allows; gives their lower edge."""
    room = page.width - 2 * MARGIN
    lines, size = fitted(title, "bold", TITLE_SIZES, room, TITLE_LINES)
    if len(lines) == TITLE_LINES and size == TITLE_SIZES[-1]:
        lines = wrapped(title, "bold", size, room, CROWDED_LINES)
    for line in lines:
        page.write(line, MARGIN, top + TITLE_LEADING * size / 2, face="bold", size=size)
        top += TITLE_LEADING * size
    lines, size = fitted(subtitle, "regular", SUBTITLE_SIZES, room, 1)
    if size == SUBTITLE_SIZES[-1]:
        lines = wrapped(subtitle, "regular", size, room, SUBTITLE_LINES)
    for line in lines:
        page.write(line, MARGIN, top + SUBTITLE_LEADING * size / 2, size=size, colour=tokens.MUTED)
        top += SUBTITLE_LEADING * size
    return top


def write_foot(page: Canvas, bottom: float, paragraphs: Sequence[str]) -> float:
    """Write paragraphs down to a lower edge; gives their upper edge."""
    size = tokens.FONT_SIZES_PX["foot"]
    blocks = [wrapped(text, "regular", size, page.width - 2 * MARGIN) for text in paragraphs if text]
    top = y = (
        bottom - sum(len(block) for block in blocks) * FOOT_LEADING * size - PARAGRAPH_GAP * (len(blocks) - 1)
    )
    for block in blocks:
        for line in block:
            page.write(line, MARGIN, y + FOOT_LEADING * size / 2, size=size, colour=tokens.MUTED)
            y += FOOT_LEADING * size
        y += PARAGRAPH_GAP
    return top


def on_grid(position: float, up: bool = False) -> float:
    """Move a position to the page's grid: down the page, or up."""
    return GRID * (position // GRID if up else -(-position // GRID))


def side_by_side(box: Box, count: int, gap: float = GRID) -> list[Box]:
    """Divide a box into equal ones beside each other."""
    left, top, right, bottom = box
    across = (right - left - gap * (count - 1)) / count
    return [
        (left + index * (across + gap), top, left + index * (across + gap) + across, bottom)
        for index in range(count)
    ]
