"""Least-cost transport: hand-worked flows, another library's cost, and what every transport keeps."""

import numpy as np
import ot
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.displacement import mean_centre, moved_share, shift, transport
from geo.displacement.planar import distances_km
from tests.geo.displacement.grids import points, values

SPREAD = points((-75, -9), (-74, -10), (-73.5, -12.5), (-70, -13), (-71, -4), (-78, -7))
HELD = st.lists(st.floats(0.01, 1000), min_size=6, max_size=6)


def km_between():
    ends = np.column_stack((SPREAD.x, SPREAD.y))
    return np.array([distances_km(one, ends) for one in ends])


def test_what_one_unit_lost_goes_to_the_one_that_gained():
    # of 100 parts 20 go one degree of meridian south at the equator: 0.2 * 110.574 km
    found = transport(values(60, 40), values(40, 60), points((-75, 0), (-75, 1)))
    assert found.flows.to_dict("records") == [
        {"from": "a", "to": "b", "share": pytest.approx(0.2), "km": pytest.approx(110.574, abs=0.001)}
    ]
    assert found.mean_km == pytest.approx(22.115, abs=0.001)
    assert found.moved_share == pytest.approx(0.2)


def test_the_nearer_gain_is_served_first_where_that_is_cheapest():
    # on a line at 0, 1, 3: the loss at 3 goes to 1, the loss at 0 stays at home with nothing to give
    found = transport(values(5, 0, 5), values(5, 5, 0), points((-75, 0), (-75, 1), (-75, 3)))
    assert found.flows[["from", "to"]].to_numpy().tolist() == [["c", "b"]]


def test_growth_of_the_whole_moves_nothing():
    found = transport(values(1, 2, 3), values(10, 20, 30), points((-75, 0), (-75, 1), (-75, 3)))
    assert found.flows.empty
    assert list(found.flows.columns) == ["from", "to", "share", "km"]
    assert (found.mean_km, found.moved_share) == (0, 0)


def test_only_units_with_a_value_in_both_take_part():
    found = transport(values(1, 1, None), values(1, 3, 8), points((-75, 0), (-75, 1), (-75, 2)))
    assert set(found.flows["from"]) | set(found.flows["to"]) == {"a", "b"}


def test_a_unit_without_a_point_is_named():
    with pytest.raises(ValueError, match=r"1 units have a value and no point: \['b'\]"):
        transport(values(1, 1), values(1, 2), points((-75, 0)))


def test_a_circle_is_cut_at_its_cheapest_place():
    # six units in a row, one share each shifted by one: five short ways, not one long one, cost the same; cost counts
    row = points(*((-75, place) for place in range(6)))
    found = transport(values(1, 1, 1, 1, 1, 0), values(0, 1, 1, 1, 1, 1), row)
    # 5 degrees of meridian from the equator northward: 552.89 km
    assert found.mean_km == pytest.approx(552.89 / 5, abs=0.01)


@given(HELD, HELD)
def test_the_cost_is_that_of_another_library(before, after):
    first, second = np.array(before) / sum(before), np.array(after) / sum(after)
    cost = ot.emd2(first, second, km_between())
    assert transport(values(*before), values(*after), SPREAD).mean_km == pytest.approx(cost, abs=1e-4)


@given(HELD, HELD)
def test_flows_conserve_what_there_is(before, after):
    found = transport(values(*before), values(*after), SPREAD)
    net = values(*after) / sum(after) - values(*before) / sum(before)
    arrived = found.flows.groupby("to")["share"].sum().reindex(net.index, fill_value=0)
    left = found.flows.groupby("from")["share"].sum().reindex(net.index, fill_value=0)
    assert (arrived - left).to_numpy() == pytest.approx(net.to_numpy(), abs=1e-7)
    assert (found.flows["share"] > 0).all()
    assert found.moved_share == pytest.approx(moved_share(values(*before), values(*after)), abs=1e-7)


@given(HELD, HELD)
def test_the_way_back_costs_as_much_and_the_centre_never_moves_farther(before, after):
    there = transport(values(*before), values(*after), SPREAD)
    back = transport(values(*after), values(*before), SPREAD)
    assert there.mean_km == pytest.approx(back.mean_km, abs=1e-6)
    way = shift(mean_centre(SPREAD, values(*before)), mean_centre(SPREAD, values(*after)))
    # the plane of the mean is not the ellipsoid of the costs: some per cent lie between
    assert way.km <= there.mean_km * 1.05 + 0.001
    assert transport(values(*before), values(*before), SPREAD).mean_km == 0
