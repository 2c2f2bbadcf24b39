"""Looks of value classes: one for each class between the breaks, its bounds spelled out in the legend."""

from collections.abc import Sequence

from layers.amounts import number
from layers.base import Look
from layers.classes import class_bounds


def class_looks(breaks: Sequence[float], ramp: Sequence[str], unit: str, **shared: object) -> tuple[Look, ...]:
    """
    Give the look of each class, `class0` below the first break; the highest class leads the legend.

    Parameters
    ----------
    breaks
        Rising bounds, in `unit`.
    ramp
        Fill of each class, one more than there are breaks.
    unit
        What the legend writes behind a bound.
    shared
        What the looks have in common: fields of `layers.base.Look`.

    Raises
    ------
    ValueError
        If the ramp does not have a colour a class.
    """
    bounds = class_bounds(breaks)
    if len(ramp) != len(bounds):
        raise ValueError(f"{len(breaks)} breaks make {len(bounds)} classes, got {len(ramp)} colours: give one a class")
    return tuple(
        Look(
            id=f"class{index}",
            legend=f"layers.class.{'below' if low is None else 'over' if high is None else 'between'}",
            fields={"low": number(low or 0), "high": number(high or 0), "unit": unit},
            fill=colour,
            rank=len(ramp) - index,
            **shared,
        )
        for index, ((low, high), colour) in enumerate(zip(bounds, ramp, strict=True))
    )
