"""Speaker notes: who says what is on the slide, where sources disagree, and the way back to the map."""

from collections.abc import Iterable, Sequence

import pandas as pd

from geo.sources import Source, sources
from geo.tables import load_table
from layers.address import address_of
from layers.drawing import marks_of
from layers.drawn import Drawn, LayerFile
from layers.evidence import rivals_of
from layers.figure.story import notes as remarks
from layers.figure.subject import Subject
from layers.registry import LAYERS, layer
from layers.words import word

RIVALS_TOLD = 12


def cited(about: Subject) -> list[Source]:
    """Give the sources of everything that a view draws, the most used first."""
    uses: dict[str, int] = {}
    known = sources()
    for one in about.files:
        for year, shapes in zip(about.years, about.panes, strict=True):
            for key in _keys(one, shapes[one["key"]], year):
                uses[key] = uses.get(key, 0) + 1
    return [known[key] for key in sorted(uses, key=lambda key: (-uses[key], key))]


def _keys(one: LayerFile, shapes: Sequence[Drawn], year: int) -> Iterable[str]:
    """Name the sources of the shapes: those of their marks; of a made layer those that its short names stand for."""
    if one["key"] in {known.key for known in LAYERS}:
        ids = {shape.id for shape in shapes}
        marks = marks_of(one["key"])[year]
        return [key for keys in marks[marks["id"].isin(ids)]["source_keys"] for key in keys]
    shorts = {name for shape in shapes for name in shape.sources}
    return [key for key, source in sources().items() if source.short in shorts]


def rivals(about: Subject) -> pd.DataFrame:
    """Give the pairs of values that disagree behind what a view draws (`layers.evidence.rivals_of`)."""
    rows = []
    registered = {known.key for known in LAYERS}
    for one in about.files:
        if one["key"] not in registered:
            continue
        ids = {shape.id for shapes in about.panes for shape in shapes[one["key"]]}
        for behind in layer(one["key"]).behind:
            if behind.many:
                continue
            table = load_table(behind.table)
            table = table[table[behind.on].isin(ids)]
            if "year" in table:
                table = table[table["year"].isin(about.years)]
            rows.append((behind.table, table))
    return rivals_of(rows, about.view.lang).drop_duplicates(ignore_index=True)


def speaker_notes(about: Subject, own: str = "") -> str:
    """
    Write the notes of a slide.

    Parameters
    ----------
    about
        What it shows.
    own
        What the speaker wrote; stands first.

    Returns
    -------
    text
        The speaker's words, the title, remarks, every source in full, disagreements, the link back.
    """
    lang = about.view.lang
    title, subtitle = about.heading()
    parts = [own, "\n".join(text for text in (title, subtitle) if text)]
    parts.append(remarks(about.leading, about.view, about.panes))
    known = cited(about)
    if known:
        parts.append("\n".join([word("figure.speaker.sources", lang), *(f"- {one.full}" for one in known)]))
    pairs = rivals(about).to_dict("records")
    if pairs:
        told = [word("figure.speaker.rival", lang, **pair) for pair in pairs[:RIVALS_TOLD]]
        if len(pairs) > RIVALS_TOLD:
            told.append(word("figure.speaker.more", lang, more=len(pairs) - RIVALS_TOLD))
        parts.append("\n".join([word("figure.speaker.rivals", lang), *(f"- {text}" for text in told)]))
    parts.append(word("figure.speaker.link", lang, address=address_of(about.view)))
    return "\n\n".join(part for part in parts if part)
