"""What a picture says in words above and below the map, made from what is drawn."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from geo.sources import read_until
from geo.tables import data_version
from layers.amounts import dates
from layers.compare import lead_told, pair_year, span_told
from layers.drawn import Drawn, LayerFile
from layers.figure.confidence import GRADES, grades_told
from layers.figure.legend import Shapes, filters_told
from layers.titles import titles
from layers.view import View
from layers.words import has_word, word

SOURCES_SHOWN = 14
MANY = 8  # layers: of more than so many the page names only the first, and says only their notes
NAMED = 7  # of very many, in title and subtitle: what two lines of a 16:9 page hold, and never but one is left out
SEPARATOR = "  ·  "
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def heading(files: Sequence[LayerFile], view: View, panes: Sequence[Shapes]) -> tuple[str, str]:
    """
    Give title and subtitle: the first layer's finding; the totals of the others and the filters chosen.

    Where a layer speaks for the comparison of two years, both are its own.
    Beside a second year the subtitle says where a new series starts, and of other layers only totals that differ.
    Of very many layers it names the first, and says how many more the legend counts.

    Parameters
    ----------
    files
        The layer files in the order of the view: the first leads.
    view
        What is shown.
    panes
        What is drawn in each pane, by layer key.
    """
    if not files:
        return word("web.title_empty", view.lang, year=view.year), ""
    told = lead_told(files, view)
    if told is not None:
        return told["title"], told["subtitle"]
    first, *others = files
    named = _named(files, view, panes)
    if len(panes) == 2:
        title = word("web.title_two", view.lang, layer=first["title"], first=view.year, second=view.year2)
        told = _compared(named, view, panes)
    else:
        (title,) = titles([first], view.year, panes[0])
        told = [_totals(one, view, panes) for one in named[1:]]
        if not others:
            told.append(first["when"])
    more = len(_telling(files, view, panes)) - len(named)
    if more:
        told.append(word("web.more_layers", view.lang, more=more))
    told += [filters_told(one, view) for one in files if is_filtered(one, view)]
    return title, SEPARATOR.join(text for text in told if text)


def _telling(files: Sequence[LayerFile], view: View, panes: Sequence[Shapes]) -> list[LayerFile]:
    """Give the layers with a total to name: beside a second year the first, and those whose totals differ."""
    return [
        one
        for index, one in enumerate(files)
        if index == 0 or len(panes) == 1 or len(_each_total(one, view, panes)) > 1
    ]


def _named(files: Sequence[LayerFile], view: View, panes: Sequence[Shapes]) -> list[LayerFile]:
    """Give the layers whose totals title and subtitle name: all, or the first of very many."""
    telling = _telling(files, view, panes)
    return telling if len(telling) <= MANY else telling[:NAMED]


def _compared(named: Sequence[LayerFile], view: View, panes: Sequence[Shapes]) -> list[str]:
    """Say the series break of the first layer and its totals; of the others the totals, each break once."""
    told, breaks = [], set()
    for index, one in enumerate(named):
        total, new = _totals(one, view, panes), [text for text in _breaks(one, view) if text not in breaks]
        breaks.update(new)
        if index == 0:
            told += [*(text[0].upper() + text[1:] for text in new), total]
        else:
            told.append(f"{total} ({'; '.join(new)})" if new else total)
    return told


def _breaks(one: LayerFile, view: View) -> list[str]:
    """Say where a new series starts between the two years, if the layer has a total in both."""
    if any(one["years"][str(year)]["total"] is None for year in (view.year, view.year2)):
        return []
    own = f"figure.breaks.{one['key']}"
    key = own if has_word(own, view.lang) else "figure.breaks.any"
    starts = [start for start in one["breaks_before"] if view.year < start <= view.year2]
    return [word(key, view.lang, before=start - 1, start=start) for start in starts]


def is_filtered(one: LayerFile, view: View) -> bool:
    """Tell whether someone chose a filter of a layer; the layer's own defaults do not count."""
    return any(values for values in view.filters.get(one["key"], {}).values())


def _totals(one: LayerFile, view: View, panes: Sequence[Shapes]) -> str:
    """Name a layer with its total in each year shown; equal ones stand once."""
    return word("web.layer_total", view.lang, layer=one["title"], total=" | ".join(_each_total(one, view, panes)))


def _each_total(one: LayerFile, view: View, panes: Sequence[Shapes]) -> list[str]:
    """Give a layer's total in each year shown; equal ones once."""
    years = [view.year, view.year2][: len(panes)]
    return list(dict.fromkeys(_total(one, view, year, shapes) for year, shapes in zip(years, panes, strict=True)))


