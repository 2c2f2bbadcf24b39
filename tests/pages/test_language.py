"""The language as a reader meets it: chosen once, kept in the link and over pages, and nothing else lost."""

import pytest

from layers.words import languages, word
from pages.shared.menu import LISTED
from tests.pages.test_pages import hit, opened, sent_state


def choose(app, lang):
    next(one for one in app.get("button_group") if one.key == "language").set_value(lang).run()
    assert not app.exception


def labels(app):
    return [one.label for one in app.checkbox]


def test_the_switch_names_each_language_in_itself(app):
    opened(app, "situation")
    switch = next(one for one in app.get("button_group") if one.key == "language")
    assert languages() == ["en", "es"] and list(switch.options) == ["English", "Español"]


def test_a_bare_address_speaks_english_and_does_not_say_so(app):
    opened(app, "situation")
    assert "Coca bush by zone" in labels(app)
    assert sent_state(app)["lang"] == "en" and "lang" not in app.query_params


def test_choosing_spanish_changes_the_words_and_nothing_else(app):
    opened(app, "situation")
    app.slider(key="year").set_value(2014).run()
    app.checkbox(key="control.layer.routes").check().run()
    app.selectbox(key="control.year2").set_value(2012).run()
    app.selectbox(key="find").set_value(hit("coca_zones", "vraem")).run()
    before = sent_state(app)
    choose(app, "es")
    assert sent_state(app) == before | {"lang": "es"}
    assert app.query_params["lang"] == "es" and app.query_params["year"] == "2014"
    assert "Cultivo de coca por zona" in labels(app) and app.slider(key="year").label == "Año"
    assert app.button(key="reset").label == "Limpiar"
    told = " ".join(one.proto.body for one in app.get("html"))
    assert "Fuentes que discrepan" in told and "cerca de 19,900 ha" in told
    choose(app, "en")
    assert sent_state(app) == before and "lang" not in app.query_params


def test_the_language_goes_along_to_the_other_pages(app):
    opened(app, "situation")
    choose(app, "es")
    app.switch_page("pages/maps/routes.py").run()
    assert sent_state(app)["lang"] == "es" and app.query_params["lang"] == "es"
    assert app.checkbox(key="control.filter.routes.market.brazil").label == "Brasil"
    assert app.button(key="filters-clear").label == "Quitar filtros"
    app.switch_page("pages/evidence/sources.py").run()
    assert app.title[0].value == "Fuentes" and app.query_params["lang"] == "es"


def test_filters_survive_the_language(app):
    opened(app, "routes")
    app.checkbox(key="control.filter.routes.market.europe").check().run()
    app.multiselect(key="control.filter.routes.exit").set_value(["port:callao"]).run()
    before = sent_state(app)["filters"]
    choose(app, "es")
    assert sent_state(app)["filters"] == before and before["routes"]["market"] == ["europe"]
    assert app.checkbox(key="control.filter.routes.market.europe").value is True
    assert app.multiselect(key="control.filter.routes.exit").value == ["port:callao"]


@pytest.mark.parametrize("name", [name for _, name, _ in LISTED])
def test_a_page_opens_in_spanish(app, name):
    folder = next(folder for folder, page, _ in LISTED if page == name)
    app.query_params["lang"] = "es"
    app.run()
    app.switch_page(f"pages/{folder}/{name}.py").run()
    assert not app.exception and not app.warning
    assert word("pages.data_language", "es") in [one.value for one in app.sidebar.caption]


def test_an_address_without_a_language_is_english_again(app):
    opened(app, "situation", lang="es", layers="coca_zones")
    assert sent_state(app)["lang"] == "es"
    del app.query_params["lang"]
    app.run()
    assert not app.exception
    assert sent_state(app)["lang"] == "en" and "Coca bush by zone" in labels(app)


def test_a_language_that_is_not_there_is_named(app):
    opened(app, "situation", lang="qu", year="2015")
    assert any("lang=qu" in one.value and "en, es" in one.value for one in app.warning)
    assert sent_state(app)["lang"] == "en" and sent_state(app)["year"] == 2015


def test_what_a_link_cannot_mean_is_said_in_its_language(app):
    opened(app, "situation", lang="es", year="1999")
    assert any("year=1999" in one.value and "Se omitió" in one.value for one in app.warning)


def test_the_linked_table_is_headed_in_spanish(app):
    opened(app, "situation", lang="es", layers="coca_districts")
    assert "distrito" in app.dataframe[0].value["name"].iloc[0]


def test_sources_and_their_facts_are_told_in_spanish(app):
    opened(app, "situation", lang="es")
    app.switch_page("pages/evidence/sources.py").run()
    assert "prensa" in set(app.dataframe[0].value["kind"])
    app.selectbox(key="control.source").set_value("devida_tables_gh").run()
    assert "Arbusto de coca por zona y año" in set(app.dataframe[1].value["table"])
