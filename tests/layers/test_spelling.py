"""Cells in words: keys by name, slugs by words, lists with commas."""

import pytest

from layers.citing import rows_of
from layers.spelling import spelled


@pytest.mark.parametrize(
    ("column", "cell", "text"),
    [
        ("zone_id", "la_convencion_lares", "La Convención-Lares"),
        ("from_zone_id", "vraem", "VRAEM"),
        ("uses_ports", "arica;hong_kong", "Arica, Hong Kong"),
        ("exit_crossing_id", "desaguadero", "Desaguadero"),
        ("mode_classes", "river_lake;air_light", "river or lake, light aircraft"),
        ("market", "us_canada", "US and Canada"),
        ("country", "NL", "Netherlands"),
        ("countries", "PE;BR;CO", "Peru, Brazil, Colombia"),
        ("drawable", "line", "line to the last place named"),
        ("role", "member_no_coca", "member district without coca"),
        ("kind", "mining_front_at_protected_area", "mining front at protected area"),
        ("neighbour", "Colombia;Ecuador", "Colombia, Ecuador"),
        ("note", "planned; not built", "planned; not built"),
        ("country", "ZZ", "ZZ"),
    ],
)
def test_a_cell_reads_as_words(column, cell, text):
    assert spelled(column, cell) == text


def test_a_citing_row_names_what_it_is_about():
    said = rows_of("ellis_cipherbrief_2016")
    assert not said["what"].str.contains(r"\b(?:air_light|us_canada|R\d\d[a-z]?)\b", regex=True).any()
