"""Forced eradication by the areas that sources name, as a subject of comparison."""

import geopandas as gpd
import pandas as pd

from geo.crs import WGS84
from geo.displacement.coca_areas import ZONE_PRECISION_KM
from geo.displacement.findings import WARN, Finding
from geo.displacement.subject import Subject, measured_frame
from geo.geometry import geometry
from geo.places import places
from geo.tables import load_table

NATIONAL, FORCED = "national", "forced"


def measured(year: int) -> pd.DataFrame:
    """
    Give the one shown figure of each area in a year, in hectares.

    A figure may cover part of the year. Figures of shorter periods of the same year are no rivals of it, so that no
    range is given.
    """
    rows = _shown()
    rows = rows[rows["year"].eq(year) & rows["value_status"].eq("value") & rows["scope"].ne(NATIONAL)]
    return measured_frame(
        [
            {
                "unit": row.area_id,
                "value": row.eradicated_ha,
                "low": row.eradicated_ha,
                "high": row.eradicated_ha,
                "status": "part_year" if row.part_year else "value",
                "series": "",
                "source_keys": (row.source_key,),
                "row_ids": (row.row_id,),
                "rival_ids": (),
            }
            for row in rows.itertuples()
        ]
    )


def missing(year: int) -> pd.Series:
    """Say which areas named in other years have no figure in this one: a source just did not name them."""
    rows, known = _shown(), measured(year).index
    rows = rows[rows["scope"].ne(NATIONAL) & ~rows["area_id"].isin(known)]
    not_seen = set(rows.loc[rows["year"].eq(year), "area_id"])
    return pd.Series(
        {area: "not_seen" if area in not_seen else "not_named" for area in dict.fromkeys(rows["area_id"])}, dtype="str"
    )


def located() -> gpd.GeoDataFrame:
    """Give each area at its named place, else at the label point of its zone; never finer than a zone's outline."""
    rows = _shown()
    rows = rows[rows["scope"].ne(NATIONAL)].dropna(subset=["place_id", "zone_id"], how="all")
    rows = rows.sort_values("place_id", kind="stable").drop_duplicates("area_id").set_index("area_id")
    spots = places().set_index("place_id")
    zones = geometry("zones").set_index("zone_id")
    own = rows["place_id"].notna()
    lons = [spots.at[row.place_id, "lon"] if here else zones.at[row.zone_id, "label_lon"]
            for row, here in zip(rows.itertuples(), own, strict=True)]  # fmt: skip
    lats = [spots.at[row.place_id, "lat"] if here else zones.at[row.zone_id, "label_lat"]
            for row, here in zip(rows.itertuples(), own, strict=True)]  # fmt: skip
    vague = rows["place_id"].map(spots["precision_km"]).fillna(0).clip(lower=ZONE_PRECISION_KM)
    known = pd.DataFrame({"name": rows["area"], "precision_km": vague.astype(float)})
    return gpd.GeoDataFrame(known, geometry=gpd.points_from_xy(lons, lats), crs=WGS84)


def national(year: int) -> float | None:
    """Give the national figure shown for a year, which may cover part of it."""
    rows = _national(year)
    return None if rows.empty else float(rows["eradicated_ha"].iloc[0])


def checks(first: int, second: int) -> list[Finding]:
    """Say that areas may overlap, and which figures cover part of their year."""
    found = [Finding(WARN, "areas_named_only")]
    part = [year for year in (first, second) if _national(year)["part_year"].any()]
    if part:
        found.append(Finding(WARN, "national_part_year", {"years": tuple(part)}))
    return found


def _national(year: int) -> pd.DataFrame:
    rows = _shown()
    rows = rows[rows["scope"].eq(NATIONAL) & rows["year"].eq(year) & rows["value_status"].eq("value")]
    return rows


def _shown() -> pd.DataFrame:
    rows = load_table("eradication")
    return rows[rows["shown"] & rows["in_window"] & rows["kind"].eq(FORCED)]


ERADICATION = Subject(
    key="eradication",
    layer="eradication",
    table="eradication",
    unit="ha",
    kind="amount",
    whole="national",
    measured=measured,
    missing=missing,
    located=located,
    total=national,
    checks=checks,
)
