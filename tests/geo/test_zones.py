"""Zone outlines hold their members, keep apart and stay within the country."""

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geo.crs import area_km2
from geo.places import places as gazetteer
from geo.tables import load_table
from geo.zones import outlines

EVERYWHERE = shapely.box(-85, -20, -65, 2)
CIRCLE_KM2 = 3.1416 * 11**2  # 13 km, grown by 22, shrunk by 24


def places(**at):
    return gpd.GeoDataFrame(
        {"place_id": list(at)}, geometry=[shapely.Point(xy) for xy in at.values()], crs=4326
    )


def zones(*ids, parent=None, label=(-75.0, -10.0)):
    return pd.DataFrame(
        {
            "zone_id": ids,
            "parent_zone": [parent if one != parent else None for one in ids],
            "label_lon": label[0],
            "label_lat": label[1],
        }
    )


def members(**zone_of):
    return pd.DataFrame({"zone_id": list(zone_of.values()), "place_id": list(zone_of)})


def test_one_locality_is_a_circle_round_it():
    (row,) = outlines(zones("vraem"), members(a="vraem"), places(a=(-75, -10)), EVERYWHERE).itertuples()
    assert row.zone_id == "vraem" and row.precision_note.startswith("schematic: 13 km round")
    drawn = outlines(zones("vraem"), members(a="vraem"), places(a=(-75, -10)), EVERYWHERE)
    assert area_km2(drawn).iloc[0] == pytest.approx(CIRCLE_KM2, rel=0.05)


@pytest.mark.parametrize(("apart", "parts"), [(0.6, 1), (0.8, 2)])
def test_neighbours_are_joined_and_far_ones_are_not(apart, parts):
    drawn = outlines(
        zones("vraem"), members(a="vraem", b="vraem"), places(a=(-75, -10), b=(-75, -10 - apart)), EVERYWHERE
    )
    assert len(shapely.get_parts(drawn.geometry.iloc[0])) == parts


def test_zones_keep_apart_half_way():
    at = places(a=(-75, -10), b=(-74.9, -10))
    drawn = outlines(zones("vraem", "lares"), members(a="vraem", b="lares"), at, EVERYWHERE).set_index(
        "zone_id"
    )
    west, east = drawn.geometry["vraem"], drawn.geometry["lares"]
    assert not west.intersects(east)
    assert west.bounds[2] < -74.95 < east.bounds[0]
    assert west.contains(shapely.Point(-75, -10)) and east.contains(shapely.Point(-74.9, -10))


def test_a_zone_without_members_is_the_sum_of_its_parts():
    at = places(a=(-75, -10), b=(-77, -10))
    table = zones("a_part", "b_part", "both", parent="both")
    drawn = outlines(table, members(a="a_part", b="b_part"), at, EVERYWHERE).set_index("zone_id").geometry
    assert list(drawn.index) == ["a_part", "b_part", "both"]
    assert drawn["both"].equals(drawn["a_part"].union(drawn["b_part"]))


def test_a_zone_with_nothing_known_is_not_drawn():
    drawn = outlines(zones("vraem", "camanti"), members(a="vraem"), places(a=(-75, -10)), EVERYWHERE)
    assert drawn["zone_id"].tolist() == ["vraem"]


def test_nothing_is_drawn_beyond_the_border():
    drawn = outlines(zones("vraem"), members(a="vraem"), places(a=(-75, -10)), shapely.box(-85, -20, -75, 2))
    assert -75.0 < drawn.total_bounds[2] < -74.97


def test_a_label_outside_moves_into_the_largest_part():
    table = zones("vraem", label=(-70.0, -10.0))
    (row,) = outlines(table, members(a="vraem"), places(a=(-75, -10)), EVERYWHERE).itertuples()
    assert (row.label_lon, row.label_lat) == pytest.approx((-75, -10), abs=0.02)


def test_unknown_zones_are_named():
    with pytest.raises(ValueError, match="zone_members names zones that coca_zones lacks: lares, monzon"):
        outlines(zones("vraem"), members(a="monzon", b="lares"), places(a=(-75, -10)), EVERYWHERE)


def test_unknown_places_are_named():
    with pytest.raises(KeyError, match="b"):
        outlines(zones("vraem"), members(b="vraem"), places(a=(-75, -10)), EVERYWHERE)


def test_projected_places_are_refused():
    metres = places(a=(-75, -10)).to_crs("ESRI:102033")
    with pytest.raises(ValueError, match="places"):
        outlines(zones("vraem"), members(a="vraem"), metres, EVERYWHERE)


def test_the_project_s_members_lie_in_their_zones():
    from geo.geometry import geometry

    shapes = geometry("zones").set_index("zone_id").geometry
    at = gazetteer().set_index("place_id").geometry
    rows = load_table("zone_members")
    near = 0.03  # degrees: members on the generalised border
    outside = [
        row.row_id for row in rows.itertuples() if shapes[row.zone_id].distance(at[row.place_id]) > near
    ]
    assert outside == []
