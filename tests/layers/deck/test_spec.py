"""A deck's file is read whole, and every fault of it is named with its line."""

import pytest

from layers.deck.page import Page
from layers.deck.spec import BRIEFING, read_spec, read_text
from layers.figure import Banner
from layers.view import View

GOOD = """
title: Ports
banner: UNCLASSIFIED
banner_colour: "#00703C"
slides:
  - layout: opening
    title: Ports of Peru
    text: In 2016
  - view: "?year=2016&layers=ports"
    title: Callao leads
    notes: |
      Say this.
      And that.
  - view: /routes?year=2014
    layout: picture
  - layout: sources
"""


def test_a_file_becomes_pages():
    spec = read_text(GOOD, "deck.yaml")
    assert spec.dress.banner == Banner("UNCLASSIFIED", "#00703C")
    assert [page.layout for page in spec.pages] == ["opening", "map", "picture", "sources"]
    assert spec.pages[1] == Page(View(2016, ("ports",)), "map", "Callao leads", notes="Say this.\nAnd that.\n")
    assert spec.pages[2].view.page == "routes"


def test_every_fault_is_named_with_its_line():
    text = (
        "titel: Ports\n"
        "banner_colour: red\n"
        "slides:\n"
        "  - view: '?year=1812&layers=gold'\n"
        "  - layout: poster\n"
        "    view: '?year=2016'\n"
        "  - layout: chart\n"
        "  - view: [1, 2]\n"
        "  - just text\n"
        "  - view: ''\n"
        "    color: red\n"
    )
    with pytest.raises(ValueError) as refusal:
        read_text(text, "deck.yaml")
    lines = str(refusal.value).splitlines()
    for start in (
        "deck.yaml:1: expected one of title, lang, banner",
        "deck.yaml:2",
        "deck.yaml:4 slides[1].view",
        "deck.yaml:5 slides[2]",
        "deck.yaml:7 slides[3]",
        "deck.yaml:8 slides[4].view: expected a text",
        "deck.yaml:9 slides[5]: expected keys with values",
        "deck.yaml:10 slides[6].view",
        "deck.yaml:11 slides[6]: expected one of view",
    ):
        assert [line for line in lines if line.startswith(start)], start
    assert len([line for line in lines if line.startswith("deck.yaml:4")]) == 2


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "deck.yaml:1: expected a deck with slides, got nothing"),
        ("# nothing", "expected a deck with slides"),
        ("slides:\n", "expected a list of slides"),
        ("slides: []", "expected a list of slides"),
        ("slides: ports", "expected a list of slides"),
        ("- a\n- b", "expected keys with values"),
        ("slides:\n  - view: 'a\n", r"deck.yaml:\d+: expected YAML"),
        ("slides: [\t}", r"deck.yaml:1: expected YAML"),
        ("title: a\ntitle: b\nslides:\n  - layout: opening", "deck.yaml:2: expected each key once"),
        ("lang: xx\nslides:\n  - layout: opening", "deck.yaml:1 lang: expected one of en"),
        (f"slides:\n  - layout: opening\n    title: {'x' * 501}", "deck.yaml:3 slides.1.: .*title has 501"),
    ],
)
def test_a_damaged_file_is_refused(text, fault):
    with pytest.raises(ValueError, match=fault):
        read_text(text, "deck.yaml")


def test_a_file_that_cannot_be_read_is_refused(tmp_path):
    with pytest.raises(ValueError, match="cannot be read"):
        read_spec(tmp_path / "none.yaml")
    with pytest.raises(ValueError, match="cannot be read"):
        read_spec(tmp_path)
    (tmp_path / "latin.yaml").write_bytes("title: Perú".encode("latin-1"))
    with pytest.raises(ValueError, match="no text in UTF-8"):
        read_spec(tmp_path / "latin.yaml")
    (tmp_path / "large.yaml").write_bytes(b"#" * 1_000_001)
    with pytest.raises(ValueError, match="expected at most 1,000,000"):
        read_spec(tmp_path / "large.yaml")


def test_the_briefing_is_twelve_pages_with_findings_for_titles():
    spec = read_spec(BRIEFING)
    assert len(spec.pages) == 12
    assert (spec.pages[0].layout, spec.pages[-1].layout) == ("opening", "sources")
    assert all(page.title for page in spec.pages[:-1])
    assert {page.view.page for page in spec.pages[:-1]} == {"situation", "routes"}
