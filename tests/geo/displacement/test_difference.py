"""The weighted displacement difference against its published worked examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.displacement import wdd

# the counts of the publication's example: treated, its control, displacement area, its control; before and after
PUBLISHED = ((207, 110), (308, 318), (178, 157), (150, 140))
COUNTS = st.tuples(st.integers(0, 500), st.integers(1, 500))


def test_the_published_example_is_reproduced():
    found = wdd(*PUBLISHED)
    assert found.value == -118
    assert found.se == pytest.approx(1568**0.5)
    assert found.z == pytest.approx(-2.98, abs=0.005)
    assert (round(found.low), round(found.high)) == (-196, -40)


def test_the_published_example_per_area_is_reproduced():
    # areas of treated, control, displacement, its control
    found = wdd(*PUBLISHED, areas=(1.2, 0.9, 1.5, 1.6))
    assert found.value == pytest.approx(-99.69444444)
    assert found.se == pytest.approx(35.4280755)
    assert (found.low, found.high) == (pytest.approx(-169.1321965), pytest.approx(-30.25669241))
    # the local part alone: -91.9 with a standard error of 31.5
    assert found.local.value == pytest.approx(-91.9, abs=0.05)
    assert found.local.se == pytest.approx(31.5, abs=0.05)


def test_without_surroundings_the_local_part_is_the_whole():
    found = wdd((20, 10), (20, 20))
    assert (found.value, found.se) == (-10, pytest.approx(70**0.5))
    assert found.surroundings is None
    assert (found.local.value, found.local.se) == (found.value, found.se)


def test_what_moved_next_door_takes_from_the_gain():
    found = wdd((50, 30), (50, 50), (40, 55), (40, 40))
    assert found.local.value == -20
    assert found.surroundings is not None
    assert found.surroundings.value == 15
    assert found.value == -5


@pytest.mark.parametrize(
    ("pairs", "areas", "said"),
    [
        (((1.5, 1), (1, 1)), None, "treated is .*, expected counts: hectares"),
        (((1, 1), (1, -1)), None, "treated_control is .*, expected the value before and after"),
        (((1, 1), (1, 1), (1, 1), None), None, "given together or not at all"),
        (((1, 1), (1, 1)), (1, 1, 1), "expected 2 above 0"),
        (((1, 1), (1, 1)), (1, 0), "expected 2 above 0"),
        (((0, 0), (0, 0)), None, "all counts are 0"),
    ],
)
def test_bad_input_is_named(pairs, areas, said):
    with pytest.raises(ValueError, match=said):
        wdd(*pairs, areas=areas)


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_the_parts_add_up_and_the_interval_holds_the_value(treated, control, around, around_control):
    pairs = (treated, control, around, around_control)
    found = wdd(*pairs)
    assert found.surroundings is not None
    assert found.value == found.local.value + found.surroundings.value
    assert found.se**2 == pytest.approx(sum(map(sum, pairs)))
    assert found.low < found.value < found.high


@given(COUNTS, COUNTS)
def test_an_area_like_its_control_shows_nothing(counts, others):
    assert wdd(counts, counts, others, others).value == 0
