"""Displacement in words: the headline of a comparison, what to say beside it, its table of units."""

import pandas as pd

from geo.displacement import Comparison, Finding, Refused
from geo.displacement.findings import WARN
from layers.amounts import number
from layers.describe import listed
from layers.linked import frame_csv
from layers.package_words import place_name
from layers.words import has_word, word

NAMES_SHOWN = 4
MEASURES = (
    "growth",
    "decomposition",
    "moved_share",
    "shift",
    "median_shift",
    "standard_distance",
    "ellipse",
    "concentration",
    "transport",
    "coverage",
    "interval",
    "wdq",
    "wdd",
)
UNIT_COLUMNS = (
    "before",
    "after",
    "change",
    "national",
    "redistribution",
    "share_before",
    "share_after",
    "lon",
    "lat",
)


def headline(comparison: Comparison, lang: str = "en") -> str:
    """
    Say in one sentence how far the centre moved and which share changed its unit at least, with intervals.

    An interval is left out where it does not show at the decimals of its number. No word of it names a cause.
    """
    said = {
        "first": comparison.first_year,
        "second": comparison.second_year,
        "what": subject_word(comparison.subject, "what", lang),
        "unit": subject_word(comparison.subject, "unit", lang),
        "share": number(100 * comparison.moved_share.value, 1),
        "share_range": _range(comparison.moved_share.low, comparison.moved_share.high, 100, 1, lang),
    }
    if not comparison.shift.compass:
        return word("displacement.headline.still", lang, **said)
    decimals = 0 if comparison.shift.km >= 10 else 1
    return word(
        "displacement.headline.moved",
        lang,
        km=number(comparison.shift.km, decimals),
        compass=word(f"displacement.compass.{comparison.shift.compass}", lang),
        km_range=_range(comparison.shift_km.low, comparison.shift_km.high, 1, decimals, lang),
        **said,
    )


def warnings(comparison: Comparison, lang: str = "en") -> list[str]:
    """Word what has to be said beside a comparison, in its order."""
    return [worded(one, comparison.subject, lang) for one in comparison.warnings if one.level == WARN]


def reasons(refused: Refused, subject: str, lang: str = "en") -> list[str]:
    """Word why two years of a subject may not be compared."""
    return [worded(one, subject, lang) for one in refused.findings]


def worded(finding: Finding, subject: str, lang: str = "en") -> str:
    """Word one finding about a subject; lists of names are cut after the first four."""
    fields = {name: _field(name, value, lang) for name, value in finding.fields.items()}
    names = finding.fields.get("units") or finding.fields.get("names") or ()
    fields |= {"list": _names(names, lang)} | {name: subject_word(subject, name, lang) for name in ("unit", "units")}
    return word(f"displacement.finding.{finding.key}", lang, **fields)


def subject_word(subject: str, part: str, lang: str = "en") -> str:
    """Give a subject's `name`, `what` it is in a sentence, or what its `unit` or `units` are called."""
    return word(f"displacement.subject.{subject}.{part}", lang)


def misleads(measure: str, lang: str = "en") -> str:
    """
    Say how a measure (one of `MEASURES`) can mislead.

    Raises
    ------
    KeyError
        If there is no such measure.
    """
    return word(f"displacement.misleads.{measure}", lang)


def formula(measure: str, lang: str = "en") -> str:
    """Say in words how a measure (one of `MEASURES`) is computed."""
    return word(f"displacement.formula.{measure}", lang)


def publication(measure: str, lang: str = "en") -> str:
    """Name what a measure (one of `MEASURES`) was taken from."""
    return word(f"displacement.publication.{measure}", lang)


def table(comparison: Comparison, lang: str = "en") -> pd.DataFrame:
    """
    Give one row a unit, the largest gain of share first; what is left out stands last.

    Returns
    -------
    table
        Columns `id`, `name`, those of `UNIT_COLUMNS` (shares in per cent; NaN: no value) and `note`, which says
        estimates and bounds, or why a unit is left out. `heads` words the columns.
    """
    rows = comparison.units.reset_index(names="id")
    rows = rows.assign(
        share_before=100 * rows["share_before"],
        share_after=100 * rows["share_after"],
        note=[_statuses(comparison, row, lang) for row in rows.to_dict("records")],
    )
    left = comparison.left_out.reset_index(names="id")
    left["note"] = [_why(comparison, row, lang) for row in left.to_dict("records")]
    columns = ["id", "name", *UNIT_COLUMNS, "note"]
    # an empty frame would make the numbers objects
    frames = [frame.reindex(columns=columns) for frame in (rows, left) if len(frame)]
    whole = pd.concat(frames, ignore_index=True)
    whole["name"] = whole["name"].map(lambda name: place_name(name, lang), na_action="ignore")
    return whole.astype(dict.fromkeys(UNIT_COLUMNS, float))


def heads(comparison: Comparison, lang: str = "en") -> dict[str, str]:
    """Word the columns of `table`."""
    unit = word(f"displacement.unit.{comparison.unit}", lang)
    years = {"before": comparison.first_year, "after": comparison.second_year}
    return {
        name: word(f"displacement.column.{name}", lang, unit=unit, year=years.get(name.rpartition("_")[2], ""))
        for name in ("id", "name", *UNIT_COLUMNS, "note")
    }


def csv_text(comparison: Comparison, lang: str = "en") -> str:
    """Write `table` as CSV that a spreadsheet program shows and never runs; blank means no value."""
    return frame_csv(table(comparison, lang).rename(columns=heads(comparison, lang)))


def _range(low: float, high: float, factor: float, decimals: int, lang: str) -> str:
    """Write an interval; '' where both ends read alike."""
    ends = number(factor * low, decimals), number(factor * high, decimals)
    return "" if ends[0] == ends[1] else word("displacement.headline.range", lang, low=ends[0], high=ends[1])


def _names(names: tuple[str, ...], lang: str) -> str:
    names = tuple(place_name(name, lang) for name in names)
    if len(names) <= NAMES_SHOWN:
        return listed(names, lang)
    shown = ", ".join(names[:NAMES_SHOWN])
    return word("displacement.list.more", lang, shown=shown, count=len(names) - NAMES_SHOWN)


def _field(name: str, value: object, lang: str) -> object:
    """Write a field of a finding: years joined, shares in per cent, codes in words."""
    if isinstance(value, tuple):
        return listed(tuple(map(str, value)), lang)
    if name == "share":
        return number(100 * float(str(value)), 1)
    group = {"whole": "displacement.whole", "before": "displacement.series", "after": "displacement.series"}.get(name)
    key = f"{group}.{value}"
    return word(key, lang) if group and has_word(key, lang) else value


def _statuses(comparison: Comparison, row: dict[str, object], lang: str) -> str:
    """Say which of the two values is an estimate, a bound or part of a year."""
    said = []
    for when, year in (("before", comparison.first_year), ("after", comparison.second_year)):
        status = word(f"displacement.status.{row[f'status_{when}']}", lang)
        if status:
            said.append(word("displacement.note.status", lang, year=year, status=status))
    return "; ".join(said)


def _why(comparison: Comparison, row: dict[str, object], lang: str) -> str:
    year = comparison.first_year if pd.isna(row["before"]) else comparison.second_year
    return word("displacement.note.left_out", lang, why=word(f"displacement.why.{row['why']}", lang), year=year)
