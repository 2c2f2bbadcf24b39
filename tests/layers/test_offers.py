"""What each page offers is known to the app and to the commands alike."""

import pytest

from layers.offers import OFFERS, START, bare_view, filter_choices, filter_fields
from layers.registry import LAYERS, layer


@pytest.mark.parametrize("page", OFFERS)
def test_a_page_offers_layers_that_exist_and_opens_some_of_them(page):
    offer = OFFERS[page]
    assert set(offer.default) <= set(offer.offered) <= {one.key for one in LAYERS}
    assert bare_view(page).layers == offer.default
    assert bare_view(page).page == page


def test_the_first_page_offers_every_layer():
    assert OFFERS[START].offered == tuple(one.key for one in LAYERS)


def test_filters_are_those_of_the_layers():
    assert filter_fields("routes")["routes"] == layer("routes").filters
    assert "europe" in filter_choices("routes")["routes", "market"]
    assert set(filter_choices("routes")) == {
        (key, field) for key, fields in filter_fields("routes").items() for field in fields
    }


def test_an_unknown_page_names_those_there_are():
    with pytest.raises(KeyError, match="no page 'moon' with a map; there are situation, routes, displacement"):
        bare_view("moon")
