"""Text on a slide stands where the picture has it, each line or label a text box of its own."""

import pytest

from layers.deck.layouts import UNIT_EMU, own
from layers.deck.sheet import SlideSheet

SIZE = 20.0


@pytest.fixture
def sheet():
    return SlideSheet(own(), "map", True, "en")


def written(sheet, *texts):
    """Finish a slide; gives the left, middle and right of the boxes of some texts, in page units."""
    sheet.finish()
    boxes = {one.text_frame.text: one for one in sheet.slide.shapes if one.has_text_frame}
    places = []
    for one in (boxes[text] for text in texts):
        left, across = one.left / UNIT_EMU, one.width / UNIT_EMU
        places.append((left, left + across / 2, left + across))
    return places


@pytest.mark.parametrize(("align", "part"), [("left", 0), ("center", 1), ("right", 2)])
def test_a_line_stands_at_its_place(sheet, align, part):
    sheet.page.write("Here", 400, 300, size=SIZE, align=align)
    (place,) = written(sheet, "Here")
    assert place[part] == pytest.approx(400, abs=0.01)


def test_a_text_of_blanks_is_not_written(sheet):
    before = len(sheet.slide.shapes)
    sheet.page.write("  ", 400, 300)
    sheet.drawing.finish()
    assert len(sheet.slide.shapes) == before


def test_open_letters_take_half_the_size_of_the_type_more_each(sheet):
    other = SlideSheet(own(), "map", True, "en")
    sheet.page.spaced("RIVER", 100, 300, "italic", SIZE, "#000000", 0.0, 0.0)
    other.page.spaced("RIVER", 100, 300, "italic", SIZE, "#000000", 0.0, 0.5)
    ((left, _, right),), ((far_left, _, far_right),) = written(sheet, "RIVER"), written(other, "RIVER")
    assert (left, far_left) == pytest.approx((100, 100), abs=0.01)
    assert far_right - right == pytest.approx(5 * SIZE / 2, abs=0.01)


def test_a_label_is_one_box_round_its_middle(sheet):
    sheet.page.block([("bold", "North"), ("regular", "300 ha")], 640, 200, SIZE, 1.25)
    (place,) = written(sheet, "North\n300 ha")
    assert place[1] == pytest.approx(640, abs=0.01)
    (box,) = [one for one in sheet.slide.shapes if one.has_text_frame and one.text_frame.text == "North\n300 ha"]
    assert (box.name, round(box.top / UNIT_EMU), round(box.height / UNIT_EMU)) == ("North", 200, 50)
