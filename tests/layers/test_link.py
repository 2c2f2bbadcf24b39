"""A link is the view, and says what of it could not be used."""

import pytest

from layers.drawings import Drawing
from layers.link import parameters, read
from layers.view import View

LAYERS = {"coca_zones": (), "ports": (), "routes": ("market", "country")}
VALUES = {("routes", "market"): ["asia", "europe"], ("routes", "country"): ["Spain", "Belgium"]}
DEFAULT = View(year=2020, layers=("coca_zones",))


def opened(**params):
    return read({name.replace("__", "."): text for name, text in params.items()}, LAYERS, DEFAULT, VALUES)


def test_a_bare_address_is_the_default():
    assert opened() == (DEFAULT, [])


def test_a_view_survives_the_way_through_its_link():
    view = View(
        year=2016,
        year2=2020,
        layers=("routes", "ports"),
        filters={"routes": {"market": ("asia", "europe"), "country": ("Spain",)}},
        selected=("ports", "callao"),
        viewport={"lat": -12.5, "lon": -73.9, "zoom": 7.25},
    )
    assert read(parameters(view), LAYERS, DEFAULT, VALUES) == (view, [])


def test_drawings_travel_in_the_link():
    ink = (Drawing("note", ((-75.1234, -9.5),), "A ~ B: 50 %! see, there"), Drawing("circle", ((-75, -9), (-74, -9))))
    view = View(year=2016, layers=(), drawings=ink)
    assert read(parameters(view), LAYERS, DEFAULT, VALUES) == (view, [])


def test_a_drawing_that_cannot_be_used_is_named_and_the_others_hold():
    view, problems = opened(ink="note:-75,-9:Here~blob:1,1:x~arrow:-75,-9:too short")
    assert [one.text for one in view.drawings] == ["Here"]
    assert len(problems) == 2
    assert "drawing 2: drawing is a 'blob'" in problems[0] and "drawing 3" in problems[1]


def test_an_empty_choice_is_not_the_default_choice():
    view = View(year=2016, layers=("routes",), filters={"routes": {"market": ()}})
    assert read(parameters(view), LAYERS, DEFAULT, VALUES)[0].filters == {"routes": {"market": ()}}


@pytest.mark.parametrize(
    "text", ["1999", "2021", "two", "2012.5", "2_016", " 2016", "٢٠١٦", "", "-2016", "2016;drop"]
)
def test_an_unusable_year_is_named_and_left_out(text):
    view, problems = opened(year=text)
    assert view.year == 2020
    assert len(problems) == 1 and "year=" in problems[0] and "2012-2020" in problems[0]


def test_every_fault_is_named_at_once_and_the_rest_holds():
    view, problems = opened(
        year="1812",
        layers="coca_zones,gold,ports",
        f__routes__market="asia~mars",
        f__ports__size="9",
        sel="volcano",
        at="99,0,5",
        year2="2014",
        lang="xx",
    )
    assert view == View(
        year=2020, year2=2014, layers=("coca_zones", "ports"), filters={"routes": {"market": ("asia",)}}
    )
    named = "\n".join(problems)
    for part in (
        "lang=xx",
        "layers=gold",
        "year=1812",
        "f.routes.market=mars",
        "f.ports.size=9",
        "sel=volcano",
        "at=99,0,5",
    ):
        assert part in named
    assert len(problems) == 7


@pytest.mark.parametrize("text", ["1,2", "a,b,c", "nan,0,5", "0,0,99", "0,999,5", "inf,0,5", "", "1,2,3,4"])
def test_an_impossible_viewport_is_refused(text):
    view, problems = opened(at=text)
    assert view.viewport is None and "latitude, longitude, zoom" in problems[0]


def test_a_layer_may_be_switched_off_by_link():
    assert opened(layers="")[0].layers == ()


def test_a_long_value_is_cut_in_the_message():
    assert len(opened(year="9" * 5_000)[1][0]) < 250
