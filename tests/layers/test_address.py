"""A view has an address, and an address is read strictly."""

from dataclasses import replace

import pytest

from layers.address import address_of, view_at
from layers.drawings import Drawing
from layers.offers import OFFERS, bare_view, followed
from layers.view import View

ROUTES = View(
    2014,
    ("routes", "ports"),
    year2=2016,
    filters={"routes": {"market": ("asia", "europe")}},
    selected=("routes", "R07a"),
    viewport={"lat": -9.2, "lon": -78.0, "zoom": 6.0},
    page="routes",
    drawings=(Drawing("note", ((-77.0, -12.0),), "Coal & coke"),),
)


BARE = [followed(bare_view(page)) for page in OFFERS]


@pytest.mark.parametrize("view", [ROUTES, replace(ROUTES, page="situation"), *BARE])
def test_a_view_survives_its_address(view):
    assert view_at(address_of(view)) == view


def test_the_layers_of_the_page_on_displacement_follow_from_its_options():
    view = view_at("/displacement?year=2020&year2=2012&subject=attacks&compare=side")
    assert (view.layers, view.filters) == (("events",), {"events": {"kind": ("attack",)}})
    assert "events" not in view_at("/displacement?subject=attacks&compare=difference").layers
    assert view_at("/displacement").year2 == 2018


def test_the_address_names_the_page_and_the_first_page_needs_no_name():
    assert address_of(ROUTES).startswith("/routes?year=2014&")
    assert address_of(bare_view("situation")).startswith("/?year=2020&")


@pytest.mark.parametrize(
    ("address", "page", "year"),
    [
        ("http://localhost:8501/routes?year=2014&data=abc", "routes", 2014),
        ("https://atlas.example.org/nexo/routes/?year=2014", "routes", 2014),
        ("routes?year=2013", "routes", 2013),
        ("/routes", "routes", 2020),
        ("?year=2012", "situation", 2012),
        ("year=2012&layers=ports", "situation", 2012),
        ("  /?year=2015 ", "situation", 2015),
    ],
)
def test_a_link_or_a_part_of_it_will_do(address, page, year):
    view = view_at(address)
    assert (view.page, view.year) == (page, year)


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("", "the view is empty, expected a link such as"),
        ("   ", "the view is empty"),
        ("/moon?year=2014", "names the page 'moon', expected one of situation, routes, displacement"),
        ("nonsense", "names the page 'nonsense'"),
        ("?yeer=2014", "'yeer' is no part of a view of situation, expected some of .*year"),
        ("?year=2014&year=2015", "'year' stands twice"),
        ("?year=1812", "year=1812"),
        ("?layers=gold", "layers=gold"),
        ("?f.routes.market=mars", "f.routes.market=mars"),
        ("?" + "x" * 13_000, "expected at most 12,000"),
    ],
)
def test_what_cannot_be_used_is_refused(address, fault):
    with pytest.raises(ValueError, match=fault):
        view_at(address)


def test_every_fault_is_named_at_once():
    with pytest.raises(ValueError) as refusal:
        view_at("/routes?year=1812&layers=routes,gold&color=red&at=9")
    assert len(str(refusal.value).splitlines()) == 4
