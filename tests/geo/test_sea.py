"""Sea legs start and end at their places, keep off the land, and run on over the Pacific."""

import sys

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from geo.geometry import geometry
from geo.sea import compute_sea_legs, sea_pairs

AT = {"callao": (-77.12, -12.05), "guayaquil": (-79.88, -2.24), "hong_kong": (114.17, 22.29)}
NO_LAND = shapely.Polygon()


def points(at=AT):
    return gpd.GeoDataFrame(
        {"place_id": list(at)}, geometry=gpd.points_from_xy(*np.array(list(at.values())).T), crs=4326
    )


def legs(*rows):
    return pd.DataFrame(rows, columns=["from_place_id", "to_place_id", "leg_mode"])


def test_each_pair_is_listed_once_in_its_first_direction():
    rows = legs(
        ("lima", "callao", "road"),
        ("callao", "santos", "sea"),
        ("santos", "callao", "sea"),
        ("a", "b", "sea"),
    )
    assert sea_pairs(rows) == [("a", "b"), ("callao", "santos")]


def test_a_leg_joins_its_places():
    row = compute_sea_legs([("callao", "guayaquil")], points(), NO_LAND).iloc[0]
    assert row.geometry.coords[0] == pytest.approx(AT["callao"])
    assert row.geometry.coords[-1] == pytest.approx(AT["guayaquil"])
    assert 1_100 < row["length_km"] < 1_500


def test_a_leg_keeps_off_the_land_away_from_its_ports():
    land = geometry("countries").union_all()
    line = compute_sea_legs([("callao", "guayaquil")], points(), land).geometry.iloc[0]
    ends = shapely.MultiPoint([line.coords[0], line.coords[-1]]).buffer(0.8)
    assert line.difference(ends).intersection(land).length < 0.05


def test_longitudes_run_on_over_the_pacific():
    line = compute_sea_legs([("callao", "hong_kong")], points(), NO_LAND).geometry.iloc[0]
    lon = shapely.get_coordinates(line)[:, 0]
    assert lon[-1] == pytest.approx(114.17 - 360)
    assert np.abs(np.diff(lon)).max() < 15


def test_all_unknown_places_are_named():
    with pytest.raises(KeyError, match="2 places that places.csv lacks: atlantis, lemuria; add them there"):
        compute_sea_legs([("callao", "lemuria"), ("atlantis", "callao")], points(), NO_LAND)


def test_without_searoute_the_message_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "searoute", None)
    with pytest.raises(ImportError, match="searoute, which finds it, is not installed"):
        compute_sea_legs([("callao", "guayaquil")], points(), NO_LAND)


def test_no_pairs_give_an_empty_frame():
    assert compute_sea_legs([], points(), NO_LAND).empty
