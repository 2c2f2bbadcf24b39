"""Slides and decks as PowerPoint files: native shapes, words and charts, with the sources in the notes."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx.presentation import Presentation as Deck

from geo.sources import Source
from layers.deck import layouts
from layers.deck.chart import add_chart, add_table
from layers.deck.notes import cited, speaker_notes
from layers.deck.page import Page
from layers.deck.shapes import plain
from layers.deck.sheet import SlideSheet
from layers.deck.text_pages import draw_opening, draw_sources, head_of, parted, source_titles
from layers.figure.compose import compose
from layers.figure.dress import PLAIN, Dress, dress_faults
from layers.figure.faces import ARIAL, FAMILY, measured_as
from layers.figure.picture import figure_of, written
from layers.figure.subject import Subject, subject
from layers.view import View
from layers.words import word

PICTURE_PX = (2560, 1440)
ASIDE = 0.26  # of the width: what a chart or a table takes
MOST_PAGES = 60
LONGEST_PROPERTY = 255  # of what a file says of itself
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip file knows
STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
AUTHOR = "Nexo"


def slide(
    view: View, layout: str = "map", dress: Dress = PLAIN, template: Path | None = None, notes: str = ""
) -> bytes:
    """
    Make a deck of one slide.

    Parameters
    ----------
    view
        What it shows.
    layout
        One of `layers.deck.page.WITH_VIEW`.
    dress
        Title, marking and logo of the reader's own.
    template
        A PowerPoint file whose theme and layouts are used instead of ours.
    notes
        What the speaker notes begin with.

    Returns
    -------
    file
        A .pptx; the same arguments and data give the same bytes.

    Raises
    ------
    ValueError
        If anything asked for cannot be made; every fault is named.
    TableError
        If a table or geometry file cannot be read.
    """
    return deck([Page(view, layout, dress.title, dress.subtitle, notes=notes)], dress, template)


def deck(
    pages: Sequence[Page],
    dress: Dress = PLAIN,
    template: Path | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
    lang: str = "en",
) -> bytes:
    """
    Make a deck.

    Parameters
    ----------
    pages
        What it shows, in order.
    dress
        Marking and logo of every page; the titles are the pages' own.
    template
        A PowerPoint file whose theme and layouts are used instead of ours.
    progress
        Told after every page how many are done, of how many.
    lang
        Language of pages without a view.

    Returns
    -------
    file
        A .pptx; the same arguments and data give the same bytes.

    Raises
    ------
    ValueError
        If anything asked for cannot be made; every fault is named, with the number of its page.
    TableError
        If a table or geometry file cannot be read.
    """
    abouts = checked(pages, dress)
    made = layouts.own() if template is None else layouts.from_template(template)
    own = template is None
    with measured_as(ARIAL):
        every = every_source(abouts)
        for number, (page, about) in enumerate(zip(pages, abouts, strict=True), start=1):
            if page.layout == "sources":
                _source_pages(made, page, every, dress, own, lang)
            elif page.layout == "opening":
                sheet = SlideSheet(made, page.layout, own, lang)
                draw_opening(sheet, page, about, dress, lang)
                sheet.finish()
                _write_notes(sheet, speaker_notes(about, page.notes) if about else page.notes)
            else:
                _map_page(made, page, about, own)
            progress(number, len(pages))
    core = made.core_properties
    named = next((page.title for page in pages if page.title), "") or word("figure.opening", lang)
    core.title = plain(named)[:LONGEST_PROPERTY]
    core.author = core.last_modified_by = AUTHOR
    held = BytesIO()
    made.save(held)
    return _steady(held.getvalue())


def checked(pages: Sequence[Page], dress: Dress) -> list[Subject | None]:
    """Gather what each page shows, or name everything that is wrong with any of them."""
    faults = list(dress_faults(dress))
    if not 1 <= len(pages) <= MOST_PAGES:
        faults.append(f"the deck has {len(pages)} pages, expected 1 to {MOST_PAGES}")
    abouts: list[Subject | None] = []
    for number, page in enumerate(pages[:MOST_PAGES], start=1):
        own = list(page.faults())
        try:
            worn = replace(dress, title=page.title, subtitle=page.subtitle)
            abouts.append(None if page.view is None else subject(page.view, dress=worn))
        except ValueError as error:
            own.append(str(error))
        faults += [f"page {number}: {fault}" for fault in own if fault not in faults]
    if faults:
        raise ValueError("\n".join(faults))
    return abouts


def every_source(abouts: Sequence[Subject | None]) -> list[Source]:
    """Give the sources of all pages, each once."""
    found = {one.key: one for about in abouts if about for one in cited(about)}
    return list(found.values())


def _source_pages(made: Deck, page: Page, every: Sequence[Source], dress: Dress, own: bool, lang: str) -> None:
    """List all sources, on as many slides as they need."""
    sheet = SlideSheet(made, page.layout, own, lang)
    parts = parted(every, sheet.page.width, sheet.page.height - head_of(dress))
    for part, title in zip(parts, source_titles(page, parts, lang), strict=True):
        sheet = sheet if part is parts[0] else SlideSheet(made, page.layout, own, lang)
        draw_sources(sheet, part, title, dress)
        sheet.finish()
        full = "\n".join([word("figure.speaker.sources", lang), *(f"- {one.full}" for one in part)])
        _write_notes(sheet, "\n\n".join(text for text in (page.notes, full) if text))


def _map_page(made: Deck, page: Page, about: Subject, own: bool) -> None:
    sheet = SlideSheet(made, page.layout, own, about.view.lang)
    if page.layout == "picture":
        _add_picture(sheet, about)
    else:
        box = compose(sheet, about, ASIDE if page.layout in ("chart", "table") else 0.0)
        # a chart's heading is drawn before the slide is finished, the chart itself stands over all
        if page.layout == "chart":
            add_chart(sheet, about, box)
        elif page.layout == "table":
            add_table(sheet, about, box)
    sheet.finish()
    _write_notes(sheet, speaker_notes(about, page.notes))


def _add_picture(sheet: SlideSheet, about: Subject) -> None:
    """Put the page on the slide as a picture; its title stays text, below the picture or in the template's place."""
    title, subtitle = about.heading()
    across, down = sheet.page.width, sheet.page.height
    size = (PICTURE_PX[0], round(PICTURE_PX[0] * down / across))
    worn = replace(about.dress, title="") if sheet.title_apart else about.dress
    with measured_as(FAMILY):
        data = written(figure_of(replace(about, dress=worn), size), "png")
    if sheet.title_apart:
        sheet.put_title(title)
    else:
        sheet.slide.shapes.title.text_frame.text = plain(title)
    alt = ". ".join(text.rstrip(".") for text in (title, subtitle) if text)
    sheet.page.image(data, (0, 0, across, down), plain(alt))


def _write_notes(sheet: SlideSheet, text: str) -> None:
    if text:
        sheet.slide.notes_slide.notes_text_frame.text = "\n".join(plain(line) for line in text.split("\n"))


def _steady(data: bytes) -> bytes:
    """Write a package again with one time in all its files, workbooks of charts too: same input, same bytes."""
    held = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(held, "w", ZIP_DEFLATED) as new:
        for name, part in _parts(old):
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, part)
    return held.getvalue()


def _parts(package: ZipFile) -> Iterator[tuple[str, bytes]]:
    for entry in package.infolist():
        part = package.read(entry)
        if entry.filename.endswith(".xlsx"):
            part = _steady(part)
        elif entry.filename.endswith("core.xml"):
            part = STAMP.sub(rb"\g<1>2020-12-31T00:00:00Z", part)
        yield entry.filename, part
