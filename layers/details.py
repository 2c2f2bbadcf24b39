"""The rows behind one feature: every value with its source, its rivals, and why one is shown."""

from dataclasses import dataclass, field

import pandas as pd

from geo.places import shown_position
from geo.sources import Source, keys_in, sources
from geo.tables import load_table
from geo.timeline import YEARS
from layers.base import STATUSES, Behind, Layer
from layers.drawing import features_of, marks_of
from layers.evidence import RIVAL_COLUMNS, agreeing_of, evidence, rivals_of
from layers.facts import facts
from layers.package_words import place_name, unit_word
from layers.registry import layer
from layers.titles import unit
from layers.words import word

# What stands for a year: a value, one of the hedged kinds, no value, or the first value of a new series.
SERIES_STATUSES = (*STATUSES, "none", "break_before")


@dataclass(frozen=True)
class Detail:
    """
    What is known of one feature; every text is plain and escaped by whoever renders it.

    `claim` says a route in words ('' elsewhere); `position` is cut to what is known of the place; `series`
    has one row a year (2012-2020) with `year, value, text, sources, status` (one of `SERIES_STATUSES`); `evidence`
    one row a stated value; `rivals` one row a pair of values that disagree, `agreeing` one a pair that agrees;
    `tables` holds what else is known, as (title, frame) pairs; `sources` names every source, the rows' own first.
    """

    layer: str
    id: str
    name: str
    unit: str
    claim: str
    position: str
    series: pd.DataFrame
    evidence: pd.DataFrame
    rivals: pd.DataFrame
    tables: tuple[tuple[str, pd.DataFrame], ...]
    sources: tuple[Source, ...]
    agreeing: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(RIVAL_COLUMNS)))


def rows(key: str, feature_id: str, lang: str = "en") -> Detail:
    """
    Give what stands behind a click.

    Raises
    ------
    KeyError
        If there is no such layer, or it has no such feature.
    """
    one = layer(key)
    name = _name(one, feature_id, lang)
    found = {behind: _rows_of(behind, feature_id) for behind in one.behind}
    stated = [evidence(behind, frame, lang) for behind, frame in found.items() if behind.value]
    stated = [frame for frame in stated if len(frame)]
    first, known = next(iter(found.values())), sources()
    keys = dict.fromkeys(name for frame in found.values() for name in _source_keys(frame))
    compared = [
        (behind.table, frame) for behind, frame in found.items() if behind.value or behind is one.behind[0]
    ]
    return Detail(
        layer=key,
        id=feature_id,
        name=name,
        unit=unit_word(unit(one), lang),
        claim="" if first.empty else one.claim(first.iloc[0].to_dict(), lang),
        position=_position(one, feature_id, lang),
        series=_series(one, feature_id, lang),
        evidence=pd.concat(stated, ignore_index=True) if stated else evidence(one.behind[0], None, lang),
        rivals=rivals_of(compared, lang),
        agreeing=agreeing_of(compared, lang),
        tables=tuple(
            (word(behind.title, lang), facts(behind, frame, lang))
            for behind, frame in found.items()
            if len(frame) and not behind.value
        ),
        sources=tuple(known[name] for name in keys),
    )


def _name(one: Layer, feature_id: str, lang: str) -> str:
    features = features_of(one.key, lang)
    named = dict(zip(features["id"], features["name"], strict=True))
    left = one.left_out(lang)
    named |= {row.id: place_name(row.name, lang) for row in left.itertuples(index=False)}
    if feature_id not in named:
        raise KeyError(
            f"layer {one.key} has no feature {feature_id!r}; it has {len(named)}, such as {sorted(named)[:5]}"
        )
    return named[feature_id]


def _rows_of(behind: Behind, feature_id: str) -> pd.DataFrame:
    table = load_table(behind.table)
    if behind.many:
        return table[table[behind.on].map(lambda cell: feature_id in keys_in(cell)).astype(bool)]
    return table[table[behind.on].eq(feature_id).fillna(False).astype(bool)]


def _position(one: Layer, feature_id: str, lang: str) -> str:
    """Give degrees and MGRS square of a feature's place, cut to its precision; '' for zones, lines, the undrawn."""
    features = features_of(one.key, lang)
    own = features[features["id"].eq(feature_id)]
    if own.empty or "place_id" not in own or pd.isna(own["place_id"].iloc[0]):
        return ""
    shown = shown_position(own["place_id"].iloc[0], one.shown_to_km)
    # A hundredth of a degree is about a kilometre, a tenth about ten: no finer than the square.
    decimals = 1 if shown.square_km >= 10 else 2
    lat, lon = (f"{value:.{decimals}f}°".replace("-", "−") for value in (shown.lat, shown.lon))
    return word("layers.details.position", lang, lat=lat, lon=lon, mgrs=shown.mgrs, km=shown.square_km)


def _series(one: Layer, feature_id: str, lang: str) -> pd.DataFrame:
    """Give what is drawn of a feature, year by year; years in which it is not drawn are blank."""
    known, listed, begun = sources(), [], set()
    for year, marks in marks_of(one.key, lang).items():
        own = marks[marks["id"].eq(feature_id)]
        blank = {"year": year, "value": float("nan"), "text": "", "sources": "", "status": "none"}
        if own.empty:
            listed.append(blank)
            continue
        mark = own.iloc[-1]  # the circle carries the label; an outline comes before it
        names = "; ".join(known[key].short for key in mark["source_keys"])
        listed.append(
            blank
            | {
                "text": mark["text"].partition("\n")[2].replace("\n", ", ") or mark["hover"],
                "value": mark["value"],
                "sources": names,
                "status": _status(one, mark, year, begun),
            }
        )
    return pd.DataFrame(listed, index=range(len(YEARS)))


def _status(one: Layer, mark: pd.Series, year: int, begun: set[int]) -> str:
    """Tell what kind of figure stands for a year; the first plain one of a new series says so (`begun` notes it)."""
    if pd.isna(mark["value"]):
        return "none"
    new = {first for first in one.breaks_before if first <= year} - begun
    begun |= new
    return "break_before" if new and mark["status"] == "value" else mark["status"]


def _source_keys(frame: pd.DataFrame) -> list[str]:
    """Name the sources of rows: their own, then those that report the same."""
    keys = list(frame["source_key"])
    for column in ("corroborating_sources", "also_seen_in"):
        if column in frame:
            keys += [key for cell in frame[column] for key in keys_in(cell)]
    return keys
