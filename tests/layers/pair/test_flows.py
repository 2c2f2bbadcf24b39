"""Least-cost arrows: from a loser to a gainer, as wide as their share, captioned as what they are not."""

import pytest

from geo.displacement import compare
from layers import tokens
from layers.pair import flows
from layers.words import word


def test_each_arrow_runs_from_a_unit_that_lost_share_to_one_that_gained():
    found = compare("coca_zones", 2018, 2020)
    known = found.units["redistribution"]
    for one in flows.flow_shapes(found):
        origin, target = one.id.partition("/")[2].split("-", 1)
        assert known[origin] < 0 < known[target]
        assert one.geometry.coords[0] == pytest.approx(tuple(found.units.loc[origin, ["lon", "lat"]]))
        assert one.geometry.coords[-1] == pytest.approx(tuple(found.units.loc[target, ["lon", "lat"]]))


def test_the_shares_drawn_are_those_of_the_transport():
    found = compare("coca_zones", 2018, 2020)
    largest = flows.flow_shapes(found)[-1]  # drawn last, over the others
    share = found.transport.flows["share"].iloc[0]
    assert largest.text == f"{100 * share:.1f} % of the whole"
    assert largest.width == pytest.approx(flows.width(share))


def test_width_grows_with_the_share_and_ends_at_the_widest():
    narrow, wide = tokens.REALLOCATION_WIDTHS_PX
    assert flows.width(0) == narrow
    assert flows.width(0.04) == pytest.approx((narrow + wide) / 2)
    assert flows.width(0.5) == wide


def test_of_many_flows_the_largest_are_drawn_and_the_rest_is_counted():
    found = compare("coca_districts", 2015, 2017)
    assert len(found.transport.flows) > flows.MOST
    assert len(flows.flow_shapes(found)) == flows.MOST
    assert f"the {flows.MOST} largest of" in flows.flow_note(found)


def test_the_legend_says_that_nobody_tracked_them():
    (look,) = flows.flow_looks()
    assert "not tracked flows" in word(look.legend)
    assert look.arrow
