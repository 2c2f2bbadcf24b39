"""Every language says everything: the catalogues match, and what is drawn, listed and written speaks one language."""

import json
import re
import string

import pytest
from matplotlib.text import Text

from geo.displacement import compare
from geo.tables import load_table, schema_of, table_names
from layers.build import write_build
from layers.details import rows
from layers.displaced import headline
from layers.features import layer_file
from layers.figure import png
from layers.figure.picture import picture
from layers.linked import csv_text, linked
from layers.registry import LAYERS
from layers.view import View
from layers.words import DATA_LANG, WORDS_DIR, _catalogue, languages

OTHERS = [lang for lang in languages() if lang != DATA_LANG]
# What the command line says: developers and scripts read it, in the language of the code.
COMMAND_LINE = ("basemap.", "check.", "cli.", "commands.", "displacement.command.")
# What the data package says in English itself: only the other languages need words for it.
PACKAGE = "package"
# A plain value and a single account need no remark.
SAYS_NOTHING = {"layers.details.standing.only", "displacement.status.value"}
# Texts that two languages share for a reason.
SHARED = {
    "es": {
        "pages.picture", "pages.table.download", "deck.deck.pptx", "deck.deck.pdf",  # names of file formats
        "pages.ready.vraem_theatre", "pages.ready.madre_de_dios", "pages.ready.huallaga",  # place names
        "layers.filter.market.bolivia", "layers.filter.market.chile", "layers.filter.market.asia",  # spelled alike
        "beside.market.bolivia", "beside.market.chile", "beside.market.asia",
        "layers.filter.means.radar", "layers.state_presence.works_radar", "pages.filter.actor",  # the same word
        "layers.cell.in_vraem.no", "layers.yes_no.false",  # no is no
        "figure.north", "figure.latitude_north", "figure.latitude_south", "figure.kilometres",  # N, S, km
        "displacement.unit.ha", "displacement.publication.transport",  # a symbol, a citation
    }
    | {f"layers.cell.country.{iso2}" for iso2 in ("AR", "BO", "BS", "CL", "CN", "CO", "EC", "GT", "HK", "HN", "VE")}
    | {f"layers.filter.through.{iso2}" for iso2 in ("BO", "BS", "CL", "CO", "EC")}
}  # fmt: skip


def shown_words(lang):
    return {key: text for key, text in _catalogue(lang).items() if not key.startswith(COMMAND_LINE)}


def fields_of(text):
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def has_words(text):
    """Tell whether a text says anything besides its fields, signs and numbers."""
    return bool(re.search(r"[^\W\d_]", re.sub(r"\{\w+\}", "", text)))


def test_there_is_a_language_beside_english():
    assert OTHERS == ["es"]


@pytest.mark.parametrize("lang", OTHERS)
def test_no_word_is_missing(lang):
    english, other = shown_words(DATA_LANG), shown_words(lang)
    missing = [f"{key}: {text}" for key, text in english.items() if key not in other]
    assert missing == [], f"say these in layers/words/{lang}/:\n" + "\n".join(missing)


@pytest.mark.parametrize("lang", OTHERS)
def test_no_word_is_left_over(lang):
    own = [key for key in shown_words(lang) if key.partition(".")[0] != PACKAGE]
    assert [key for key in own if key not in shown_words(DATA_LANG)] == []


@pytest.mark.parametrize("lang", OTHERS)
def test_each_text_has_the_fields_of_the_english_one(lang):
    english = shown_words(DATA_LANG)
    texts = {key: text for key, text in shown_words(lang).items() if key in english}
    assert {key: text for key, text in texts.items() if fields_of(text) != fields_of(english[key])} == {}


@pytest.mark.parametrize("lang", OTHERS)
def test_no_text_is_left_in_english(lang):
    english = shown_words(DATA_LANG)
    alike = {key for key, text in shown_words(lang).items() if has_words(text) and english.get(key) == text}
    icons = {key for key in alike if key.endswith(".icon")}
    assert alike - icons - SHARED[lang] == set()
    assert SHARED[lang] <= alike, "allowed, though they differ by now: take them off the list"


@pytest.mark.parametrize("lang", languages())
def test_no_text_is_empty(lang):
    assert {key for key, text in shown_words(lang).items() if not text.strip()} == SAYS_NOTHING


@pytest.mark.parametrize("lang", OTHERS)
def test_each_language_has_the_same_files(lang):
    files = {key.partition(".")[0] for key in shown_words(DATA_LANG)}
    assert {path.stem for path in (WORDS_DIR / lang).glob("*.yaml")} == files | {PACKAGE}


def package_words(lang, part):
    prefix = f"{PACKAGE}.{part}."
    return {key.removeprefix(prefix): text for key, text in _catalogue(lang).items() if key.startswith(prefix)}


