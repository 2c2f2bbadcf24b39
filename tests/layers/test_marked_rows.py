"""Rows drawn one mark each; and that registering a tiny layer of them is writing its tests."""

from functools import partial

import pandas as pd
import pytest

from geo.tables import load_table
from layers import registry, words
from layers.base import MARK_COLUMNS, Look
from layers.drawing import marks_of
from layers.features import layer_file
from layers.marked_rows import MarkedRows
from layers.marks import fanned
from tests.layers import test_registry as contract
from tests.layers.tables import covers
from tests.layers.tables import rows as table_rows

TOWNS = pd.DataFrame(
    [
        ("a", "A", "pichari_cusco", 2012, 2013, "road", 4.5, "source_one"),
        ("b", "B", "pichari_cusco", 2013, None, "river", None, "source_two"),
        ("c", "C", "kiteni_cusco", None, None, "road", 2.0, "source_one"),
    ],
    columns=["key", "name", "place_id", "from_year", "until_year", "kind", "area_ha", "source_key"],
).convert_dtypes()

# A layer on a real table as someone would add one: this, its words and its registration are all there is to it.
TINY = MarkedRows(
    table="crossings",
    id_column="crossing_id",
    look=lambda row: "seen",
    hover=lambda row, lang: row["neighbour"],
    filters={"access": "kind"},
).layer(
    key="tiny",
    group="movement",
    order=1000,
    looks=(Look(id="seen", symbol="diamond", legend="layers.crossings.dated"),),
)
TINY_WORDS = {
    "layers.tiny.title": "Dated crossings",
    "layers.tiny.title_year": "{layer}: {total} in {year}",
    "layers.tiny.total": "{total} crossings",
    "layers.tiny.when": "Drawn in the years of a dated report.",
    "layers.tiny.note": "Undated ones are listed with the crossings.",
}
CONTRACT = [
    test
    for name, test in vars(contract).items()
    if name.startswith("test_") and contract.EVERY.mark in getattr(test, "pytestmark", [])
]


def towns(**own):
    given = {"table": "crossings", "id_column": "key", "look": lambda row: row["kind"], "rows": lambda lang: TOWNS}
    return MarkedRows(**(given | own))


@pytest.fixture
def registered(monkeypatch):
    known = words._catalogue("en")
    monkeypatch.setattr(words, "_catalogue", lambda lang: known | TINY_WORDS)
    monkeypatch.setattr(registry, "LAYERS", (*registry.LAYERS, TINY))


@pytest.mark.parametrize("promise", CONTRACT, ids=lambda test: test.__name__)
def test_a_tiny_layer_keeps_the_contract_by_registration_alone(promise, registered):
    promise(TINY)


def test_the_whole_contract_is_asked_of_the_tiny_layer():
    assert len(CONTRACT) >= 12


def test_a_layer_without_words_breaks_the_contract(monkeypatch):
    monkeypatch.setattr(registry, "LAYERS", (*registry.LAYERS, TINY))
    with pytest.raises(AssertionError):
        contract.test_title_unit_and_rule_come_from_words_and_schema(TINY)


def test_a_registered_layer_draws_the_rows_of_its_table_in_their_years(registered):
    drawn = {row["crossing_id"] for row in table_rows("crossings") if covers(row, 2014)}
    file = layer_file("tiny")
    of_alamor = next(one for one in file["features"] if one["properties"]["id"] == "alamor")["properties"]
    assert list(of_alamor["years"]) == ["2014", "2015"]
    assert of_alamor["years"]["2014"]["d"] == "Ecuador"
    assert of_alamor["f"] == {"access": ["informal"]}
    assert set(marks_of("tiny")[2014]["id"]) == drawn
    assert file["years"]["2014"]["title"] == f"Dated crossings: {len(drawn)} in 2014"


def test_each_row_is_a_feature_at_its_place_with_one_value_a_filter():
    features = towns(filters={"way": "kind"}).load()
    assert features[["id", "name", "part"]].to_numpy().tolist() == [
        ["a", "A", "symbol"],
        ["b", "B", "symbol"],
        ["c", "C", "symbol"],
    ]
    assert features["way"].tolist() == [("road",), ("river",), ("road",)]
    assert features.crs.to_epsg() == 4326
    assert features.geometry.iloc[0] == features.geometry.iloc[1]


