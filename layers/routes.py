"""Trafficking routes: a line through the places a source names, coloured by market."""

from itertools import product

import geopandas as gpd
import pandas as pd
import shapely

from geo import lines
from geo.arrowheads import arrows
from geo.geometry import geometry
from geo.places import places
from geo.tables import load_table
from geo.timeline import spans
from layers import tokens
from layers.base import Behind, Layer, Look
from layers.describe import route_in_words, route_name
from layers.marks import marks, split_list
from layers.route_filters import FILTERS, exit_labels, filter_columns
from layers.words import word

HOME = "PE"

DASHES = {
    (False, False): "",
    (True, False): tokens.SCHEMATIC_DASH,
    (False, True): tokens.UNDATED_DASH,
    (True, True): tokens.UNDATED_SCHEMATIC_DASH,
}
WIDTH_WORDS = ("layers.routes.width_1", "layers.routes.width_2", "layers.routes.width_3")


def drawable() -> pd.DataFrame:
    """Give the routes that are shipments and have a geometry: attempts belong to the claims, never here."""
    rows = load_table("routes")
    return rows[~rows["is_attempt"].fillna(False) & rows["drawable"].ne("none")]


def load(lang: str = "en") -> gpd.GeoDataFrame:
    """Give each route's line, its filters, and the ports and crossings it uses."""
    rows, legs = drawable(), load_table("route_legs")
    legs = legs[legs["route_id"].isin(rows["route_id"])]
    drawn = lines.route_lines(rows, legs, places())
    drawn = gpd.GeoDataFrame(
        drawn[["route_id", "geometry"]].merge(rows, on="route_id", validate="1:1"), crs=drawn.crs
    )
    countries = geometry("countries")
    home = countries.loc[countries["iso2"].eq(HOME), "geometry"].union_all()
    shapely.prepare(home)
    is_line = drawn["drawable"].eq("line")
    heads = [arrows(line, home) if has_end else () for line, has_end in zip(drawn.geometry, is_line, strict=True)]
    return drawn.assign(
        id=drawn["route_id"],
        name=[route_name(row, lang) for row in drawn.to_dict("records")],
        part=drawn.geometry.geom_type.map(lambda kind: "symbol" if kind == "Point" else "line"),
        # More sources lie on top, and of those on one curve an unbroken line.
        rank=drawn["n_sources"] + 0.5 * drawn["path_certainty"].ne("schematic"),
        uses=[used(row) for row in drawn.to_dict("records")],
        arrows=heads,
        **filter_columns(drawn),
    )


def used(row: dict[str, object]) -> tuple[str, ...]:
    """Name the ports and crossings a route uses: its exit, and those on its way."""
    ports = (row["exit_port_id"], *split_list(row["uses_ports"]))
    crossings = (row["exit_crossing_id"], *split_list(row["uses_crossings"]))
    names = [
        f"{layer}:{one}"
        for layer, ids in (("ports", ports), ("crossings", crossings))
        for one in ids
        if not pd.isna(one)
    ]
    return tuple(dict.fromkeys(names))


def draw(year: int, lang: str = "en") -> pd.DataFrame:
    """Give the routes whose period covers a year, and the undated ones always."""
    rows = drawable()
    undated = rows["undated"].fillna(False)
    shown = rows[rows.index.isin(spans(rows[~undated], year).index) | undated]
    return marks(
        {
            "id": row["route_id"],
            "part": "symbol" if row["drawable"] == "point" else "line",
            "look": look_id(row),
            "width": tokens.ROUTE_WIDTHS_PX[min(int(row["n_sources"]), len(tokens.ROUTE_WIDTHS_PX)) - 1],
            "radius": tokens.SYMBOL_RADIUS_PX if row["drawable"] == "point" else float("nan"),
            "hover": route_in_words(row, lang),
            "source_keys": (row["source_key"],),
        }
        for row in shown.to_dict("records")
    )


def look_id(row: dict[str, object]) -> str:
    """Name the look of a route: market, then what its line must say."""
    shape = "point" if row["drawable"] == "point" else "stops" if row["drawable"] == "stops_short" else "line"
    return "-".join(
        (row["market"], shape, *_line_words(row["path_certainty"] == "schematic", bool(row["undated"])))
    )


def _line_words(schematic: bool, undated: bool) -> tuple[str, ...]:
    return ("schematic",) * schematic + ("undated",) * undated


def looks() -> tuple[Look, ...]:
    """Give each market's line: with or without arrow, solid or dashed, and its point."""
    listed = []
    for rank, (market, colour) in enumerate(tokens.MARKETS.items()):
        for shape, schematic, undated in product(("line", "stops", "point"), (False, True), (False, True)):
            point = shape == "point"
            listed.append(
                Look(
                    id="-".join((market, shape, *_line_words(schematic, undated))),
                    symbol="circle" if point else "line",
                    legend=f"layers.filter.market.{market}",
                    stroke=colour,
                    width=tokens.ROUTE_WIDTHS_PX[1],
                    fill=colour if point else "",
                    dash="" if point else DASHES[schematic, undated],
                    arrow=shape == "line",
                    hatch=market == "not_stated" and not point,
                    schematic=schematic and not point,
                    undated=undated,
                    rank=rank,
                )
            )
    return tuple(listed)


def note(year: int, lang: str = "en") -> str:
    """Say that undated routes are always drawn, and what a line is."""
    return word("layers.routes.note", lang)


def left_out(lang: str = "en") -> pd.DataFrame:
    """Give the routes no map shows: attempts, and those without a place."""
    rows = load_table("routes")
    rows = rows[~rows["route_id"].isin(drawable()["route_id"])]
    why = (
        rows["is_attempt"].fillna(False).map({True: "layers.routes.attempt", False: "layers.routes.left_out"})
    )
    return pd.DataFrame(
        {
            "id": rows["route_id"],
            "name": [route_name(row, lang) for row in rows.to_dict("records")],
            "why": why,
        }
    )


LAYER = Layer(
    key="routes",
    group="movement",
    order=60,
    table="routes",
    when="layers.when.routes",
    load=load,
    draw=draw,
    looks=looks,
    note=note,
    claim=route_in_words,
    left_out=left_out,
    filters=FILTERS,
    labels=exit_labels,
    default_filters={"commodity": ("cocaine",)},
    colours={"market": tokens.MARKETS},
    default_on=True,
    flows=True,
    keys=(("schematic", "layers.routes.key_schematic"), ("undated", "layers.routes.key_undated")),
    widths=tuple(zip(WIDTH_WORDS, tokens.ROUTE_WIDTHS_PX, strict=True)),
    behind=(
        Behind("routes", "route_id", "layers.behind.facts"),
        Behind("route_legs", "route_id", "layers.behind.legs"),
    ),
)
