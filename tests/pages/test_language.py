"""The language as a reader meets it: chosen once, kept in the link and over pages, and nothing else lost."""

import re
from html import unescape

import pytest

from layers.basket import Entry
from layers.basket_file import change_basket, new_token
from layers.words import keys, languages, namespace, word
from pages.shared.basket import TOKEN
from pages.shared.beside import TABS
from pages.shared.menu import LISTED
from pages.shared.pair_findings import TABS as PAIR_TABS
from tests.pages.test_pages import hit, opened, sent_state

# alike in both languages; the last is also how the data name an organisation
NAMES_SHARED = {"Bolivia", "Chile", "Asia", "PNG", "CSV", "PDF", "Actor", "Family clans"}
WIDGETS = (
    "button", "checkbox", "download_button", "expander", "link_button", "multiselect", "number_input", "page_link",
    "popover", "radio", "select_slider", "selectbox", "slider", "tab", "text_area", "text_input", "toggle",
)  # fmt: skip
WORDS_OF_MORE = 12  # letters beside its fields that make a text with fields one of a kind


def only_english():
    """Give what the catalogue says in English and nowhere in Spanish, as patterns; fields may hold anything."""
    spaces = {key.partition(".")[0] for key in keys("es")} - {"package"}
    spanish = {text for name in spaces for text in namespace(name, "es").values()}
    english = {text for name in spaces for text in namespace(name, "en").values()} - spanish - NAMES_SHARED
    plain = {text for text in english if "{" not in text}
    held = [
        re.compile(".+".join(re.escape(part) for part in re.split(r"\{\w+\}", text)))
        for text in english - plain
        if len(re.findall(r"[^\W\d_]", re.sub(r"\{\w+\}", "", text))) >= WORDS_OF_MORE
    ]
    return plain, held


def texts_of(app):
    """Give the headings, labels, choices, captions and messages that a page shows."""
    said = {
        one.value for kind in ("title", "header", "subheader", "caption", "info", "warning") for one in app.get(kind)
    }
    for kind in WIDGETS:
        for one in app.get(kind):
            said |= {getattr(one, "label", "") or getattr(one.proto, "label", "")}
            said |= set(map(str, getattr(one.proto, "options", ())))
    for one in app.get("html"):
        said |= {
            unescape(re.sub("<[^>]+>", "", found))
            for _, found in re.findall(r"<(h\d|dt|th)\b[^>]*>(.*?)</\1>", one.proto.body)
        }
    # a source's own title stands behind a dot and stays in its language
    return {text.strip() for text in said if text.strip() and " · " not in text}


def english_in(app):
    plain, held = only_english()
    return sorted(text for text in texts_of(app) if text in plain or any(one.fullmatch(text) for one in held))


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
    assert len(texts_of(app)) > 3 and english_in(app) == []


def test_the_same_page_in_english_would_be_noticed(app):
    opened(app, "routes")
    assert "Flows" in english_in(app)
    assert "Choose an origin and a market" in english_in(app)


@pytest.mark.parametrize("name", TABS)
def test_what_stands_beside_the_routes_is_spanish(app, name):
    opened(app, "routes", lang="es")
    app.session_state["control.tab"] = word(f"beside.tab.{name}", "es")
    app.run()
    assert not app.exception and english_in(app) == []


@pytest.mark.parametrize("name", PAIR_TABS)
def test_what_stands_beside_a_displacement_is_spanish(app, name):
    opened(app, "displacement", lang="es")
    app.session_state["pair-tabs"] = word(f"pages.pair.tab.{name}", "es")
    app.run()
    assert not app.exception and english_in(app) == []


def test_a_slide_is_made_in_spanish(app):
    opened(app, "situation", lang="es", layers="ports", year="2017")
    app.button(key="slide").click().run()
    assert not app.exception and english_in(app) == []
    title = next(one for one in app.text_area if one.key.startswith("slide.title."))
    assert title.value.startswith("Incautaciones en puertos: ")


def test_a_deck_speaks_spanish_and_its_standard_briefing_too(app):
    token = new_token()
    app.session_state[TOKEN] = token
    change_basket(token, lambda held: held.added(Entry("/?year=2016&layers=coca_zones&lang=es")))
    opened(app, "deck", lang="es")
    box = next(one for one in app.text_area if one.key.startswith("deck.title."))
    assert box.placeholder.startswith("Cultivo de coca por zona: ") and english_in(app) == []
    app.button(key="deck.load").click().run()
    assert not app.exception and english_in(app) == []
    told = [one.value for one in app.text_area if one.key.startswith("deck.title.")]
    assert len(told) == 11 and told[1].startswith("De 2012 a 2020 el Huallaga")


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
