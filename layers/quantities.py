"""A figure as its source hedges it: about, at least, more than."""

import pandas as pd

from layers.amounts import number
from layers.words import word

BOUNDS = ("at_least", "at_most", "more_than", "less_than", "over", "up_to")
UPPER_BOUNDS = ("at_most", "less_than", "up_to")
PLAIN = ("", "exactly", "as_stated")


def hedged(value: float, qualifier: object, lang: str = "en") -> str:
    """Write a value with its qualifier: `about 19,900`; a plain statement adds nothing."""
    if pd.isna(qualifier) or qualifier in PLAIN:
        return number(value)
    return word(f"layers.qualifier.{qualifier}", lang, value=number(value))


def sum_qualifier(qualifiers: pd.Series) -> str:
    """
    Give the qualifier of a sum, from those of its parts.

    `up_to` or `at_least` if parts are such bounds, `about` if both are or an estimate is among them, else ''.
    """
    said = set(qualifiers.dropna()) - set(PLAIN)
    if not said:
        return ""
    if said <= set(UPPER_BOUNDS):
        return "up_to"
    return "at_least" if said <= set(BOUNDS) - set(UPPER_BOUNDS) else "about"


def stated(
    chosen: pd.DataFrame, rivals: pd.DataFrame, unit: str, lang: str = "en", column: str = "coca_ha"
) -> str:
    """
    Write the one chosen value, with any bound that a rival row of the same thing and year gives.

    Parameters
    ----------
    chosen
        One row, with `row_id`, `qualifier` and the value.
    rivals
        All rows of the same thing and year, the chosen one among them or not.
    unit
        Follows the last number.

    Raises
    ------
    ValueError
        If `chosen` is not exactly one row.
    """
    if len(chosen) != 1:
        raise ValueError(f"{len(chosen)} rows were chosen, expected 1: {list(chosen['row_id'])}")
    row = chosen.iloc[0]
    parts = [hedged(row[column], row["qualifier"], lang)]
    if not pd.isna(row["qualifier"]) and row["qualifier"] != "exactly":
        bounds = rivals[
            rivals["qualifier"].isin(BOUNDS) & rivals["row_id"].ne(row["row_id"]) & rivals[column].notna()
        ]
        parts += [
            hedged(value, qualifier, lang)
            for value, qualifier in zip(bounds[column], bounds["qualifier"], strict=True)
        ]
    return ", ".join(parts) + (f" {unit}" if unit else "")
