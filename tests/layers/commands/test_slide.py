"""`nexo slide` writes what its file's ending says, or says what is wrong and writes nothing."""

import struct

import pytest

from layers import cli
from tests.layers.figure.test_dress import png_file

STARTS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF", "pptx": b"PK"}
VIEW = "?year=2016&layers=coca_zones,ports"


@pytest.mark.parametrize("kind", STARTS)
def test_the_ending_says_what_is_written(small, tmp_path, capsys, kind):
    out = tmp_path / f"x.{kind}"
    assert cli.main(["slide", "--view", VIEW, "--out", str(out), "--size", "1280x720"]) == 0
    data = out.read_bytes()
    assert data.startswith(STARTS[kind])
    assert f"Written: {out} ({len(data):,} bytes)" in capsys.readouterr().out


def test_all_the_words_of_the_command_are_heeded(small, tmp_path, opened_text):
    logo = tmp_path / "logo.png"
    logo.write_bytes(png_file())
    out = tmp_path / "x.pptx"
    words = ["--title", "Mine", "--subtitle", "Yours", "--banner", "TLP:RED", "--banner-colour", "#B2182B"]
    assert cli.main(["slide", "--view", VIEW, "--out", str(out), *words, "--logo", str(logo), "--chart"]) == 0
    said = opened_text(out)
    assert {"Mine", "Yours", "TLP:RED"} <= set(said)


@pytest.fixture
def opened_text():
    from pptx import Presentation

    from tests.layers.deck.conftest import said_on

    return lambda path: said_on(Presentation(path).slides[0])


def test_the_size_is_that_asked_for(small, tmp_path):
    out = tmp_path / "x.png"
    assert cli.main(["slide", "--view", VIEW, "--out", str(out), "--size", "640x360"]) == 0
    assert struct.unpack(">II", out.read_bytes()[16:24]) == (640, 360)


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (["--view", ""], "the view is empty"),
        (["--view", "/moon?year=2014"], "names the page 'moon'"),
        (["--view", "?year=1812&layers=gold"], "layers=gold"),
        (["--banner", "X", "--banner-colour", "red"], "banner colour is 'red'"),
        (["--title", "x" * 501], "title has 501 characters"),
        (["--logo", "none.png"], "The logo none.png cannot be read"),
        (["--logo", __file__], "logo is no PNG file"),
        (["--template", "none.pptx"], "template none.pptx is not there"),
        (["--template", __file__], "cannot be read"),
        (["--out", "x.gif"], "The file x.gif has no ending that can be written"),
        (["--out", "x"], "has no ending that can be written"),
        (["--out", "x.png", "--template", "t.pptx"], "A template is for PowerPoint files"),
        (["--out", "none/x.pptx"], "was not written"),
        (["--out", "none/x.png"], "was not written"),
        (["--out", "x.png", "--size", "10x10"], "size is \\(10, 10\\)"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(small, tmp_path, monkeypatch, capsys, words, fault):
    import re

    monkeypatch.chdir(tmp_path)
    given = ["--view", VIEW, "--out", "x.pptx"]
    assert cli.main(["slide", *given, *words]) == 2
    said = capsys.readouterr()
    assert re.search(fault, said.err) and "Traceback" not in said.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["big", "1920", "1920×1080", "-1x5", "19٢0x1080"])
def test_a_size_that_is_none_is_refused(text, capsys):
    with pytest.raises(SystemExit, match="2"):
        cli.main(["slide", "--view", VIEW, "--out", "x.png", f"--size={text}"])
    assert "expected width and height in px such as 1920x1080" in capsys.readouterr().err


def test_an_old_file_stays_when_a_new_one_cannot_be_made(small, tmp_path, capsys):
    out = tmp_path / "x.pptx"
    out.write_bytes(b"old")
    assert cli.main(["slide", "--view", "?year=1812", "--out", str(out)]) == 2
    assert out.read_bytes() == b"old"
    assert "1812" in capsys.readouterr().err
