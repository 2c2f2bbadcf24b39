"""What a comparison of two years holds."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from geo.displacement.centres import Centre, Ellipse, Shift
from geo.displacement.findings import Finding
from geo.displacement.intervals import Interval
from geo.displacement.transport import Transport


@dataclass(frozen=True)
class Stop:
    """
    One year on the way: sum over the compared units, its centres, standard distance (km), ellipse, HHI.

    `ellipse` is None where the weight lies on one line: two units have no ellipse.
    """

    year: int
    total: float
    mean: Centre
    median: Centre
    standard_distance_km: float
    ellipse: Ellipse | None
    concentration: float


@dataclass(frozen=True)
class Coverage:
    """What the compared units hold of the whole in a year; `figure` and `share` are None where there is no whole."""

    year: int
    total: float
    figure: float | None
    share: float | None


@dataclass(frozen=True)
class Comparison:
    """
    Two years of a subject over the units that have a value in both.

    Attributes
    ----------
    subject, first_year, second_year, unit, kind, whole
        What is compared; unit of the values, `amount` or `count`, and what `coverage` is a share of.
    units
        One row a unit, largest redistribution first: `name`, the columns of `decompose`, `status_before`,
        `status_after`, `series_before`, `series_after`, `lon`, `lat`.
    left_out
        One row a unit with a value in one year only: `name`, `before`, `after` (NaN: none), `why` (a code).
    history
        One row a compared unit, one column a year from the first to the second: its value, NaN where there is none.
    growth
        Second sum less the first, as a share of the first.
    moved_share
        Least share that changed its unit, with its interval.
    track
        The first year, every year between them in which all compared units have a value, the second year.
    skipped
        The years between that are not in the track, with the code of why.
    shift, shift_km, median_shift
        Way of the mean centre from first to second year, its length with an interval, way of the median centre.
    transport
        Least-cost reallocation of the shares.
    coverage
        For the first and the second year.
    warnings
        What has to be said beside the result.
    sources, rows, rivals
        Keys of the sources; ids of the rows used, and of the rows that gave the intervals their bounds, in `table`.
    draws, seed
        Of the intervals.
    """

    subject: str
    first_year: int
    second_year: int
    unit: str
    kind: str
    whole: str
    table: str
    units: pd.DataFrame
    left_out: pd.DataFrame
    history: pd.DataFrame
    growth: float
    moved_share: Interval
    track: tuple[Stop, ...]
    skipped: Mapping[int, str]
    shift: Shift
    shift_km: Interval
    median_shift: Shift
    transport: Transport
    coverage: tuple[Coverage, Coverage]
    warnings: tuple[Finding, ...]
    sources: tuple[str, ...]
    rows: tuple[str, ...]
    rivals: tuple[str, ...]
    draws: int
    seed: int

    @property
    def first(self) -> Stop:
        """The first year."""
        return self.track[0]

    @property
    def second(self) -> Stop:
        """The second year."""
        return self.track[-1]
