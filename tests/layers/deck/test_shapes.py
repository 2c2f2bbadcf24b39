"""DrawingML as PowerPoint reads it: sizes, dashes, arrows, names."""

from itertools import count

import pytest

from layers.deck.shapes import Scale, Shape, arrow_xml, dash_name, element, grouped, plain, shape_xml
from layers.tokens import ATTEMPT_DASH, SCHEMATIC_DASH, UNDATED_DASH, UNDATED_SCHEMATIC_DASH

SCALE = Scale(9525.0)


def test_a_page_unit_is_three_quarters_of_a_point():
    assert SCALE.points(28) == 21.0
    assert SCALE.box((0, 0, 1280, 720)) == (0, 0, 12_192_000, 6_858_000)
    assert SCALE.box((10, 10, 10, 10))[2] > SCALE.box((10, 10, 10, 10))[0]


@pytest.mark.parametrize(
    ("dash", "name"),
    [
        (SCHEMATIC_DASH, "sysDash"),
        (UNDATED_DASH, "lgDashDot"),
        (UNDATED_SCHEMATIC_DASH, "sysDashDotDot"),
        (ATTEMPT_DASH, "sysDot"),
        ("20 5", "dash"),
    ],
)
def test_dashes_are_native_and_told_apart(dash, name):
    assert dash_name(dash, 2.4) == name


@pytest.mark.parametrize(("width", "size"), [(1.6, "lg"), (3.4, "lg"), (8.0, "med"), (30.0, "sm")])
def test_an_arrow_is_about_as_large_as_in_the_picture(width, size):
    assert arrow_xml(width) == f'<a:tailEnd type="triangle" w="{size}" len="{size}"/>'


def test_ids_are_given_in_order_through_groups():
    inner = grouped("b", "B", [Shape("c", (0, 0, 2, 2)), Shape("d", (1, 1, 5, 3))])
    written = element(shape_xml(grouped("a", "A", [inner, Shape("e", (9, 9, 10, 10))]), count(7)))
    told = [(one.get("id"), one.get("name"), one.get("descr")) for one in written.xpath(".//*[local-name()='cNvPr']")]
    assert told == [("7", "a", "A"), ("8", "b", "B"), ("9", "c", None), ("10", "d", None), ("11", "e", None)]
    assert inner.box == (0, 0, 5, 3)


def test_names_may_hold_anything():
    name = 'a<b>&"\x00\ud800' + "x" * 200
    written = element(shape_xml(Shape(name, (0, 0, 1, 1), alt=name), count(2)))
    told = written.xpath(".//*[local-name()='cNvPr']")[0]
    assert told.get("name").startswith('a<b>&"xxx') and len(told.get("name")) == 80
    assert len(told.get("descr")) == 206
    assert plain("two\nlines\x0b\t") == "two lines"
