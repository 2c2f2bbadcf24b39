"""Coca by zone and by district, as subjects of comparison."""

from functools import lru_cache

import geopandas as gpd
import pandas as pd

from geo import coca
from geo.crs import M_PER_KM, WGS84
from geo.displacement.subject import Subject, measured_frame
from geo.geometry import geometry
from geo.places import places
from geo.tables import data_version, load_table
from geo.timeline import preferred
from geo.zones import CIRCLE_M

BOUNDS = ("at_least", "at_most", "more_than", "less_than", "over", "up_to")
ESTIMATED = ("estimate", "residual")
ZONE_PRECISION_KM = CIRCLE_M / M_PER_KM  # an outline is drawn that far round its localities


def zones_measured(year: int) -> pd.DataFrame:
    """
    Give the counted units (`geo.coca`) with a value in a year, in hectares.

    Rivals are rows of the same measure, zone and year; a row that conflicts.csv calls a misprint is none.
    """
    return _zones_measured(year, data_version()).copy()


@lru_cache(maxsize=32)
def _zones_measured(year: int, version: str) -> pd.DataFrame:
    every = load_table("coca_zone_year").query("year == @year and value_status == 'value'")
    every = every[~every["row_id"].isin(_misprints())]
    values = coca.unit_values(year)
    chosen = preferred(every, "coca_zone_year", ["zone_id", "year"]).set_index("zone_id")
    rows = []
    for unit in coca.UNITS:
        if unit not in values.index:
            continue
        own = chosen.loc[unit]
        about = every[every["zone_id"].eq(unit) & every["measure"].eq(own["measure"])]
        rows.append(
            {
                "unit": unit,
                "value": values[unit],
                "low": about["coca_ha"].min(),
                "high": about["coca_ha"].max(),
                "status": _status(own),
                "series": own["series"],
                "source_keys": tuple(dict.fromkeys([own["source_key"], *about["source_key"]])),
                "row_ids": (own["row_id"],),
                "rival_ids": tuple(about.loc[about["row_id"].ne(own["row_id"]), "row_id"]),
            }
        )
    return measured_frame(rows)


def zones_missing(year: int) -> pd.Series:
    """Say why a counted unit has no value: zero or not reported, known in part only, or nothing at all."""
    rows = load_table("coca_zone_year").query("year == @year")
    why = {}
    for unit in coca.UNITS:
        own = rows[rows["zone_id"].eq(unit)]
        if own["value_status"].eq("value").any():
            continue
        part = rows["parent_zone"].eq(unit).any()
        why[unit] = own["value_status"].iloc[0] if len(own) else "part_only" if part else "no_value"
    return pd.Series(why, dtype="str")


def zones_located() -> gpd.GeoDataFrame:
    """Give the label point of each counted unit, which stands inside its schematic outline."""
    names = load_table("coca_zones").set_index("zone_id")["name"]
    shapes = geometry("zones").set_index("zone_id").loc[list(coca.UNITS)]
    points = gpd.points_from_xy(shapes["label_lon"], shapes["label_lat"])
    known = pd.DataFrame({"name": names[shapes.index], "precision_km": ZONE_PRECISION_KM})
    return gpd.GeoDataFrame(known, geometry=points, crs=WGS84)


def districts_measured(year: int) -> pd.DataFrame:
    """Give the districts with a value and a symbol point in a year, in hectares; no source disputes them."""
    rows = _districts(year)
    rows = rows[rows["value_status"].eq("value") & rows["ubigeo"].isin(districts_located().index)]
    return measured_frame(
        [
            {
                "unit": row.ubigeo,
                "value": row.coca_ha,
                "low": row.coca_ha,
                "high": row.coca_ha,
                "status": "value",
                "series": row.series,
                "source_keys": (row.source_key,),
                "row_ids": (row.row_id,),
                "rival_ids": (),
            }
            for row in rows.itertuples()
        ]
    )


def districts_missing(year: int) -> pd.Series:
    """Say why a district has no value: zero or not reported, not monitored, no data; or that it has no point."""
    rows = _districts(year).set_index("ubigeo")["value_status"]
    known = districts_located().index
    why = rows.where(rows.index.isin(known) | rows.ne("value"), "no_point")
    absent = [unit for unit in known if unit not in rows.index]
    return pd.concat([why[why.ne("value")], pd.Series("no_value", index=absent, dtype="str")])


def districts_located() -> gpd.GeoDataFrame:
    """Give the symbol point of each district that has one."""
    return _districts_located(data_version()).copy()


@lru_cache(maxsize=2)
def _districts_located(version: str) -> gpd.GeoDataFrame:
    rows = load_table("coca_districts").dropna(subset=["place_id"]).set_index("ubigeo")
    points = places().set_index("place_id").geometry.loc[rows["place_id"]]
    known = pd.DataFrame({"name": rows["district"], "precision_km": rows["symbol_precision_km"].astype(float)})
    return gpd.GeoDataFrame(known, geometry=points.to_numpy(), crs=WGS84)


def districts_called() -> pd.Series:
    """Give the name of each district, those without a symbol point too."""
    return load_table("coca_districts").set_index("ubigeo")["district"]


def _districts(year: int) -> pd.DataFrame:
    rows = preferred(load_table("coca_district_year"), "coca_district_year", ["ubigeo", "year"])
    return rows[rows["year"].eq(year)]


def _status(row: pd.Series) -> str:
    """Tell a plain value from a bound and from an estimate."""
    if row["qualifier"] in BOUNDS:
        return "bound"
    return "estimate" if row["qualifier"] == "about" or row["method"] in ESTIMATED else "value"


def _misprints() -> set[str]:
    """Name the rows that conflicts.csv beats as a misprint: no source stands behind such a value."""
    pairs = load_table("conflicts").query("table_name == 'coca_zone_year'")
    pairs = pairs[pairs["what_differs"].str.startswith("misprint")]
    return {
        row
        for a, b, winner in zip(pairs["row_a"], pairs["row_b"], pairs["preferred_row"], strict=True)
        for row in (a, b)
        if row != winner
    }


ZONES = Subject(
    key="coca_zones",
    layer="coca_zones",
    table="coca_zone_year",
    unit="ha",
    kind="amount",
    whole="national",
    measured=zones_measured,
    missing=zones_missing,
    located=zones_located,
    total=coca.national_figure,
    first_of_series=coca.SERIES_FROM,
)
DISTRICTS = Subject(
    key="coca_districts",
    layer="coca_districts",
    table="coca_district_year",
    unit="ha",
    kind="amount",
    whole="national",
    measured=districts_measured,
    missing=districts_missing,
    located=districts_located,
    total=coca.national_figure,
    first_of_series=coca.SERIES_FROM,
    called=districts_called,
)
