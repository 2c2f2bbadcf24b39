"""What is drawn on a slide: shapes over what it holds, texts in the places that it has for them."""

import pytest
from pptx import Presentation

from layers.deck.drawing import Drawing
from layers.deck.layouts import layout_named, own, title_layout
from layers.deck.shapes import Scale, Shape, preset
from layers.deck.text import Type

SCALE = Scale(9525.0)
PLACE = (952_500, 1_905_000, 4_762_500, 2_857_500)
TYPE = Type("regular", 10.0, "#112233", lang="es")


def drawing_on(deck, layout, is_own):
    return Drawing(deck.slides.add_slide(layout), layout, is_own, "en")


@pytest.fixture
def ours():
    deck = own()
    return drawing_on(deck, layout_named(deck, "Map"), True)


@pytest.fixture
def theirs():
    deck = Presentation()
    return drawing_on(deck, title_layout(deck), False)


def dot(name: str) -> Shape:
    return preset(name, "ellipse", (0, 0, 10, 10), SCALE, "", "")


def test_shapes_lie_over_what_the_slide_holds_and_have_ids_of_their_own(ours):
    held = [one.name for one in ours.slide.shapes]
    ours.add(dot("first"))
    ours.add(dot("second"))
    ours.finish()
    assert [one.name for one in ours.slide.shapes] == [*held, "first", "second"]
    ids = [one.shape_id for one in ours.slide.shapes]
    assert len(set(ids)) == len(ids)


def test_what_is_written_is_not_written_again(ours):
    ours.add(dot("once"))
    ours.finish()
    ours.finish()
    assert [one.name for one in ours.slide.shapes].count("once") == 1


def test_our_own_slide_has_a_place_for_notes(ours):
    before = len(ours.slide.shapes)
    ours.paragraph("notes", "A & B\nC", PLACE, SCALE, TYPE, 12.0)
    ours.finish()
    (holder,) = [one for one in ours.slide.placeholders if one.placeholder_format.idx == 14]
    assert holder.text_frame.text == "A & B\nC"
    assert (holder.left, holder.top, holder.width, holder.height) == (952_500, 1_905_000, 3_810_000, 952_500)
    assert len(ours.slide.shapes) == before
    assert {one.get("lang") for one in holder._element.xpath(".//a:rPr")} == {"es-PE"}


def test_the_size_of_the_layout_is_left_to_the_layout(ours):
    ours.paragraph("notes", "own", PLACE, SCALE, TYPE, 12.0)
    ours.paragraph("sources", "smaller", PLACE, SCALE, Type("regular", 8.0, "#112233"), 12.0)
    sizes = {
        one.text_frame.text: one._element.xpath(".//a:rPr")[0].get("sz")
        for one in ours.slide.placeholders
        if one.text_frame.text
    }
    assert sizes["own"] is None
    assert sizes["smaller"] == str(SCALE.type_size(8.0))


def test_in_a_template_notes_get_a_box_named_by_what_it_holds(theirs):
    theirs.paragraph("notes", "A\nB", PLACE, SCALE, TYPE, 12.0, columns=2)
    theirs.finish()
    (box,) = [one for one in theirs.slide.shapes if one.name == "Notes"]
    assert not box.is_placeholder and box.text_frame.text == "A\nB"
    assert box._element.xpath(".//a:bodyPr/@numCol") == ["2"]


def test_of_a_templates_places_only_the_title_stays():
    deck = Presentation()
    drawing = drawing_on(deck, deck.slide_layouts[1], False)
    assert len(drawing.slide.placeholders) == 2
    drawing.drop_holders()
    assert [one.placeholder_format.idx for one in drawing.slide.placeholders] == [0]
