"""The weighted displacement difference: a count test of a treated area and its surroundings, with an interval."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from scipy.stats import norm

from geo.displacement.quotient import pair_of

NAMES = ("treated", "treated_control", "surroundings", "surroundings_control")
LEVEL = 0.95


@dataclass(frozen=True)
class Part:
    """One difference in differences, in events (or events a unit of area), with its 95 % interval."""

    value: float
    se: float
    z: float
    low: float
    high: float


@dataclass(frozen=True)
class Difference(Part):
    """The whole difference, and of it the treated area alone (`local`) and its surroundings (None if not given)."""

    local: Part
    surroundings: Part | None


def wdd(
    treated: Sequence[int],
    treated_control: Sequence[int],
    surroundings: Sequence[int] | None = None,
    surroundings_control: Sequence[int] | None = None,
    areas: Sequence[float] | None = None,
) -> Difference:
    """
    Add up how the counts of a treated area and of its surroundings changed, each against its own control.

    WDD = (Ra - Rb) - (CRa - CRb) + (Da - Db) - (CDa - CDb); its variance is the sum of the eight counts (Poisson);
    z = WDD / sqrt(variance). Per area: each difference divided by its area, each count by the area squared.
    Negative is a net reduction. The local part leaves the surroundings out.

    For counts only (events, seizures, sites): hectares have another error. The normal approximation needs more than a
    handful of events; controls should be of similar size and would have run in parallel; reported counts are no less
    for having been counted badly.

    Wheeler and Ratcliffe (2018), Crime Science 7:11.

    Parameters
    ----------
    treated, treated_control, surroundings, surroundings_control
        Each the count before and after; the last two together or not at all.
    areas
        Area of each, in the same order and one unit; without it counts are compared as they are.

    Raises
    ------
    ValueError
        If a count is no whole number of 0 or more, the surroundings or their control are missing alone, an area is
        not above 0, the areas are not as many as the pairs, or all counts are 0.
    """
    given = [treated, treated_control]
    if (surroundings is None) != (surroundings_control is None):
        raise ValueError("surroundings and surroundings_control are given together or not at all")
    if surroundings is not None and surroundings_control is not None:
        given += [surroundings, surroundings_control]
    pairs = [_counts(values, name) for values, name in zip(given, NAMES, strict=False)]
    sizes = [1.0] * len(pairs) if areas is None else [float(one) for one in areas]
    if len(sizes) != len(pairs) or not all(one > 0 for one in sizes):
        raise ValueError(f"areas are {sizes}, expected {len(pairs)} above 0: one for each of {NAMES[: len(pairs)]}")
    terms = [
        ((after - before) / size, (after + before) / size**2)
        for (before, after), size in zip(pairs, sizes, strict=True)
    ]
    if not any(variance for _, variance in terms):
        raise ValueError("all counts are 0: there is nothing to test")
    local = _part(terms[:2])
    around = _part(terms[2:]) if len(terms) > 2 else None
    whole = _part(terms)
    return Difference(whole.value, whole.se, whole.z, whole.low, whole.high, local, around)


def _part(terms: list[tuple[float, float]]) -> Part:
    """Add up differences less those of their controls; a part without any event has no spread."""
    value = sum(difference * (-1 if place % 2 else 1) for place, (difference, _) in enumerate(terms))
    se = sqrt(sum(variance for _, variance in terms))
    wide = float(norm.ppf((1 + LEVEL) / 2)) * se
    return Part(value, se, value / se if se else 0.0, value - wide, value + wide)


def _counts(values: Sequence[int], name: str) -> tuple[float, float]:
    pair = pair_of(values, name)
    if not all(one.is_integer() for one in pair):
        raise ValueError(f"{name} is {tuple(values)}, expected counts: hectares have another error than events")
    return pair
