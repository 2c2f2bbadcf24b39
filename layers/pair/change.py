"""The difference of two years, unit by unit: red gained, blue lost, hatched where no comparison can be made."""

from collections.abc import Sequence
from functools import lru_cache
from math import floor, log10

import pandas as pd

from geo.displacement.comparison import Comparison
from geo.displacement.subjects import subject
from geo.tables import data_version
from geo.timeline import YEARS
from layers import tokens
from layers.amounts import MINUS, number, share_change
from layers.base import Look
from layers.classes import class_of, radius
from layers.pair.file import Shape
from layers.words import word
from layers.zone_shapes import outlines

OUTLINED = "coca_zones"  # the one subject whose units have outlines
STEPS = (25, 5, 1)  # the class breaks are the largest one divided by these
SAME = len(tokens.DIVERGING) // 2
SMALLEST_PX, HOLLOW_PX = 3.0, 4.0
SIZE_SHARES = (0.25, 1.0)
MOST_TIMES = 10  # beyond it a change in per cent is only told in units


def breaks(key: str) -> tuple[float, ...]:
    """
    Give the class breaks of a subject's changes, in its unit: the same for all pairs of years, so that colours compare.

    The largest is a round number near half the largest change of any unit between any two years.
    """
    return _breaks(largest(key), subject(key).kind == "count")


def largest(key: str) -> float:
    """Give the largest change of any unit between any two years, in the subject's unit."""
    return _largest(key, data_version())


@lru_cache(maxsize=32)
def _largest(key: str, version: str) -> float:
    one = subject(key)
    values = pd.DataFrame({year: one.values(year) for year in YEARS})
    widest = (values.max(axis="columns") - values.min(axis="columns")).max()
    return float(widest) if widest > 0 else 1.0


def _breaks(most: float, counts: bool) -> tuple[float, ...]:
    top = rounded_down(most / 2)
    if counts and top < STEPS[0]:
        return (1.0, 2.0, max(4.0, top))
    return tuple(rounded_down(top / step) for step in STEPS)


def rounded_down(value: float) -> float:
    """Give the largest of 1, 2, 5, 10, 20, 50, ... that is not above a positive value."""
    power = 10.0 ** floor(log10(value))
    return next(step * power for step in (5.0, 2.0, 1.0) if step * power <= value * (1 + 1e-9))


def class_of_change(change: float, limits: Sequence[float]) -> int:
    """Give the class of a change: 0 the largest loss, 3 little or none, 6 the largest gain."""
    far = class_of(abs(change), limits)
    return SAME + far if change > 0 else SAME - far


def looks(key: str, lang: str = "en") -> tuple[Look, ...]:
    """Give the looks of outline and circle for each class, and those of units that are not compared."""
    limits, found = breaks(key), []
    area = key == OUTLINED
    for step, fill in enumerate(tokens.DIVERGING):
        far = abs(step - SAME)
        sign, line = ("gain", tokens.GAIN) if step > SAME else ("loss", tokens.LOSS)
        name = "same" if not far else f"{sign}_over" if far == SAME else sign
        low, high = limits[max(far - 1, 0)], limits[min(far, SAME - 1)]
        shared = {
            "legend": f"pair.class.{name}",
            "fields": {"low": number(low), "high": number(high)},
            "stroke": line if far else tokens.MUTED,
            "rank": len(tokens.DIVERGING) - step,
            "fill": fill,
        }
        if area:
            found.append(Look(id=f"area{step}", symbol="area", fill_opacity=0.75, width=1.0, **shared))
        inner = {"inner": "plus" if step > SAME else "bar", "inner_colour": _ink(far)} if far else {}
        own = shared | ({"legend": ""} if area else {})
        found.append(Look(id=f"circle{step}", symbol="circle", fill_opacity=0.85, width=1.2, **inner, **own))
    left = {"stroke": tokens.MUTED, "rank": 20}
    none = "pair.class.none"
    if area:
        found.append(Look(id="area-none", symbol="area", fill=tokens.NO_FIGURE, hatch=True, legend=none, **left))
    hollow = {"fill": tokens.PAPER, "dash": "2 2", "legend": "" if area else none}
    return (*found, Look(id="circle-none", symbol="circle", **hollow, **left))


