"""The page round the maps: banner, title, foot, and how the rest is divided."""

from collections.abc import Sequence

from layers import tokens
from layers.figure.dress import Banner, logo_size
from layers.figure.surface import Box, Surface
from layers.figure.wrapping import cut, fitted, wrapped

MARGIN, GRID = 16.0, 8.0
BANNER_HEIGHT, BANNER_SIZE = 24.0, 13.0
TITLE_SIZES, SUBTITLE_SIZES = (28.0, 24.0, 20.0), (15.0, 13.0)
TITLE_LEADING, SUBTITLE_LEADING, FOOT_LEADING = 1.2, 1.35, 1.25
TITLE_LINES, SUBTITLE_LINES = 2, 3
CROWDED_LINES = 5  # of a title that is too long at every size: what a link or a table may hold
PARAGRAPH_GAP = 2.0
LOGO_WIDTH, LOGO_HEIGHT = 160.0, 48.0


def write_banner(page: Surface, banner: Banner) -> tuple[float, float]:
    """Print a marking above and below the page; gives the upper and lower edge of what is left."""
    if not banner.text.strip():
        return 0.0, page.height
    text = cut(banner.text, "bold", BANNER_SIZE, page.width - 2 * MARGIN)
    with page.group(text, text):
        for top in (0.0, page.height - BANNER_HEIGHT):
            page.rectangle((0, top, page.width, top + BANNER_HEIGHT), fill=banner.colour, name=text)
            page.write(
                text,
                page.width / 2,
                top + BANNER_HEIGHT / 2,
                face="bold",
                size=BANNER_SIZE,
                colour=banner.ink,
                align="center",
            )
    return BANNER_HEIGHT, page.height - BANNER_HEIGHT


def draw_logo(page: Surface, top: float, logo: bytes, alt: str) -> float:
    """Draw a logo into the upper right corner; gives the width it takes, with a gap."""
    across, down = logo_size(logo)
    scale = min(LOGO_WIDTH / across, LOGO_HEIGHT / down)
    right = page.width - MARGIN
    page.image(logo, (right - scale * across, top, right, top + scale * down), alt)
    return scale * across + MARGIN


def write_head(page: Surface, top: float, title: str, subtitle: str, aside: float = 0.0) -> float:
    """
    Write title and subtitle below an edge, as large as their length allows; gives their lower edge.

    `aside` is the width that something else takes on their right.
    """
    room = page.width - 2 * MARGIN - aside
    lines, size = fitted(title, "bold", TITLE_SIZES, room, TITLE_LINES)
    if len(lines) == TITLE_LINES and size == TITLE_SIZES[-1]:
        lines = wrapped(title, "bold", size, room, CROWDED_LINES)
    if lines:
        page.paragraph("title", lines, MARGIN, top, size, TITLE_LEADING, room, "bold")
    top += len(lines) * TITLE_LEADING * size
    lines, size = fitted(subtitle, "regular", SUBTITLE_SIZES, room, 1)
    if size == SUBTITLE_SIZES[-1]:
        lines = wrapped(subtitle, "regular", size, room, SUBTITLE_LINES)
    if lines:
        page.paragraph("subtitle", lines, MARGIN, top, size, SUBTITLE_LEADING, room, colour=tokens.MUTED)
    return top + len(lines) * SUBTITLE_LEADING * size


def write_foot(page: Surface, bottom: float, paragraphs: Sequence[str]) -> float:
    """Write paragraphs down to a lower edge; gives their upper edge."""
    size = tokens.FONT_SIZES_PX["foot"]
    room = page.width - 2 * MARGIN
    blocks = [wrapped(text, "regular", size, room) for text in paragraphs if text]
    top = y = (
        bottom - sum(len(block) for block in blocks) * FOOT_LEADING * size - PARAGRAPH_GAP * (len(blocks) - 1)
    )
    for index, block in enumerate(blocks):
        role = "sources" if index == len(blocks) - 1 else "notes"
        page.paragraph(role, block, MARGIN, y, size, FOOT_LEADING, room, colour=tokens.MUTED)
        y += len(block) * FOOT_LEADING * size + PARAGRAPH_GAP
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
