"""One page of a deck: what it shows and how."""

from collections.abc import Iterator
from dataclasses import dataclass

from layers.view import View

LAYOUTS = ("map", "chart", "table", "picture", "opening", "sources")
WITH_VIEW = ("map", "chart", "table", "picture")
LONGEST_TEXT, LONGEST_NOTES = 1_000, 5_000


@dataclass(frozen=True)
class Page:
    """
    One page of a deck.

    Parameters
    ----------
    view
        What its map shows; an opening may do without, the list of sources has none.
    layout
        `map`; `chart`: beside the map the years of the first layer that sums a value; `table`: its features;
        `picture`: the map as a picture; `opening`; `sources`: those of all pages.
    title, subtitle
        In place of the words made from the view; None keeps those.
    text
        What an opening says below its title.
    notes
        What the speaker notes begin with.
    """

    view: View | None = None
    layout: str = "map"
    title: str | None = None
    subtitle: str | None = None
    text: str = ""
    notes: str = ""

    def faults(self) -> Iterator[str]:
        """Name everything that keeps the page from being made, with what was expected."""
        if self.layout not in LAYOUTS:
            yield f"layout is {self.layout[:40]!r}, expected one of {', '.join(LAYOUTS)}"
        elif self.layout in WITH_VIEW and self.view is None:
            yield f"a page with the layout {self.layout} needs a view"
        elif self.layout == "sources" and self.view is not None:
            yield "the list of sources has no view of its own"
        for name, text, most in (("text", self.text, LONGEST_TEXT), ("notes", self.notes, LONGEST_NOTES)):
            if len(text) > most:
                yield f"{name} has {len(text):,} characters, expected at most {most:,}"
