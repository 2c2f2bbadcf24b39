"""Text as PowerPoint reads it: type, language, halos, places."""

import pytest

from layers.deck.shapes import Scale, element
from layers.deck.text import Type, body_xml, run_xml, text_box

SCALE = Scale(9525.0)
RED = Type("bold", 12, "#FF0000", 2.5)


def test_words_may_hold_anything():
    run = element(run_xml("a < b & c", RED, SCALE))
    assert run.xpath("string(.//*[local-name()='t'])") == "a < b & c"


def test_halos_are_glows_and_opacity_is_alpha():
    run = run_xml("x", Type("regular", 12, "#112233", 2.5), SCALE)
    assert '<a:glow rad="23812">' in run and 'alpha val="85000"' in run
    assert "glow" not in run_xml("x", Type("regular", 12, "#112233"), SCALE)


@pytest.mark.parametrize(("lang", "spelling"), [("en", "en-US"), ("es", "es-PE")])
def test_words_are_spelled_in_the_language_of_the_view(lang, spelling):
    assert f'lang="{spelling}"' in run_xml("x", Type("regular", 12, "#112233", lang=lang), SCALE)


def test_a_box_of_lines_has_its_place_its_turn_and_its_leading():
    run = run_xml("x", RED, SCALE)
    held = text_box("label", [run, run], (10, 20, 110, 60), SCALE, "right", leading=20.0, turn=-90.0)
    assert (held.name, held.box) == ("label", (95_250, 190_500, 1_047_750, 571_500))
    read = element(f"<p:sp>{held.inside}</p:sp>")
    assert read.xpath("string(.//*[local-name()='xfrm']/@rot)") == str(270 * 60_000)
    assert read.xpath(".//*[local-name()='pPr']/@algn") == ["r", "r"]
    assert read.xpath(".//*[local-name()='spcPts']/@val") == ["1500", "1500"]


def test_a_text_keeps_the_size_it_has_and_fills_its_box():
    read = element(body_xml("square", "t", ' numCol="2"'))
    assert [read.get(name) for name in ("wrap", "anchor", "numCol", "lIns", "tIns")] == ["square", "t", "2", "0", "0"]
    assert [one.tag.partition("}")[2] for one in read] == ["noAutofit"]
