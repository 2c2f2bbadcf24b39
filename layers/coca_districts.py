"""Coca bush by district: a circle at the district's symbol point."""

import geopandas as gpd
import pandas as pd

from geo import coca
from geo.tables import load_table
from geo.timeline import preferred
from layers import tokens
from layers.amounts import number
from layers.base import Behind, Layer, Look
from layers.classes import class_bounds, class_of, radius
from layers.coca_zones import shortfall
from layers.marks import at_places, marks
from layers.words import word

SIZES_HA = (100, 1_000, 5_000)
NO_VALUE = {"zero_or_not_reported": "zero", "not_monitored": "none", "no_data": "none"}


def load(lang: str = "en") -> gpd.GeoDataFrame:
    """Give each monitored district's symbol point."""
    rows = load_table("coca_districts").dropna(subset=["place_id"])
    largest = load_table("coca_district_year").groupby("ubigeo")["coca_ha"].max()
    placed = at_places(rows, "ubigeo", "district", part="circle")
    names = placed["district"].map(lambda name: _name(name, lang))
    return placed.assign(name=names, rank=placed["ubigeo"].map(largest).fillna(0.0))


def _name(district: str, lang: str) -> str:
    """Name a district so that nobody takes it for the zone of that name."""
    return word("layers.coca_districts.name", lang, name=district)


def draw(year: int, lang: str = "en") -> pd.DataFrame:
    """Give a circle a district and year; zeros that may mean 'not reported' are hollow."""
    rows = preferred(load_table("coca_district_year"), "coca_district_year", ["ubigeo", "year"])
    placed = load_table("coca_districts").dropna(subset=["place_id"]).set_index("ubigeo")
    rows = rows[rows["year"].eq(year) & rows["ubigeo"].isin(placed.index)]
    drawn = []
    for row in rows.itertuples():
        name = _name(placed.loc[row.ubigeo, "district"], lang)
        mark = {"id": row.ubigeo, "part": "circle", "source_keys": (row.source_key,)}
        if row.value_status == "value":
            text = f"{number(row.coca_ha)} ha"
            mark |= {
                "look": f"class{class_of(row.coca_ha, tokens.DISTRICT_BREAKS_HA)}",
                "radius": size(row.coca_ha),
                "value": row.coca_ha,
                "text": f"{name}\n{text}",
            }
        else:
            look = NO_VALUE[row.value_status]
            mark |= {
                "look": look,
                "radius": tokens.SMALLEST_RADIUS_PX + 1,
                "hover": word(f"layers.status.{row.value_status}", lang),
            }
        drawn.append(mark)
    return marks(drawn)


def size(hectares: float) -> float:
    """Give the radius of a district's circle in px: its area is the hectares, down to the smallest one."""
    return radius(
        hectares, tokens.DISTRICT_RADIUS_AT_HA, tokens.DISTRICT_RADIUS_PX, tokens.SMALLEST_RADIUS_PX
    )


def looks() -> tuple[Look, ...]:
    """Give the five classes and the looks without a value."""
    classes = []
    for index, (low, high) in enumerate(class_bounds(tokens.DISTRICT_BREAKS_HA)):
        key = "below" if low is None else "over" if high is None else "between"
        fields = {"low": number(low or 0), "high": number(high or 0), "unit": "ha"}
        classes.append(
            Look(
                id=f"class{index}",
                symbol="circle",
                legend=f"layers.class.{key}",
                fields=fields,
                fill_opacity=0.85,
                fill=tokens.DISTRICT_RAMP[index],
                stroke=tokens.COCA_LINE,
                rank=len(tokens.DISTRICT_RAMP) - index,
            )
        )
    return (
        *classes,
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
    rows = preferred(load_table("coca_district_year"), "coca_district_year", ["ubigeo", "year"])
    placed = load_table("coca_districts").dropna(subset=["place_id"])["ubigeo"]
    rows = rows[rows["year"].eq(year) & rows["ubigeo"].isin(placed) & rows["value_status"].eq("value")]
    said = (
        word(f"layers.coca_districts.series_{coca.series_of(year).lower()}", lang),
        shortfall("coca_districts", year, float(rows["coca_ha"].sum()), lang),
        word("layers.coca_districts.note", lang),
    )
    return " ".join(filter(None, said))


def left_out(lang: str = "en") -> pd.DataFrame:
    """Give the districts that have no symbol point."""
    rows = load_table("coca_districts")
    rows = rows[rows["place_id"].isna()]
    return pd.DataFrame(
        {
            "id": rows["ubigeo"],
            "name": [_name(name, lang) for name in rows["district"]],
            "why": "layers.coca_districts.left_out",
        }
    )


LAYER = Layer(
    key="coca_districts",
    group="cultivation",
    order=20,
    table="coca_district_year",
    value="coca_ha",
    when="layers.when.year",
    load=load,
    draw=draw,
    looks=looks,
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
