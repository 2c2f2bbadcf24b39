"""A slide as a sheet to lay a page out on: placeholders for title and foot, everything else native shapes."""

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide, SlideLayout
from pptx.util import Centipoints

from layers import tokens
from layers.deck.drawing import Drawing
from layers.deck.layouts import LAYOUT_OF, layout_named, title_layout
from layers.deck.shapes import Scale, plain
from layers.deck.surface import SlideSurface
from layers.figure.canvas import PAGE_HEIGHT, PAGE_WIDTH
from layers.figure.dress import Banner
from layers.figure.page import MARGIN, TITLE_LEADING, write_banner
from layers.figure.surface import Box
from layers.figure.wrapping import fitted

TITLE_SIZES = (28.0, 24.0, 20.0, 16.0, 13.0)
TITLE_LINES = 3
UPPER, LOWER = 0.4, 0.75  # shares of a template's height: where its title may stand, and its footers


class SlideSheet:
    """
    A new slide of a deck.

    Parameters
    ----------
    deck
        The deck that it is added to.
    layout
        One of `layers.deck.page.LAYOUTS`.
    is_own
        Whether the deck has our own layouts, or a template's.
    """

    def __init__(self, deck: Deck, layout: str, is_own: bool, lang: str) -> None:
        self.is_own, self.title_apart, self.lang = is_own, not is_own, lang
        chosen = layout_named(deck, LAYOUT_OF.get(layout, "Map")) if is_own else title_layout(deck)
        self.slide: Slide = deck.slides.add_slide(chosen)
        self.drawing = Drawing(self.slide, chosen, is_own, lang)
        wide, high = deck.slide_width, deck.slide_height
        unit = min(wide / PAGE_WIDTH, high / PAGE_HEIGHT)
        self.scale = Scale(unit)
        region = (0.0, 0.0, wide / unit, high / unit)
        if not is_own:
            region = _free_region(self.slide, chosen, wide, high, unit)
            self.drawing.drop_holders()
        self.region = region
        self.whole = (0.0, 0.0, wide / unit, high / unit)
        self.page = SlideSurface(self.drawing, self.scale, region, "" if is_own else tokens.PAPER)

    def pane(self, box: Box, ground: str) -> SlideSurface:
        """Open a rectangle of the page, with its own origin."""
        left, top = self.region[:2]
        moved = (box[0] + left, box[1] + top, box[2] + left, box[3] + top)
        surface = SlideSurface(self.drawing, self.scale, moved, ground)
        surface.box = box  # what is placed by it is placed on the page
        return surface

    def mark(self, banner: Banner) -> tuple[float, float]:
        """Print a marking at the upper and lower edge of the slide; gives the edges of what is left of the page."""
        upper, lower = write_banner(SlideSurface(self.drawing, self.scale, self.whole), banner)
        return max(upper - self.region[1], 0.0), min(lower - self.region[1], self.page.height)

    def put_title(self, title: str) -> None:
        """Write the title into the template's own place for it, as large as it allows."""
        holder = self.slide.shapes.title
        holder.text_frame.text = plain(title)
        across, down = (one / self.scale.unit for one in (holder.width, holder.height))
        lines, size = fitted(title, "bold", TITLE_SIZES, across - MARGIN, TITLE_LINES)
        while size > TITLE_SIZES[-1] and len(lines) * size * TITLE_LEADING > down:
            smaller = TITLE_SIZES[TITLE_SIZES.index(size) + 1 :]
            lines, size = fitted(title, "bold", smaller, across - MARGIN, TITLE_LINES)
        for run in holder.text_frame.paragraphs[0].runs:
            run.font.size = Centipoints(self.scale.type_size(size))

    def finish(self) -> None:
        """Write every shape into the slide; placeholders without text go."""
        self.drawing.finish()
        for holder in list(self.slide.placeholders):
            if not holder.text_frame.text.strip():
                holder._element.getparent().remove(holder._element)


def _free_region(slide: Slide, layout: SlideLayout, wide: int, high: int, unit: float) -> Box:
    """Give the part of a template's slide below its title and above its footers, in page units."""
    title = slide.shapes.title
    if title.top + title.height / 2 > UPPER * high or title.height > UPPER * high:
        # a title in the middle is one of an opening slide: it moves up, at the width that it has
        title.left, title.top, title.width, title.height = (
            title.left,
            round(0.03 * high),
            title.width,
            round(0.12 * high),
        )
    lower = [
        part.top
        for part in (*layout.placeholders, *layout.slide_master.placeholders)
        if part.top is not None and part.top > LOWER * high
    ]
    top, bottom = title.top + title.height, min(lower, default=high)
    left, right = max(title.left - MARGIN * unit, 0), min(title.left + title.width + MARGIN * unit, wide)
    return left / unit, top / unit, right / unit, bottom / unit