@pytest.mark.parametrize(("year", "drawn"), [(2011, []), (2012, ["a"]), (2013, ["a", "b"]), (2020, ["b"])])
def test_a_row_is_drawn_in_the_years_of_its_span_and_an_undated_one_never(year, drawn):
    assert towns().draw(year)["id"].tolist() == drawn


def test_a_mark_carries_what_its_row_says():
    rows = towns(text=lambda row, lang: row["name"], hover=lambda row, lang: f"{row['kind']} ({lang})", part="circle",
                 radius=lambda row: 2.0 * row["from_year"] - 4020)  # fmt: skip
    mark = rows.draw(2012, "en").iloc[0]
    assert tuple(mark.index) == MARK_COLUMNS
    assert mark.drop(["width", "value"]).to_dict() == {
        "id": "a",
        "part": "circle",
        "look": "road",
        "radius": 4.0,
        "text": "A",
        "hover": "road (en)",
        "source_keys": ("source_one",),
        "status": "value",
    }


def test_the_rows_of_a_year_may_be_chosen_and_say_more_than_the_table():
    always = towns(of_year=lambda year, lang: TOWNS.assign(state=f"in {year}"), look=lambda row: row["state"])
    assert always.draw(2016)["look"].tolist() == ["in 2016"] * 3


def test_a_value_adds_up_and_a_blank_one_stays_blank():
    values = towns(value="area_ha").draw(2013)["value"]
    assert values.iloc[0] == 4.5 and pd.isna(values.iloc[1])
    assert towns().draw(2013)["value"].isna().all()


def test_rows_with_legs_are_lines_without_a_size():
    rows = pd.DataFrame({"corridor_id": ["C11"], "name": ["Road"], "source_key": ["source_one"], "kind": ["road"]})
    lines = towns(
        id_column="corridor_id", legs="corridor_legs", rows=lambda lang: rows, of_year=lambda year, lang: rows
    )
    features, mark = lines.load(), lines.draw(2012).iloc[0]
    assert features["id"].tolist() == ["C11"] and features.geometry.iloc[0].geom_type == "LineString"
    assert features["part"].tolist() == ["line"] == [mark["part"]]
    assert pd.isna(mark["radius"])


def test_an_area_has_no_size_either():
    assert towns(part="area").draw(2012)["radius"].isna().all()


def test_positions_are_cut_before_they_are_arranged():
    features = towns(shown_to_km=10, arrange=partial(fanned, on="spot")).load().set_index("id")
    assert (features.geometry["a"].x, features.geometry["a"].y) == (-73.8, -12.5)
    assert (features.at["a", "dy"], features.at["b", "dy"], features.at["c", "dy"]) == (-6.5, 6.5, 0.0)


def test_what_is_not_among_the_rows_is_listed_with_its_reason():
    rows = MarkedRows(
        table="crossings",
        id_column="crossing_id",
        look=lambda row: "seen",
        rows=lambda lang: load_table("crossings").query("crossing_id != 'alamor'"),
        why_left_out="layers.period.undated",
    )
    listed = rows.layer("tiny", "movement", 1000, ()).left_out("en")
    assert listed.to_numpy().tolist() == [["alamor", "Alamor (Suyo/Lancones)", "layers.period.undated"]]


def test_nothing_is_listed_where_no_reason_is_given():
    assert towns().layer("tiny", "movement", 1000, ()).left_out("en").empty


def test_a_layer_says_what_its_words_say_unless_it_says_otherwise(registered):
    assert (TINY.when, TINY.note(2012, "en")) == ("layers.tiny.when", "Undated ones are listed with the crossings.")
    assert [(behind.table, behind.on) for behind in TINY.behind] == [("crossings", "crossing_id")]
    other = towns().layer("tiny", "movement", 3, (), when="layers.when.span", note=lambda year, lang: "")
    assert (other.when, other.note(2012, "en"), other.order) == ("layers.when.span", "", 3)


def test_legs_stand_behind_a_line():
    behind = towns(legs="corridor_legs").layer("tiny", "movement", 1000, ()).behind
    assert [one.table for one in behind] == ["crossings", "corridor_legs"]


def test_a_place_that_the_gazetteer_lacks_is_named():
    with pytest.raises(KeyError, match="atlantis_pe"):
        towns(rows=lambda lang: TOWNS.assign(place_id="atlantis_pe")).load()


def test_a_group_that_there_is_not_is_refused():
    with pytest.raises(ValueError, match="group is 'weather'"):
        towns().layer("tiny", "weather", 1000, ())
