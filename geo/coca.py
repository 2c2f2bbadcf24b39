"""Coca by zone: the 13 counted units, their national sums and the breaks in the series."""

from dataclasses import dataclass

import pandas as pd

from geo.tables import load_table
from geo.timeline import YEARS, prefer, preferred

JOINT_UNIT = "maranon+alto_chicama"
UNITS = (
    "aguaytia",
    "bajo_amazonas",
    "calleria",
    "contamana",
    "huallaga",
    "inambari_tambopata",
    "kosnipata",
    "la_convencion_lares",
    JOINT_UNIT,
    "pichis_palcazu_pachitea",
    "putumayo",
    "san_gaban",
    "vraem",
)
# the first year of each series that gives the zones and the national figure
SERIES_FROM = {2012: "UNODC", 2018: "DEVIDA"}
# how far the counted units may lie from the national figure, in ha: 2012 has no value for the joint unit,
# most of 2012-2017 are sums of district values against a rounded national figure, 2018-2020 one publication
TOLERANCE_HA = {2012: 1_843, 2013: 3, 2014: 3, 2015: 3, 2016: 3, 2017: 69, 2018: 0, 2019: 0, 2020: 0}


@dataclass(frozen=True)
class Comparison:
    """Two years over the units with a value in both; shares of each national figure."""

    first_year: int
    second_year: int
    first_ha: float
    second_ha: float
    units: tuple[str, ...]
    first_share: float
    second_share: float
    breaks: tuple[int, ...]


def series_of(year: int) -> str:
    """
    Name the series that gives a year: UNODC to 2017, DEVIDA from 2018.

    Raises
    ------
    ValueError
        If the year is before the first one.
    """
    begun = [first for first in SERIES_FROM if first <= year]
    if not begun:
        raise ValueError(f"no coca series for {year}: the first year is {min(SERIES_FROM)}")
    return SERIES_FROM[max(begun)]


def series_breaks(first_year: int, second_year: int) -> tuple[int, ...]:
    """Return the years after the earlier of two years, up to the later, that begin a new series."""
    low, high = sorted((first_year, second_year))
    return tuple(year for year in SERIES_FROM if low < year <= high and year != min(SERIES_FROM))


def unit_values(year: int) -> pd.Series:
    """
    Return the preferred hectares of each counted unit with a value in a year, indexed by zone id.

    In 2012 the joint unit has no value: `maranon` is a part of it, shown but not counted.

    Raises
    ------
    TableError
        If the tables cannot be read.
    """
    rows = preferred(load_table("coca_zone_year"), "coca_zone_year", ["zone_id", "year"])
    return counted_values(rows, year)


def national_sum(year: int) -> float:
    """Return the sum of the counted units of a year, in hectares."""
    return float(unit_values(year).sum())


def national_figure(year: int) -> float | None:
    """Return the published national figure of the year's series, in hectares; None where there is none."""
    return published_figure(load_table("coca_national_year"), load_table("conflicts"), year)


def compare_units(first_year: int, second_year: int) -> Comparison:
    """
    Add up the units that have a value in both years.

    Raises
    ------
    ValueError
        If a year has no national figure or no unit has a value in both.
    """
    first, second = unit_values(first_year), unit_values(second_year)
    both = sorted(set(first.index) & set(second.index))
    nationals = {year: national_figure(year) for year in (first_year, second_year)}
    lacking = [str(year) for year, figure in nationals.items() if not figure]
    if lacking or not both:
        raise ValueError(
            f"{first_year} and {second_year} cannot be compared: {len(both)} units have a value in both, "
            f"no national figure for {', '.join(lacking) or 'neither'}; choose among {YEARS}"
        )
    sums = float(first[both].sum()), float(second[both].sum())
    return Comparison(
        first_year,
        second_year,
        *sums,
        tuple(both),
        sums[0] / nationals[first_year],
        sums[1] / nationals[second_year],
        series_breaks(first_year, second_year),
    )


def counted_values(rows: pd.DataFrame, year: int) -> pd.Series:
    """Pick the hectares of the counted rows with a value in a year; `rows` hold one row a zone and year."""
    kept = rows[rows["year"].eq(year) & rows["counted"].fillna(False) & rows["value_status"].eq("value")]
    return kept.set_index("zone_id")["coca_ha"].astype(float)


def published_figure(national: pd.DataFrame, conflicts: pd.DataFrame, year: int) -> float | None:
    """Pick the national hectares of a year from rows of coca_national_year and conflicts.csv."""
    rows = national[
        national["year"].eq(year) & national["series"].eq(series_of(year)) & national["coca_ha"].notna()
    ]
    about = conflicts[conflicts["table_name"].eq("coca_national_year")]
    chosen = prefer(rows, about, "row_id", ["year"])
    return None if chosen.empty else float(chosen["coca_ha"].iloc[0])
