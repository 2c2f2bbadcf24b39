"""Texts are what they seem: no broken encoding, no hidden or foreign letters, no blanks at the ends."""

from collections.abc import Callable

import pytest

from geo.checks.characters import problems
from tests.packages import SmallPackage

Faults = Callable[[], list[str]]


@pytest.mark.parametrize(
    ("text", "expected", "got", "do"),
    [
        (
            "Río Ene, HuÃ¡nuco",
            "text read as UTF-8",
            "'Río Ene, HuÃ¡nuco', which was read in another encoding",
            "restore the letters",
        ),
        (
            "the Army\u00e2\u20ac\u2122s base",
            "text read as UTF-8",
            "'the Army\u00e2\u20ac\u2122s base', which was read in another encoding",
            "restore the letters",
        ),
        ("Hu\ufffdnuco", "readable text", "U+FFFD (REPLACEMENT CHARACTER) as character 3", "restore the letter"),
        ("VRA\u200bEM", "visible characters", "U+200B (ZERO WIDTH SPACE) as character 4", "delete it"),
        ("VRAEM \u202e2012", "visible characters", "U+202E (RIGHT-TO-LEFT OVERRIDE) as character 7", "delete it"),
        ("coca\u00adine", "visible characters", "U+00AD (SOFT HYPHEN) as character 5", "delete it"),
        ("a\x1b[31m", "visible characters", "U+001B (a control character) as character 2", "delete it"),
        (
            "V\u0430lle",
            "words of one alphabet",
            "'V\u0430lle' with U+0430 (CYRILLIC SMALL LETTER A) as character 2",
            "retype the word",
        ),
        ("Ene\u0301", "letters with their accents in one", "'Ene\u0301'", "save the text in the form NFC"),
    ],
)
def test_a_text_that_is_not_what_it_seems_is_refused(
    small: SmallPackage, faults: Faults, text: str, expected: str, got: str, do: str
):
    small.change("coca_zones", "aguaytia", note=text)
    assert [one.rstrip() for one in faults() if "coca_zones.csv:3 note: expected" in one] != []
    (said,) = faults()
    assert said.startswith(f"data/tables/coca_zones.csv:3 note: expected {expected}, got {got}, {do}")


@pytest.mark.parametrize("text", [" coca", "coca ", "\u00a0coca", "coca\u00a0", "coca\n", "\u2003coca"])
def test_blanks_at_the_ends_are_refused(small: SmallPackage, faults: Faults, text: str):
    small.change("coca_zones", "aguaytia", note=text)
    assert faults() == [
        f"data/tables/coca_zones.csv:3 note: expected no blanks at the ends, got {text!r}, delete them"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ñaupe, Áncash: “«AQUÍ»” – 5 °C, ½ × 20 m² ≥ 3 €…",
        "São Paulo, IRMÃ DULCE, Besançon, Łódź, Curaçao",
        "Москва 24",
        "10 µg of Δ9",
        "two\nlines",
    ],
)
def test_letters_of_other_languages_are_welcome(text: str):
    assert problems(text) == []


def test_numbers_and_codes_are_not_texts(small: SmallPackage, faults: Faults):
    small.change("coca_zone_year", "vraem-2020", year=" 2020")
    assert not any("no blanks" in one for one in faults())


def test_the_schemas_are_read_too(small: SmallPackage, faults: Faults):
    small.replace("tables/coca_zones.schema.yaml", "title: coca zones", "title: coca\u200b zones")
    assert faults() == [
        "data/tables/coca_zones.schema.yaml:1: expected visible characters, "
        "got U+200B (ZERO WIDTH SPACE) as character 12, delete it"
    ]
