"""Two years of a subject side by side: every measure, with what it rests on and what speaks against it."""

from dataclasses import replace
from functools import lru_cache

import numpy as np
import pandas as pd

from geo.displacement import planar
from geo.displacement.centres import ellipse, mean_centre, median_centre, shift
from geo.displacement.centres import standard_distance as spread
from geo.displacement.comparability import common_units
from geo.displacement.compared import Comparison, Coverage, Stop
from geo.displacement.findings import REFUSE, Refused
from geo.displacement.intervals import DRAWS, SEED, Draws, draws, interval
from geo.displacement.shares import concentration, decompose, moved
from geo.displacement.subject import Subject
from geo.displacement.subjects import subject
from geo.displacement.transport import transport
from geo.tables import data_version
from geo.timeline import YEARS

LEAST_AXIS_KM = 0.1  # a thinner ellipse is a line


def compare(subject_key: str, first_year: int, second_year: int, draws: int = DRAWS, seed: int = SEED) -> Comparison:
    """
    Compare two years of a subject.

    Only units with a value in both years and a point are compared; every year of the track holds just these. The
    intervals hold what rival sources and the precision of points leave open, not the error of any survey.

    Parameters
    ----------
    subject_key
        Key of a subject (`geo.displacement.subjects`).
    first_year, second_year
        The earlier and the later year, 2012 to 2020.
    draws, seed
        Of the Monte Carlo intervals; the same seed gives the same intervals.

    Raises
    ------
    KeyError
        If there is no such subject.
    Refused
        If the years may not be compared; it holds the reasons.
    TableError
        If a table cannot be read.
    """
    one = _compare(subject_key, first_year, second_year, draws, seed, data_version())
    flows = replace(one.transport, flows=one.transport.flows.copy())
    return replace(
        one, units=one.units.copy(), left_out=one.left_out.copy(), history=one.history.copy(), transport=flows
    )


@lru_cache(maxsize=128)
def _compare(key: str, first: int, second: int, n: int, seed: int, version: str) -> Comparison:
    one = subject(key)
    findings = one.comparable(first, second)
    if any(finding.level == REFUSE for finding in findings):
        raise Refused(key, first, second, findings)
    units = common_units(one, first, second)
    places, (before, after) = one.located().loc[units], (one.values(year)[units] for year in (first, second))
    points = places.geometry
    drawn = draws([one.ranges(year).loc[units] for year in (first, second)], points, places["precision_km"], n, seed)
    track, skipped = _track(one, units, first, second)
    way = shift(track[0].mean, track[-1].mean)
    cheapest = transport(before, after, points)
    used = [one.measured(year).loc[units] for year in (first, second)]
    return Comparison(
        subject=key,
        first_year=first,
        second_year=second,
        unit=one.unit,
        kind=one.kind,
        whole=one.whole,
        table=one.table,
        units=_units(one, decompose(before, after), first, second),
        left_out=_left_out(one, units, first, second),
        history=pd.DataFrame({year: one.values(year).reindex(units) for year in range(first, second + 1)}),
        growth=float(after.sum() / before.sum() - 1),
        moved_share=interval(_moved, drawn, float(moved(before.to_numpy()[None], after.to_numpy()[None])[0])),
        track=track,
        skipped=skipped,
        shift=way,
        shift_km=interval(_shifts_km, drawn, way.km),
        median_shift=shift(track[0].median, track[-1].median),
        transport=cheapest,
        coverage=tuple(
            _coverage(one, year, float(values.sum())) for year, values in ((first, before), (second, after))
        ),
        warnings=tuple(findings),
        sources=tuple(dict.fromkeys(key for rows in used for keys in rows["source_keys"] for key in keys)),
        rows=tuple(row for rows in used for ids in rows["row_ids"] for row in ids),
        rivals=tuple(row for rows in used for ids in rows["rival_ids"] for row in ids),
        draws=n,
        seed=seed,
    )


def _moved(drawn: Draws) -> np.ndarray:
    return moved(*drawn.values)


def _shifts_km(drawn: Draws) -> np.ndarray:
    """Measure the way of the mean centre in every draw."""
    ends = [planar.degrees(planar.mean(drawn.xy, values)) for values in drawn.values]
    return planar.distances_km(*ends)


def _track(one: Subject, units: list[str], first: int, second: int) -> tuple[tuple[Stop, ...], dict[int, str]]:
    """Follow the compared units from year to year; a year that lacks one of them would be another picture."""
    stops, skipped, points = [], {}, one.points().loc[units]
    for year in (year for year in YEARS if first <= year <= second):
        values = one.values(year).reindex(units)
        if values.isna().any():
            skipped[year] = "no_values" if values.isna().all() else "units_missing"
        elif not values.sum() > 0:
            skipped[year] = "sum_zero"
        else:
            round_it = ellipse(points, values)
            stops.append(
                Stop(
                    year,
                    float(values.sum()),
                    mean_centre(points, values),
                    median_centre(points, values),
                    spread(points, values),
                    round_it if round_it.minor_km > LEAST_AXIS_KM else None,
                    concentration(values),
                )
            )
    return tuple(stops), skipped


def _units(one: Subject, parts: pd.DataFrame, first: int, second: int) -> pd.DataFrame:
    """Add names, statuses, series and points to the parts; the largest gain of share comes first."""
    places = one.located().loc[parts.index]
    table = parts.copy()
    table.insert(0, "name", one.names()[parts.index])
    for year, when in ((first, "before"), (second, "after")):
        rows = one.measured(year).loc[parts.index]
        table[f"status_{when}"], table[f"series_{when}"] = rows["status"], rows["series"]
    table["lon"], table["lat"] = places.geometry.x, places.geometry.y
    return table.sort_values("redistribution", ascending=False, kind="stable").rename_axis("unit")


def _left_out(one: Subject, units: list[str], first: int, second: int) -> pd.DataFrame:
    """List the units with a value in one of the years only, and why the other has none."""
    before, after, names, rows = one.values(first), one.values(second), one.names(), []
    why = {year: one.missing(year) for year in (first, second)}
    for unit in dict.fromkeys([*before.index, *after.index]):
        if unit not in units:
            lacking = first if unit not in before.index else second
            rows.append(
                {
                    "unit": unit,
                    "name": names.get(unit, unit),
                    "before": before.get(unit, np.nan),
                    "after": after.get(unit, np.nan),
                    "why": why[lacking].get(unit, "no_value"),
                }
            )
    frame = pd.DataFrame(rows, columns=["unit", "name", "before", "after", "why"]).set_index("unit")
    return frame.astype({"before": float, "after": float})


def _coverage(one: Subject, year: int, total: float) -> Coverage:
    figure = one.national(year)
    return Coverage(year, total, figure, total / figure if figure else None)
