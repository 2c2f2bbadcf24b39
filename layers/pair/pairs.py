"""Pairs of years: compared, or refused with the reasons; what the map says of each."""

from functools import lru_cache
from itertools import combinations

import pandas as pd

from geo.displacement.comparison import Comparison, compare
from geo.displacement.findings import Refused
from geo.displacement.subjects import subject
from geo.tables import data_version
from geo.timeline import YEARS
from layers.amounts import number
from layers.describe import listed
from layers.displaced import headline, reasons, subject_word, warnings
from layers.pair.file import Told
from layers.words import word


def compared(key: str, first: int, second: int) -> Comparison | Refused:
    """Compare two years of a subject, or give the refusal."""
    return _compared(key, first, second, data_version())


@lru_cache(maxsize=300)
def _compared(key: str, first: int, second: int, version: str) -> Comparison | Refused:
    try:
        return compare(key, first, second)
    except Refused as refusal:
        return refusal


def comparable_years(key: str, year: int) -> list[int]:
    """Name the years that a year can be compared with."""
    others = [other for other in YEARS if other != year]
    return [other for other in others if isinstance(compared(key, *sorted((year, other))), Comparison)]


def nearest_pair(key: str, first: int, second: int) -> tuple[int, int] | None:
    """Give the pair of years that can be compared and lies nearest to one that cannot; None where there is none."""
    known = [pair for pair in combinations(subject(key).years(), 2) if isinstance(compared(key, *pair), Comparison)]
    return min(known, key=lambda pair: (abs(pair[0] - first) + abs(pair[1] - second), -pair[1]), default=None)


def history(key: str) -> dict[str, list[float | None]]:
    """Give each unit's value in every year, None where it has none: a gap, not a zero."""
    one = subject(key)
    frame = pd.DataFrame({year: one.values(year) for year in YEARS})
    return {
        str(unit): [None if pd.isna(value) else float(value) for value in row]
        for unit, row in zip(frame.index, frame.to_numpy(), strict=True)
    }


def told(key: str, first: int, second: int, lang: str = "en") -> Told:
    """Give title, subtitle and note of a map of two years: a finding with its numbers, or why there is none."""
    one = compared(key, first, second)
    if isinstance(one, Refused):
        name = subject_word(key, "name", lang)
        title = word("pair.refused", lang, subject=name, first=first, second=second)
        return Told(title, " ".join([*reasons(one, key, lang), hint(key, first, second, lang)]))
    return Told(headline(one, lang), subtitle(one, lang), " ".join(warnings(one, lang)))


def hint(key: str, first: int, second: int, lang: str = "en") -> str:
    """Say which years can be compared instead."""
    for year in (second, first):
        others = comparable_years(key, year)
        if others:
            return word("pair.hint", lang, year=year, others=listed(tuple(map(str, others)), lang))
    pair = nearest_pair(key, first, second)
    return word("pair.hint_pair", lang, first=pair[0], second=pair[1]) if pair else word("pair.hint_none", lang)


def subtitle(one: Comparison, lang: str = "en") -> str:
    """Say what is compared, its sums, a break of series between the years, and what the compared units cover."""
    breaks = [
        word("pair.break", lang, year=found.fields["year"], before=found.fields["before"], after=found.fields["after"])
        for found in one.warnings
        if found.key == "series_break"
    ]
    sums = word(
        "pair.subtitle",
        lang,
        subject=subject_word(one.subject, "name", lang),
        count=len(one.units),
        units=subject_word(one.subject, "units", lang),
        before=number(one.coverage[0].total, 0),
        after=number(one.coverage[1].total, 0),
        unit=word(f"displacement.unit.{one.unit}", lang),
        first=one.first_year,
        second=one.second_year,
    )
    return "  ·  ".join([*breaks, sums, *covered(one, lang)])


def covered(one: Comparison, lang: str = "en") -> list[str]:
    """Say which share of the whole the compared units hold in each year; nothing where there is no whole."""
    shares = [None if cover.share is None else number(100 * cover.share, 0) for cover in one.coverage]
    if None in shares:
        return []
    whole = word(f"displacement.whole.{one.whole}", lang)
    return [word("pair.covered", lang, before=shares[0], after=shares[1], whole=whole)]
