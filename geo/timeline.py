"""Time: rows of a year, the value to show where several exist, and its rivals."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from geo.tables import load_table, schema_of

FIRST_YEAR, LAST_YEAR = 2012, 2020
YEARS = tuple(range(FIRST_YEAR, LAST_YEAR + 1))
CONFIDENCE = ("A", "B", "C")  # best first


@dataclass(frozen=True)
class Change:
    """A value against the last earlier year that has one; `share` is None where the earlier value is 0."""

    year: int
    value: float
    previous_year: int
    previous: float

    @property
    def difference(self) -> float:
        """Value less the previous one, in the unit of the series."""
        return self.value - self.previous

    @property
    def share(self) -> float | None:
        """Difference as a share of the previous value."""
        return self.difference / self.previous if self.previous else None


def in_year(rows: pd.DataFrame, year: int) -> pd.DataFrame:
    """
    Keep the rows that belong to a year: by `year`, else by `from_year` and `until_year`, else by `date`.

    Raises
    ------
    KeyError
        If the rows carry no time.
    """
    if "year" in rows.columns:
        return rows[rows["year"].eq(year).fillna(False).astype(bool)]
    if "from_year" in rows.columns and "until_year" in rows.columns:
        return spans(rows, year)
    if "date" in rows.columns:
        return rows[rows["date"].astype("str").str[:4].eq(str(year)).fillna(False).astype(bool)]
    raise KeyError(
        f"rows carry neither year nor from_year/until_year nor date; they have {', '.join(rows.columns)}"
    )


def spans(
    rows: pd.DataFrame, year: int, start: str = "from_year", end: str = "until_year", undated: bool = False
) -> pd.DataFrame:
    """
    Keep the rows whose span covers a year, both ends included.

    Parameters
    ----------
    rows
        Rows with a first and a last year.
    year
        The year asked for.
    start, end
        The columns of the span. One blank end is open: still standing, or begun at an unknown time.
    undated
        Whether rows without any year are kept.

    Raises
    ------
    KeyError
        If a column of the span is missing.
    """
    for column in (start, end):
        if column not in rows.columns:
            raise KeyError(f"rows have no column {column!r}; they have {', '.join(rows.columns)}")
    first, last = rows[start], rows[end]
    covered = (first.le(year).fillna(False) | first.isna()) & (last.ge(year).fillna(False) | last.isna())
    neither = first.isna() & last.isna()
    return rows[(covered & (~neither | undated)).astype(bool)]


def preferred(rows: pd.DataFrame, table: str, by: str | Sequence[str]) -> pd.DataFrame:
    """
    Keep one row for each `by`: as conflicts.csv declares, else the most confident, else the first row.

    Parameters
    ----------
    rows
        Rows of `table` in file order, with its key.
    table
        The table they come from.
    by
        The columns that make rows rivals, such as zone and year.

    Returns
    -------
    rows
        One row for each `by`, in the order they came.

    Raises
    ------
    KeyError
        If the table or a column is unknown.
    ValueError
        If the declared preferences go in a circle.
    """
    return prefer(
        rows, load_table("conflicts").query("table_name == @table"), schema_of(table).primary_key[0], by
    )


def prefer(rows: pd.DataFrame, conflicts: pd.DataFrame, key: str, by: str | Sequence[str]) -> pd.DataFrame:
    """
    Do what `preferred` does with conflicts at hand: rows of conflicts.csv about this table.

    Raises
    ------
    KeyError
        If a column is missing.
    ValueError
        If the declared preferences go in a circle.
    """
    left = unbeaten(rows, conflicts, key, by)
    if left.empty:
        return left
    by = [by] if isinstance(by, str) else list(by)
    rank = pd.Series(0, index=left.index)
    if "confidence" in left.columns:
        worst = len(CONFIDENCE)
        rank = left["confidence"].map({one: at for at, one in enumerate(CONFIDENCE)}).fillna(worst)
    group = left.groupby(by, dropna=False, sort=False).ngroup()
    order = pd.DataFrame({"group": group.to_numpy(), "rank": rank.to_numpy(), "at": range(len(left))})
    order = order.sort_values(["group", "rank", "at"])
    return left.iloc[sorted(order.groupby("group")["at"].first())].copy()


def unbeaten(rows: pd.DataFrame, conflicts: pd.DataFrame, key: str, by: str | Sequence[str]) -> pd.DataFrame:
    """
    Drop the rows that conflicts.csv sets behind another row of the same `by`; several may remain.

    Raises
    ------
    KeyError
        If a column is missing.
    ValueError
        If the declared preferences go in a circle.
    """
    by = [by] if isinstance(by, str) else list(by)
    lacking = [column for column in (key, *by) if column not in rows.columns]
    if lacking:
        raise KeyError(f"rows lack the columns {', '.join(lacking)}; they have {', '.join(rows.columns)}")
    if rows.empty:
        return rows.copy()
    group = rows.groupby(by, dropna=False, sort=False).ngroup()
    group_of = dict(zip(rows[key], group, strict=True))
    beaten = {
        loser
        for winner, loser in _verdicts(conflicts)
        if winner in group_of and loser in group_of and group_of[winner] == group_of[loser]
    }
    left = ~rows[key].isin(beaten)
    circles = set(group) - set(group[left])
    if circles:
        lost = rows.loc[group.isin(circles), key].tolist()
        raise ValueError(
            f"conflicts.csv prefers {', '.join(map(str, lost))} over each other in a circle: "
            "name one preferred_row among them"
        )
    return rows[left].copy()


def rivals(row_id: str, table: str) -> pd.DataFrame:
    """
    Return the rows that conflicts.csv sets against a row, with what differs, which is preferred, and why.

    Returns
    -------
    rows
        Rows of `table` in file order, with `conflict_id`, `what_differs`, `preferred_row` and `why` added. A
        rival of a rival is a rival too; it comes with the conflict that links it.

    Raises
    ------
    KeyError
        If the table is unknown or has no such row.
    """
    key = schema_of(table).primary_key[0]
    rows = load_table(table)
    if not rows[key].eq(row_id).any():
        raise KeyError(f"table {table} has no row {row_id!r} in its column {key}")
    pairs = load_table("conflicts").query("table_name == @table")
    linked: dict[str, pd.Series] = {}
    waiting = [row_id]
    while waiting:
        here = waiting.pop(0)
        for _, pair in pairs[pairs["row_a"].eq(here) | pairs["row_b"].eq(here)].iterrows():
            other = pair["row_b"] if pair["row_a"] == here else pair["row_a"]
            if other != row_id and other not in linked and not pd.isna(other):
                linked[other] = pair
                waiting.append(other)
    found = rows[rows[key].isin(linked)].copy()
    for column in ("conflict_id", "what_differs", "preferred_row", "why"):
        found[column] = pd.Series([linked[one][column] for one in found[key]], index=found.index, dtype="str")
    return found


def change_on_previous(series: pd.Series, year: int) -> Change | None:
    """
    Compare the value of a year with the last earlier year that has one; None where either is missing.

    Parameters
    ----------
    series
        Values indexed by year, missing years absent or NaN.
    year
        The later year.

    Raises
    ------
    ValueError
        If a year stands twice in the series.
    """
    if series.index.has_duplicates:
        twice = sorted({int(one) for one in series.index[series.index.duplicated()]})
        raise ValueError(
            f"the series has two values in {', '.join(map(str, twice))}: choose with preferred() first"
        )
    known = series.dropna()
    earlier = [int(one) for one in known.index if one < year]
    if year not in known.index or not earlier:
        return None
    return Change(int(year), float(known[year]), max(earlier), float(known[max(earlier)]))


def _verdicts(conflicts: pd.DataFrame) -> list[tuple[str, str]]:
    """List (preferred, beaten) pairs."""
    found = []
    for a, b, winner in zip(conflicts["row_a"], conflicts["row_b"], conflicts["preferred_row"], strict=True):
        if winner in (a, b):
            found.append((winner, b if winner == a else a))
    return found
