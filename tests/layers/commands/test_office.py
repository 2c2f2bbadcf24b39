"""LibreOffice for the tests: the one named, one found, one installed, or a message that says what to do."""

import sys
from pathlib import Path

import pytest

from layers.commands import office
from layers.commands.office import NoOfficeError, candidates, find_office, obtain_office


def program(folder: Path, name: str, code: int = 0) -> Path:
    path = folder / name
    path.write_text(f"#!{sys.executable}\nraise SystemExit({code})\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_one_that_is_named_comes_first(tmp_path):
    named, other = program(tmp_path, "mine"), program(tmp_path, "soffice")
    assert find_office({"NEXO_OFFICE": str(named), "PATH": str(tmp_path)}) == named
    assert find_office({"PATH": str(tmp_path)}) == other


@pytest.mark.parametrize("code", [None, 1])
def test_one_that_is_named_and_does_not_start_is_an_error(tmp_path, code):
    path = tmp_path / "mine" if code is None else program(tmp_path, "mine", code)
    with pytest.raises(NoOfficeError, match="NEXO_OFFICE names"):
        find_office({"NEXO_OFFICE": str(path), "PATH": ""})


def test_one_that_does_not_start_is_passed_over(tmp_path):
    program(tmp_path, "soffice", 1)
    other = program(tmp_path, "libreoffice")
    assert find_office({"PATH": str(tmp_path)}) == other


def test_other_systems_have_their_own_places(tmp_path):
    place = tmp_path / "LibreOffice" / "program" / "soffice.com"
    place.parent.mkdir(parents=True)
    place.touch()
    assert list(candidates({"PATH": "", "PROGRAMFILES": str(tmp_path)}, "win32")) == [place]
    assert list(candidates({"PATH": ""}, "linux")) == []


def test_one_is_installed_where_there_is_none(tmp_path, monkeypatch, capsys):
    asked = []
    monkeypatch.setattr(office.apt, "install", lambda *names: asked.append(names) or program(tmp_path, "soffice"))
    assert obtain_office({"PATH": str(tmp_path)}) == tmp_path / "soffice"
    assert asked == [("libreoffice-impress",)]
    assert "No LibreOffice found" in capsys.readouterr().out


def test_where_none_can_be_installed_the_message_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(office.apt, "install", lambda *names: False)
    with pytest.raises(NoOfficeError, match="apt-get install libreoffice-impress.*NEXO_OFFICE"):
        obtain_office({"PATH": str(tmp_path)})
