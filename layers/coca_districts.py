"""Coca bush by district: a circle at the district's symbol point."""

import geopandas as gpd
import pandas as pd

from geo import coca
from geo.tables import load_table
from geo.timeline import preferred
from layers import tokens
from layers.amounts import number
from layers.base import Behind, Look
from layers.class_looks import class_looks
from layers.classes import class_of, radius
from layers.coca_zones import shortfall
from layers.marked_rows import MarkedRows, Row
from layers.marks import unmapped
from layers.words import word

SIZES_HA = (100, 1_000, 5_000)
NO_VALUE = {"zero_or_not_reported": "zero", "not_monitored": "none", "no_data": "none"}


def districts(lang: str = "en") -> pd.DataFrame:
    """Give the districts, each by a name that nobody takes for the zone of that name."""
    rows = load_table("coca_districts")
    return rows.assign(name=[word("layers.coca_districts.name", lang, name=name) for name in rows["district"]])


def located(lang: str = "en") -> pd.DataFrame:
    """Give the districts that have a symbol point."""
    return districts(lang).dropna(subset=["place_id"])


def of_year(year: int, lang: str = "en") -> pd.DataFrame:
    """Give the preferred row of each located district; `coca_ha` is blank where it is no value."""
    rows = preferred(load_table("coca_district_year"), "coca_district_year", ["ubigeo", "year"])
    names = located(lang).set_index("ubigeo")["name"]
    rows = rows[rows["year"].eq(year) & rows["ubigeo"].isin(names.index)]
    known = rows["coca_ha"].where(rows["value_status"].eq("value"))
    return rows.assign(coca_ha=known, name=rows["ubigeo"].map(names))


def _has_value(row: Row) -> bool:
    return row["value_status"] == "value"


def look(row: Row) -> str:
    """Name the class of a district; zeros that may mean 'not reported' are hollow."""
    if not _has_value(row):
        return NO_VALUE[row["value_status"]]
    return f"class{class_of(row['coca_ha'], tokens.DISTRICT_BREAKS_HA)}"


def ranked(features: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Rank districts by their largest year: the large ones are labelled first."""
    largest = load_table("coca_district_year").groupby("ubigeo")["coca_ha"].max()
    return features.assign(rank=features["ubigeo"].map(largest).fillna(0.0))


def size(hectares: float) -> float:
    """Give the radius of a district's circle in px: its area is the hectares, down to the smallest one."""
    return radius(hectares, tokens.DISTRICT_RADIUS_AT_HA, tokens.DISTRICT_RADIUS_PX, tokens.SMALLEST_RADIUS_PX)


def looks() -> tuple[Look, ...]:
    """Give the five classes and the looks without a value."""
    circle = {"symbol": "circle", "stroke": tokens.COCA_LINE, "fill_opacity": 0.85}
    return (
        *class_looks(tokens.DISTRICT_BREAKS_HA, tokens.DISTRICT_RAMP, "ha", **circle),
        Look(
            id="zero",
            symbol="circle",
            legend="layers.status.zero_or_not_reported",
            fill=tokens.PAPER,
            stroke=tokens.COCA_LINE,
            rank=20,
        ),
        Look(
            id="none",
            symbol="circle",
            legend="layers.no_figure",
            fill=tokens.NO_FIGURE,
            hatch=True,
            stroke=tokens.MUTED,
            rank=21,
        ),
    )


def note(year: int, lang: str = "en") -> str:
    """Say series, distance from the national figure, and that the smallest circles overstate."""
    said = (
        word(f"layers.coca_districts.series_{coca.series_of(year).lower()}", lang),
        shortfall("coca_districts", year, float(of_year(year)["coca_ha"].sum()), lang),
        word("layers.coca_districts.note", lang),
    )
    return " ".join(filter(None, said))


def left_out(lang: str = "en") -> pd.DataFrame:
    """Give the districts that have no symbol point."""
    rows = districts(lang)
    return unmapped(rows[rows["place_id"].isna()], "ubigeo", "name", "layers.coca_districts.left_out")


LAYER = MarkedRows(
    table="coca_district_year",
    id_column="ubigeo",
    part="circle",
    rows=located,
    of_year=of_year,
    look=look,
    text=lambda row, lang: f"{row['name']}\n{number(row['coca_ha'])} ha" if _has_value(row) else "",
    hover=lambda row, lang: "" if _has_value(row) else word(f"layers.status.{row['value_status']}", lang),
    radius=lambda row: size(row["coca_ha"]) if _has_value(row) else tokens.SMALLEST_RADIUS_PX + 1,
    value="coca_ha",
    arrange=ranked,
).layer(
    key="coca_districts",
    group="cultivation",
    order=20,
    when="layers.when.year",
    looks=looks(),
    note=note,
    breaks=tokens.DISTRICT_BREAKS_HA,
    compared="common",
    breaks_before=(2018,),
    sizes=tuple((value, size(value)) for value in SIZES_HA),
    left_out=left_out,
    behind=(
        Behind("coca_district_year", "ubigeo", "layers.behind.values", ("coca_ha",)),
        Behind("coca_districts", "ubigeo", "layers.behind.facts"),
    ),
)
