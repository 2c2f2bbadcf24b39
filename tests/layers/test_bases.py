"""Bases: solid, hollow or absent by their years, at their 10 km square."""

import pandas as pd
import pytest

from layers.bases import LAYER, standing
from layers.drawing import features_of, marks_of
from layers.features import layer_file
from tests.layers.tables import rows


@pytest.mark.parametrize(
    ("since", "mentioned", "until", "year", "expected"),
    [
        (2014, 2012, None, 2013, ""),
        (2014, 2012, None, 2014, "standing"),
        (None, 2015, None, 2014, ""),
        (None, 2015, None, 2015, "mentioned"),
        (2008, 2008, 2017, 2017, "standing"),
        (2008, 2008, 2017, 2018, ""),
        (None, None, None, 2016, ""),
    ],
)
def test_a_base_stands_from_its_known_start_or_is_hollow_from_its_first_mention(
    since, mentioned, until, year, expected
):
    given = [pd.NA if one is None else one for one in (since, mentioned, until)]
    assert standing(*given, year) == expected


@pytest.mark.parametrize("year", range(2012, 2021))
def test_each_base_known_to_20_km_is_drawn_as_its_years_say(year):
    expected = {}
    for row in rows("bases"):
        if float(row["precision_km"]) > 20 or (row["until_year"] and int(row["until_year"]) < year):
            continue
        if row["since_year"]:
            state = "standing" if int(row["since_year"]) <= year else ""
        else:
            state = (
                "mentioned"
                if row["first_mentioned_year"] and int(row["first_mentioned_year"]) <= year
                else ""
            )
        if state:
            expected[row["base_id"]] = f"{state}-{row['operator_class']}"
    marks = marks_of("bases")[year]
    assert dict(zip(marks["id"], marks["look"], strict=True)) == expected


def test_bases_known_too_vaguely_are_listed_only():
    vague = {row["base_id"] for row in rows("bases") if float(row["precision_km"]) > 20}
    assert set(LAYER.left_out("en")["id"]) == vague
    assert "listed only: 3" in layer_file("bases")["years"]["2016"]["note"]


def test_no_position_is_finer_than_10_km():
    for feature in layer_file("bases")["features"]:
        lon, lat = feature["geometry"]["coordinates"]
        assert (round(lon, 1), round(lat, 1)) == (lon, lat)


def test_bases_of_one_square_do_not_cover_each_other():
    features = features_of("bases")
    spots = set(zip(features.geometry.x, features.geometry.y, features["dx"], features["dy"], strict=True))
    assert len(spots) == len(features)


def test_the_vraem_and_its_surroundings_are_shown_until_someone_chooses():
    assert layer_file("bases")["default_filters"] == {"in_vraem": ["yes", "adjacent"]}
