"""Join facts to places, loudly."""

import geopandas as gpd
import pandas as pd

from geo.crs import require_wgs84


def join_facts(places: gpd.GeoDataFrame, facts: pd.DataFrame, on: str = "place_id") -> gpd.GeoDataFrame:
    """
    Give each fact the geometry of its place.

    Parameters
    ----------
    places
        One feature a place, `on` unique, WGS84. Only its key and geometry are taken.
    facts
        Any number of facts a place.
    on
        The key; in `places` the column may also be called `place_id`.

    Returns
    -------
    gdf
        One row a fact, in the order and with the index of `facts`, with their columns and `geometry`.

    Raises
    ------
    KeyError
        If a key column is missing, or a fact names a place that `places` lacks or names none.
    ValueError
        If a key stands twice in `places`, the facts already have a geometry, or `places` is not in WGS84.
    """
    require_wgs84(places, "the places")
    there = on if on in places.columns else "place_id"
    for frame, column, what in ((places, there, "places"), (facts, on, "facts")):
        if column not in frame.columns:
            raise KeyError(
                f"the {what} have no column {column!r} to join on; they have {', '.join(frame.columns)}"
            )
    if "geometry" in facts.columns:
        raise ValueError("the facts already have a geometry: drop it before the join")
    twice = places.loc[places[there].duplicated(), there].tolist()
    if twice:
        raise ValueError(
            f"{len(twice)} {there} stand twice in the places: {twice[:5]}; each place may come once"
        )
    nameless = int(facts[on].isna().sum())
    lost = sorted({str(one) for one in facts[on].dropna()} - {str(one) for one in places[there]})
    if nameless or lost:
        raise KeyError(
            f"{len(lost)} {on} in the facts have no geometry: {lost[:5]}, and {nameless} facts name no "
            "place. Add the places to tables/places.csv or drop these facts before the join"
        )
    shapes = places.set_index(there).geometry
    geometry = gpd.GeoSeries(shapes.reindex(facts[on]).to_numpy(), index=facts.index, crs=places.crs)
    return gpd.GeoDataFrame(facts.copy(), geometry=geometry)
