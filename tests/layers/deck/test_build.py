"""A slide is native: shapes by layer and feature, text as text, sources in the notes, a package without faults."""

import io
import re

import numpy as np
import pytest
from matplotlib.image import imread
from pptx.util import Inches

from geo.sources import sources
from layers.deck import LAYOUTS, Page, deck, slide
from layers.deck.build import MOST_PAGES
from layers.drawing import marks_of
from layers.drawings import Drawing
from layers.figure import Banner, Dress, render
from layers.view import View
from tests.layers.deck.conftest import groups_of, package_faults, said_on, shapes_in
from tests.layers.figure.small_files import zones
from tests.layers.figure.test_dress import png_file

SMALL = View(2016, ("coca_zones", "ports"))
REAL = View(2020, ("coca_zones", "ports"))
ROUTES = View(2016, ("routes", "ports"), page="routes")
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def first(opened, data):
    return opened(data).slides[0]


def test_a_slide_is_of_the_usual_size_with_a_real_title(small, opened):
    made = opened(slide(SMALL))
    assert (made.slide_width, made.slide_height) == (Inches(13 + 1 / 3), Inches(7.5))
    (one,) = made.slides
    assert one.shapes.title.text == "Coca bush: 300 ha in 2016"
    holders = {holder.placeholder_format.idx: holder.text_frame.text for holder in one.placeholders}
    assert set(holders) == {0, 13, 14, 15}
    assert holders[15].startswith("Sources: DEVIDA (2020); UNODC (2016).")


def test_shapes_are_native_and_named_by_layer_and_feature(small, opened):
    groups = groups_of(first(opened, slide(SMALL)))
    assert set(groups) >= {"Base map 2016", "Coca bush", "Ports", "Legend", "Labels 2016", "Scale and north arrow"}
    coca = {one.name: one for one in groups["Coca bush"].shapes}
    assert set(coca) == {"North", "South"}
    # the circle and its casing, the hatch and its outline
    kinds = [part._element.find(f".//{A}prstGeom").get("prst") for part in coca["North"].shapes if part.shape_type != 5]
    assert kinds.count("ellipse") == 2
    assert coca["South"]._element.find(f".//{A}pattFill").get("prst") == "wdUpDiag"
    land = {one.name for one in shapes_in(groups["Base map 2016"].shapes)}
    assert {"Peru", "Loreto", "Ayacucho", "Rivers", "Brazil"} <= land


def test_every_picture_and_group_says_what_it_shows(small, opened):
    made = first(opened, slide(SMALL, "picture", Dress(logo=png_file())))
    described = [one for one in shapes_in(made.shapes) if one.shape_type in (6, 13)]
    made = first(opened, slide(SMALL, dress=Dress(logo=png_file())))
    described += [one for one in shapes_in(made.shapes) if one.shape_type in (6, 13)]
    assert len(described) > 8
    for one in described:
        assert one._element.xpath(".//p:cNvPr")[0].get("descr")
    assert groups_of(made)["Coca bush"]._element.xpath("./p:nvGrpSpPr/p:cNvPr/@descr") == [
        "Coca bush: 300 ha in 2016. Shown: North, South."
    ]


def test_words_are_text(small, opened):
    said = said_on(first(opened, slide(SMALL, dress=Dress(banner=Banner("UNCLASSIFIED", "#00703C")))))
    for words in ("2016", "Over 100 ha", "No figure", "North\n300 ha\n+9 % on 2015", "N", "BRAZIL".title(), "400 ha"):
        assert words in said or words.upper() in said
    assert said.count("UNCLASSIFIED") == 2


def test_a_banner_has_its_colour_and_words_that_can_be_read(small, opened):
    made = first(opened, slide(SMALL, dress=Dress(banner=Banner("TLP:AMBER", "#FFC000"))))
    bars = [one for one in groups_of(made)["TLP:AMBER"].shapes for one in shapes_in([one])]
    colours = {found.get("val") for bar in bars for found in bar._element.iter(f"{A}srgbClr")}
    assert colours == {"FFC000", "000000"}


