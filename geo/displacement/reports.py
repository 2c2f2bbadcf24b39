"""What is only known where someone reported it, by department: airstrips, attacks, districts under emergency."""

from collections.abc import Callable
from functools import lru_cache

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.crs import WGS84
from geo.displacement import planar
from geo.displacement.findings import REFUSE, WARN, Finding
from geo.displacement.subject import Subject, measured_frame
from geo.places import places
from geo.tables import data_version, load_table

LISTED, PROVINCE = "listed", "province_whole"
SHOWN_TO_KM = 10  # never finer, whatever is known of a place


def airstrips() -> pd.DataFrame:
    """Give the reports of located airstrips, destroyed or working again; one locality counts once a year."""
    rows = load_table("airstrips_located").query("in_window and kind in ('destroyed', 'reenabled')")
    return rows.assign(thing=rows["place_text"])


def attacks() -> pd.DataFrame:
    """Give the preferred account of every event of kind attack; ambushes and kidnappings are other kinds."""
    rows = load_table("events").query("preferred and in_window and kind == 'attack'")
    return rows.assign(thing=rows["event_group"])


def emergencies() -> pd.DataFrame:
    """Give the places under emergency by decree, in the year of the decree."""
    rows = load_table("emergency_districts").query("in_window")
    return rows.assign(thing=rows["place_id"])


def counted(reports: Callable[[], pd.DataFrame], year: int) -> pd.DataFrame:
    """Count things by department; a department without a report is absent, never 0."""
    rows = _in_one_department(reports())
    rows = rows[rows["year"].eq(year)]
    found = []
    for department, own in rows.groupby("department", sort=True):
        sure = own[own["method"].ne("inferred") & own.get("basis", pd.Series(LISTED, index=own.index)).eq(LISTED)]
        found.append(
            {
                "unit": department,
                "value": own["thing"].nunique(),
                "low": sure["thing"].nunique(),
                "high": own["thing"].nunique(),
                "status": "value" if len(sure) == len(own) else "estimate",
                "series": "",
                "source_keys": tuple(dict.fromkeys(own["source_key"])),
                "row_ids": tuple(own["row_id"]),
                "rival_ids": (),
            }
        )
    return measured_frame(found)


def not_reported(reports: Callable[[], pd.DataFrame], year: int) -> pd.Series:
    """Name the departments of other years without a report in this one."""
    known = set(counted(reports, year).index)
    return pd.Series("no_report", index=[one for one in located(reports).index if one not in known], dtype="str")


def located(reports: Callable[[], pd.DataFrame]) -> gpd.GeoDataFrame:
    """
    Give each department the mean of all places reported in it in any year.

    That is nearer to where things happen than the middle of the department. It is cut to a tenth of a degree, since
    an airstrip's place is never told finer than 10 km; the doubt about it reaches to the farthest of those places.
    """
    return _located(reports, data_version()).copy()


@lru_cache(maxsize=8)
def _located(reports: Callable[[], pd.DataFrame], version: str) -> gpd.GeoDataFrame:
    rows = _in_one_department(reports()).dropna(subset=["place_id"])
    spots = places().set_index("place_id").geometry
    found = {}
    for department, own in rows.groupby("department", sort=True):
        xy = planar.coordinates(spots.loc[own["place_id"].unique()])
        middle = planar.degrees(planar.mean(xy, np.ones(len(xy))))
        reach = planar.distances_km(middle, planar.degrees(xy)).max()
        found[department] = (*middle[0].round(1), float(max(reach, own["precision_km"].max(), SHOWN_TO_KM)))
    lons, lats, doubt = zip(*found.values(), strict=True)
    known = pd.DataFrame({"name": list(found), "precision_km": doubt}, index=list(found))
    return gpd.GeoDataFrame(known, geometry=gpd.points_from_xy(lons, lats), crs=WGS84)


def listed(reports: Callable[[], pd.DataFrame], year: int) -> float | None:
    """Count all things of a year, those without a department too."""
    rows = reports()
    rows = rows[rows["year"].eq(year)]
    return float(rows["thing"].nunique()) if len(rows) else None


def districts_under_emergency(year: int) -> pd.DataFrame:
    """Count districts by department; a year whose decrees name whole provinces has no count of districts."""
    if _whole_provinces(year):
        return measured_frame([])
    return counted(emergencies, year)


def emergency_missing(year: int) -> pd.Series:
    """Name the departments without a listed district, or say that the list holds whole provinces."""
    why = not_reported(emergencies, year)
    return pd.Series("whole_provinces", index=located(emergencies).index) if _whole_provinces(year) else why


def decreed(year: int) -> float | None:
    """Give the number of districts that the decrees of a year state, where every one of them states it."""
    rows = load_table("emergency_decrees").query("year == @year and in_window and districts_listed")
    return None if rows.empty or rows["districts"].isna().any() else float(rows["districts"].sum())


def emergency_checks(first: int, second: int) -> list[Finding]:
    """Refuse lists that mix provinces and districts; say which decrees list nothing, and what a decree is."""
    mixed = tuple(year for year in (first, second) if _whole_provinces(year))
    if mixed:
        return [Finding(REFUSE, "whole_provinces", {"years": mixed})]
    decrees = load_table("emergency_decrees").query("in_window and not districts_listed and kind != 'lifted'")
    unlisted = tuple(decrees.loc[decrees["year"].isin([first, second]), "name"])
    found = [Finding(WARN, "decree_no_activity")]
    return [*found, Finding(WARN, "decrees_not_listed", {"names": unlisted})] if unlisted else found


def _whole_provinces(year: int) -> bool:
    rows = emergencies()
    return bool(rows.loc[rows["year"].eq(year), "basis"].eq(PROVINCE).any())


def _in_one_department(rows: pd.DataFrame) -> pd.DataFrame:
    """Leave out what has no department or several."""
    return rows[rows["department"].notna() & ~rows["department"].str.contains(";", na=False)]


def _subject(key: str, layer: str, table: str, unit: str, reports: Callable[[], pd.DataFrame]) -> Subject:
    return Subject(
        key=key,
        layer=layer,
        table=table,
        unit=unit,
        kind="count",
        whole="listed",
        measured=lambda year: counted(reports, year),
        missing=lambda year: not_reported(reports, year),
        located=lambda: located(reports),
        total=lambda year: listed(reports, year),
        checks=lambda first, second: [Finding(WARN, "no_report_not_zero")],
    )


AIRSTRIPS = _subject("airstrips", "airstrips", "airstrips_located", "localities", airstrips)
ATTACKS = _subject("attacks", "events", "events", "events", attacks)
EMERGENCY = Subject(
    key="emergency_districts",
    layer="emergency_districts",
    table="emergency_districts",
    unit="districts",
    kind="count",
    whole="decreed",
    measured=districts_under_emergency,
    missing=emergency_missing,
    located=lambda: located(emergencies),
    total=decreed,
    checks=emergency_checks,
)
