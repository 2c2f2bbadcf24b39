"""Ports: a ring, filled with the kilograms seized there in the year."""

import geopandas as gpd
import pandas as pd

from geo.sources import keys_in
from geo.tables import load_table
from layers import tokens
from layers.amounts import number
from layers.base import Behind, Layer, Look
from layers.classes import radius
from layers.describe import route_in_words
from layers.marks import at_places, marks, sources_in
from layers.words import word

NO_ROLE = "none seen"
SIZES_KG = (500, 2_000, 8_000)


def load(lang: str = "en") -> gpd.GeoDataFrame:
    """Give each port at its place, and each other place where a load was seized."""
    ports = at_places(load_table("ports"), "port_id", "name")
    ports = ports.assign(rank=ports["corroborating_sources"].map(lambda cell: 1.0 + len(keys_in(cell))))
    names = load_table("places").set_index("place_id")["name"]
    away = load_table("port_seizures").query("port_id.isna()").drop_duplicates("place_id")
    other = at_places(away.assign(name=away["place_id"].map(names)), "place_id", "name").assign(rank=1.0)
    return gpd.GeoDataFrame(pd.concat([ports, other], ignore_index=True), crs=ports.crs)


def draw(year: int, lang: str = "en") -> pd.DataFrame:
    """Give every port, filled and sized by the seizures of the year; other places in their year only."""
    rows = load_table("port_seizures")
    rows = rows[rows["year"].eq(year)]
    rows = rows.assign(spot=rows["port_id"].fillna(rows["place_id"]), away=rows["port_id"].isna())
    drawn = [_mark(spot, of_spot, lang) for spot, of_spot in rows.groupby("spot")]
    for row in load_table("ports").to_dict("records"):
        if row["port_id"] not in set(rows["spot"]):
            look = (
                "norole"
                if row["role_evidence"] == NO_ROLE
                else "abroad"
                if row["country"] != "PE"
                else "quiet"
            )
            drawn.append(
                {
                    "id": row["port_id"],
                    "look": look,
                    "radius": tokens.SMALL_SYMBOL_RADIUS_PX - (look == "norole"),
                    "text": row["name"] if look == "quiet" else "",
                    "hover": word(f"layers.ports.{look}", lang),
                    "source_keys": (row["source_key"],),
                }
            )
    return marks(drawn)


def _mark(spot: str, rows: pd.DataFrame, lang: str) -> dict[str, object]:
    """Draw the seizures of one place; rival figures and loads of unclear origin are shown, never added."""
    counts = rows[rows["counts_in_total"].fillna(False)]
    name = load_table("places").set_index("place_id").at[rows["place_id"].iloc[0], "name"]
    mark = {
        "id": spot,
        "radius": tokens.SMALL_SYMBOL_RADIUS_PX,
        "text": name,
        "source_keys": sources_in(rows),
    }
    if counts.empty:
        return mark | {
            "look": "uncounted",
            "hover": word("layers.ports.uncounted_hover", lang, count=len(rows)),
        }
    kilograms = float(counts["seized_kg"].sum())
    return mark | {
        "look": "away" if rows["away"].all() else "seized",
        "radius": size(kilograms),
        "value": kilograms,
        "text": f"{name}\n{number(kilograms, 0)} kg",
        "hover": word("layers.ports.cases", lang, total=number(kilograms, 0), count=len(counts)),
        "source_keys": sources_in(counts),
    }


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
            id="away",
            symbol="circle",
            stroke=tokens.PORT,
            fill=tokens.PORT,
            fill_opacity=0.3,
            legend="layers.ports.away",
            rank=2,
        ),
        Look(
            id="uncounted",
            legend="layers.ports.uncounted",
            fill=tokens.PORT,
            fill_opacity=0.15,
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
