"""Claims beside measures: does what a source says agree with how the shares of the units changed?"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from geo.displacement.findings import REFUSE
from geo.displacement.interventions import ancestors, parents
from geo.displacement.shares import decompose
from geo.displacement.subject import Subject
from geo.displacement.subjects import subject
from geo.tables import data_version, load_table
from geo.timeline import FIRST_YEAR, LAST_YEAR

AGREES, DISAGREES, MIXED, CANNOT = VERDICTS = ("agrees", "disagrees", "mixed", "cannot")
# Topics that a subject measures, and the column of the claims that names its units.
MEASURED = {"coca": ("coca_zones", "zone_id"), "mining": ("mining_sectors", "sector_id")}
# What a kind says of the shares of origin and target: -1 falls, 1 rises, 0 nothing. Other kinds say nothing of either.
SAID = {
    "moved": (-1, 1),
    "share_shift": (-1, 1),
    "increased": (0, 1),
    "spread": (0, 1),
    "returned": (0, 1),
    "grew_in_place": (0, 1),
    "hub_grew": (0, 1),
    "reduced": (-1, 0),
    "not_moved": (0, -1),
}
UNSURE = ("possible", "expected", "conditional")
# Why a claim cannot be compared, the first that holds.
WHY = (
    "no_measure", "no_direction", "not_asserted", "same_place", "no_destination", "no_unit", "no_start",
    "outside_series", "series_break", "no_survey_before", "no_value",
)  # fmt: skip


@dataclass(frozen=True)
class Span:
    """Two years within one series: what of the change was redistribution (unit of the subject), and whether it fits."""

    first: int
    last: int
    origin: float | None
    target: float | None
    agrees: bool


def agreement() -> pd.DataFrame:
    """
    Set every claim beside the redistribution among the units of its subject over its period.

    A claim that something moved agrees where its origin lost and its destination gained share (the redistribution of
    `decompose`), within every stretch of its period that lies in one series; of a spread, return or growth only the
    destination is looked at. Agreement is no proof: shares move though nothing travelled. Disagreement is none
    either: the units are coarse, and a year-end crop says nothing of traffic.

    Returns
    -------
    table
        One row a claim in file order: `claim_id, topic, kind, subject` ('' where nothing measures the topic),
        `origin, target` (units compared, '' for none), `wider` (whether a part of a zone is compared by the zone that
        holds it), `verdict` (one of `VERDICTS`; mixed: it differs between stretches), `why` (one of `WHY`, '' unless
        the verdict is cannot), `part_of_period` (whether less than the claim's period was compared), `spans` (a tuple
        of `Span`).
    """
    return _agreement(data_version()).copy()


@lru_cache(maxsize=2)
def _agreement(version: str) -> pd.DataFrame:
    return pd.DataFrame([judged(row) for row in load_table("displacement_claims").to_dict("records")])


def judged(row: dict[str, object]) -> dict[str, object]:
    """Judge one row of displacement_claims; see `agreement`."""
    key, column = MEASURED.get(row["topic"], ("", ""))
    origin, target = (_unit(row[f"{side}_{column}"], key) if column else "" for side in ("from", "to"))
    blank = {"claim_id": row["claim_id"], "topic": row["topic"], "kind": row["kind"], "subject": key}
    named = {side: row[f"{side}_{column}"] for side in ("from", "to")} if column else {}
    wider = any(not pd.isna(cell) and cell not in (origin, target) for cell in named.values())
    blank |= {"origin": origin, "target": target, "wider": wider, "verdict": CANNOT}
    blank |= {"why": "", "part_of_period": False, "spans": ()}
    why = _unsaid(row, key, column, origin, target)
    if why:
        return blank | {"why": why}
    about, (from_origin, to_target) = subject(key), SAID[row["kind"]]
    looked_at = [unit for unit, sign in ((origin, from_origin), (target, to_target)) if unit and sign]
    stretches, why = _stretches(row, about)
    known = [pair for pair in stretches if all(_valued(about, unit, pair) for unit in looked_at)]
    if not known:
        return blank | {"why": why or "no_value"}
    spans = tuple(_span(about, pair, origin, target, (from_origin, to_target)) for pair in known)
    fits = {span.agrees for span in spans}
    return blank | {
        "verdict": MIXED if len(fits) > 1 else AGREES if fits == {True} else DISAGREES,
        "part_of_period": not _whole(row, about, known),
        "spans": spans,
    }


@lru_cache(maxsize=4)
def _units(key: str, version: str) -> frozenset[str]:
    """Name the units of a subject that have a point."""
    return frozenset(subject(key).located().index)


@lru_cache(maxsize=4)
def _years(key: str, version: str) -> tuple[int, ...]:
    return subject(key).years()


def _unit(named: object, key: str) -> str:
    """Give the unit that an end names: itself, or the zone that holds it."""
    if pd.isna(named):
        return ""
    unit, known = str(named), _units(key, data_version())
    return next((one for one in (unit, *ancestors(unit, parents(key))) if one in known), unit)


def _unsaid(row: dict[str, object], key: str, column: str, origin: str, target: str) -> str:
    """Say why nothing can be compared, whatever the figures; '' if something can."""
    if not key:
        return "no_measure"
    if row["kind"] not in SAID:
        return "no_direction"
    if row["certainty"] in UNSURE:
        return "not_asserted"
    of_origin, of_target = SAID[row["kind"]]
    if origin and origin == target:
        return "same_place"
    # what the ends say in words, but no unit has
    if of_target and not target:
        return "no_unit" if row["has_destination"] else "no_destination"
    known = _units(key, data_version())
    wanted = [unit for unit, sign in ((origin, of_origin), (target, of_target)) if sign and unit]
    return "no_unit" if not wanted or not set(wanted) <= known else ""


def _period(row: dict[str, object], about: Subject) -> tuple[int, int]:
    """
    Give the figures that enclose a claim's period: the last before it and the last in it.

    Crops stand at the end of a year, so that a period which ends in March ends with the figure of the year before;
    scars are those newly seen within a year.
    """
    first, last = int(row["from_year"]) - 1, int(row["until_year"])
    end = str(row["period_end"])
    at_year_end = about.key.startswith("coca")
    if at_year_end and len(end) >= 7 and end[5:7] != "12" and last > int(row["from_year"]):
        last -= 1
    return first, last


def _stretches(row: dict[str, object], about: Subject) -> tuple[list[tuple[int, int]], str]:
    """Part a claim's period at the breaks of the series; and why nothing is left, if so."""
    if pd.isna(row["from_year"]) or pd.isna(row["until_year"]):
        return [], "no_start"
    first, last = _period(row, about)
    known = _years(about.key, data_version())
    years = [year for year in known if max(first, FIRST_YEAR) <= year <= min(last, LAST_YEAR)]
    # of what is newly seen each year, a year of the same kind must lie before the move
    if years and not about.key.startswith("coca") and (first not in years or about.breaks(first, years[-1])):
        return [], "no_survey_before"
    if len(years) < 2:
        return [], "outside_series"
    by_series: dict[str, list[int]] = {}
    for year in years:
        by_series.setdefault(about.series_of(year), []).append(year)
    pairs = [(min(own), max(own)) for own in by_series.values() if len(own) > 1]
    usable = [pair for pair in pairs if not any(one.level == REFUSE for one in about.checks(*pair))]
    return usable, "" if usable else "series_break"


def _valued(about: Subject, unit: str, pair: Sequence[int]) -> bool:
    return all(unit in about.values(year).index for year in pair)


def _span(about: Subject, pair: tuple[int, int], origin: str, target: str, said: tuple[int, int]) -> Span:
    """Compare two years over the units with a value in both."""
    moved = decompose(*(about.values(year) for year in pair))["redistribution"]
    found = [float(moved[unit]) if unit in moved.index else None for unit in (origin, target)]
    fits = [sign * value > 0 for sign, value in zip(said, found, strict=True) if sign and value is not None]
    if said == SAID["not_moved"]:
        fits = [found[1] is not None and found[1] <= 0]
    return Span(*pair, *found, agrees=all(fits))


def _whole(row: dict[str, object], about: Subject, known: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the stretches compared leave out nothing of the claim's period."""
    first, last = _period(row, about)
    covered = {year for start, end in known for year in range(start + 1, end + 1)}
    return set(range(first + 1, last + 1)) <= covered
