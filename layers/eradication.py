"""Eradication of coca: a ring an area, dashed where the figure covers part of a year; never added up."""

import geopandas as gpd
import pandas as pd

from geo.joins import join_facts
from geo.sources import sources
from geo.tables import load_table
from layers import tokens
from layers.amounts import dates, share_change
from layers.base import Behind, Layer, Look
from layers.classes import radius
from layers.describe import listed
from layers.marks import at_places, marks, sources_in, unmapped
from layers.quantities import hedged
from layers.words import word
from layers.zone_shapes import label_points

NATIONAL = "national"
SIZES_HA = (1_000, 8_000)


def shown() -> pd.DataFrame:
    """Give the one row that is drawn of each area, kind and year."""
    rows = load_table("eradication")
    return rows[rows["shown"] & rows["in_window"]]


def areas() -> pd.DataFrame:
    """Give the rows that have a place of their own or a zone; national figures have neither."""
    rows = shown()
    return rows[rows["scope"].ne(NATIONAL)].dropna(subset=["place_id", "zone_id"], how="all")


def national() -> pd.DataFrame:
    """Give the national figures, indexed by year."""
    rows = shown()
    return rows[rows["scope"].eq(NATIONAL)].set_index("year")


def load(lang: str = "en") -> gpd.GeoDataFrame:
    """Give each area at its place, else at the label point of its zone."""
    rows = areas().assign(rank=lambda own: own.groupby("area_id")["eradicated_ha"].transform("max").fillna(0.0))
    rows = rows.sort_values("place_id", kind="stable").drop_duplicates("area_id")
    own = at_places(rows.dropna(subset="place_id"), "area_id", "area", part="circle")
    rest = join_facts(label_points(), rows[rows["place_id"].isna()], on="zone_id")
    rest = rest.assign(id=rest["area_id"], name=rest["area"], part="circle")
    both = pd.concat([own.assign(rank=own["id"].map(rows.set_index("area_id")["rank"])), rest])
    return gpd.GeoDataFrame(both, crs=own.crs).sort_values("rank", ascending=False, ignore_index=True)


def draw(year: int, lang: str = "en") -> pd.DataFrame:
    """Give each area with a figure for the year, or with the report that there is none."""
    rows = areas()
    drawn = []
    for area, own in rows[rows["year"].eq(year)].groupby("area_id", sort=False):
        row = own.iloc[0].to_dict()
        kinds = listed([word(f"layers.eradication.{kind}", lang) for kind in own["kind"]], lang)
        drawn.append(
            {
                "id": area,
                "part": "circle",
                "look": _look(row),
                "radius": size(row["eradicated_ha"]),
                "text": f"{row['area']}\n{figure(row, lang)}",
                "hover": word("layers.eradication.hover", lang, kinds=kinds),
                "source_keys": sources_in(own),
            }
        )
    return marks(drawn)


def figure(row: dict[str, object], lang: str = "en") -> str:
    """Write the hectares of a row, with the part of the year that they cover."""
    if row["value_status"] != "value":
        return word(f"layers.status.{row['value_status']}", lang)
    hectares = f"{hedged(row['eradicated_ha'], row['qualifier'], lang)} ha"
    return f"{hectares}, {covered(row, lang)}" if row["part_year"] else hectares


def covered(row: dict[str, object], lang: str = "en") -> str:
    """Write the period of a row; one that starts with its year is `until` its last day."""
    start, end = row["period_start"], row["period_end"]
    return dates(None if not pd.isna(end) and start == f"{row['year']}-01-01" else start, end, lang)


def _look(row: dict[str, object]) -> str:
    if row["value_status"] != "value":
        return "unseen"
    return "none" if not row["eradicated_ha"] else "part" if row["part_year"] else "full"


def size(hectares: float) -> float:
    """Give the radius of a ring in px, on the scale of the coca zones: as large as the coca it took away."""
    smallest = tokens.SMALL_SYMBOL_RADIUS_PX
    known = 0.0 if pd.isna(hectares) else float(hectares)
    return radius(known, tokens.ZONE_RADIUS_AT_HA, tokens.ZONE_RADIUS_PX, smallest)


def looks() -> tuple[Look, ...]:
    """Give rings: white, so that no one takes them for coca that stands."""
    shared = {"symbol": "ring", "stroke": tokens.COCA_LINE, "fill": tokens.PAPER, "fill_opacity": 0.6}
    return (
        Look(id="full", legend="layers.eradication.full", width=2.0, rank=1, **shared),
        Look(id="part", legend="layers.eradication.part", width=2.0, dash="4 3", rank=2, **shared),
        Look(id="none", legend="layers.eradication.none", width=1.2, inner="bar", rank=3, **shared),
        Look(id="unseen", legend="layers.eradication.unseen", width=1.2, hatch=True, rank=4, **shared),
    )


def headline(year: int, lang: str = "en") -> str:
    """Say the national figure, against the year before where both are exact and cover their year."""
    rows = national()
    if year not in rows.index:
        return word("layers.eradication.no_national", lang, year=year)
    row = rows.loc[year].to_dict() | {"year": year}
    key = "part_total" if row["part_year"] else "full_total"
    when = covered(row, lang)
    text = word(
        f"layers.eradication.{key}",
        lang,
        total=figure(row | {"part_year": False}, lang),
        year=year,
        when=when,
    )
    exact = rows[~rows["part_year"] & rows["qualifier"].eq("as_stated")]["eradicated_ha"]
    if not {year, year - 1} <= set(exact.index):
        return text
    return text + word("layers.title_change", lang, change=share_change(exact[year], exact[year - 1]), before=year - 1)


def note(year: int, lang: str = "en") -> str:
    """Say that areas are never added, and whose figure the title gives."""
    said, rows = word("layers.eradication.note", lang), national()
    if year not in rows.index:
        return said
    cited = sources()[rows.at[year, "source_key"]].short
    return f"{said} {word('layers.eradication.national_source', lang, source=cited)}"


def left_out(lang: str = "en") -> pd.DataFrame:
    """Give Peru, whose figure stands in the title, and areas that no drawn row tells of."""
    rows = load_table("eradication")
    rows = rows[~rows["area_id"].isin(areas()["area_id"])]
    why = rows["scope"].eq(NATIONAL).map({True: "layers.eradication.national", False: "layers.eradication.overlaps"})
    return unmapped(rows, "area_id", "area", why)


LAYER = Layer(
    key="eradication",
    group="cultivation",
    order=25,
    table="eradication",
    when="layers.when.year_only",
    load=load,
    draw=draw,
    looks=looks,
    headline=headline,
    sizes=tuple((value, size(value)) for value in SIZES_HA),
    note=note,
    left_out=left_out,
    behind=(Behind("eradication", "area_id", "layers.behind.values", ("eradicated_ha",)),),
)
