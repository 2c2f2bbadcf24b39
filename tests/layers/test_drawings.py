"""Notes, arrows and circles survive a link, and bad ones are named."""

import pytest

from layers.drawings import LONGEST_TEXT, MOST, Drawing, as_text, read

NOTE = Drawing("note", ((-75.5, -9.25),), "Pier 3, since 2016")
ARROW = Drawing("arrow", ((-75.0, -9.0), (-74.0, -9.5)))


def test_the_text_is_short_and_plain():
    assert as_text([NOTE, ARROW]) == "note:-75.5,-9.25:Pier 3, since 2016~arrow:-75,-9;-74,-9.5:"
    assert as_text([]) == ""


@pytest.mark.parametrize("text", ["plain", "a~b~c", "50 %!", "!t", "!!t~", "x:y;z,1", "ñandú → ü", "~", "!"])
def test_any_text_survives(text):
    drawing = Drawing("note", ((1.0, 2.0),), text)
    assert read(as_text([drawing, ARROW])) == ((drawing, ARROW), [])


def test_coordinates_are_cut_to_ten_metres():
    assert as_text([Drawing("note", ((-75.123456, -0.00001),), "x")]) == "note:-75.1235,0:x"


def test_line_breaks_become_spaces():
    assert read("note:1,2: two\n lines ")[0] == (Drawing("note", ((1.0, 2.0),), "two lines"),)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("blob:1,1:x", "drawing is a 'blob', expected one of note, arrow, circle"),
        ("note:1,1:", "note is empty"),
        ("note:1,1;2,2:x", "note has 2 points, expected 1"),
        ("arrow:1,1:x", "arrow has 1 points, expected 2"),
        ("circle:1,1;1,1:", "circle has its two points at one place"),
        ("note:1,91:x", "note stands at 1,91, expected degrees"),
        ("note:nan,1:x", "note stands at nan,1"),
        (f"note:1,1:{'x' * (LONGEST_TEXT + 1)}", "note says 201 characters, expected at most 200"),
        ("note", "drawing 1 is 'note', expected kind:lon,lat"),
        ("note:a,b:x", "drawing 1 is 'note:a,b:x'"),
        ("~", "drawing 1 is ''"),
    ],
)
def test_a_fault_says_what_was_expected(text, fault):
    found, faults = read(text)
    assert found == ()
    assert fault in faults[0]


def test_there_is_a_limit():
    found, faults = read("~".join(["note:1,1:x"] * (MOST + 1)))
    assert len(found) == MOST
    assert faults == ["31 drawings, expected at most 30"]


def test_plain_values_come_back():
    assert [Drawing.from_dict(one.as_dict()) for one in (NOTE, ARROW)] == [NOTE, ARROW]
    with pytest.raises(KeyError, match="points"):
        Drawing.from_dict({"kind": "note"})
