"""The project's own data: green, and the figures that everything rests on."""

import time

import pandas as pd
import pytest

from geo.checks import run
from geo.coca import UNITS, national_figure, national_sum, unit_values
from geo.places import places
from geo.sources import source
from geo.tables import data_version, load_table, own_data_dir, schema_of, table_names
from geo.timeline import YEARS, in_year, preferred, rivals

SECONDS = 1.5


@pytest.fixture(scope="module")
def zones() -> pd.DataFrame:
    """Every row of coca by zone."""
    return load_table("coca_zone_year")


def shown(zones: pd.DataFrame, zone_id: str, year: int) -> pd.Series:
    rows = preferred(zones, "coca_zone_year", ["zone_id", "year"])
    rows = in_year(rows[rows["zone_id"] == zone_id], year)
    assert len(rows) == 1
    return rows.iloc[0]


def test_the_package_has_no_faults_and_no_empty_table():
    report = run(own_data_dir())
    assert [str(fault) for fault in report.faults] == []
    assert set(report.rows) == set(table_names())
    assert [name for name, count in report.rows.items() if not count] == []


@pytest.mark.parametrize(("year", "ha"), [(2018, 54_134), (2019, 54_655), (2020, 61_777)])
def test_zones_add_up_to_the_national_figure(year: int, ha: int):
    assert national_sum(year) == ha
    assert national_figure(year) == ha


@pytest.mark.parametrize(("year", "ha"), [(2013, 49_800), (2014, 42_900), (2015, 40_300), (2016, 43_900)])
def test_zones_add_up_within_3_ha_while_they_are_sums_of_districts(year: int, ha: int):
    assert national_figure(year) == ha
    assert abs(national_sum(year) - ha) <= 3


@pytest.mark.parametrize(("year", "ha", "short_ha"), [(2017, 49_900, 69), (2012, 60_400, 1_843)])
def test_two_years_fall_short_by_what_is_known(year: int, ha: int, short_ha: int):
    assert national_figure(year) == ha
    assert national_sum(year) == ha - short_ha


@pytest.mark.parametrize("year", YEARS)
def test_the_thirteen_units_are_there_but_for_the_joint_one_in_2012(year: int):
    absent = {"maranon+alto_chicama"} if year == 2012 else set()
    rows = in_year(load_table("coca_zone_year"), year)
    counted = rows[rows["counted"]]
    assert set(counted["zone_id"]) == set(UNITS) - absent
    assert counted["zone_id"].is_unique
    assert set(unit_values(year).index) <= set(UNITS) - absent


def test_no_member_of_another_zone_is_said_to_lie_in_the_maranon_valley():
    rows = load_table("zone_members")
    said = rows[rows["locator"].str.contains("Marañón valley")]
    assert len(said) and set(said["zone_id"]) == {"maranon"}


def test_no_part_is_counted(zones: pd.DataFrame):
    assert zones.loc[zones["parent_zone"].notna(), "counted"].sum() == 0
    assert not zones.loc[
        zones["zone_id"].isin(["alto_huallaga", "huallaga_central", "monzon", "maranon"]), "counted"
    ].any()


def test_the_vraem_of_2020_has_27_994_ha(zones: pd.DataFrame):
    row = shown(zones, "vraem", 2020)
    assert (row["coca_ha"], row["qualifier"], row["series"]) == (27_994, "exactly", "DEVIDA")
    assert source(row["source_key"]).short != ""


def test_the_vraem_of_2012_is_about_19_900_and_at_least_18_542(zones: pd.DataFrame):
    row = shown(zones, "vraem", 2012)
    assert (row["coca_ha"], row["qualifier"]) == (19_900, "about")
    others = rivals(row["row_id"], "coca_zone_year")
    lower = others[others["qualifier"] == "at_least"]
    assert lower["coca_ha"].tolist() == [18_542]
    assert lower["why"].str.len().gt(0).all()
    assert lower["preferred_row"].tolist() == [row["row_id"]]


def test_the_vraem_of_2017_is_not_the_misprint(zones: pd.DataFrame):
    assert shown(zones, "vraem", 2017)["coca_ha"] == 21_646


def test_doubtful_zeros_are_no_values(zones: pd.DataFrame):
    districts = load_table("coca_district_year")
    zeros = districts[districts["value_status"] == "zero_or_not_reported"]
    assert len(zeros) > 0
    assert zeros["coca_ha"].fillna(0).eq(0).all()
    assert not zones.loc[zones["value_status"] != "value", "coca_ha"].gt(0).any()


def test_mining_cells_keep_the_stock_and_the_increments_apart():
    cells = load_table("mining_cells")
    kinds = cells.groupby("year")["period_type"].unique().map(list).to_dict()
    assert kinds == {2018: ["stock_2018"], 2019: ["increment"], 2020: ["increment"]}


def test_every_table_loads_in_time():
    version, began = data_version(), time.process_time()
    sizes = {name: len(load_table(name)) for name in table_names()}
    assert time.process_time() - began < SECONDS
    assert sum(sizes.values()) > 4_000
    assert data_version() == version


@pytest.mark.parametrize("name", table_names())
def test_a_table_is_sorted_by_its_key(name: str):
    keys = load_table(name)[schema_of(name).primary_key[0]].tolist()
    assert keys == sorted(keys)


@pytest.mark.parametrize("name", table_names())
def test_no_sentence_is_longer_than_a_paraphrase(name: str):
    rows = load_table(name)
    for column in {"claim", "why", "reason"} & set(rows.columns):
        assert rows[column].dropna().str.split().str.len().max() <= 25


def test_places_are_points_of_the_region_or_the_destinations():
    home = places().query("country == 'PE'")
    west, south, east, north = home.total_bounds
    assert -82 < west < east < -68
    assert -19 < south < north < 0.5
