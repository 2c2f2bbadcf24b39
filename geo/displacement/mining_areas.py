"""Gold mining scars by sector and by cell, as Amazon Mining Watch detects them: subjects of comparison."""

from functools import lru_cache

import geopandas as gpd
import pandas as pd

from geo.crs import WGS84, distance_km
from geo.displacement.findings import REFUSE, WARN, Finding
from geo.displacement.subject import Subject, measured_frame
from geo.places import places
from geo.tables import data_version, load_table

CELL_DEGREES = 0.02
STOCK, INCREMENT = "stock", "increment"
SERIES = {2018: STOCK, 2019: INCREMENT}


def cells_measured(year: int) -> pd.DataFrame:
    """
    Give the hectares newly detected in each known cell (2018: the stock of all earlier scars).

    0 is a value: the survey looked and found nothing new. A cell first seen later has no row, hence no value.
    """
    return _cells_measured(year, data_version()).copy()


@lru_cache(maxsize=16)
def _cells_measured(year: int, version: str) -> pd.DataFrame:
    return _as_measured(load_table("mining_cells").query("year == @year"), "cell_id", "mined_ha_new")


def cells_missing(year: int) -> pd.Series:
    """Say which cells were first seen later, or that there was no survey yet."""
    return _missing(cells_located().index, cells_measured(year).index, year)


def cells_located() -> gpd.GeoDataFrame:
    """Give the middle of each cell; its corner is the doubt about where in it the scar lies."""
    return _cells_located(data_version()).copy()


@lru_cache(maxsize=2)
def _cells_located(version: str) -> gpd.GeoDataFrame:
    rows = load_table("mining_cells").drop_duplicates("cell_id").set_index("cell_id")
    lons, lats = rows["lon"] + CELL_DEGREES / 2, rows["lat"] + CELL_DEGREES / 2
    corner = distance_km(lons.iloc[0], lats.iloc[0], rows["lon"].iloc[0], rows["lat"].iloc[0])
    names = [
        f"{district} {lat:.2f}, {lon:.2f}"
        for district, lat, lon in zip(rows["district"], rows["lat"], rows["lon"], strict=True)
    ]
    known = pd.DataFrame({"name": names, "precision_km": corner}, index=rows.index)
    return gpd.GeoDataFrame(known, geometry=gpd.points_from_xy(lons, lats), crs=WGS84)


def sectors_measured(year: int) -> pd.DataFrame:
    """
    Give the hectares newly detected in each sector that has a place (2018: the stock of all earlier scars).

    Other studies have each their own footprint and period: no two of them are ever set side by side.
    """
    rows = load_table("mining_sector_scar_year").query("year == @year")
    return _as_measured(rows[rows["area_key"].isin(sectors_located().index)], "area_key", "mined_ha")


def sectors_missing(year: int) -> pd.Series:
    """Say which sectors have no figure in a year, or no place."""
    rows = load_table("mining_sector_scar_year")
    why = _missing(sectors_located().index, sectors_measured(year).index, year)
    placeless = sorted(set(rows.loc[rows["year"].eq(year), "area_key"]) - set(sectors_located().index))
    return pd.concat([why, pd.Series("no_point", index=placeless, dtype="str")])


def sectors_located() -> gpd.GeoDataFrame:
    """Give the place of each sector that has one."""
    keys = load_table("mining_sector_scar_year")["area_key"].unique()
    rows = load_table("mining_sectors").set_index("sector_id")
    rows = rows[rows.index.isin(keys) & rows["place_id"].notna()]
    points = places().set_index("place_id").geometry.loc[rows["place_id"]]
    known = pd.DataFrame({"name": rows["name"], "precision_km": rows["precision_km"].astype(float)})
    return gpd.GeoDataFrame(known, geometry=points.to_numpy(), crs=WGS84)


def detected(year: int) -> float | None:
    """Give all that the survey detected in a year, over every cell."""
    rows = load_table("mining_cells").query("year == @year")
    return float(rows["mined_ha_new"].sum()) if len(rows) else None


def checks(first: int, second: int) -> list[Finding]:
    """Refuse the stock of 2018 against an increment; say what the survey misses."""
    if first != second and min(SERIES) in (first, second) and {first, second} <= {2018, 2019, 2020}:
        return [Finding(REFUSE, "stock_increment", {"year": min(SERIES)})]
    return [Finding(WARN, "narrow_works")]


def _as_measured(rows: pd.DataFrame, unit: str, column: str) -> pd.DataFrame:
    return measured_frame(
        [
            {
                "unit": row[unit],
                "value": row[column],
                "low": row[column],
                "high": row[column],
                "status": STOCK if row["period_type"] == "stock_2018" else "value",
                "series": STOCK if row["period_type"] == "stock_2018" else INCREMENT,
                "source_keys": (row["source_key"],),
                "row_ids": (row["row_id"],),
                "rival_ids": (),
            }
            for row in rows.to_dict("records")
        ]
    )


def _missing(known: pd.Index, measured: pd.Index, year: int) -> pd.Series:
    why = "no_survey" if year < min(SERIES) else "not_detected_yet"
    return pd.Series(why, index=[unit for unit in known if unit not in measured], dtype="str")


CELLS = Subject(
    key="mining_cells",
    layer="mining_cells",
    table="mining_cells",
    unit="ha",
    kind="amount",
    whole="detected",
    measured=cells_measured,
    missing=cells_missing,
    located=cells_located,
    total=detected,
    first_of_series=SERIES,
    checks=checks,
)
SECTORS = Subject(
    key="mining_sectors",
    layer="mining_sectors",
    table="mining_sector_scar_year",
    unit="ha",
    kind="amount",
    whole="detected",
    measured=sectors_measured,
    missing=sectors_missing,
    located=sectors_located,
    total=detected,
    first_of_series=SERIES,
    checks=checks,
)
