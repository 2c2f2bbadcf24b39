"""A value to its class; the breaks are the same in every year."""

from bisect import bisect_right
from collections.abc import Sequence
from math import isfinite, sqrt


def class_of(value: float, breaks: Sequence[float]) -> int:
    """
    Give the class of a value: 0 below the first break, `len(breaks)` at or above the last.

    A value on a break belongs to the class above it.

    Raises
    ------
    ValueError
        If the value is negative or not a number (no figure has a look of its own), or the breaks do not rise.
    """
    if not isfinite(value) or value < 0:
        raise ValueError(
            f"value is {value}, expected a number of at least 0; draw a missing figure as 'no figure'"
        )
    if any(low >= high for low, high in zip(breaks, breaks[1:], strict=False)):
        raise ValueError(f"breaks are {tuple(breaks)}, expected rising numbers")
    return bisect_right(breaks, value)


def class_bounds(breaks: Sequence[float]) -> list[tuple[float | None, float | None]]:
    """Give the lower and upper bound of each class; None where it is open."""
    edges = [None, *breaks, None]
    return list(zip(edges, edges[1:], strict=False))


def radius(value: float, at_value: float, at_radius: float, smallest: float = 0.0) -> float:
    """
    Give the radius in px of a circle whose area is proportional to the value.

    Parameters
    ----------
    value
        What the circle stands for.
    at_value, at_radius
        One known pair that sets the scale.
    smallest
        Smallest radius drawn; a circle of this size may overstate its value.
    """
    return round(max(smallest, at_radius * sqrt(max(value, 0.0) / at_value)), 2)