def test_a_route_is_a_line_with_its_own_arrow(opened):
    made = first(opened, slide(ROUTES))
    lines = [one for one in shapes_in(groups_of(made)["Trafficking routes"].shapes) if one.shape_type == 5]
    arrows = [one for one in lines if one._element.find(f".//{A}tailEnd") is not None]
    assert arrows
    assert all(one._element.find(f".//{A}tailEnd").get("type") == "triangle" for one in arrows)
    assert {one._element.find(f".//{A}path").get("fill") for one in arrows} == {"none"}
    named = {one.name for one in arrows}
    assert any("by light aircraft" in name for name in named)
    # an arrow belongs to a line whose end is on the map: those to Europe lead beyond it
    assert not [name for name in named if "to Europe" in name]


def test_nothing_is_drawn_beyond_the_map(opened):
    made = first(opened, slide(View(2016, ("routes", "coca_zones"), viewport={"lat": -12.5, "lon": -73.8, "zoom": 8})))
    (frame,) = (one for one in made.shapes if one.name == "Map frame 2016")
    for name in ("Base map 2016", "Trafficking routes", "Coca bush by zone"):
        for one in shapes_in(groups_of(made)[name].shapes):
            assert one.left >= frame.left - 20 and one.top >= frame.top - 20
            assert one.left + one.width <= frame.left + frame.width + 20
            assert one.top + one.height <= frame.top + frame.height + 20


def test_too_many_cells_become_one_shape_a_look(opened):
    made = first(opened, slide(View(2020, ("mining_cells",), viewport={"lat": -12.75, "lon": -70.2, "zoom": 8.25})))
    (group,) = (one for name, one in groups_of(made).items() if name.startswith("Gold mining scars"))
    names = [one.name for one in group.shapes]
    assert len(names) == 2
    assert sum(int(name.rpartition(": ")[2].split()[0]) for name in names) == 625
    assert len(list(shapes_in(made.shapes))) < 400


def test_two_years_are_two_maps(small, opened):
    made = first(opened, slide(View(2016, ("coca_zones",), year2=2020)))
    assert {"Coca bush, 2016", "Coca bush, 2020", "Base map 2016", "Base map 2020"} <= set(groups_of(made))
    frames = {one.name: one for one in made.shapes if one.name.startswith("Map frame")}
    left, right = frames["Map frame 2016"], frames["Map frame 2020"]
    assert left.left + left.width < right.left and left.width == right.width


def test_the_notes_hold_every_source_disagreements_and_the_way_back(opened):
    view = View(2016, ("coca_zones", "ports"), page="routes")
    notes = first(opened, slide(view, notes="Say this first.")).notes_slide.notes_text_frame.text
    assert notes.startswith("Say this first.")
    assert "Where sources disagree:" in notes
    assert "/routes?year=2016&layers=coca_zones,ports&lang=en" in notes.splitlines()[-1]
    marks = [marks_of(key)[2016] for key in view.layers]
    drawn = {key for frame in marks for keys in frame["source_keys"] for key in keys}
    assert len(drawn) > 20
    assert [key for key in drawn if sources()[key].full not in notes] == []


@pytest.mark.parametrize("layout", [one for one in LAYOUTS if one not in ("opening", "sources")])
def test_every_layout_makes_a_package_without_faults_and_the_same_bytes(layout):
    data = slide(REAL, layout, Dress(banner=Banner("UNCLASSIFIED"), logo=png_file()))
    assert package_faults(data) == []
    assert data == slide(REAL, layout, Dress(banner=Banner("UNCLASSIFIED"), logo=png_file()))


def test_a_deck_has_its_pages_in_order_and_says_how_far_it_is(small, opened):
    told = []
    pages = [
        Page(None, "opening", "A briefing", text="On coca"),
        Page(SMALL, title="First"),
        Page(View(2020, ("coca_zones",)), "picture", "Second"),
        Page(layout="sources"),
    ]
    data = deck(pages, progress=lambda done, of: told.append((done, of)))
    assert [one.shapes.title.text for one in opened(data).slides][:3] == ["A briefing", "First", "Second"]
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert package_faults(data) == []


def test_a_picture_page_holds_one_picture_and_a_title(small, opened):
    made = first(opened, slide(SMALL, "picture"))
    (picture,) = (one for one in made.shapes if one.shape_type == 13)
    assert picture._element.xpath(".//p:cNvPr/@descr")[0].startswith("Coca bush: 300 ha in 2016")
    assert made.shapes.title.text == "Coca bush: 300 ha in 2016"
    assert imread(io.BytesIO(picture.image.blob)).shape[:2] == (1440, 2560)


