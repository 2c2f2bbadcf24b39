"""Builders that the layers share: features at places, marks from rows."""

from collections.abc import Iterable
from math import cos, nan, pi, sin

import geopandas as gpd
import pandas as pd

from geo.joins import join_facts
from geo.places import places
from layers.base import MARK_COLUMNS

FAN_PX = 6.5


def at_places(rows: pd.DataFrame, id_column: str, name_column: str, part: str = "symbol") -> gpd.GeoDataFrame:
    """
    Give one feature a row, at the row's `place_id`.

    Raises
    ------
    KeyError
        If a row names a place that the gazetteer lacks.
    """
    joined = join_facts(places(), rows, on="place_id")
    return joined.assign(
        id=joined[id_column].astype(str), name=joined[name_column].astype(str), part=part, rank=0.0
    )


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


def marks(rows: Iterable[dict[str, object]]) -> pd.DataFrame:
    """
    Give a frame with `MARK_COLUMNS` from rows that may leave out what they lack.

    Raises
    ------
    ValueError
        If a row lacks id, look or sources, or names a column that marks do not have.
    """
    blank = {"part": "symbol", "radius": nan, "width": nan, "text": "", "hover": "", "value": nan}
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
