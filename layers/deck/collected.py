"""A basket as a deck: its slides as pages, and a file of those that can be made, whatever is wrong with the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from geo.faults import TableError
from layers.address import address_of, view_at
from layers.basket import Basket, Entry
from layers.deck.build import deck
from layers.deck.layouts import from_template
from layers.deck.page import Page
from layers.deck.pdf import deck_pdf
from layers.deck.spec import BRIEFINGS, Spec, read_spec
from layers.figure.dress import Dress, dress_faults
from layers.figure.subject import subject

KINDS = ("pptx", "pdf")
# What a view, a table or its drawing may be refused for.
REFUSALS = (ValueError, LookupError, ArithmeticError, TableError, OSError)
OPENING, SOURCES = "opening", "sources"


@dataclass(frozen=True)
class Refused:
    """A slide that could not be made: its number in the basket (0: opening, -1: sources), and why."""

    number: int
    why: str


@dataclass(frozen=True)
class Made:
    """A deck's file, the number of its pages, and the slides that are missing from it."""

    data: bytes
    pages: int
    refused: tuple[Refused, ...]


def page_of(entry: Entry) -> Page:
    """
    Give a slide of a basket as a page of a deck.

    Raises
    ------
    ValueError
        If its view cannot be read any more; every fault is named.
    """
    return Page(view_at(entry.view), entry.layout, entry.title or None, entry.subtitle or None, notes=entry.note)


def made(
    basket: Basket,
    kind: str,
    dress: Dress,
    template: Path | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
    lang: str = "en",
) -> Made:
    """
    Make a deck of a basket.

    Parameters
    ----------
    kind
        One of `KINDS`; a PDF takes no template.
    dress
        Marking and logo of every page.
    progress
        Told after every page how many are done, of how many.
    lang
        Language of pages without a view.

    Raises
    ------
    ValueError
        If nothing can be made: no slide is left, or the dress or the template cannot be used.
    """
    wrong = list(dress_faults(dress))
    if kind not in KINDS:
        wrong.append(f"format is {kind!r}, expected one of {', '.join(KINDS)}")
    if wrong:
        raise ValueError("\n".join(wrong))
    if template is not None:
        from_template(template)
    numbered, refused = _pages(basket, dress)
    while numbered:
        pages = [page for _, page in numbered]
        if all(page.layout in (OPENING, SOURCES) for page in pages):
            break
        done: list[int] = []

        def tell(count: int, of: int, done: list[int] = done) -> None:
            done.append(count)
            progress(count, of)

        try:
            data = deck_pdf(pages, dress, tell, lang) if kind == "pdf" else deck(pages, dress, template, tell, lang)
            return Made(data, len(pages), tuple(sorted(refused, key=lambda one: one.number)))
        except REFUSALS as error:
            if len(done) >= len(pages):
                raise
            number, _ = numbered.pop(len(done))  # the page after the last one that was done
            refused.append(Refused(number, _said(error)))
    told = [f"slide {one.number}: {one.why}" if one.number > 0 else one.why for one in refused]
    raise ValueError("\n".join(["no slide of the deck can be made", *told]))


def _pages(basket: Basket, dress: Dress) -> tuple[list[tuple[int, Page]], list[Refused]]:
    """Give the pages that can be drawn as far as is known beforehand, each with its number, and the others."""
    numbered: list[tuple[int, Page]] = []
    refused: list[Refused] = []

    def take(number: int, make: Callable[[], Page]) -> None:
        try:
            page = make()
            wrong = list(page.faults())
            if wrong:
                raise ValueError("\n".join(wrong))
            if page.view is not None:
                subject(page.view, dress=replace(dress, title=page.title, subtitle=page.subtitle))
            numbered.append((number, page))
        except REFUSALS as error:
            refused.append(Refused(number, _said(error)))

    if basket.opening:
        take(0, lambda: _opening(basket))
    for number, entry in enumerate(basket.entries, start=1):
        take(number, lambda entry=entry: page_of(entry))
    if basket.sources:
        numbered.append((-1, Page(layout=SOURCES)))
    return numbered, refused


def _opening(basket: Basket) -> Page:
    view = view_at(basket.opening_view) if basket.opening_view else None
    return Page(view, OPENING, basket.title or None, None, basket.text, basket.note)


def _said(error: Exception) -> str:
    """Give the words of an error; a KeyError would give them in quotation marks."""
    return str(error.args[0]) if isinstance(error, KeyError) and error.args else str(error)


def with_briefing(basket: Basket, lang: str = "en") -> Basket:
    """
    Add the slides of the standard briefing, in a language, to a basket; its opening too, if the basket has none.

    Raises
    ------
    ValueError
        If there is no room for them.
    """
    return with_spec(basket, read_spec(BRIEFINGS[lang]))


def with_spec(basket: Basket, spec: Spec) -> Basket:
    """Add the slides of a deck's file to a basket; see `with_briefing`."""
    for page in _of_layout(spec.pages, OPENING)[:1]:
        if not basket.opening:
            view = address_of(page.view) if page.view else ""
            basket = basket.told(
                opening=True, title=page.title or "", text=page.text, note=page.notes, opening_view=view
            )
    if _of_layout(spec.pages, SOURCES):
        basket = basket.told(sources=True)
    shown = [page for page in spec.pages if page.view and page.layout != OPENING]
    return basket.added(
        *(
            Entry(address_of(page.view), "", page.title or "", page.subtitle or "", page.layout, page.notes)
            for page in shown
        )
    )


def _of_layout(pages: Sequence[Page], layout: str) -> list[Page]:
    return [page for page in pages if page.layout == layout]
