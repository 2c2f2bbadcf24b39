"""What a page is about: the years in their order, the layers as chosen, labels without what nobody asked."""

import pytest

from layers.drawn import drawn_view
from layers.figure.dress import Dress
from layers.figure.subject import in_order, subject, without_change
from layers.view import View
from tests.layers.figure.small_files import ports, zones


@pytest.mark.parametrize(
    ("view", "years"),
    [
        (View(2016, ()), (2016, None)),
        (View(2016, (), year2=2016), (2016, None)),
        (View(2016, (), year2=2020), (2016, 2020)),
        (View(2020, (), year2=2016), (2016, 2020)),
        (View(2020, (), year2=2016, page="displacement", options={"compare": "difference"}), (2020, 2016)),
    ],
    ids=["one", "twice", "forth", "back", "difference"],
)
def test_the_earlier_year_comes_first_but_in_a_difference(view, years):
    found = in_order(view)
    assert (found.year, found.year2) == years


def test_only_labels_of_compared_layers_lose_the_change():
    files = [zones(), ports()]
    shapes = drawn_view(files, View(2016, ("coca_zones", "ports")))
    shown = without_change(files, shapes)
    assert [one.text for one in shown["coca_zones"] if one.part == "circle"] == ["North\n300 ha"]
    assert shown["ports"] == shapes["ports"]


def test_each_year_has_its_own_shapes(small):
    about = subject(View(2020, ("coca_zones",), year2=2016))
    assert about.years == (2016, 2020)
    circles = [[one.text for one in shapes["coca_zones"] if one.part == "circle"] for shapes in about.panes]
    assert circles == [["North\n300 ha"], ["North\n400 ha"]]


def test_files_come_in_drawing_order_and_lead_as_chosen(small):
    about = subject(View(2016, ("ports", "coca_zones")))
    assert [one["key"] for one in about.files] == ["coca_zones", "ports"]
    assert [one["key"] for one in about.leading] == ["ports", "coca_zones"]


def test_the_readers_own_title_holds_and_the_subtitle_stays(small):
    view = View(2016, ("coca_zones",))
    title, subtitle = subject(view).heading()
    assert title == "Coca bush: 300 ha in 2016"
    assert subject(view, dress=Dress(title="Our own")).heading() == ("Our own", subtitle)
    assert subject(view, dress=Dress(subtitle="")).heading() == (title, "")


def test_what_cannot_be_drawn_is_named(small):
    with pytest.raises(ValueError, match="(?s)year is 1812.*'gold'"):
        subject(View(1812, ("gold",)))
