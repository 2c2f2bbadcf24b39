"""The type family: one with the screen's, every sign accounted for."""

import pytest
from fontTools.ttLib import TTFont

from layers.figure import faces
from layers.figure.faces import FACES, face_files, width_of, writable


def test_every_face_is_a_static_font_of_its_weight():
    for face, (_, weight) in FACES.items():
        with TTFont(face_files()[face]) as font:
            assert "fvar" not in font
            assert font["OS/2"].usWeightClass == weight
            assert font["name"].getDebugName(1) == "Nexo Sans"


def test_the_faces_are_cut_once():
    first = {face: path.stat().st_mtime_ns for face, path in face_files().items()}
    assert {face: path.stat().st_mtime_ns for face, path in face_files().items()} == first


def test_an_emptied_cache_is_filled_again(tmp_path, monkeypatch):
    kept = {face: path.read_bytes() for face, path in face_files().items()}
    monkeypatch.setattr(faces, "cache_root", lambda: tmp_path)
    monkeypatch.setattr(faces, "_cut", lambda face, path: path.write_bytes(kept[face]))
    faces._folder.cache_clear()
    assert face_files()["bold"].is_relative_to(tmp_path)
    face_files()["bold"].parent.rename(tmp_path / "gone")
    assert face_files()["bold"].is_file()
    faces._folder.cache_clear()


def test_digits_are_of_one_width():
    assert len({width_of(digit, "regular", 12) for digit in "0123456789"}) == 1
    assert width_of("2020", "regular", 12) == pytest.approx(4 * width_of("0", "regular", 12))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Aguaytía −7.9 % → ñ", "Aguaytía −7.9 % → ñ"),
        ("n\u0303", "ñ"),
        ("a\tb\nc", "a b c"),
        ("a\u200bb", "ab"),
        ("中文", "□□"),
        ("Ещё Ωμ", "Ещё Ωμ"),
    ],
)
def test_writes_what_the_family_has(text, written):
    assert writable(text) == written


def test_a_missing_font_is_named(monkeypatch):
    monkeypatch.setitem(faces.FACES, "bold", ("NoSuchFont*.woff2", 700))
    with pytest.raises(FileNotFoundError, match="no NoSuchFont.*install the version"):
        faces._variable_font("bold")
