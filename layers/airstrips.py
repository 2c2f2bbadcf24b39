"""Clandestine airstrips by the locality named: solid in the year of a report, hollow afterwards."""

import geopandas as gpd
import pandas as pd

from geo.tables import load_table
from layers import tokens
from layers.amounts import number
from layers.base import Behind, Layer, Look
from layers.marks import at_places, coarse, marks, sources_in, stacked, unmapped
from layers.words import word

SHOWN_TO_KM = 10  # never finer, whatever is known of the village
DISTRICT_KM = 20  # from here on the source names no more than the district
STACK_PX = (13.0, 5.8)
SHOWN = "drawn and in_window"
DESTROYED = ("airstrips_destroyed", "airstrips_destroyed_to_date", "airstrips_detected_and_destroyed")
FILLS = {"destroyed": tokens.AIRSTRIP, "reenabled": tokens.NO_FIGURE, "earlier": tokens.PAPER}


def load(lang: str = "en") -> gpd.GeoDataFrame:
    """Give each locality once; those of one 10 km square are stacked."""
    rows = load_table("airstrips_located").query(SHOWN)
    by_place = rows.groupby("place_id")
    spots = rows.drop_duplicates("place_id").set_index("place_id", drop=False)
    spots = spots.assign(name=by_place["place_text"].agg(lambda names: ", ".join(names.unique())))
    placed = coarse(at_places(spots.reset_index(drop=True), "place_id", "name"), SHOWN_TO_KM)
    strips = placed["place_id"].map(by_place["kind"].agg(lambda kinds: tuple(sorted(kinds.unique()))))
    placed = placed.assign(strip=strips, rank=placed["place_id"].map(by_place.size()))
    return stacked(placed, on="spot", size_px=STACK_PX)


def draw(year: int, lang: str = "en") -> pd.DataFrame:
    """Give the localities reported up to a year; several reports of one are one mark."""
    known = load_table("airstrips_located").query(SHOWN).query("year <= @year")
    return marks(_mark(place, rows, year, lang) for place, rows in known.groupby("place_id"))


def _mark(place: str, rows: pd.DataFrame, year: int, lang: str) -> dict[str, object]:
    """Draw one locality; a number of strips is given only where the source gives it for the locality."""
    now = rows[rows["year"].eq(year)]
    state, told = ("earlier", rows) if now.empty else (now["kind"].iloc[0], now)
    strips, name = now["airstrips"].sum(min_count=1), ", ".join(told["place_text"].unique())
    count = "" if pd.isna(strips) else word(f"layers.airstrips.strips_{state}", lang, count=number(strips))
    said = {"count": len(told), "year": told["year"].max()}
    return {
        "id": place,
        "look": f"{state}-{'district' if rows['precision_km'].max() >= DISTRICT_KM else 'locality'}",
        "radius": tokens.SMALL_SYMBOL_RADIUS_PX,
        "text": "" if now.empty else f"{name}\n{count}".strip(),
        "hover": f"{word(f'layers.airstrips.hover_{state}', lang, **said)}\n{count}".strip(),
        "source_keys": sources_in(told),
    }


def looks() -> tuple[Look, ...]:
    """Give a strip, filled in the year, hollow afterwards; pale where the source names the district only."""
    return tuple(
        Look(
            id=f"{state}-{where}",
            symbol="airstrip",
            legend=f"layers.airstrips.{state}_{where}",
            stroke=tokens.AIRSTRIP,
            opacity=opacity,
            fill=fill,
            fill_opacity=opacity,
            width=1.4,
            rank=rank,
        )
        for rank, (state, fill) in enumerate(FILLS.items())
        for where, opacity in (("locality", 1.0), ("district", 0.5))
    )


def note(year: int, lang: str = "en") -> str:
    """Say that nothing can be added up, and how far the counts of the year lie apart."""
    counts = load_table("airstrip_counts").query("metric in @DESTROYED and year == @year")["value"].dropna()
    said = word("layers.airstrips.note", lang)
    if counts.empty:
        return said
    low, high = number(counts.min()), number(counts.max())
    return f"{said} {word('layers.airstrips.counts', lang, count=len(counts), low=low, high=high, year=year)}"


def left_out(lang: str = "en") -> pd.DataFrame:
    """Give the reports whose locality was not found, and those of the years after 2020."""
    rows = load_table("airstrips_located").query(f"not ({SHOWN})")
    return unmapped(rows, "row_id", "place_text", "layers.airstrips.left_out")


LAYER = Layer(
    key="airstrips",
    group="movement",
    order=66,
    table="airstrips_located",
    when="layers.airstrips.when",
    load=load,
    draw=draw,
    looks=looks,
    note=note,
    filters=("strip",),
    left_out=left_out,
    shown_to_km=SHOWN_TO_KM,
    behind=(
        Behind("airstrips_located", "place_id", "layers.behind.facts"),
        Behind("airstrips_located", "row_id", "layers.behind.facts"),
    ),
)
