"""Shares of a whole: national growth and redistribution, the share that moved, concentration."""

import numpy as np
import pandas as pd

COLUMNS = ("before", "after", "change", "national", "redistribution", "share_before", "share_after")


def decompose(before: pd.Series, after: pd.Series) -> pd.DataFrame:
    """
    Part the change of each unit into the growth of the whole and a redistribution among the units.

    With v the value of a unit, V the sum over the units and p = v / V its share: national = v1 (V2 / V1 - 1) is what
    the unit would have gained had it kept its share; redistribution = V2 (p2 - p1) is the rest. The redistributions
    sum to 0. This is the plain shift-share identity.

    A unit that merely did not shrink looks like a receiver: show both parts, never one alone. Where the whole fell,
    `national` is negative everywhere.

    Parameters
    ----------
    before, after
        Values by unit, in one unit of measure, 0 or more. A missing or NaN value is no value, never 0.

    Returns
    -------
    table
        One row a unit that has a value in both, in the order of `before`; columns `before`, `after`, `change`,
        `national`, `redistribution` (all in the unit of the values), `share_before`, `share_after` (0 to 1).

    Raises
    ------
    ValueError
        If a unit stands twice, a value is negative or infinite, no unit has a value in both, or a sum is 0.
    """
    first, second = common(before, after)
    growth = second.sum() / first.sum()
    table = pd.DataFrame({"before": first, "after": second, "change": second - first})
    table["national"] = first * (growth - 1)
    table["share_before"], table["share_after"] = first / first.sum(), second / second.sum()
    table["redistribution"] = second.sum() * (table["share_after"] - table["share_before"])
    return table[list(COLUMNS)]


def moved_share(before: pd.Series, after: pd.Series) -> float:
    """
    Return the least share of the whole that must have changed its unit: half the sum of |p2 - p1|, 0 to 1.

    This is the total variation distance of the two share distributions. It says nothing of how far, and moves inside
    a unit do not show. Where one unit grows by itself and the others stay, shares move too though nothing travelled.

    Raises
    ------
    ValueError
        As `decompose`.
    """
    first, second = common(before, after)
    return float(moved(first.to_numpy()[None], second.to_numpy()[None])[0])


def moved(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """Do what `moved_share` does for many draws at once: one row a draw, one column a unit."""
    shares = [values / values.sum(axis=1, keepdims=True) for values in (before, after)]
    return np.abs(shares[1] - shares[0]).sum(axis=1) / 2


def concentration(values: pd.Series) -> float:
    """
    Return the Herfindahl-Hirschman index: the sum of squared shares, from 1 / n (all alike) to 1 (all in one unit).

    It depends on how the units are cut: compare only the same units.

    Raises
    ------
    ValueError
        If a unit stands twice, a value is negative or infinite, or the sum is 0.
    """
    known = checked(values, "the values")
    return float(((known / known.sum()) ** 2).sum())


def common(before: pd.Series, after: pd.Series) -> tuple[pd.Series, pd.Series]:
    """
    Keep the units that have a value in both, in the order of `before`.

    Raises
    ------
    ValueError
        As `decompose`.
    """
    named = ((before, "the values before"), (after, "the values after"))
    known = [checked(values, what) for values, what in named]
    both = [unit for unit in known[0].index if unit in known[1].index]
    if not both:
        raise ValueError(
            f"no unit has a value in both: {len(known[0])} before, {len(known[1])} after; "
            "compare years that share units"
        )
    first, second = (checked(values[both], what) for values, (_, what) in zip(known, named, strict=True))
    return first, second


def checked(values: pd.Series, what: str) -> pd.Series:
    """
    Let only values pass that have shares: each unit once, finite, 0 or more, not all 0; NaN is left out.

    Raises
    ------
    ValueError
        With every fault.
    """
    known = values.dropna().astype(float)
    faults = []
    if known.index.has_duplicates:
        faults.append(f"units stand twice: {sorted(map(str, known.index[known.index.duplicated()]))[:5]}")
    if not np.isfinite(known).all() or (known < 0).any():
        wrong = known[~np.isfinite(known) | (known < 0)]
        faults.append(f"expected finite values of 0 or more, got {dict(list(wrong.items())[:5])}")
    if not faults and not known.sum() > 0:
        faults.append("the sum is 0, so that there are no shares")
    if faults:
        raise ValueError(f"{what}: {'; '.join(faults)}")
    return known
