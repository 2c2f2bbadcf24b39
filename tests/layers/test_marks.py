"""Shared builders: features at places, marks from rows."""

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import Point

from layers.base import MARK_COLUMNS
from layers.marks import (
    along_legs,
    at_once,
    at_places,
    coarse,
    fanned,
    marks,
    sources_in,
    split_list,
    stacked,
    unmapped,
)


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


@pytest.mark.parametrize(
    ("count", "spots"),
    [
        (1, [(0, 0)]),
        (2, [(0, -2.5), (0, 2.5)]),
        (3, [(0, -5), (0, 0), (0, 5)]),
        (5, [(-6, -5), (6, -5), (-6, 0), (6, 0), (-6, 5)]),
    ],
)
def test_flat_signs_are_stacked_in_one_or_two_columns(count, spots):
    placed = stacked(
        features(*((name, "pichari", Point(0, 0)) for name in "abcde"[:count])), "place_id", (12, 5)
    )
    assert list(zip(placed["dx"], placed["dy"], strict=True)) == spots


def test_only_what_meets_in_a_year_shares_a_spot():
    spans = pd.DataFrame(
        {
            "id": list("abcdef"),
            "spot": ["here", "here", "here", "there", "open", "open"],
            "from_year": pd.array([2012, 2014, 2013, 2012, 2012, 2019], dtype="Int64"),
            "until_year": pd.array([2012, 2016, 2014, 2020, None, 2020], dtype="Int64"),
        }
    )
    parted = at_once(spans).set_index("id")["spot"]
    assert parted["b"] == parted["c"]
    assert parted["e"] == parted["f"]
    assert len(set(parted)) == 4


def test_a_position_is_cut_to_its_square():
    cut = coarse(features(("a", "pichari", Point(-73.82917, -12.51944))), 10)
    assert (cut.geometry.iloc[0].x, cut.geometry.iloc[0].y) == (-73.8, -12.5)
    assert cut["spot"].tolist() == ["-73.8 -12.5"]


def test_lines_follow_the_legs_of_each_row_and_keep_its_columns():
    rows = pd.DataFrame({"key": ["two", "one"], "name": ["Two", "One"]})
    legs = pd.DataFrame(
        [
            ("one", 1, "pichari_cusco", "kiteni_cusco", "road"),
            ("two", 1, "lima_lima", "ica_ica", "road"),
            ("two", 2, "ica_ica", "pisco_ica", "road"),
        ],
        columns=["key", "leg", "from_place_id", "to_place_id", "leg_mode"],
    )
    drawn = along_legs(rows, legs, "key")
    assert (drawn["id"].tolist(), drawn["name"].tolist()) == (["two", "one"], ["Two", "One"])
    assert drawn.geometry.iloc[0].coords[0] == pytest.approx((-77.02824, -12.04318))
    assert drawn.geometry.iloc[1].coords[-1] == pytest.approx((-73.04819, -12.648))


def test_what_no_map_shows_is_listed_with_key_name_and_reason():
    rows = pd.DataFrame({"key": ["a", "a", "b"], "title": ["A", "A", "B"]})
    assert unmapped(rows, "key", "title", "layers.no_total").to_numpy().tolist() == [
        ["a", "A", "layers.no_total"],
        ["b", "B", "layers.no_total"],
    ]


def test_places_are_joined_loudly():
    with pytest.raises(KeyError, match="atlantis_pe"):
        at_places(pd.DataFrame({"key": ["a"], "name": ["A"], "place_id": ["atlantis_pe"]}), "key", "name")


def test_rows_of_one_place_share_a_spot_and_no_other_row_does():
    rows = pd.DataFrame(
        {"key": list("abc"), "name": list("ABC"), "place_id": ["pichari_cusco", "kiteni_cusco", "pichari_cusco"]}
    )
    spots = at_places(rows, "key", "name").set_index("id")["spot"]
    assert spots["a"] == spots["c"] != spots["b"]


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
