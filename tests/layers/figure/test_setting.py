"""How rows are set: sizes of words, width of a title with its unit."""

import pytest

from layers import tokens
from layers.figure.faces import width_of
from layers.figure.legend import Block
from layers.figure.setting import UNIT_GAP, Setting, title_width


def test_remarks_are_never_smaller_than_the_foot():
    assert Setting(200, 1.0).small == tokens.FONT_SIZES_PX["foot"]
    assert Setting(200, 0.84).small == tokens.FONT_SIZES_PX["foot"]


@pytest.mark.parametrize("unit", ["", "ha"])
def test_a_title_is_as_wide_as_its_words_and_the_unit_after_them(unit):
    block = Block("coca_zones", "Coca bush", unit, "", (), (), None, "")
    expected = width_of("Coca bush", "bold", 12) + (UNIT_GAP + width_of("ha", "regular", 12) if unit else 0)
    assert title_width(block, "bold", 12) == pytest.approx(expected)
