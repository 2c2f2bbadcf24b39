"""Which layers of the registry follow from the page's options."""

import pytest

from layers.options import SUBJECTS
from layers.pair.shown import CLAIMS, filters_shown, layers_shown
from layers.registry import LAYERS

KEYS = [one.key for one in LAYERS]


@pytest.mark.parametrize("key", SUBJECTS)
def test_every_subject_has_a_layer_of_the_registry(key):
    (own,) = layers_shown(key, "side", "measured")
    assert own in KEYS
    assert set(filters_shown(key)) <= {own}


def test_claims_are_drawn_beside_the_figures_and_alone_in_a_difference():
    assert layers_shown("coca_zones", "swipe", "both") == ("coca_zones", *CLAIMS)
    assert layers_shown("coca_zones", "difference", "claimed") == CLAIMS
    assert layers_shown("coca_zones", "difference", "measured") == ()
    assert set(CLAIMS) <= set(KEYS) and "sendero_axes" in CLAIMS


def test_attacks_leave_other_events_out():
    assert filters_shown("attacks") == {"events": {"kind": ("attack",)}}


def test_another_kind_of_evidence_is_refused():
    with pytest.raises(ValueError, match="'guessed'.*measured"):
        layers_shown("coca_zones", "side", "guessed")
