"""Coca bush by zone: an outline says where, a circle says how much."""

from functools import lru_cache

import geopandas as gpd
import pandas as pd

from geo import coca
from geo.joins import join_facts
from geo.tables import data_version, load_table
from geo.timeline import YEARS, change_on_previous, preferred
from layers import tokens
from layers.amounts import number, share_change
from layers.base import Behind, Layer, Look
from layers.class_looks import class_looks
from layers.classes import class_of, radius
from layers.marks import marks, sources_in
from layers.quantities import BOUNDS, hedged, stated
from layers.words import word
from layers.zone_shapes import label_points, outlines

SIZES_HA = (1_000, 10_000, 25_000)
ROUNDING = 0.001  # UNODC rounds the national figure to 100 ha
ESTIMATED = ("estimate", "residual")  # methods whose result is no plain figure


def load(lang: str = "en") -> gpd.GeoDataFrame:
    """Give outline and circle of each counted unit."""
    zones = load_table("coca_zones").set_index("zone_id")
    largest = _unit_values(data_version()).max(axis="columns")
    rows = pd.DataFrame(
        [
            {"zone_id": unit, "id": unit, "name": zones.at[unit, "name"], "rank": float(largest.get(unit, 0))}
            for unit in coca.UNITS
        ]
    )
    parts = [
        join_facts(shapes, rows, on="zone_id").assign(part=part)
        for part, shapes in (("area", outlines()), ("circle", label_points()))
    ]
    return gpd.GeoDataFrame(pd.concat(parts, ignore_index=True), crs=parts[0].crs)


def draw(year: int, lang: str = "en") -> pd.DataFrame:
    """Give outline and circle of each unit in a year; without a value a mere point carries the label."""
    zones = load_table("coca_zones").set_index("zone_id")
    values = _unit_values(data_version())
    every = load_table("coca_zone_year").query("year == @year")
    chosen = preferred(every, "coca_zone_year", ["zone_id", "year"])
    drawn = []
    for unit in coca.UNITS:
        own, parts = chosen[chosen["zone_id"].eq(unit)], chosen[chosen["parent_zone"].eq(unit)]
        name, value = zones.at[unit, "name"], values.at[unit, year]
        if pd.isna(value):
            drawn += _without_value(zones.loc[unit], own, parts, zones, lang)
            continue
        lines = (
            name,
            stated(own, every[every["zone_id"].eq(unit)], "ha", lang),
            _change(values.loc[unit], year, lang),
        )
        shared = {"id": unit, "value": value, "status": _status(own), "source_keys": sources_in(own)}
        drawn.append(shared | {"part": "area", "look": f"class{class_of(value, tokens.COCA_BREAKS_HA)}"})
        drawn.append(
            shared
            | {
                "part": "circle",
                "look": "circle",
                "radius": size(value),
                "text": "\n".join(filter(None, lines)),
            }
        )
    return marks(drawn)


@lru_cache(maxsize=2)
def _unit_values(version: str) -> pd.DataFrame:
    """Give the hectares of each counted unit, one column a year."""
    return pd.DataFrame({year: coca.unit_values(year) for year in YEARS}).reindex(coca.UNITS)


def _status(own: pd.DataFrame) -> str:
    """Tell a plain value from a bound and from an estimate."""
    if own["qualifier"].isin(BOUNDS).any():
        return "bound"
    return "estimate" if own["qualifier"].eq("about").any() or own["method"].isin(ESTIMATED).any() else "value"


def _without_value(
    zone: pd.Series, own: pd.DataFrame, parts: pd.DataFrame, zones: pd.DataFrame, lang: str
) -> list[dict[str, object]]:
    """Draw a unit that has no value in a year; what is known of a part of it is said, not counted."""
    look = "zero" if own["value_status"].eq("zero_or_not_reported").any() else "none"
    known = [
        word(
            "layers.coca_zones.part",
            lang,
            name=zones.at[row["zone_id"], "name"],
            value=hedged(row["coca_ha"], row["qualifier"], lang),
        )
        for row in parts.to_dict("records")
    ]
    keys = sources_in(pd.concat([own, parts])) or (zone["source_key"],)
    shared = {"id": zone.name, "source_keys": keys, "hover": "; ".join(known)}
    label = f"{zone['name']}\n{word(f'layers.coca_zones.{look}_label', lang)}"
    return [
        shared | {"part": "area", "look": look},
        shared | {"part": "circle", "look": "point", "radius": tokens.SMALLEST_RADIUS_PX, "text": label},
    ]


