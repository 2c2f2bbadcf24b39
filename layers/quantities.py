"""A figure as its source hedges it: about, at least, more than."""

import pandas as pd

from layers.amounts import number
from layers.words import word

BOUNDS = ("at_least", "at_most", "more_than", "less_than", "over", "up_to")


def hedged(value: float, qualifier: object, lang: str = "en") -> str:
    """Write a value with its qualifier: `about 19,900`; a blank qualifier or `exactly` adds nothing."""
    if pd.isna(qualifier) or qualifier in ("", "exactly"):
        return number(value)
    return word(f"layers.qualifier.{qualifier}", lang, value=number(value))


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
