"""Market figures: every row, in panels that hold one definition and unit; final shares never meet first buyers."""

import math

import pytest

from geo.tables import schema_of
from layers.market_figures import (
    FINAL_SHARE,
    FIRST_BUYER,
    OTHER_GROUPS,
    VOLUMES,
    bounds,
    concerns,
    figure,
    market_figures,
    panels,
)
from tests.layers.tables import rows

NAN = float("nan")
GROUPS = (FINAL_SHARE, FIRST_BUYER, VOLUMES, *OTHER_GROUPS)


def cells(value=NAN, low=NAN, high=NAN, unit="t/yr"):
    return {"value": value, "value_low": low, "value_high": high, "unit": unit}


@pytest.mark.parametrize(
    ("row", "low", "high", "text"),
    [
        (cells(450), 450, 450, "450 t/yr"),
        (cells(low=6, high=10, unit="flights/day"), 6, 10, "6–10 flights/day"),
        (cells(200, low=200), 200, NAN, "at least 200 t/yr"),
        (cells(50000, high=50000, unit="USD/kg"), NAN, 50000, "up to 50,000 USD/kg"),
    ],
)
def test_a_figure_keeps_its_bounds(row, low, high, text):
    known = bounds(row)
    for side, wanted in (("low", low), ("high", high)):
        assert known[side] == wanted or math.isnan(known[side]) and math.isnan(wanted)
    assert figure(row) == text


def test_every_row_is_a_line_with_its_source():
    lines = market_figures()
    assert list(lines["row_id"]) == [row["row_id"] for row in rows("market_facts")]
    assert lines["source"].str.len().gt(0).all() and lines["text"].str.len().gt(0).all()


def test_the_groups_are_those_of_the_schema():
    assert set(GROUPS) == set(schema_of("market_facts").field("metric_group").constraints["enum"])
    assert len(GROUPS) == len(set(GROUPS))


@pytest.mark.parametrize("group", GROUPS)
def test_a_panel_holds_one_unit_and_one_definition_or_place(group):
    found = panels(group)
    assert sum(len(frame) for frame in found) == sum(row["metric_group"] == group for row in rows("market_facts"))
    for frame in found:
        assert frame["unit"].nunique() == 1
        assert frame["market" if group == "price" else "metric"].nunique() == 1


def test_final_shares_and_first_buyers_never_share_a_panel():
    final = {one for frame in panels(FINAL_SHARE) for one in frame["row_id"]}
    first = {one for frame in panels(FIRST_BUYER) for one in frame["row_id"]}
    assert len(final) == 5 and len(first) == 4 and not final & first
    assert [(one.market, one.low) for one in panels(FINAL_SHARE)[0].itertuples()][0] == ("europe", 70)


def test_a_region_has_no_market_s_colour():
    shown = panels(FINAL_SHARE)[0].set_index("market")["colour"]
    assert shown["europe"] == "#0072B2" and shown["north_america"] == ""


@pytest.mark.parametrize(
    ("market", "chosen", "wanted"),
    [
        ("europe", (), True),
        ("europe", ("asia",), False),
        ("north_america", ("us_canada",), True),
        ("south_america", ("europe",), False),
        ("all", ("asia",), True),
    ],
)
def test_a_figure_concerns_the_chosen_markets(market, chosen, wanted):
    assert concerns(market, chosen) is wanted


def test_rival_figures_say_which_is_preferred():
    lines = market_figures().set_index("row_id")
    assert lines.at["all-2014-m002", "standing"] != lines.at["all-2014-m003", "standing"]


def test_an_unknown_group_is_named():
    with pytest.raises(KeyError, match="no figure of group 'weather'"):
        panels("weather")
