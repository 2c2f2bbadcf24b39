"""The data package's own words: from the catalogue where it has them, else as the package says them."""

import pytest

from geo.tables import schema_of
from layers.package_words import column_title, label, place_name, table_title, unit_word, value_word


def test_english_comes_from_the_package():
    schema = schema_of("routes")
    assert (table_title(schema), column_title(schema, "market")) == ("Trafficking routes", "Destination market")
    assert (unit_word("ha/month"), value_word("first_buyer_or_transit")) == ("ha/month", "first buyer or transit")
    assert place_name("Pacific Ocean") == "Pacific Ocean"


def test_spanish_comes_from_the_catalogue():
    schema = schema_of("routes")
    assert (table_title(schema, "es"), column_title(schema, "market", "es")) == (
        "Rutas del tráfico",
        "Mercado de destino",
    )
    assert (unit_word("ha/month", "es"), value_word("cocaine HCl", "es")) == ("ha/mes", "clorhidrato de cocaína")
    assert place_name("Pacific Ocean", "es") == "Océano Pacífico"


def test_a_column_has_the_title_of_its_table_first():
    assert column_title(schema_of("market_facts"), "market", "es") == "Mercado"
    assert column_title(schema_of("routes"), "market", "es") == "Mercado de destino"


def test_symbols_proper_names_and_unknown_texts_stay():
    assert [unit_word(unit, "es") for unit in ("ha", "kg", "%")] == ["ha", "kg", "%"]
    assert place_name("Cusco", "es") == "Cusco"
    assert value_word("mentioned by two witnesses", "es") == "mentioned by two witnesses"


def test_a_slug_without_a_word_is_read_as_words():
    assert value_word("brand_new_value", "es") == "brand new value"


def test_a_name_in_a_cell_is_spelled_too():
    assert value_word("VRAEM and Upper Huallaga", "es") == "VRAEM y Alto Huallaga"


def test_an_unknown_column_is_refused():
    with pytest.raises(KeyError, match="no column 'colour'"):
        column_title(schema_of("routes"), "colour", "es")


def test_a_label_has_its_name_spelled_and_its_figures_kept():
    assert label("Upper Huallaga\n12 ha", "es") == "Alto Huallaga\n12 ha"
    assert label("", "es") == ""
