"""Ports: a ring, filled with the kilograms seized there in the year; only loads placed at Peruvian ports add up."""

import geopandas as gpd
import pandas as pd
import shapely

from geo.sources import keys_in
from geo.tables import load_table
from geo.timeline import unbeaten
from layers import tokens
from layers.amounts import number
from layers.base import Behind, Layer, Look
from layers.classes import radius
from layers.describe import route_in_words
from layers.marks import at_places, marks, sources_in
from layers.quantities import hedged, sum_qualifier
from layers.words import word

HOME = "PE"
NO_ROLE = "none seen"
FAR_EAST = 90.0  # longitude
AWAY_FIRST = 20.0  # where the world is seen Peru's ports crowd each other: the few that routes lead to are named first
SIZES_KG = (500, 2_000, 8_000)


def load(lang: str = "en") -> gpd.GeoDataFrame:
    """Give each port at its place, and each other place where a load was seized."""
    ports = at_places(load_table("ports"), "port_id", "name")
    told = ports["corroborating_sources"].map(lambda cell: 1.0 + len(keys_in(cell)))
    ports = ports.assign(rank=told + AWAY_FIRST * ports["country"].ne(HOME)).set_geometry(
        ports.geometry.map(over_the_pacific), crs=ports.crs
    )
    names = load_table("places").set_index("place_id")["name"]
    away = load_table("port_seizures").query("port_id.isna()").drop_duplicates("place_id")
    other = at_places(away.assign(name=away["place_id"].map(names)), "place_id", "name").assign(rank=1.0)
    return gpd.GeoDataFrame(pd.concat([ports, other], ignore_index=True), crs=ports.crs)


def over_the_pacific(point: shapely.Point) -> shapely.Point:
    """Place a port of East Asia where ships from Peru arrive: beyond -180, where their lines end."""
    return shapely.Point(point.x - 360, point.y) if point.x > FAR_EAST else point


def draw(year: int, lang: str = "en") -> pd.DataFrame:
    """Give every port, filled and sized by the seizures of the year; other places in their year only."""
    rows = _seizures(year)
    drawn = [_mark(spot, of_spot, lang) for spot, of_spot in rows.groupby("spot")]
    for row in load_table("ports").to_dict("records"):
        if row["port_id"] not in set(rows["spot"]):
            look = "norole" if row["role_evidence"] == NO_ROLE else "abroad" if row["country"] != HOME else "quiet"
            drawn.append(
                {
                    "id": row["port_id"],
                    "look": look,
                    "radius": tokens.SMALL_SYMBOL_RADIUS_PX - (look == "norole"),
                    "text": "" if look == "norole" else row["name"],
                    "hover": word(f"layers.ports.{look}", lang),
                    "source_keys": (row["source_key"],),
                }
            )
    return marks(drawn)


def _seizures(year: int) -> pd.DataFrame:
    """Give the rows of a year with the feature that stands for their place."""
    rows = load_table("port_seizures")
    rows = rows[rows["year"].eq(year)]
    return rows.assign(spot=rows["port_id"].fillna(rows["place_id"]))


def _mark(spot: str, rows: pd.DataFrame, lang: str) -> dict[str, object]:
    """Draw the seizures of one place: the cases that count, else the weight of those that do not."""
    place = load_table("places").set_index("place_id").loc[rows["place_id"].iloc[0]]
    counts = rows[rows["counts_in_total"].fillna(False)]
    if counts.empty:
        look = "uncounted" if place["country"] == HOME else "abroad_seized"
        kilograms = float(_unbeaten(rows)["seized_kg"].sum())
        label = word("layers.ports.not_added_label", lang, total=number(kilograms, 0))
        return {
            "id": spot,
            "look": look,
            "radius": size(kilograms),
            "text": f"{place['name']}\n{label}" if kilograms else place["name"],
            "hover": word(f"layers.ports.{look}_hover", lang, count=len(rows)),
            "source_keys": sources_in(rows),
        }
    kilograms, qualifier = float(counts["seized_kg"].sum()), sum_qualifier(counts["qualifier"])
    total, more = hedged(round(kilograms), qualifier, lang), len(rows) - len(counts)
    return {
        "id": spot,
        "look": "seized",
        "radius": size(kilograms),
        "value": kilograms,
        "status": "bound" if qualifier else "value",
        "text": f"{place['name']}\n{total} kg",
        "hover": word("layers.ports.cases_more" if more else "layers.ports.cases", lang, total=total,
                      count=len(counts), more=more),
        "source_keys": sources_in(counts),
    }