def test_drawings_are_shapes_of_their_own(small, opened):
    ink = (Drawing("note", ((-75.0, -9.0),), "Look here"), Drawing("arrow", ((-76.0, -10.0), (-75.0, -9.5))))
    group = groups_of(first(opened, slide(View(2016, ("coca_zones",), drawings=ink))))["Notes, arrows and circles"]
    named = {one.name for one in group.shapes}
    assert named == {"Look here", "arrow"}
    assert [one for one in group._element.iter(f"{A}tailEnd")]


@pytest.mark.parametrize(
    "title", ["<b>5 < 6 & \"7\"</b> {x} $\\frac12$", "x" * 300, "Coca " * 60, "\x00\x0bCoca\x07 \ud800"]
)
def test_any_title_is_shown_and_the_package_stays_valid(small, opened, title):
    data = slide(SMALL, dress=Dress(title))
    assert package_faults(data) == []
    shown = first(opened, data).shapes.title.text.replace(" ", "")
    assert shown.removesuffix("□") == "".join(sign for sign in title if sign.isprintable()).replace(" ", "")


def test_names_with_markup_are_text(small, opened):
    file = zones()
    file["features"][0]["properties"]["name"] = "<script>&\"'"
    small("coca_zones", file)
    data = slide(SMALL)
    assert package_faults(data) == []
    assert "<script>&\"'" in {one.name for one in shapes_in(first(opened, data).shapes)}


def test_an_empty_view_is_a_map_of_peru(opened):
    made = first(opened, slide(View(2016, ())))
    assert made.shapes.title.text == "Peru, 2016"
    assert "Legend" not in groups_of(made)


def test_faults_are_named_with_their_page():
    pages = [
        Page(View(1812, ("gold",))),
        Page(None, "chart"),
        Page(REAL, "poster"),
        Page(REAL, "sources"),
        Page(REAL, title="x" * 501, notes="y" * 5_001),
    ]
    with pytest.raises(ValueError) as refusal:
        deck(pages, Dress(banner=Banner("X", "red")))
    said = str(refusal.value)
    for fault in (
        "banner colour is 'red'",
        "page 1: .*year is 1812",
        "page 2: a page with the layout chart needs a view",
        "page 3: layout is 'poster'",
        "page 4: the list of sources has no view",
        "page 5: .*title has 501",
        "page 5: notes has 5,001",
    ):
        assert re.search(fault, said, re.DOTALL), fault


@pytest.mark.parametrize("count", [0, MOST_PAGES + 1])
def test_a_deck_has_some_pages_and_not_too_many(count):
    with pytest.raises(ValueError, match=f"the deck has {count} pages, expected 1 to {MOST_PAGES}"):
        deck([Page(None, "opening")] * count)


def coarse(image: np.ndarray) -> np.ndarray:
    """Give an image as 40 rows of 72 greys, so that type and edges do not count."""
    sizes = zip(image.shape[:2], (40, 72), strict=True)
    rows, columns = (np.linspace(0, size, count + 1).astype(int) for size, count in sizes)
    grey = image[..., :3] @ [0.299, 0.587, 0.114]
    return np.add.reduceat(np.add.reduceat(grey, rows[:-1], axis=0), columns[:-1], axis=1) / np.outer(
        np.diff(rows), np.diff(columns)
    )


@pytest.mark.parametrize(
    ("view", "layout"),
    [
        (View(2020, ("coca_zones", "bases", "ports")), "map"),
        (View(2016, ("routes", "ports"), year2=2020, page="routes"), "map"),
        (View(2020, ("mining_cells",), viewport={"lat": -12.75, "lon": -70.2, "zoom": 8.25}), "map"),
        (View(2020, ("coca_zones",)), "picture"),
    ],
)
def test_libreoffice_opens_a_slide_and_it_looks_like_the_picture(office, view, layout):
    drawn, picture = coarse(office(slide(view, layout))), coarse(imread(io.BytesIO(render(view))))
    assert np.abs(drawn - picture).mean() < 0.02
    assert np.corrcoef(drawn.ravel(), picture.ravel())[0, 1] > 0.85


