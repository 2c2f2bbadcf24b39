"""Claims of displacement: what a map can show of each, and where its ends lie."""

import csv

import pandas as pd
import pytest

from geo.crs import distance_km
from geo.displacement.claims import claims, covers, stated_in
from geo.places import places
from tests.layers.tables import rows

EVERY = claims().set_index("claim_id")


def test_every_row_is_drawn_or_says_why_not():
    assert list(EVERY.index) == [row["claim_id"] for row in rows("displacement_claims")]
    assert (EVERY["drawn_as"].eq("") == EVERY["why"].ne("")).all()
    assert EVERY["why"].value_counts().drop("").to_dict() == {"no_place": 10, "outside": 6, "repeated": 2}


def test_a_claim_without_a_named_destination_is_no_arrow():
    without = {row["claim_id"] for row in rows("displacement_claims") if row["has_destination"] == "false"}
    assert len(without) > 20
    assert set(EVERY.loc[sorted(without), "drawn_as"]) == {"", "leaves", "here"}


@pytest.mark.parametrize(
    ("claim", "drawn_as", "origin", "target"),
    [
        ("article-d12", "arrow", "zone:vraem", "zone:pichis_palcazu_pachitea"),
        ("article-d02", "attempt", "place:vizcatan_junin", "place:la_convencion_province_cusco"),
        ("article-d17", "leaves", "zone:vraem", ""),
        ("article-d16", "arrives", "", "zone:alto_huallaga"),
        ("article-d07", "here", "zone:alto_huallaga", "zone:vraem"),
        ("coca-cl11", "arrow", "zone:monzon", "place:sandia_puno"),
        ("mining-d11", "barred", "place:la_pampa_madre_de_dios", "place:camanti_cusco"),
        ("mining-d09", "loop", "place:ananea_pampa_blanca_puno", "place:ananea_pampa_blanca_puno"),
        ("mining-d17", "here", "", "place:la_pampa_madre_de_dios"),
    ],
)
def test_what_a_claim_is_drawn_as_follows_from_its_ends_and_kind(claim, drawn_as, origin, target):
    found = EVERY.loc[claim]
    assert (found["drawn_as"], found["origin"], found["target"]) == (drawn_as, origin, target)


@pytest.mark.parametrize(
    ("claim", "why"), [("coca-cl38", "outside"), ("coca-cl32", "repeated"), ("article-d34", "no_place")]
)
def test_what_no_map_shows_says_why(claim, why):
    assert EVERY.loc[claim, "why"] == why


def test_of_statements_that_repeat_each_other_one_is_drawn():
    drawn = EVERY.query("drawn_as != ''")
    repeating = drawn[drawn["same_statement_as"].notna()]
    assert set(repeating.index) == {"article-d38", "article-d39", "article-d40", "article-d42", "article-d43"}


def test_a_zone_is_its_label_point_and_a_sector_its_place():
    at = EVERY.loc["article-d12", "geometry"]
    assert (at.x, at.y) == (-73.849, -12.47)
    spots = places().set_index("place_id").geometry
    assert EVERY.loc["mining-d27", "target_point"] == spots["camanti_cusco"]


def test_a_refuge_is_placed_no_finer_than_ten_kilometres():
    at = EVERY.loc["article-d02", "geometry"]
    assert (at.x, at.y) == (-74.0, -12.2)


def test_a_country_is_entered_and_no_more():
    """VRAEM to Bolivia: from the border on 90 km towards the middle of the country."""
    end = EVERY.loc["article-d08", "target_point"]
    start = EVERY.loc["article-d08", "geometry"]
    assert -69.5 < end.x < -67.5 and -15.5 < end.y < -12.5
    assert distance_km(start.x, start.y, end.x, end.y) == pytest.approx(600, abs=60)


def test_a_year_is_stated_where_the_source_gives_it():
    until = {"from_year": pd.NA, "until_year": 2015}
    both = {"from_year": 2013, "until_year": 2015}
    neither = {"from_year": pd.NA, "until_year": pd.NA}
    assert [covers(until, year) for year in (2012, 2015, 2016)] == [True, True, False]
    assert [stated_in(until, year) for year in (2012, 2015)] == [False, True]
    assert [covers(both, year) for year in (2012, 2014)] == [False, True]
    assert stated_in(both, 2014)
    assert covers(neither, 2020) and not stated_in(neither, 2020)


def test_an_end_without_a_position_is_named(data_copy):
    path = data_copy / "tables" / "displacement_claims.csv"
    with path.open(encoding="utf-8", newline="") as text:
        kept = list(csv.DictReader(text))
    kept[0]["to_zone_id"], kept[1]["to_place_id"] = "atlantis", "nowhere"
    with path.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, kept[0].keys())
        writer.writeheader()
        writer.writerows(kept)
    with pytest.raises(KeyError, match="no position: place:nowhere, zone:atlantis; add its row"):
        claims()
