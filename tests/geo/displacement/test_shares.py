"""Growth and redistribution, the share that moved, concentration: small sums, then what must always hold."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.displacement import concentration, decompose, moved_share
from geo.displacement.shares import moved
from tests.geo.displacement.grids import values

AMOUNTS = st.lists(st.tuples(st.floats(0.01, 1e5), st.floats(0.01, 1e5)), min_size=1, max_size=12)


def pair(amounts):
    return (values(*numbers) for numbers in zip(*amounts, strict=True))


def test_growth_of_the_whole_and_redistribution_are_told_apart():
    # 100 become 200: each unit would have doubled; b got 30 more than that, a 30 less
    table = decompose(values(60, 40), values(90, 110))
    assert table.loc["a"].to_dict() == pytest.approx(
        {
            "before": 60,
            "after": 90,
            "change": 30,
            "national": 60,
            "redistribution": -30,
            "share_before": 0.6,
            "share_after": 0.45,
        }
    )
    assert table["redistribution"].tolist() == pytest.approx([-30, 30])


def test_a_unit_that_merely_did_not_shrink_gains_share_only():
    table = decompose(values(50, 50), values(50, 0))
    assert table.loc["a", ["change", "national", "redistribution"]].tolist() == [0, -25, 25]


def test_no_value_is_not_zero():
    table = decompose(values(10, 20, None, 5), values(10, None, 7, 5))
    assert table.index.tolist() == ["a", "d"]
    assert table["share_before"].tolist() == pytest.approx([2 / 3, 1 / 3])
    # a true 0 is a value
    assert decompose(values(10, 0), values(10, 10)).index.tolist() == ["a", "b"]


def test_moved_share_is_half_the_changes():
    # shares 0.5, 0.3, 0.2 become 0.2, 0.3, 0.5
    assert moved_share(values(50, 30, 20), values(20, 30, 50)) == pytest.approx(0.3)
    assert moved_share(values(1, 0), values(0, 7)) == 1
    assert moved_share(values(1, 2), values(10, 20)) == 0


def test_many_draws_give_what_one_gives():
    before, after = np.array([[50.0, 30, 20], [1, 1, 0]]), np.array([[20.0, 30, 50], [1, 1, 0]])
    assert moved(before, after).tolist() == pytest.approx([0.3, 0])


def test_concentration_lies_between_evenness_and_one_unit():
    assert concentration(values(5, 5, 5, 5)) == 0.25
    assert concentration(values(5, 0, None)) == 1
    assert concentration(values(3, 1)) == pytest.approx(9 / 16 + 1 / 16)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (values(1, -2), values(1, 1), r"the values before: expected finite values of 0 or more, got \{'b': -2.0\}"),
        (values(1, 1), values(0, 0), "the values after: the sum is 0"),
        (values(1, None), values(None, 1), "no unit has a value in both: 1 before, 1 after"),
        (pd.Series([1.0, 2.0], index=["a", "a"]), values(1, 1), r"units stand twice: \['a'\]"),
        (values(0, 1), values(1, None), "the values before: the sum is 0"),
    ],
)
def test_what_has_no_shares_is_refused(before, after, said):
    with pytest.raises(ValueError, match=said):
        decompose(before, after)


@given(AMOUNTS)
def test_shares_sum_to_1_and_redistribution_to_0(amounts):
    table = decompose(*pair(amounts))
    assert table["share_before"].sum() == pytest.approx(1)
    assert table["share_after"].sum() == pytest.approx(1)
    assert table["redistribution"].sum() == pytest.approx(0, abs=1e-9 * table["after"].sum())
    assert (table["national"] + table["redistribution"]).to_numpy() == pytest.approx(
        table["change"].to_numpy(), abs=1e-9 * table[["before", "after"]].sum().sum()
    )


@given(AMOUNTS)
def test_the_moved_share_is_the_same_both_ways_and_nothing_moves_from_a_year_to_itself(amounts):
    before, after = pair(amounts)
    there = moved_share(before, after)
    assert there == pytest.approx(moved_share(after, before))
    assert 0 <= there <= 1
    assert moved_share(before, before) == 0
    # a share that changes by growth of the whole alone has not moved
    assert moved_share(before, 3 * before) == pytest.approx(0, abs=1e-12)


@given(AMOUNTS)
def test_concentration_never_leaves_its_bounds(amounts):
    before, _ = pair(amounts)
    assert 1 / len(before) - 1e-12 <= concentration(before) <= 1 + 1e-12
