"""Small charts: a bar a year, gaps that are no zeros, nothing fetched."""

from base64 import b64decode
from xml.etree import ElementTree

from layers import tokens
from layers.pair.spark import HEIGHT, SMALLEST, spark


def bars(values, first=2013, last=2017):
    kind, text = spark(values, first, last).split(",", 1)
    assert kind == "data:image/svg+xml;base64"
    return [one.attrib for one in ElementTree.fromstring(b64decode(text))]


def test_heights_are_in_proportion_and_the_compared_years_dark():
    drawn = bars([5, 10, 0, 0, 0, 5, 0, 0, 0])
    assert float(drawn[1]["height"]) == HEIGHT and float(drawn[0]["height"]) == HEIGHT / 2
    assert [one["fill"] == tokens.STATE for one in drawn] == [year in (2013, 2017) for year in range(2012, 2021)]


def test_a_gap_is_hollow_and_a_zero_is_a_line():
    gap, zero, *_ = bars([None, 0, 1, 1, 1, 1, 1, 1, 1])
    assert gap["fill"] == "none"
    assert zero["fill"] != "none" and float(zero["height"]) == SMALLEST


def test_a_unit_without_any_value_has_gaps_only():
    assert {one["fill"] for one in bars([None] * 9)} == {"none"}
