"""The number beside a choice is what choosing it would leave."""

import pytest

from layers.choices import choice_counts
from layers.drawn import drawn
from layers.features import layer_file


@pytest.mark.parametrize("year", [2014, 2020])
@pytest.mark.parametrize("field", ["market", "role", "mode", "exit"])
@pytest.mark.parametrize("filters", [None, {"commodity": []}, {"market": ["europe"], "path": ["named"]}])
def test_a_count_is_what_the_choice_alone_would_draw(year, field, filters):
    file = layer_file("routes")
    for value, count in choice_counts(file, year, filters, field).items():
        alone = {**(filters or {}), field: [value]}
        assert count == len({one.id for one in drawn(file, year, alone)}), value


def test_what_is_chosen_of_a_filter_does_not_count_for_itself():
    file = layer_file("routes")
    assert choice_counts(file, 2014, {"market": ["asia"]}, "market") == choice_counts(file, 2014, None, "market")


def test_a_choice_that_leaves_nothing_counts_zero():
    assert choice_counts(layer_file("routes"), 2014, {"commodity": ["mercury"]}, "market")["europe"] == 0
