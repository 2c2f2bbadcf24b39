"""Our own layouts are clean; a user's template keeps its theme, and a bad one is refused."""

import zipfile

import pytest
from pptx import Presentation
from pptx.util import Inches

from layers.deck import Page, deck, slide
from layers.deck.layouts import from_template, own, title_layout
from layers.figure import Dress
from layers.view import View
from tests.layers.deck.conftest import groups_of, package_faults, said_on, shapes_in

VIEW = View(2016, ("coca_zones", "ports"))


@pytest.fixture
def template(tmp_path):
    """Give a 4:3 presentation of two slides with a theme of its own."""
    made = Presentation()
    for title in ("Old one", "Old two"):
        made.slides.add_slide(made.slide_layouts[0]).shapes.title.text = title
    path = tmp_path / "corporate.pptx"
    made.save(path)
    return path


def test_our_layouts_have_real_placeholders():
    made = own()
    held = {
        layout.name: {part.placeholder_format.idx: part.placeholder_format.type for part in layout.placeholders}
        for layout in made.slide_layouts
    }
    assert {name: sorted(parts) for name, parts in held.items()} == {
        "Opening": [0, 13, 15],
        "Text": [0, 1],
        "Map": [0, 13, 14, 15],
    }
    assert {str(parts[0]) for parts in held.values()} == {"TITLE (1)"}
    assert len(made.slides) == 0


def test_our_theme_is_arial():
    made = own()
    from pptx.opc.constants import RELATIONSHIP_TYPE

    theme = made.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob
    assert theme.count(b'latin typeface="Arial"') == 2
    assert b"2C5F2D" in theme


def test_a_template_gives_size_and_theme_and_its_slides_go(small, template, opened):
    data = slide(VIEW, template=template)
    assert package_faults(data) == []
    made = opened(data)
    assert (made.slide_width, made.slide_height) == (Inches(10), Inches(7.5))
    (one,) = made.slides
    assert one.slide_layout.name == "Title Only"
    assert one.shapes.title.text == "Coca bush: 300 ha in 2016"
    assert {"Coca bush", "Ports", "Legend"} <= set(groups_of(one))
    assert any(text.startswith("Sources: DEVIDA (2020)") for text in said_on(one))


def test_the_map_keeps_below_the_templates_title_and_above_its_footers(small, template, opened):
    (one,) = opened(slide(VIEW, template=template)).slides
    title = one.shapes.title
    footer = min(part.top for part in one.slide_layout.placeholders if part.top and part.top > Inches(6))
    for shape in shapes_in(one.shapes):
        if shape.shape_id != title.shape_id:
            assert shape.top >= title.top + title.height - 10
            assert shape.top + shape.height <= footer + 10


@pytest.mark.parametrize("layout", ["map", "chart", "table", "picture", "opening", "sources"])
def test_every_layout_works_in_a_template(template, layout):
    view = None if layout == "sources" else View(2020, ("coca_zones",))
    data = deck([Page(View(2020, ("ports",))), Page(view, layout, "A title")], template=template)
    assert package_faults(data) == []


def test_a_long_title_shrinks_to_the_templates_box(small, template, opened):
    (one,) = opened(slide(VIEW, dress=Dress("Coca moved " * 20), template=template)).slides
    sizes = {run.font.size.pt for paragraph in one.shapes.title.text_frame.paragraphs for run in paragraph.runs}
    assert len(sizes) == 1 and sizes.pop() < 15


def test_the_barest_layout_with_a_title_serves_where_none_is_for_a_title_only(template):
    made = Presentation(template)
    for layout in list(made.slide_layouts):
        if layout.name not in ("Blank", "Title and Content", "Two Content") and not layout.used_by_slides:
            made.slide_layouts.remove(layout)
    assert title_layout(made).name in ("Title and Content", "Title Slide")


@pytest.mark.parametrize("damage", ["missing", "folder", "empty", "text", "cut", "other", "hollow", "untitled"])
def test_a_template_that_cannot_be_used_is_refused(tmp_path, template, damage):
    path = tmp_path / "bad.pptx"
    whole = template.read_bytes()
    if damage == "folder":
        path.mkdir()
    elif damage in ("empty", "text", "cut"):
        path.write_bytes({"empty": b"", "text": b"no zip", "cut": whole[: len(whole) // 2]}[damage])
    elif damage == "other":
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("word/document.xml", "<x/>")
    elif damage == "hollow":
        with zipfile.ZipFile(template) as old, zipfile.ZipFile(path, "w") as new:
            for name in old.namelist():
                new.writestr(name, b"<broken" if name == "ppt/presentation.xml" else old.read(name))
    elif damage == "untitled":
        made = Presentation(template)
        for layout in made.slide_layouts:
            for part in list(layout.placeholders):
                part._element.getparent().remove(part._element)
        made.save(path)
    with pytest.raises(ValueError, match=r"template .*bad\.pptx .*expected a PowerPoint file \(\.pptx\)"):
        from_template(path)
