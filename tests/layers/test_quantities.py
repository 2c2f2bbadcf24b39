"""Figures as their sources hedge them."""

import pandas as pd
import pytest

from layers.quantities import hedged, stated, sum_qualifier

ROWS = pd.DataFrame(
    [("estimate", 19900.0, "about"), ("bound", 18542.0, "at_least"), ("press", 20000.0, "exactly")],
    columns=["row_id", "coca_ha", "qualifier"],
)


@pytest.mark.parametrize(
    ("qualifier", "text"),
    [
        ("exactly", "19,900"),
        ("as_stated", "19,900"),
        (pd.NA, "19,900"),
        ("about", "about 19,900"),
        ("at_least", "at least 19,900"),
    ],
)
def test_a_qualifier_goes_before_the_number(qualifier, text):
    assert hedged(19900, qualifier) == text


def test_an_estimate_carries_the_bound_of_its_rival():
    assert stated(ROWS.iloc[[0]], ROWS, "ha") == "about 19,900, at least 18,542 ha"


def test_a_plain_value_carries_no_bound():
    assert stated(ROWS.iloc[[2]], ROWS, "ha") == "20,000 ha"


def test_two_chosen_rows_are_refused():
    with pytest.raises(ValueError, match="2 rows were chosen, expected 1"):
        stated(ROWS.iloc[:2], ROWS, "ha")


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (["exactly", "up_to"], "up_to"),
        (["over", "at_least"], "at_least"),
        (["up_to", "over"], "about"),
        (["about", "exactly"], "about"),
        (["exactly", None], ""),
        ([], ""),
    ],
)
def test_a_sum_is_as_sure_as_its_parts(parts, whole):
    assert sum_qualifier(pd.Series(parts, dtype="str")) == whole
