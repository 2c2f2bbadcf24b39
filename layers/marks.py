"""Builders that the layers share: features at places, marks from rows."""

from collections.abc import Iterable, Sequence
from math import cos, nan, pi, sin

import geopandas as gpd
import pandas as pd

from geo.joins import join_facts
from geo.lines import route_lines
from geo.places import cut, places
from layers.base import MARK_COLUMNS

FAN_PX = 6.5


def at_places(rows: pd.DataFrame, id_column: str, name_column: str, part: str = "symbol") -> gpd.GeoDataFrame:
    """
    Give one feature a row, at the row's `place_id`; `spot` is the same text for those of one point.

    Raises
    ------
    KeyError
        If a row names a place that the gazetteer lacks.
    """
    joined = join_facts(places(), rows, on="place_id")
    return joined.assign(
        id=joined[id_column].astype(str),
        name=joined[name_column].astype(str),
        part=part,
        rank=0.0,
        spot=joined.geometry.to_wkt(),
    )


def along_legs(rows: pd.DataFrame, legs: pd.DataFrame, on: str) -> gpd.GeoDataFrame:
    """
    Give one line a row, through the places of its legs; rows that share a pair of places share its curve.

    Raises
    ------
    KeyError
        If legs name places that the gazetteer lacks.
    ValueError
        If a row has no legs.
    """
    plain = {"market": "", "drawable": "line", "waypoints": "", "path_certainty": "schematic"}
    routes = rows.assign(route_id=rows[on], **plain)
    lines = route_lines(routes, legs.rename(columns={on: "route_id"}), places())
    named = rows.assign(id=rows[on].astype(str), part="line", rank=0.0)
    return gpd.GeoDataFrame(named, geometry=lines.geometry.to_numpy(), crs=lines.crs)


def coarse(features: gpd.GeoDataFrame, km: float) -> gpd.GeoDataFrame:
    """Cut points to the square of `km` that holds them; `spot` is the same text for those of one square."""
    squares = [cut(point.x, point.y, km) for point in features.geometry]
    points = gpd.points_from_xy([one.lon for one in squares], [one.lat for one in squares])
    return features.assign(spot=[f"{one.lon} {one.lat}" for one in squares]).set_geometry(
        points, crs=features.crs
    )


def at_once(features: gpd.GeoDataFrame, on: str = "spot") -> gpd.GeoDataFrame:
    """
    Part the features of a spot that never meet in a year, so that only those that do are set apart.

    Parameters
    ----------
    features
        With `from_year` and `until_year`; a blank end is open.
    on
        Column that holds the spot; it comes back with a number behind it.
    """
    spans = pd.DataFrame(
        {
            on: features[on],
            "start": features["from_year"].fillna(0).astype(int),
            "end": features["until_year"].fillna(9999).astype(int),
        }
    ).sort_values([on, "start"], kind="stable")
    before = spans.groupby(on)["end"].cummax().groupby(spans[on]).shift()
    runs = (before.isna() | spans["start"].gt(before)).cumsum()
    return features.assign(**{on: features[on] + " " + runs.reindex(features.index).astype(str)})


def fanned(features: gpd.GeoDataFrame, on: str = "place_id", reach_px: float = FAN_PX) -> gpd.GeoDataFrame:
    """
    Set features that share a place on a small ring around it, in the order of their ids.

    The shift is in px of the screen (`dx`, `dy`): the position stays that of the place.
    """
    ordered = features.sort_values([on, "id"], kind="stable")
    groups = ordered.groupby(on, sort=False)["id"]
    turn = 2 * pi * groups.cumcount() / groups.transform("size")
    # the ring grows with the number of symbols on it, so that they never overlap
    reach = (groups.transform("size") - 1).clip(upper=1) * (reach_px * groups.transform("size") / pi).clip(
        lower=reach_px
    )
    return ordered.assign(dx=(reach * turn.map(sin)).round(1), dy=(reach * -turn.map(cos)).round(1) + 0.0)


def unmapped(
    rows: pd.DataFrame, id_column: str, name_column: str, why: str | Sequence[str]
) -> pd.DataFrame:
    """Give what a layer leaves off the map, each id once: `id`, `name`, `why` (a key of the words, or one a row)."""
    left = pd.DataFrame({"id": rows[id_column], "name": rows[name_column], "why": why}, dtype="str")
    return left.drop_duplicates("id", ignore_index=True)


def stacked(features: gpd.GeoDataFrame, on: str, size_px: tuple[float, float]) -> gpd.GeoDataFrame:
    """
    Stack flat signs that share a place, above three in two columns, in the order of their ids.

    Parameters
    ----------
    features
        With an `id`.
    on
        Column that holds the place.
    size_px
        Room of one sign on the screen, across and down.
    """
    ordered = features.sort_values([on, "id"], kind="stable")
    groups = ordered.groupby(on, sort=False)["id"]
    at, size = groups.cumcount(), groups.transform("size")
    columns = (size > 3) + 1
    dx = (at % columns - (columns - 1) / 2) * size_px[0]
    dy = (at // columns - ((size - 1) // columns) / 2) * size_px[1]
    return ordered.assign(dx=dx.round(1), dy=dy.round(1))


def marks(rows: Iterable[dict[str, object]]) -> pd.DataFrame:
    """
    Give a frame with `MARK_COLUMNS` from rows that may leave out what they lack.

    Raises
    ------
    ValueError
        If a row lacks id, look or sources, or names a column that marks do not have.
    """
    blank = {"part": "symbol", "radius": nan, "width": nan, "text": "", "hover": "", "value": nan, "status": "value"}
    filled = [blank | row for row in rows]
    faults = [
        f"{row.get('id')}: {sorted(set(row) ^ set(MARK_COLUMNS))}"
        for row in filled
        if set(row) != set(MARK_COLUMNS)
    ]
    faults += [f"{row['id']}: no source" for row in filled if not row.get("source_keys")]
    if faults:
        raise ValueError("marks have wrong columns or no source:\n  " + "\n  ".join(faults))
    return pd.DataFrame(filled, columns=list(MARK_COLUMNS))


def sources_in(rows: pd.DataFrame) -> tuple[str, ...]:
    """Name the sources of rows, each once, in row order."""
    return tuple(dict.fromkeys(rows["source_key"]))


def split_list(text: object, by: str = ";") -> tuple[str, ...]:
    """Split a cell that lists several values; an empty cell gives none."""
    return () if pd.isna(text) else tuple(part.strip() for part in str(text).split(by) if part.strip())
