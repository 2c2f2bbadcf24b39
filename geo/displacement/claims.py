"""Claims of displacement: which a map can show, as what, and between which points."""

from functools import lru_cache

import geopandas as gpd
import pandas as pd
import shapely

from geo.crs import WGS84, circle
from geo.geometry import geometry
from geo.places import cut, places
from geo.tables import data_version, load_table
from geo.timeline import FIRST_YEAR, LAST_YEAR

# What a claim is drawn as; '' where no map can show it.
ARROW, LOOP, ATTEMPT, BARRED, LEAVES, ARRIVES, HERE = (
    "arrow", "loop", "attempt", "barred", "leaves", "arrives", "here",
)  # fmt: skip
# Kinds that name two ends or one and yet no move between them.
IN_PLACE = ("activity_shift", "channel_shift", "concern", "grew_in_place", "mode_shift", "rate_change", "reduced")
AT_ONE_END = ("hub_grew",)  # a move where both ends are named, else growth of the one
# Why a claim is on no map.
OUTSIDE, REPEATED, NO_PLACE = "outside", "repeated", "no_place"
REFUGES = ("sendero",)
REFUGE_KM = 10  # never placed finer
# A claim that names only a country ends this far inside it, on the way to its middle.
INSIDE_KM = 90


def claims() -> gpd.GeoDataFrame:
    """
    Give every claim with its ends and what it is drawn as.

    An end is the place a row names, else its mining sector's place, its coca zone's label point, its country.

    Returns
    -------
    claims
        One row a claim in file order: the columns of `displacement_claims`, `drawn_as` ('' for none), `why`
        ('' where it is drawn, else one of outside, repeated, no_place), `origin` and `target` (what the ends
        are, such as `zone:vraem`; '' for none), `target_point`, and as geometry the origin (WGS84, None for
        none).

    Raises
    ------
    KeyError
        If a row names a zone, sector, place or country that has no position; all are named.
    """
    return _claims(data_version()).copy()


@lru_cache(maxsize=2)
def _claims(version: str) -> gpd.GeoDataFrame:
    rows = load_table("displacement_claims")
    at = _positions()
    ends = {side: [_end(row, side) for row in rows.to_dict("records")] for side in ("from", "to")}
    lost = sorted({one for side in ends.values() for one in side if one and one not in at})
    if lost:
        raise KeyError(f"displacement_claims names what has no position: {', '.join(lost)}; add its row or geometry")
    drawn = [
        _drawn_as(row, origin, target)
        for row, origin, target in zip(rows.to_dict("records"), ends["from"], ends["to"], strict=True)
    ]
    points = [
        _points(at.get(origin), at.get(target), target, row["topic"])
        for row, origin, target in zip(rows.to_dict("records"), ends["from"], ends["to"], strict=True)
    ]
    return gpd.GeoDataFrame(
        rows.assign(
            drawn_as=[look for look, _ in drawn],
            why=[reason for _, reason in drawn],
            origin=ends["from"],
            target=ends["to"],
            target_point=gpd.GeoSeries([target for _, target in points], index=rows.index, crs=WGS84),
        ),
        geometry=gpd.GeoSeries([origin for origin, _ in points], index=rows.index, crs=WGS84),
    )


def covers(row: dict[str, object], year: int) -> bool:
    """Tell whether a claim's period covers a year; one blank end is open, a claim without any date always does."""
    first, last = row["from_year"], row["until_year"]
    return (pd.isna(first) or first <= year) and (pd.isna(last) or last >= year)


def stated_in(row: dict[str, object], year: int) -> bool:
    """Tell whether a source dates a claim to a year, and not only leaves it open: the one end it gives counts."""
    ends = [one for one in (row["from_year"], row["until_year"]) if not pd.isna(one)]
    return len(ends) == 2 or year in ends


def _end(row: dict[str, object], side: str) -> str:
    """Name an end by the most exact thing the row names."""
    named = {
        "place": row[f"{side}_place_id"],
        "sector": row[f"{side}_sector_id"],
        "zone": row[f"{side}_zone_id"],
        "country": row["to_country"] if side == "to" else None,
    }
    return next((f"{kind}:{key}" for kind, key in named.items() if not pd.isna(key)), "")


def _positions() -> dict[str, shapely.Point]:
    gazetteer = places()
    spots = dict(zip(gazetteer["place_id"], gazetteer.geometry, strict=True))
    sectors, countries = load_table("mining_sectors"), geometry("countries")
    at = {f"place:{key}": point for key, point in spots.items()}
    at |= {
        f"sector:{key}": spots[place]
        for key, place in zip(sectors["sector_id"], sectors["place_id"], strict=True)
        if place in spots
    }
    # outlines hold the label point inside them; parts of a zone have no outline and keep the table's
    for zones in (load_table("coca_zones"), geometry("zones")):
        at |= {
            f"zone:{key}": shapely.Point(lon, lat)
            for key, lon, lat in zip(zones["zone_id"], zones["label_lon"], zones["label_lat"], strict=True)
        }
    middles = countries.geometry.representative_point()
    return at | {f"country:{key}": point for key, point in zip(countries["iso2"], middles, strict=True)}


def _drawn_as(row: dict[str, object], origin: str, target: str) -> tuple[str, str]:
    """Give what a claim is drawn as, and why not where it is not."""
    if not any(covers(row, year) for year in range(FIRST_YEAR, LAST_YEAR + 1)):
        return "", OUTSIDE
    # where an author's own hedges are known, the row that sums them up would say the same twice
    if not pd.isna(row["same_statement_as"]) and row["certainty_basis"] != "author_words":
        return "", REPEATED
    if not origin and not target:
        return "", NO_PLACE
    kind, both = row["kind"], bool(origin and target)
    if kind in IN_PLACE or (kind in AT_ONE_END and not both):
        return HERE, ""
    if not both:
        return (LEAVES if origin else ARRIVES), ""
    if kind == "not_moved":
        return BARRED, ""
    if kind == "attempted":
        return ATTEMPT, ""
    return (LOOP if origin == target else ARROW), ""


def _points(
    origin: shapely.Point | None, target: shapely.Point | None, name: str, topic: str
) -> tuple[shapely.Point | None, shapely.Point | None]:
    """Give both ends: refuges cut to their square, a country by where the way enters it."""
    if name.startswith("country:") and origin is not None and target is not None:
        target = _entering(origin, target, name.removeprefix("country:"))
    ends = [origin, target]
    if topic in REFUGES:
        ends = [None if one is None else _coarse(one) for one in ends]
    return ends[0], ends[1]


def _coarse(point: shapely.Point) -> shapely.Point:
    shown = cut(point.x, point.y, REFUGE_KM)
    return shapely.Point(shown.lon, shown.lat)


def _entering(origin: shapely.Point, middle: shapely.Point, iso2: str) -> shapely.Point:
    """Find the point a little beyond the border, on the straight way to the middle of a country."""
    countries = geometry("countries")
    area = countries.loc[countries["iso2"].eq(iso2)].geometry.union_all()
    inside = shapely.LineString([origin, middle]).intersection(area)
    first = min(shapely.get_parts(inside), key=origin.distance)
    border = shapely.Point(min(first.coords, key=lambda end: origin.distance(shapely.Point(end))))
    beyond = shapely.LineString([border, middle]).intersection(circle(border.x, border.y, INSIDE_KM))
    return shapely.Point(max(beyond.coords, key=lambda end: border.distance(shapely.Point(end))))
