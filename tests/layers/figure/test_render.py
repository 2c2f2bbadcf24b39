"""A view in every format: right kind, same bytes, the reader's own title, marking, logo and drawings."""

import re
from io import BytesIO
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.image import imread

from layers.drawings import Drawing
from layers.features import layer_file
from layers.figure import FORMATS, Banner, Dress, render
from layers.figure.dress import luminance
from layers.figure.picture import picture
from layers.registry import LAYERS
from layers.tokens import COCA_RAMP
from layers.view import View
from tests.layers.figure.test_dress import png_file

VIEW = View(2016, ("coca_zones", "ports"))
STARTS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}
SMALL = (640, 360)


@pytest.mark.parametrize("kind", FORMATS)
def test_each_format_is_what_it_says_and_comes_out_the_same(small, kind):
    data = render(VIEW, kind, SMALL)
    assert data.startswith(STARTS[kind])
    assert data == render(VIEW, kind, SMALL)
    assert not re.search(rb"20\d\d-\d\d-\d\dT|D:20\d\d", data)


def test_svg_is_valid_has_its_type_as_outlines_and_leads_nowhere(small):
    root = ElementTree.fromstring(render(VIEW, "svg"))
    assert root.get("viewBox") == "0 0 1280.0005 720.0005" or root.get("viewBox").startswith("0 0 1280")
    assert [one for one in root.iter() if one.tag.endswith("}text")] == []
    links = [text for one in root.iter() for name, text in one.attrib.items() if name.endswith("href")]
    assert all(text.startswith(("#", "data:image/png;base64,")) for text in links)


def test_an_unknown_format_is_refused(small):
    with pytest.raises(ValueError, match="format is 'gif', expected one of png, svg, pdf"):
        render(VIEW, "gif")


def test_the_readers_own_words_stand_in_place_of_ours(small, texts):
    own = Dress("Coca moved $\\frac$ <b>south</b>", "As DEVIDA counts", Banner("TLP:RED", "#B2182B"), png_file(40, 10))
    said = texts(picture(VIEW, dress=own))
    assert "Coca moved $\\frac$ <b>south</b>" in said
    assert "As DEVIDA counts" in said
    assert said.count("TLP:RED") == 2
    assert "Coca bush: 300 ha in 2016" not in said


def test_a_logo_stands_in_the_upper_right_corner_and_leaves_the_title_room(small, texts):
    own = Dress("Coca " * 60, logo=png_file(40, 10))
    figure = picture(VIEW, dress=own)
    (logo,) = figure.axes[0].images
    left, right, bottom, top = logo.get_extent()
    assert (right, top) == (1280 - 16, 8)
    assert (right - left) / (bottom - top) == pytest.approx(4.0)
    plain = picture(VIEW, dress=Dress("Coca " * 60))
    assert len(texts(figure)[0]) < len(texts(plain)[0])


def test_a_title_of_three_hundred_signs_is_whole(small, texts):
    title = "x" * 300
    assert title in "".join(texts(picture(VIEW, dress=Dress(title))))


def test_what_cannot_be_drawn_is_named_all_at_once(small):
    view = View(1812, ("coca_zones",), drawings=(Drawing("blob", ()),))
    with pytest.raises(ValueError, match="(?s)year is 1812.*banner colour is 'red'.*logo is no PNG.*'blob'"):
        render(view, "png", dress=Dress(banner=Banner("X", "red"), logo=b"?"))


def test_the_foot_names_the_date_of_the_data(small, texts):
    said = " ".join(texts(picture(VIEW)))
    assert re.search(r"Data as read up to (\w{3} )?20\d\d, version \w+", said)


def test_drawings_are_on_every_map(small, texts):
    view = View(2016, ("coca_zones",), year2=2020, drawings=(Drawing("note", ((-75.0, -10.0),), "Look here"),))
    assert texts(picture(view)).count("Look here") == 2


@pytest.mark.parametrize("one", LAYERS, ids=lambda one: one.key)
def test_classes_keep_their_order_in_grey(one):
    looks = [look for look in layer_file(one.key)["looks"] if re.fullmatch(r"(?:area-)?class\d+", look["id"])]
    by_fill = [luminance(look["fill"]) for look in looks if look["symbol"] == "area" and look["fill"]]
    assert by_fill in (sorted(by_fill, reverse=True), sorted(by_fill))
    steps = [abs(first - second) for first, second in zip(by_fill, by_fill[1:], strict=False)]
    assert all(step > 0.02 for step in steps)


def test_the_ramp_of_coca_is_told_apart_in_grey():
    lights = [luminance(colour) ** (1 / 2.2) for colour in COCA_RAMP]
    assert all(first - second > 0.05 for first, second in zip(lights, lights[1:], strict=False))


def test_a_picture_in_grey_still_shows_the_classes():
    data = imread_grey(render(View(2020, ("coca_zones",)), "png", (1280, 720)))
    assert len(np.unique(np.round(data, 2))) > 20


def imread_grey(data: bytes) -> np.ndarray:
    return imread(BytesIO(data), format="png")[..., :3] @ [0.2126, 0.7152, 0.0722]
