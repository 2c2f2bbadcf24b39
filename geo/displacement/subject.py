"""What can be compared: a subject knows its units, their values and points, and what may not be compared."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import geopandas as gpd
import pandas as pd

from geo.displacement.comparability import comparable
from geo.displacement.findings import Finding
from geo.tables import data_version
from geo.timeline import YEARS

KINDS = ("amount", "count")
MEASURED = ("value", "low", "high", "status", "series", "source_keys", "row_ids", "rival_ids")
ASKED_OFTEN = ("measured", "missing", "located", "total")
STATUSES = ("value", "bound", "estimate", "part_year", "stock")


@dataclass(frozen=True)
class Subject:
    """
    One thing whose place can be compared between years.

    Attributes
    ----------
    key
        Its name; `layer` is the map layer that draws it, `table` the table its values come from.
    unit
        Unit of the values (`ha`, `districts`, ...); `kind` is `amount` or `count`.
    whole
        What `national` gives: `national` a published national figure, `detected` all that the same survey found,
        `decreed` what the decree states, `listed` all that the table lists.
    measured
        Gives one row a unit with a value in a year, indexed by unit, with the columns `MEASURED`: the preferred
        value, the lowest and highest of its rivals, `status` (one of `STATUSES`), the series, the keys of sources,
        the ids of the rows used and of their rivals.
    missing
        Gives the known units without a value in a year, each with a code for why.
    located
        Gives one row a unit: `name`, `precision_km` (radius of the doubt about its point), point geometry, WGS84.
    total
        Gives the figure of the whole in a year, or None.
    first_of_series
        First year of each series and its name.
    checks
        Gives findings of its own about two years.
    called
        Gives the names of units, those without a point too; without it the names of `located`.
    """

    key: str
    layer: str
    table: str
    unit: str
    kind: str
    whole: str
    measured: Callable[[int], pd.DataFrame]
    missing: Callable[[int], pd.Series]
    located: Callable[[], gpd.GeoDataFrame]
    total: Callable[[int], float | None]
    first_of_series: Mapping[int, str] = field(default_factory=dict)
    checks: Callable[[int, int], list[Finding]] = lambda first, second: []
    called: Callable[[], pd.Series] | None = None

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"subject {self.key!r}: kind is {self.kind!r}, expected one of {KINDS}")
        # a comparison asks for the same year dozens of times, and a map for eight comparisons at once
        for name in ASKED_OFTEN:
            object.__setattr__(self, name, _kept(getattr(self, name)))

    def values(self, year: int) -> pd.Series:
        """Return the preferred value of each unit that has one; what is not known or not reported is absent."""
        return self.measured(year)["value"].astype(float)

    def ranges(self, year: int) -> pd.DataFrame:
        """Return `low` and `high` of each unit with a value: the bounds of what rival sources give."""
        return self.measured(year)[["low", "high"]].astype(float)

    def points(self) -> gpd.GeoSeries:
        """Return one point a unit, WGS84."""
        return self.located().geometry

    @property
    def precision_km(self) -> pd.Series:
        """Radius in km within which each unit's point is in doubt."""
        return self.located()["precision_km"].astype(float)

    def names(self) -> pd.Series:
        """Return the name of each unit as the tables have it, in no language of the interface."""
        return self.called() if self.called else self.located()["name"]

    def years(self) -> tuple[int, ...]:
        """Return the years in which some unit has a value."""
        return tuple(year for year in YEARS if len(self.measured(year)))

    def series_of(self, year: int) -> str:
        """Name the series that a year belongs to; '' where there is one only."""
        begun = [first for first in self.first_of_series if first <= year]
        return self.first_of_series[max(begun)] if begun else ""

    def breaks(self, first: int, second: int) -> tuple[int, ...]:
        """Return the years after the earlier of two years, up to the later, that begin a new series."""
        low, high = sorted((first, second))
        return tuple(year for year in sorted(self.first_of_series)[1:] if low < year <= high)

    def sources(self, years: Iterable[int]) -> tuple[str, ...]:
        """Return the keys of the sources behind the values of some years and behind their rivals, each once."""
        keys = (one for year in years for of_unit in self.measured(year)["source_keys"] for one in of_unit)
        return tuple(dict.fromkeys(keys))

    def comparable(self, first: int, second: int) -> list[Finding]:
        """List what speaks against comparing two years, refusals first; see `geo.displacement.comparability`."""
        return comparable(self, first, second)

    def national(self, year: int) -> float | None:
        """Return the figure of the whole (see `whole`) in the unit of the values; None where there is none."""
        return self.total(year)


def _kept(load: Callable[..., object]) -> Callable[..., object]:
    """Keep what a function gave for its arguments and this version of the data; frames are handed out as copies."""

    @lru_cache(maxsize=2 * len(YEARS))
    def held(version: str, *arguments: object) -> object:
        return load(*arguments)

    def asked(*arguments: object) -> object:
        found = held(data_version(), *arguments)
        # pandas copies on write: a shallow copy is as safe as a deep one
        return found.copy(deep=False) if isinstance(found, pd.DataFrame | pd.Series) else found

    return asked


def measured_frame(rows: list[dict[str, object]]) -> pd.DataFrame:
    """Lay out the rows of a subject, each with `unit` and the columns `MEASURED`, indexed by unit."""
    frame = pd.DataFrame(rows, columns=["unit", *MEASURED]).set_index("unit")
    return frame.astype({"value": float, "low": float, "high": float})
