"""The catalogue: keys that are used exist, keys that exist can be filled."""

import ast
import string
from pathlib import Path

import pytest

from layers import words
from layers.words import has_word, keys, languages, word

ROOT = Path(__file__).parents[2]
CODE = sorted([ROOT / "app.py", *(ROOT / "layers").rglob("*.py"), *(ROOT / "pages").rglob("*.py")])


def literal_keys():
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "word"
            if called and isinstance(node.args[0], ast.Constant):
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node.args[0].value


def test_every_key_that_the_code_spells_out_is_in_the_catalogue():
    used = list(literal_keys())
    assert len(used) > 30
    assert [(where, key) for where, key in used if not has_word(key)] == []


def test_fields_are_filled_in():
    assert word("layers.title_no_total", layer="Coca", year=2012) == "Coca: no figure for 2012"


def test_a_missing_key_names_its_neighbours():
    with pytest.raises(KeyError, match=r"nearest: \['layers.no_figure'"):
        word("layers.no_figur")


def test_a_missing_field_is_named():
    with pytest.raises(KeyError, match="needs the field 'year'"):
        word("layers.title_no_total", layer="Coca")


def test_a_missing_language_is_named():
    with pytest.raises(KeyError, match="language 'xx' has no words"):
        word("layers.no_figure", "xx")


def test_yes_and_no_stay_words():
    assert word("layers.filter.in_vraem.no") == "Elsewhere"


def test_a_key_that_stands_twice_is_refused(tmp_path, monkeypatch):
    folder = tmp_path / "zz"
    folder.mkdir()
    (folder / "layers.yaml").write_text("one: a\ntwo: b\none: c\n", encoding="utf-8")
    monkeypatch.setattr(words, "WORDS_DIR", tmp_path)
    with pytest.raises(ValueError, match=r"keys stand twice: \['one'\]"):
        keys("zz")


def test_english_is_there():
    assert "en" in languages()


@pytest.mark.parametrize("key", keys())
def test_every_string_is_plain_text_with_named_fields(key):
    text = words._catalogue("en")[key]
    assert "<" not in text and ">" not in text
    assert all(name is None or name.isidentifier() for _, name, _, _ in string.Formatter().parse(text))
