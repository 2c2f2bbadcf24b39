"""Long texts: no line wider than its room, nothing lost but what an ellipsis stands for."""

import pytest

from layers.figure.faces import width_of
from layers.figure.wrapping import cut, fitted, wrapped

LONG = "Hectares reported for the valleys of the Apurímac, Ene and Mantaro rivers " * 4


@pytest.mark.parametrize("width", [60.0, 200.0, 900.0])
def test_no_line_is_wider_than_its_room(width):
    lines = wrapped(LONG, "bold", 20, width)
    assert max(width_of(line, "bold", 20) for line in lines) <= width
    assert "".join(lines).replace(" ", "") == LONG.replace(" ", "")


def test_a_word_too_long_is_broken():
    lines = wrapped("A" * 300, "regular", 12, 100)
    assert "".join(lines) == "A" * 300
    assert len(lines) > 10


def test_a_word_too_long_starts_on_its_own_line():
    assert wrapped("to " + "A" * 40, "regular", 12, 100)[0] == "to"


def test_more_lines_than_allowed_end_in_an_ellipsis():
    lines = wrapped(LONG, "regular", 12, 200, most=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert width_of(lines[-1], "regular", 12) <= 200


def test_an_empty_text_has_no_lines():
    assert wrapped("", "regular", 12, 100) == []
    assert wrapped(" \n ", "regular", 12, 100) == []


def test_what_fits_is_not_cut():
    assert cut("VRAEM", "bold", 12, 100) == "VRAEM"
    assert cut("VRAEM and beyond", "bold", 12, 60).endswith("…")


def test_takes_the_first_size_that_fits():
    assert fitted("Short", "bold", (28, 20), 1000, 1) == (["Short"], 28)
    assert fitted(LONG, "bold", (28, 20), 1000, 2)[1] == 20
