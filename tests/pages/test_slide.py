"""The dialog "Slide" on every map page: words, banner, format, file, and putting aside."""

from io import BytesIO

import pytest
from pptx import Presentation

from layers.address import view_at
from layers.basket_file import read_basket
from layers.figure import Banner
from layers.view import View
from pages.shared.basket import TOKEN
from pages.shared.slide_dialog import FORMATS, ORDER, slide_file
from tests.pages.test_pages import MAP_PAGES, opened


def basket_of(app):
    return read_basket(app.session_state[TOKEN])


def with_dialog(app, name="situation", **params):
    opened(app, name, **params)
    app.button(key="slide").click().run()
    assert not app.exception
    return app


def box(app, name):
    (found,) = [one for one in app.text_area if one.key.startswith(f"slide.{name}.")]
    return found


@pytest.mark.parametrize("name", [*MAP_PAGES, "displacement"])
def test_every_map_has_the_dialog(app, name):
    with_dialog(app, name, year="2016")
    assert {"slide.add"} <= {one.key for one in app.button}
    assert len(app.get("image")) == 1 and [one.value for one in app.error] == []


def test_the_title_holds_the_finding_and_a_preview_is_shown(app):
    with_dialog(app, layers="ports", year="2017")
    assert box(app, "title").value.startswith("Drug seizures at ports: ")


def test_a_view_is_put_aside_with_its_own_title_and_banner(app):
    with_dialog(app, layers="ports", year="2017")
    box(app, "title").set_value("Callao \n leads")
    app.selectbox(key="slide.banner").set_value("exercise")
    app.button(key="slide.add").click().run()
    assert not app.exception
    (entry,) = basket_of(app).entries
    assert (entry.title, entry.subtitle, entry.banner) == ("Callao leads", "", "EXERCISE")
    view = view_at(entry.view)
    assert (view.year, view.layers, view.page) == (2017, ("ports",), "situation")


def test_an_untouched_title_is_not_kept(app):
    with_dialog(app, layers="ports", year="2017")
    app.button(key="slide.add").click().run()
    assert basket_of(app).entries[0].title == ""


@pytest.mark.parametrize("kind", FORMATS)
def test_each_format_is_what_it_says(kind):
    order = {"kind": kind, "view": View(2016, ("coca_zones",)), "title": "Own title", "subtitle": "",
             "banner": "EXERCISE", "colour": "#B7791F", "logo": None, "template": None}  # fmt: skip
    data = slide_file(order)
    if FORMATS[kind][0] == "png":
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == FORMATS[kind][2]
    elif FORMATS[kind][0] == "pptx":
        (slide,) = Presentation(BytesIO(data)).slides
        assert slide.shapes.title.text_frame.text == "Own title"
        pictures = [shape for shape in slide.shapes if shape.shape_type == 13]
        assert bool(pictures) == (kind == "pptx_picture")
    else:
        assert {"svg": b"<svg", "pdf": b"%PDF-"}[kind] in data[:1000]


def test_a_template_of_ones_own_is_used():
    held = BytesIO()
    own = Presentation()
    own.slide_width = own.slide_height = 9_144_000
    own.save(held)
    order = {"kind": "pptx", "view": View(2016, ("coca_zones",)), "title": "", "subtitle": "", "banner": "",
             "colour": Banner().colour, "logo": None, "template": held.getvalue()}  # fmt: skip
    assert Presentation(BytesIO(slide_file(order))).slide_width == 9_144_000


def test_what_is_ordered_is_what_the_dialog_shows(app):
    with_dialog(app, layers="ports", year="2017")
    app.button(key="slide.add").click().run()
    order = app.session_state[ORDER]
    assert (order["kind"], order["view"].year, order["view"].layers) == ("png", 2017, ("ports",))
    assert (order["title"], order["banner"], order["logo"], order["template"]) == ("", "", None, None)
