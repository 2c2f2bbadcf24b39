"""Shared builders: features at places, marks from rows."""

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import Point

from layers.base import MARK_COLUMNS
from layers.marks import at_places, fanned, marks, sources_in, split_list


def features(*rows):
    return gpd.GeoDataFrame(
        rows, columns=["id", "place_id", "geometry"], geometry="geometry", crs="EPSG:4326"
    )


def test_a_lone_symbol_stays_on_its_place():
    alone = fanned(features(("a", "pichari", Point(0, 0))))
    assert (alone["dx"].tolist(), alone["dy"].tolist()) == ([0.0], [0.0])


def test_symbols_of_one_place_stand_around_it_and_apart():
    four = fanned(features(*((name, "pichari", Point(0, 0)) for name in "dbca")), reach_px=6.5)
    assert four["id"].tolist() == ["a", "b", "c", "d"]
    spots = list(zip(four["dx"], four["dy"], strict=True))
    assert spots[0] == (0.0, -8.3)
    gaps = [
        ((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5
        for x1, y1 in spots
        for x2, y2 in spots
        if (x1, y1) != (x2, y2)
    ]
    assert min(gaps) > 11


def test_places_are_joined_loudly():
    with pytest.raises(KeyError, match="atlantis_pe"):
        at_places(pd.DataFrame({"key": ["a"], "name": ["A"], "place_id": ["atlantis_pe"]}), "key", "name")


def test_a_mark_without_source_or_with_a_stray_column_is_refused():
    with pytest.raises(ValueError, match=r"a: \['colour'\]\n  a: no source"):
        marks([{"id": "a", "look": "x", "source_keys": (), "colour": "red"}])


def test_no_mark_still_has_all_columns():
    assert tuple(marks([]).columns) == MARK_COLUMNS


def test_sources_come_once_in_row_order():
    assert sources_in(pd.DataFrame({"source_key": ["b", "a", "b"]})) == ("b", "a")


@pytest.mark.parametrize(
    ("cell", "parts"), [("Spain; Belgium", ("Spain", "Belgium")), (pd.NA, ()), ("road;", ("road",))]
)
def test_a_list_cell_is_split(cell, parts):
    assert split_list(cell) == parts