def size(hectares: float) -> float:
    """Give the radius of a zone's circle in px: its area is the hectares."""
    return radius(hectares, tokens.ZONE_RADIUS_AT_HA, tokens.ZONE_RADIUS_PX)


def looks() -> tuple[Look, ...]:
    """Give the seven classes, the circle, and the looks without a value."""
    shared = {"symbol": "area", "stroke": tokens.COCA_LINE, "width": 1.0, "fill_opacity": 0.6}
    return (
        *class_looks(tokens.COCA_BREAKS_HA, tokens.COCA_RAMP, "ha", **shared),
        Look(
            id="zero",
            symbol="area",
            legend="layers.coca_zones.zero",
            stroke=tokens.COCA_LINE,
            dash="3 3",
            fill_opacity=0,
            rank=20,
        ),
        Look(
            id="none",
            symbol="area",
            legend="layers.no_figure",
            fill=tokens.NO_FIGURE,
            hatch=True,
            stroke=tokens.MUTED,
            rank=21,
        ),
        Look(
            id="circle",
            symbol="circle",
            legend="",
            fill=tokens.COCA_LINE,
            fill_opacity=0.3,
            stroke=tokens.COCA_LINE,
            width=1.4,
        ),
        Look(id="point", symbol="circle", legend="", fill=tokens.PAPER, stroke=tokens.MUTED),
    )


def note(year: int, lang: str = "en") -> str:
    """Say which series gives the year and how far the zones lie from the national figure."""
    said = [word(f"layers.coca_zones.series_{coca.series_of(year).lower()}", lang)]
    return " ".join(filter(None, [*said, shortfall("coca_zones", year, coca.national_sum(year), lang)]))


def shortfall(layer: str, year: int, summed: float, lang: str = "en") -> str:
    """Say how far a sum lies from the national figure of the year; '' where only rounding parts them."""
    national = coca.national_figure(year)
    if not national or abs(national - summed) <= ROUNDING * national:
        return ""
    key = f"layers.{layer}.short" if summed < national else f"layers.{layer}.above"
    gap = abs(national - summed)
    return word(key, lang, gap=number(gap), share=number(100 * gap / national, 2), national=number(national))


def wording(year: int, total: float | None, lang: str = "en") -> tuple[str, str] | None:
    """Round a total that holds an estimate or lacks the joint unit, and say what it covers of the national figure."""
    rows = preferred(load_table("coca_zone_year").query("year == @year"), "coca_zone_year", ["zone_id", "year"])
    counted = rows[rows["counted"].fillna(False) & rows["value_status"].eq("value")]
    exact = coca.JOINT_UNIT in set(counted["zone_id"]) and _status(counted) == "value"
    if total is None or exact:
        return None
    text = word("layers.coca_zones.about", lang, total=number(round(total, -2)))
    said = {"layer": word("layers.coca_zones.title", lang), "total": text, "year": year}
    national = coca.national_figure(year)
    if national and abs(national - total) > ROUNDING * national:
        return word("layers.coca_zones.title_share", lang, share=number(100 * total / national, 0), **said), text
    return word("layers.coca_zones.title_year", lang, **said), text


def _change(values: pd.Series, year: int, lang: str) -> str:
    """Say the change since the last year with a value, or that a new series lies between."""
    change = change_on_previous(values, year)
    if change is None or change.share is None:
        return ""
    if coca.series_breaks(change.previous_year, year):
        return word("layers.coca_zones.break_label", lang)
    return word("layers.change", lang, change=share_change(change.value, change.previous), before=change.previous_year)


LAYER = Layer(
    key="coca_zones",
    group="cultivation",
    order=10,
    table="coca_zone_year",
    value="coca_ha",
    when="layers.when.year",
    load=load,
    draw=draw,
    looks=looks,
    note=note,
    wording=wording,
    breaks=tokens.COCA_BREAKS_HA,
    compared="common",
    breaks_before=(2018,),
    sizes=tuple((value, size(value)) for value in SIZES_HA),
    default_on=True,
    behind=(
        Behind("coca_zone_year", "zone_id", "layers.behind.values", ("coca_ha",)),
        Behind("coca_zone_year", "parent_zone", "layers.behind.parts", ("coca_ha",)),
        Behind("zone_members", "zone_id", "layers.behind.members"),
    ),
)
