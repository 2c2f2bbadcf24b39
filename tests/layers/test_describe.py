"""Routes in words: what the cells say, no more."""

import pandas as pd
import pytest

from layers.describe import listed, route_in_words, route_name, route_told

ROUTE = {
    "commodity_class": "cocaine",
    "origin_zone": "VRAEM",
    "mode_classes": "air_light",
    "exit_point": pd.NA,
    "market": "bolivia",
    "market_role": "first_buyer_or_transit",
    "destination_countries": "Bolivia",
    "undated": False,
    "from_year": 2014,
    "until_year": 2015,
}


def test_a_route_in_words():
    assert (
        route_in_words(ROUTE)
        == "Cocaine: VRAEM, by light aircraft, to Bolivia as first buyer or transit, 2014–2015"
    )


def test_a_final_market_names_its_countries_and_the_exit():
    sea = ROUTE | {
        "mode_classes": "road;sea",
        "exit_point": "Callao",
        "market": "europe",
        "market_role": "final",
        "destination_countries": "Belgium;Spain",
    }
    assert (
        route_in_words(sea)
        == "Cocaine: VRAEM, by road and sea, exit: Callao, to Europe (Belgium, Spain), 2014–2015"
    )
    assert route_name(sea) == "VRAEM to Europe (Belgium, Spain), by road and sea"


def test_an_unknown_market_and_date_are_said():
    unknown = ROUTE | {
        "market": "not_stated",
        "market_role": "not_stated",
        "destination_countries": "Ecuador",
        "undated": True,
    }
    assert route_in_words(unknown) == "Cocaine: VRAEM, by light aircraft, destination not stated, undated"
    assert route_name(unknown) == "VRAEM, destination not stated, by light aircraft"


def test_a_route_is_told_with_its_claim_and_the_number_of_sources():
    told = ROUTE | {"claim": "6-10 flights a day", "n_sources": 4}
    assert (
        route_told(told) == "VRAEM to Bolivia, by light aircraft (first buyer or transit): 6-10 flights a day, "
        "2014–2015, 4 independent sources"
    )
    alone = told | {"market": "chile", "market_role": "final", "destination_countries": "Chile", "n_sources": 1}
    assert route_told(alone | {"undated": True}).endswith("light aircraft: 6-10 flights a day, undated, one source")


def test_an_unclear_role_is_a_direction_only():
    assert "towards Chile" in route_in_words(
        ROUTE | {"market": "chile", "market_role": "not_stated", "destination_countries": "Chile"}
    )


def test_no_mode_is_no_word():
    assert route_name(ROUTE | {"mode_classes": pd.NA}) == "VRAEM to Bolivia"


@pytest.mark.parametrize(
    ("parts", "text"), [((), ""), (("road",), "road"), (("road", "river", "sea"), "road, river and sea")]
)
def test_words_are_joined(parts, text):
    assert listed(parts) == text


def test_a_class_without_a_word_is_loud():
    with pytest.raises(KeyError, match="layers.filter.commodity.stardust"):
        route_in_words(ROUTE | {"commodity_class": "stardust"})
