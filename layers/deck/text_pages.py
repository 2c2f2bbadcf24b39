"""Pages of a deck that are words: the opening, and the list of all sources; for slides and pictures alike."""

from collections.abc import Iterable, Sequence

from geo.sources import Source, read_until
from geo.tables import data_version
from layers import tokens
from layers.amounts import dates
from layers.deck.page import Page
from layers.figure.compose import Sheet, draw_map
from layers.figure.dress import Dress
from layers.figure.page import BANNER_HEIGHT, GRID, MARGIN, draw_logo, write_foot, write_head
from layers.figure.subject import Subject
from layers.figure.wrapping import fitted, wrapped
from layers.words import word

LEFT, MAP_LEFT, GAP = 64.0, 656.0, 40.0  # of an opening: its words, its map
TITLE_FOOT, TEXT_TOP = 376.0, 408.0
OPENING_SIZES, TITLE_LINES, TITLE_LEADING = (44.0, 38.0, 32.0, 26.0), 5, 1.15
TEXT_SIZE, TEXT_LEADING = 20.0, 1.35
RULE, RULE_WIDTH = 6.0, 96.0
COLUMNS, SIZE, LEADING = 3, 10.0, 1.25
TITLE_ROOM = 72.0


def draw_opening(sheet: Sheet, page: Page, about: Subject | None, dress: Dress, lang: str) -> None:
    """Draw the first page: title, a few words, and a map if the page has a view."""
    surface = sheet.page
    upper, lower = sheet.mark(dress.banner)
    if dress.logo is not None:
        draw_logo(surface, upper + GRID, dress.logo, word("figure.logo", lang))
    read = read_until()
    stamp = word("figure.data_of", lang, date=dates(read, read, lang), version=data_version())
    bottom = write_foot(surface, lower - GRID, ["", f"{word('web.base_credit', lang)} {stamp}."])
    title = page.title or word("figure.opening", lang)
    room = (MAP_LEFT if about else surface.width - MARGIN) - GAP - LEFT
    if sheet.title_apart:
        sheet.put_title(title)
        top = upper + 2 * MARGIN
    else:
        lines, size = fitted(title, "bold", OPENING_SIZES, room, TITLE_LINES)
        height = len(lines) * TITLE_LEADING * size
        surface.paragraph("title", lines, LEFT, TITLE_FOOT - height, size, TITLE_LEADING, room, "bold")
        rule = (LEFT, TITLE_FOOT + GRID, LEFT + RULE_WIDTH, TITLE_FOOT + GRID + RULE)
        surface.rectangle(rule, fill=tokens.ATTACK, name=word("figure.rule", lang))
        top = TEXT_TOP
    lines = wrapped(page.text, "regular", TEXT_SIZE, room)
    if lines:
        surface.paragraph("subtitle", lines, LEFT, top, TEXT_SIZE, TEXT_LEADING, room, colour=tokens.MUTED)
    if about:
        draw_map(sheet, about, (MAP_LEFT, upper + MARGIN, surface.width - MARGIN, bottom - GRID))


def draw_sources(sheet: Sheet, part: Sequence[Source], title: str, dress: Dress) -> None:
    """Draw a page that lists sources, in columns."""
    surface = sheet.page
    upper, lower = sheet.mark(dress.banner)
    if sheet.title_apart:
        sheet.put_title(title)
        top = upper
    else:
        top = write_head(surface, upper + GRID, title, "")
    box = (MARGIN, top + 2 * GRID, surface.width - MARGIN, lower - GRID)
    surface.columns("body", [listed(one) for one in part], box, SIZE, LEADING, COLUMNS)


def source_titles(page: Page, parts: Sequence[Sequence[Source]], lang: str) -> list[str]:
    """Give the title of each page of sources: it says how many there are, and which page this is."""
    title = page.title or word("figure.sources_title", lang, count=sum(map(len, parts)))
    if len(parts) == 1:
        return [title]
    return [
        word("figure.sources_part", lang, title=title, number=number, count=len(parts))
        for number in range(1, len(parts) + 1)
    ]


def head_of(dress: Dress) -> float:
    """Give the height that title and marking take from a page of sources."""
    return TITLE_ROOM + (2 * BANNER_HEIGHT if dress.banner.text.strip() else 0.0)


def listed(one: Source) -> str:
    """Cite a source on a line or two: who, when, what; its address stands in the notes."""
    return f"{one.short}: {one.title}"


def parted(known: Iterable[Source], width: float, height: float) -> list[list[Source]]:
    """Divide sources into pages with room of a width and height below the title: one, and more only if needed."""
    across = (width - 2 * MARGIN - (COLUMNS - 1) * MARGIN) / COLUMNS
    held = COLUMNS * int(height / (LEADING * SIZE))
    parts: list[list[Source]] = [[]]
    used = 0
    for one in sorted(known, key=lambda one: (listed(one).casefold(), one.key)):
        lines = len(wrapped(listed(one), "regular", SIZE, across))
        if used + lines > held and parts[-1]:
            parts.append([])
            used = 0
        parts[-1].append(one)
        used += lines
    return parts
