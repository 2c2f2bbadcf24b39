"""Every measure of a comparison: its number, interval, detail, formula and publication."""

import pandas as pd

from geo.displacement import Comparison, Stop
from layers.amounts import number
from layers.displaced import formula, publication
from layers.linked import frame_csv
from layers.words import word

DEGREES = 3  # decimals of a shown centre: about 100 m, far below its doubt


def measures(comparison: Comparison, lang: str = "en") -> pd.DataFrame:
    """
    Give every measure of a comparison, one a row.

    Returns
    -------
    measures
        Columns `key`, `measure`, `value`, `low`, `high` (NaN: no interval), `unit`, `detail`, `formula`,
        `publication`.
    """
    km, percent = "km", "%"
    rows = [
        ("growth", None, 100 * comparison.growth, percent, _growth(comparison, lang)),
        ("moved_share", None, 100 * comparison.moved_share.value, percent, _draws(comparison, lang)),
        ("shift", None, comparison.shift.km, km, _way(comparison, "mean", lang)),
        ("median_shift", None, comparison.median_shift.km, km, _way(comparison, "median", lang)),
        ("transport", None, comparison.transport.mean_km, km, word("displacement.detail.transport", lang)),
    ]
    for stop in (comparison.first, comparison.second):
        rows.append(("standard_distance", stop.year, stop.standard_distance_km, km, ""))
        if stop.ellipse:
            rows.append(("ellipse", stop.year, stop.ellipse.major_km, km, _ellipse(stop, lang)))
        rows.append(("concentration", stop.year, stop.concentration, "", ""))
    for held in comparison.coverage:
        if held.share is not None:
            rows.append(("coverage", held.year, 100 * held.share, percent, _coverage(comparison, held.year, lang)))
    bounds = {
        "moved_share": (100 * comparison.moved_share.low, 100 * comparison.moved_share.high),
        "shift": (comparison.shift_km.low, comparison.shift_km.high),
    }
    return pd.DataFrame(
        [
            {
                "key": key,
                "measure": word(f"displacement.measure.{key}", lang, year=year),
                "value": value,
                "low": bounds.get(key, (float("nan"),) * 2)[0],
                "high": bounds.get(key, (float("nan"),) * 2)[1],
                "unit": unit,
                "detail": detail,
                "formula": formula(key, lang),
                "publication": publication(key, lang),
            }
            for key, year, value, unit, detail in rows
        ]
    )


def measures_csv(comparison: Comparison, lang: str = "en") -> str:
    """Write `measures` as CSV that a spreadsheet program shows and never runs."""
    frame = measures(comparison, lang).drop(columns="key")
    return frame_csv(frame.rename(columns={name: word(f"displacement.column.{name}", lang) for name in frame}))


def _growth(comparison: Comparison, lang: str) -> str:
    ends = {"first": number(comparison.first.total), "second": number(comparison.second.total)}
    return word("displacement.detail.growth", lang, unit=_unit(comparison, lang), **ends)


def _draws(comparison: Comparison, lang: str) -> str:
    if comparison.moved_share.low == comparison.moved_share.high:
        return word("displacement.detail.undisputed", lang)
    return word("displacement.detail.draws", lang, n=comparison.draws, seed=comparison.seed)


def _way(comparison: Comparison, centre: str, lang: str) -> str:
    start, end = getattr(comparison.first, centre), getattr(comparison.second, centre)
    way = comparison.shift if centre == "mean" else comparison.median_shift
    said = {
        "from_lat": number(start.lat, DEGREES),
        "from_lon": number(start.lon, DEGREES),
        "to_lat": number(end.lat, DEGREES),
        "to_lon": number(end.lon, DEGREES),
    }
    if not way.compass:
        return word("displacement.detail.no_shift", lang, **said)
    compass = word(f"displacement.compass.{way.compass}", lang)
    return word("displacement.detail.shift", lang, bearing=number(way.bearing, 0), compass=compass, **said)


def _ellipse(stop: Stop, lang: str) -> str:
    held = stop.ellipse
    axes = {"major": number(held.major_km, 0), "minor": number(held.minor_km, 0)}
    return word("displacement.detail.ellipse", lang, bearing=number(held.bearing, 0), **axes)


def _coverage(comparison: Comparison, year: int, lang: str) -> str:
    held = next(one for one in comparison.coverage if one.year == year)
    return word(
        "displacement.detail.coverage",
        lang,
        total=number(held.total),
        figure=number(held.figure),
        unit=_unit(comparison, lang),
        whole=word(f"displacement.whole.{comparison.whole}", lang),
    )


def _unit(comparison: Comparison, lang: str) -> str:
    return word(f"displacement.unit.{comparison.unit}", lang)
