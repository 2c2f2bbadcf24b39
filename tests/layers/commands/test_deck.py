"""`nexo deck` makes a deck from a file, or names every fault of it and writes nothing."""

import pytest
from pptx import Presentation

from layers import cli
from layers.deck import spec
from tests.layers.deck.conftest import said_on

SPEC = """
banner: TLP:GREEN
slides:
  - view: "?year=2016&layers=coca_zones"
    title: First
  - view: "?year=2020&layers=ports"
    layout: picture
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "deck.yaml"
    path.write_text(SPEC, encoding="utf-8")
    return path


def test_a_file_becomes_a_deck(small, file, tmp_path, capsys):
    out = tmp_path / "deck.pptx"
    assert cli.main(["deck", str(file), "--out", str(out), "--banner-colour", "#00703C"]) == 0
    slides = Presentation(out).slides
    assert [one.shapes.title.text for one in slides] == ["First", "Ports: 2"]
    assert said_on(slides[0]).count("TLP:GREEN") == 2
    told = capsys.readouterr().out.splitlines()
    assert told[:2] == ["Page 1 of 2", "Page 2 of 2"]
    assert told[2].startswith(f"Written: {out}")


def test_a_deck_may_be_a_pdf(small, file, tmp_path):
    out = tmp_path / "deck.pdf"
    assert cli.main(["deck", str(file), "--out", str(out)]) == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_briefing_names_the_file_that_nexo_ships(small, file, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(spec, "BRIEFING", file)
    assert cli.main(["deck", "briefing", "--out", "b.pptx"]) == 0
    assert len(Presentation(tmp_path / "b.pptx").slides) == 2


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (["none.yaml"], "none.yaml cannot be read"),
        (["deck.yaml", "--out", "x.png"], "has no ending that can be written. Expected one of: pptx, pdf"),
        (["deck.yaml", "--out", "x.pdf", "--template", "t.pptx"], "A template is for PowerPoint files"),
        (["deck.yaml", "--template", "t.pptx"], "template t.pptx is not there"),
        (["deck.yaml", "--out", "none/x.pptx"], "was not written"),
        (["deck.yaml", "--banner-colour", "red"], "banner colour is 'red'"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(small, file, monkeypatch, capsys, words, fault):
    monkeypatch.chdir(file.parent)
    assert cli.main(["deck", "--out", "x.pptx", *words]) == 2
    assert fault in capsys.readouterr().err
    assert [one.name for one in file.parent.iterdir()] == ["deck.yaml"]


def test_every_fault_of_a_file_is_named(tmp_path, capsys):
    path = tmp_path / "deck.yaml"
    path.write_text("slides:\n  - view: '?year=1'\n  - layout: poster\n", encoding="utf-8")
    assert cli.main(["deck", str(path), "--out", str(tmp_path / "x.pptx")]) == 2
    said = capsys.readouterr().err
    assert "deck.yaml:2 slides[1].view" in said and "deck.yaml:3 slides[2]" in said