def _unbeaten(rows: pd.DataFrame) -> pd.DataFrame:
    """Keep one weight a case: rows with a weight that conflicts.csv sets behind no other."""
    about = load_table("conflicts").query("table_name == 'port_seizures'")
    return unbeaten(rows[rows["seized_kg"].notna()], about, "row_id", ["place_id", "year"])


def wording(year: int, total: float | None, lang: str = "en") -> tuple[str, str] | None:
    """Hedge a total that holds an upper bound; say so where loads are drawn and none is added."""
    rows, layer = _seizures(year), word("layers.ports.title", lang)
    if total is None:
        drawn = len(_unbeaten(rows))
        if not drawn:
            return None
        return word("layers.ports.title_not_added", lang, layer=layer, year=year, count=drawn), ""
    counted = rows[rows["counts_in_total"].fillna(False)]
    text = f"{hedged(round(total), sum_qualifier(counted['qualifier']), lang)} kg"
    return word("layers.ports.title_year", lang, layer=layer, total=text, year=year), text


def size(kilograms: float) -> float:
    """Give the radius of a port in px: its area is the kilograms, down to the ring of an idle port."""
    return radius(kilograms, tokens.PORT_RADIUS_AT_KG, tokens.PORT_RADIUS_PX, tokens.SMALL_SYMBOL_RADIUS_PX)


def looks() -> tuple[Look, ...]:
    """Give the filled ring and the empty ones."""
    shared = {"symbol": "ring", "stroke": tokens.PORT, "width": 2.0}
    return (
        Look(
            id="seized", legend="layers.ports.seized", fill=tokens.PORT, fill_opacity=0.55, rank=1, **shared
        ),
        Look(
            id="uncounted",
            legend="layers.ports.uncounted",
            fill=tokens.PORT,
            fill_opacity=0.15,
            rank=2,
            **shared,
        ),
        Look(
            id="abroad_seized",
            legend="layers.ports.abroad_seized",
            fill=tokens.PORT,
            fill_opacity=0.15,
            dash="2 2",
            rank=3,
            **shared,
        ),
        Look(id="quiet", legend="layers.ports.quiet", fill=tokens.PAPER, rank=4, **shared),
        Look(id="abroad", legend="layers.ports.abroad", fill=tokens.PAPER, dash="2 2", rank=5, **shared),
        Look(
            id="norole",
            symbol="ring",
            stroke=tokens.NO_FIGURE,
            width=1.2,
            fill=tokens.PAPER,
            legend="layers.ports.norole",
            rank=6,
        ),
    )


LAYER = Layer(
    key="ports",
    group="movement",
    order=80,
    table="port_seizures",
    value="seized_kg",
    when="layers.when.ports",
    load=load,
    draw=draw,
    looks=looks,
    wording=wording,
    dim_by="routes",
    sizes=tuple((value, size(value)) for value in SIZES_KG),
    default_on=True,
    note=lambda year, lang: word("layers.ports.note", lang),
    behind=(
        Behind(
            "port_seizures",
            "port_id",
            "layers.behind.seizures",
            ("seized_kg", "seized_kg_high", "seized_kg_low"),
        ),
        Behind(
            "port_seizures",
            "place_id",
            "layers.behind.seizures",
            ("seized_kg", "seized_kg_high", "seized_kg_low"),
        ),
        Behind("scanners", "port_id", "layers.behind.scanners"),
        Behind("ports", "port_id", "layers.behind.facts"),
        Behind("routes", "uses_ports", "layers.behind.routes", says=route_in_words, many=True),
    ),
)
