"""The weighted displacement quotient: hand-worked cases of every reading, and where there is nothing to read."""

import pytest

from geo.displacement import wdq
from geo.displacement.quotient import reading


def test_half_of_the_gain_moved_next_door():
    # R 100 to 60, D 50 to 70, C 100 to 100: success -0.4, buffer +0.2, quotient -0.5
    found = wdq((100, 60), (50, 70), (100, 100))
    assert found.value == pytest.approx(-0.5)
    assert (found.success, found.buffer) == (pytest.approx(-0.4), pytest.approx(0.2))
    assert found.gross == 40
    assert found.net == pytest.approx(0.4)
    # saved 40 in the area, 20 more next door
    assert found.total_net == pytest.approx(20)
    assert (found.reading, found.why) == ("displacement_smaller", "")


def test_a_falling_control_takes_from_the_gain():
    # control halves: the 40 left of 100 are 10 fewer than the 50 expected; next door 50 stay where 25 were expected
    found = wdq((100, 40), (50, 50), (200, 100))
    assert found.success == pytest.approx(40 / 100 - 100 / 200)
    assert found.buffer == pytest.approx(50 / 100 - 50 / 200)
    assert found.value == pytest.approx(-2.5)
    assert found.total_net == pytest.approx((100 * 0.5 - 40) + (50 * 0.5 - 50))
    assert found.reading == "displacement_larger"


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (1.2, "diffusion_larger"),
        (1, "diffusion"),
        (0.3, "diffusion"),
        (0, "none"),
        (-0.3, "displacement_smaller"),
        (-1, "displacement_smaller"),
        (-1.01, "displacement_larger"),
        (None, ""),
    ],
)
def test_the_quotient_is_read_by_its_bounds(value, name):
    assert reading(value) == name


@pytest.mark.parametrize(
    ("treated", "control", "why"),
    [
        ((100, 120), (100, 100), "no_success"),
        ((100, 100), (100, 100), "no_success"),
        ((100, 97), (100, 100), "success_tiny"),
        ((100, 60), (0, 100), "control_zero"),
        ((100, 60), (100, 0), "control_zero"),
    ],
)
def test_without_success_or_control_there_is_no_quotient(treated, control, why):
    found = wdq(treated, (50, 70), control)
    assert (found.value, found.reading, found.why) == (None, "", why)
    assert found.gross == treated[0] - treated[1]


def test_the_ingredients_stay_where_the_quotient_does_not():
    assert wdq((100, 97), (50, 70), (100, 100)).buffer == pytest.approx(0.2)


@pytest.mark.parametrize("bad", [(1,), (1, 2, 3), (1, -2), (float("nan"), 1)])
def test_what_is_no_pair_is_named(bad):
    with pytest.raises(ValueError, match="surroundings is .*, expected the value before and after"):
        wdq((1, 1), bad, (1, 1))
