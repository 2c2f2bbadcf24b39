"""Tokens: one list, readable colours."""

import re

import pytest

from geo.basemap.relief import BEYOND, SHADOW
from layers import tokens


def channel(part):
    share = int(part, 16) / 255
    return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4


def contrast(one, other):
    lights = [
        sum(weight * channel(colour[at : at + 2]) for weight, at in ((0.2126, 1), (0.7152, 3), (0.0722, 5)))
        for colour in (one, other)
    ]
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def test_the_browser_gets_every_token_by_its_name():
    known = tokens.for_browser()
    assert known["paper"] == "#FFFFFF" and known["markets"]["asia"] == "#D55E00"
    assert all(name.islower() for name in known)


def test_text_colours_are_readable_on_paper():
    assert contrast(tokens.INK, tokens.PAPER) > 4.5
    assert contrast(tokens.MUTED, tokens.PAPER) > 4.5


def test_outlines_of_symbols_stand_out_from_land():
    for colour in (tokens.COCA_LINE, tokens.STATE, tokens.PORT, tokens.CROSSING, tokens.MINING, tokens.MUTED):
        assert contrast(colour, tokens.LAND_PERU) >= 3


@pytest.mark.parametrize(("land", "strength"), [(tokens.LAND_PERU, 1), (tokens.LAND_NEIGHBOUR, BEYOND)])
def test_the_darkest_relief_stays_within_fifteen_per_cent_of_papers_lightness(land, strength):
    share = tokens.RELIEF_OPACITY * strength
    darkest = "#" + "".join(
        f"{round(int(land[at : at + 2], 16) * (1 - share) + SHADOW * share):02X}" for at in (1, 3, 5)
    )
    luminance = 1.05 / contrast(darkest, tokens.PAPER) - 0.05
    assert 85 <= 116 * luminance ** (1 / 3) - 16 < 90  # CIE L*; paper has 100


def test_market_colours_differ():
    assert len(set(tokens.MARKETS.values())) == len(tokens.MARKETS) == 11
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in tokens.MARKETS.values())


def test_the_ramp_darkens_with_the_hectares():
    lights = [contrast("#000000", colour) for colour in tokens.COCA_RAMP]
    assert lights == sorted(lights, reverse=True)
    assert len(tokens.COCA_RAMP) == len(tokens.COCA_BREAKS_HA) + 1
