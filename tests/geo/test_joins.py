"""Every fact finds its place, or the join says which did not."""

import geopandas as gpd
import pandas as pd
import pytest
from shapely import Point

from geo.joins import join_facts


def places(*names: str, crs: str | None = "EPSG:4326") -> gpd.GeoDataFrame:
    points = [Point(at, -at) for at in range(len(names))]
    return gpd.GeoDataFrame({"place_id": list(names), "name": "n"}, geometry=points, crs=crs)


def facts(*names: str | None, on: str = "place_id") -> pd.DataFrame:
    index = range(5, 5 + len(names))
    return pd.DataFrame({on: pd.array(names, dtype="str"), "ha": range(len(names))}, index=index)


def test_each_fact_gets_the_point_of_its_place_in_the_order_of_the_facts():
    joined = join_facts(places("a", "b"), facts("b", "a", "b"))
    assert joined.geometry.x.tolist() == [1, 0, 1]
    assert joined.index.tolist() == [5, 6, 7]
    assert list(joined.columns) == ["place_id", "ha", "geometry"]
    assert joined.crs.to_epsg() == 4326


def test_facts_may_name_their_place_otherwise():
    assert join_facts(
        places("a"), facts("a", on="from_place_id"), on="from_place_id"
    ).geometry.x.tolist() == [0]


def test_no_facts_make_an_empty_frame():
    joined = join_facts(places("a"), facts())
    assert len(joined) == 0
    assert joined.crs.to_epsg() == 4326


def test_lost_facts_are_named_and_counted():
    with pytest.raises(
        KeyError, match=r"2 place_id in the facts have no geometry: \['x', 'y'\], and 1 facts name no"
    ):
        join_facts(places("a"), facts("y", "x", None, "a"))


def test_a_place_that_stands_twice_is_refused():
    with pytest.raises(ValueError, match="1 place_id stand twice in the places"):
        join_facts(places("a", "a"), facts("a"))


def test_places_without_coordinate_system_are_refused():
    with pytest.raises(ValueError, match="the places has no coordinate system"):
        join_facts(places("a", crs=None), facts("a"))


@pytest.mark.parametrize(("on", "what"), [("zone_id", "places"), ("place_id", "facts")])
def test_a_missing_key_column_is_named(on: str, what: str):
    spots = places("a") if what == "facts" else places("a").rename(columns={"place_id": "id"})
    with pytest.raises(KeyError, match=f"the {what} have no column 'place_id' to join on"):
        join_facts(spots, facts("a").rename(columns={"place_id": "zone_id"}), on=on)


def test_facts_with_a_geometry_are_refused():
    with pytest.raises(ValueError, match="the facts already have a geometry"):
        join_facts(places("a"), join_facts(places("a"), facts("a")))