@pytest.mark.parametrize("lang", OTHERS)
def test_every_table_and_column_of_the_package_has_a_title(lang):
    schemas = [schema_of(name) for name in table_names()]
    titles, columns = package_words(lang, "table"), package_words(lang, "column")
    missing = [f"{one.name}: {one.title}" for one in schemas if one.name not in titles]
    missing += [
        f"{one.name}.{field.name}: {field.title}"
        for one in schemas
        for field in one.fields
        if field.name not in columns
    ]
    assert missing == [], f"say these in layers/words/{lang}/package.yaml:\n" + "\n".join(missing)
    known = {field.name for one in schemas for field in one.fields}
    known |= {f"{one.name}.{field.name}" for one in schemas for field in one.fields}
    assert set(columns) - known == set() and set(titles) - set(table_names()) == set()


# Codes and symbols: no words of a language.
NO_WORDS = ("A", "B", "C", "%", "DEVIDA", "ONDCP", "UNODC", "USD", "USD/kg", "PEN", "ha", "kg", "t", "km")


@pytest.mark.parametrize("lang", OTHERS)
def test_every_value_of_a_closed_list_has_a_word(lang):
    words, missing = package_words(lang, "value"), []
    for name in table_names():
        for field in schema_of(name).fields:
            listed = [] if field.name == "table_name" else field.constraints.get("enum", [])
            missing += [
                f"{name}.{field.name}: {one}" for one in map(str, listed) if one not in words and one not in NO_WORDS
            ]
    assert missing == [], f"say these in layers/words/{lang}/package.yaml:\n" + "\n".join(missing)


@pytest.mark.parametrize("lang", OTHERS)
def test_every_unit_has_a_word_or_is_a_symbol(lang):
    words, units = package_words(lang, "unit"), set()
    for name in table_names():
        schema, table = schema_of(name), load_table(name)
        units |= {field.unit for field in schema.fields if field.unit}
        units |= set(table["unit"].dropna()) if "unit" in table else set()
    assert sorted(units - set(words) - set(NO_WORDS)) == []


@pytest.mark.parametrize("one", LAYERS, ids=lambda one: one.key)
def test_a_layer_draws_the_same_features_in_spanish(one):
    english, spanish = layer_file(one.key), layer_file(one.key, "es")
    assert spanish["title"] != english["title"]
    assert [look["legend"] for look in spanish["looks"]] != [look["legend"] for look in english["looks"]]
    assert spanish["years"]["2018"]["title"] != english["years"]["2018"]["title"]
    for first, second in zip(english["features"], spanish["features"], strict=True):
        assert first["properties"]["id"] == second["properties"]["id"] and first["geometry"] == second["geometry"]
        assert set(first["properties"]["years"]) == set(second["properties"]["years"])


@pytest.mark.parametrize("one", LAYERS, ids=lambda one: one.key)
def test_the_linked_table_has_the_same_rows_in_spanish(one):
    english, spanish = linked(one.key), linked(one.key, "es")
    assert list(english["id"]) == list(spanish["id"]) and list(english.columns) == list(spanish.columns)
    assert csv_text(one.key, "es").startswith("Clave,Nombre,2012,")


def test_the_build_speaks_spanish(tmp_path):
    manifest = write_build(tmp_path, "es")
    assert manifest["lang"] == "es" and manifest["faults"] == {}
    assert manifest["words"]["play"] == "Recorrer años"
    assert {one["key"]: one["title"] for one in manifest["layers"]}["coca_zones"] == "Cultivo de coca por zona"
    labels = json.loads((tmp_path / "base-labels.json").read_text(encoding="utf-8"))["features"]
    texts = {one["properties"]["text"] for one in labels}
    assert {"BRASIL", "PERÚ", "Océano Pacífico", "Cusco", "Iquitos"} <= texts
    assert not {"BRAZIL", "PERU", "Pacific Ocean"} & texts


def test_details_speak_spanish():
    detail = rows("coca_zones", "vraem", "es")
    assert "cerca de 19,900" in set(detail.evidence["text"].str.removesuffix(" ha"))
    assert set(detail.evidence["method"]) <= {"publicado", "suma derivada", "residuo", "calculado"}
    titles = [title for title, _ in detail.tables]
    assert titles == ["Localidades de la zona"]
    assert "capital de un distrito que reporta coca" in set(detail.tables[0][1]["Papel"])


def test_a_route_is_told_in_spanish():
    detail = rows("routes", "R07a", "es")
    assert detail.claim.startswith("Cocaína: ") and "España" in detail.claim and "salida:" in detail.claim
    facts = dict(detail.tables[0][1].itertuples(index=False, name=None))
    assert facts["Mercado de destino"] == "Europa"


def test_a_picture_speaks_spanish():
    view = View(2020, ("coca_zones", "ports"), lang="es")
    texts = " ".join(one.get_text() for one in picture(view, (1280, 720)).findobj(Text))
    for said in ("Cultivo de coca por zona: 61,777 ha en 2020", "Menos de 500 ha", "Fuentes: ", "Notas. ", "Mapa base"):
        assert said in texts, said
    for english in ("Sources", "Notes", "Under", "Coca bush", "Base map"):
        assert english not in texts, english
    assert png(view, (640, 360)).startswith(b"\x89PNG")


def test_what_two_years_say_is_a_spanish_sentence():
    said = headline(compare("coca_zones", 2018, 2020), "es")
    assert said.startswith("Entre 2018 y 2020 el centro ponderado del arbusto de coca se movió 15 km al norte")
