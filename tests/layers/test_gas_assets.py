"""Gas assets: located ones always there, filled in the years a source speaks of."""

import pytest

from geo.timeline import YEARS
from layers.drawing import features_of, marks_of
from layers.gas_assets import LAYER

ALL = {"camisea_fields", "kepashiato_camp", "kiteni_aerodrome", "malvinas_plant", "nuevo_mundo_camp"}
DATED = {2012: ALL - {"camisea_fields"}, 2013: {"kepashiato_camp"}, 2014: {"kepashiato_camp"}}


@pytest.mark.parametrize("year", YEARS)
def test_an_asset_is_filled_in_the_years_of_its_source(year):
    marks = marks_of("gas_assets")[year]
    assert set(marks["id"]) == ALL
    assert set(marks[marks["look"].eq("dated")]["id"]) == DATED.get(year, set())


def test_an_undated_asset_says_so():
    marks = marks_of("gas_assets")[2012].set_index("id")
    assert marks.at["camisea_fields", "hover"].endswith(", undated")
    assert marks.at["malvinas_plant", "hover"].endswith(", 2012")


def test_the_pipeline_and_what_ended_before_2012_are_listed_only():
    assert set(LAYER.left_out("en")["id"]) == {"pipeline", "toccate_camp"}


def test_no_position_is_finer_than_10_km_and_none_hides_a_base():
    features = features_of("gas_assets")
    assert all((round(point.x, 1), round(point.y, 1)) == (point.x, point.y) for point in features.geometry)
    assert features["dx"].gt(0).eq(features["base_id"].notna()).all()