def _total(one: LayerFile, view: View, year: int, shapes: Shapes) -> str:
    """Give a layer's total; where it counts features the number drawn, which stays true under filters."""
    of_year = one["years"][str(year)]
    if "title_n" in of_year:
        return f"{len({shape.id for shape in shapes[one['key']]}):,}"
    return of_year["total_text"] or word("web.no_figure", view.lang)


def notes(files: Sequence[LayerFile], view: View, panes: Sequence[Shapes], whole: bool = True) -> str:
    """
    Give what must be said: each layer's note, how sure its rows are, and looks no legend line explains.

    Parameters
    ----------
    files, view, panes
        As for `heading`.
    whole
        Whether every layer's note is given. Else, of very many layers, only the notes of those whose numbers title
        and subtitle name, and of the comparison: of the others how sure their rows are, and how many notes there are.
    """
    years = [view.year] if len(panes) == 1 else [view.year, view.year2]
    said = []
    graded = False
    left_out = 0
    spoken = files if whole or len(files) <= MANY else _named(files, view, panes)
    heard = {one["key"] for one in spoken} | {one["key"] for one in files if one.get("made")}
    for one in files:
        note = _note(one, [pair_year(one, view, year) for year in years], view.lang)
        note = " ".join(filter(None, (note, span_told(one, view))))
        if note and one["key"] not in heard:
            note, left_out = "", left_out + 1
        grades = "" if one.get("made") else grades_told(one["key"], panes, years)
        graded |= bool(grades)
        name = word("figure.graded", view.lang, layer=one["title"], grades=grades) if grades else one["title"]
        if grades or note:
            said.append(word("figure.note" if note else "figure.no_note", view.lang, layer=name, note=note))
    if graded:
        key = "; ".join(word(f"layers.filter.confidence.{grade}", view.lang) for grade in GRADES)
        said.append(word("figure.grades", view.lang, grades=key))
    if left_out:
        said.append(word("figure.more_notes", view.lang, more=left_out))
    said += _unexplained(view, [shape for shapes in panes for found in shapes.values() for shape in found])
    return word("figure.notes", view.lang, notes=" ".join(said)) if said else ""


def _note(one: LayerFile, years: Sequence[int], lang: str) -> str:
    """Give a layer's note: sentences that hold for every year once, the others after their year."""
    sentences = [SENTENCE_END.split(one["years"][str(year)]["note"]) for year in years]
    shared = [text for text in sentences[0] if all(text in own for own in sentences)]
    told = [" ".join(shared)]
    for year, own in zip(years, sentences, strict=True):
        only = " ".join(text for text in own if text not in shared)
        if only:
            told.append(word("figure.of_year", lang, year=year, note=only))
    return " ".join(text for text in told if text)


def _unexplained(view: View, shapes: Sequence[Drawn]) -> list[str]:
    """Say what hatched, faint and dark outlined shapes mean, where there are any."""
    chosen = [shape.name for shape in shapes if view.selected is not None and shape.id == view.selected[1]]
    found = {
        "hatched": any(shape.look["hatch"] and shape.look["symbol"] != "line" for shape in shapes),
        "faint": any(shape.dimmed for shape in shapes),
        "selected": bool(chosen),
    }
    return [word(f"figure.{key}", view.lang, name=next(iter(chosen), "")) for key, holds in found.items() if holds]


def sources(view: View, panes: Sequence[Shapes]) -> str:
    """Name the sources of the rows drawn, those of the base map, and the version of the data."""
    shapes = [shape for of_pane in panes for found in of_pane.values() for shape in found]
    line = source_line(shapes, SOURCES_SHOWN, view.lang)
    read = read_until()
    stamp = word("figure.data_of", view.lang, date=dates(read, read, view.lang), version=data_version())
    return f"{line.rstrip('.')}. {word('web.base_credit', view.lang)} {stamp}."


def source_line(shapes: Iterable[Drawn], most: int = 8, lang: str = "en") -> str:
    """Name the sources of what is drawn, the most used first; after `most` the rest is counted."""
    seen = Counter(source for shape in {(one.id, one.sources) for one in shapes} for source in shape[1])
    names = [name for name, _ in sorted(seen.items(), key=lambda pair: (-pair[1], pair[0]))]
    if not names:
        return word("layers.sources.none", lang)
    shown = "; ".join(names[:most])
    if len(names) > most:
        return word("layers.sources.line_more", lang, names=shown, more=len(names) - most)
    return word("layers.sources.line", lang, names=shown)
