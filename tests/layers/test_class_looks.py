"""Looks of classes: one a class, the bounds in the legend, the highest first."""

import pytest

from layers.class_looks import class_looks
from layers.features import spelled


def test_each_class_says_its_bounds_and_the_highest_leads():
    looks = class_looks((10, 2_000), ("white", "grey", "black"), "ha", symbol="circle", stroke="red")
    assert [(look.id, look.fill, look.rank) for look in looks] == [
        ("class0", "white", 3),
        ("class1", "grey", 2),
        ("class2", "black", 1),
    ]
    assert [spelled(look)["legend"] for look in looks] == ["Under 10 ha", "10–2,000 ha", "2,000 ha and over"]
    assert {(look.symbol, look.stroke) for look in looks} == {("circle", "red")}


def test_a_ramp_that_does_not_fit_the_breaks_is_refused():
    with pytest.raises(ValueError, match="2 breaks make 3 classes, got 2 colours"):
        class_looks((10, 20), ("white", "black"), "ha", symbol="circle")