def _ink(far: int) -> str:
    return tokens.INK if far == 1 else tokens.PAPER


def sizes(key: str, lang: str = "en") -> list[dict[str, object]]:
    """Give the circles that the legend explains: changes of either sign."""
    most, unit = largest(key), word(f"displacement.unit.{subject(key).unit}", lang)
    shown = dict.fromkeys(max(1.0, rounded_down(most * share)) for share in SIZE_SHARES)
    return [{"r": size(key, value), "label": f"±{number(value)} {unit}"} for value in shown]


def size(key: str, change: float) -> float:
    """Give the radius in px of the circle of a change: its area is the change, on one scale for all pairs of years."""
    return radius(abs(change), largest(key), tokens.CHANGE_RADIUS_PX, SMALLEST_PX)


def shapes(one: Comparison, lang: str = "en") -> list[Shape]:
    """Give outline and circle of every unit that two years compare, and of those that they do not."""
    limits, known, places = breaks(one.subject), _areas(one.subject), subject(one.subject).points()
    keys, unit = one.sources, word(f"displacement.unit.{one.unit}", lang)
    found = []
    for row in one.units.sort_values("change", key=abs, ascending=False).itertuples():
        step = class_of_change(row.change, limits)
        shared = {"id": row.Index, "name": row.name, "source_keys": keys, "rank": abs(row.change)}
        hover = _hover(one, row, lang)
        # of hundreds of cells only those that changed are named
        told = step != SAME or one.subject == OUTLINED
        if row.Index in known:
            found.append(Shape(geometry=known[row.Index], part="area", look=f"area{step}", hover=hover, **shared))
        found.append(
            Shape(
                geometry=places[row.Index],
                look=f"circle{step}",
                radius=size(one.subject, row.change),
                text=f"{row.name}\n{signed(row.change)} {unit}{_relative(row)}" if told else "",
                hover=hover,
                **shared,
            )
        )
    return found + unknown(one.subject, [unit for unit in places.index if unit not in one.units.index], keys, one, lang)


def unknown(
    key: str, units: Sequence[str], keys: tuple[str, ...], one: Comparison | None = None, lang: str = "en"
) -> list[Shape]:
    """Draw units that are not compared: hatched or hollow, said why where a value stands in one year only."""
    known, places, names = _areas(key), subject(key).points(), subject(key).names()
    found = []
    for unit in units:
        alone = one is not None and unit in one.left_out.index
        said = word("pair.one_year_only" if alone else "pair.no_values", lang)
        shared = {"id": unit, "name": names[unit], "source_keys": keys, "hover": said}
        if unit in known:
            found.append(Shape(geometry=known[unit], part="area", look="area-none", **shared))
        label = f"{names[unit]}\n{said}" if alone and key == OUTLINED else ""
        found.append(
            Shape(
                geometry=places[unit],
                look="circle-none",
                radius=HOLLOW_PX if alone else SMALLEST_PX,
                text=label,
                **shared,
            )
        )
    return found


def signed(value: float) -> str:
    """Write a number with its sign; a change of nothing has none."""
    text = number(abs(value), 0 if abs(value) >= 10 else None)
    return text if text == "0" else f"{'+' if value > 0 else MINUS}{text}"


def _relative(row: object) -> str:
    """Give a change in per cent, unless the value before is so small that the number says nothing."""
    told = row.before > 0 and row.after <= MOST_TIMES * row.before
    return f" ({share_change(row.after, row.before)})" if told else ""


def _hover(one: Comparison, row: object, lang: str) -> str:
    return word(
        "pair.hover",
        lang,
        first=one.first_year,
        second=one.second_year,
        before=number(row.before),
        after=number(row.after),
        unit=word(f"displacement.unit.{one.unit}", lang),
        national=signed(row.national),
        redistribution=signed(row.redistribution),
    )


def _areas(key: str) -> dict[str, object]:
    return dict(outlines().set_index("zone_id").geometry.items()) if key == OUTLINED else {}
