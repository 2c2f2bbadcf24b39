"""Whole comparisons of the real data: the numbers by other means, the warnings, what is refused."""

import csv

import numpy as np
import pytest

from geo import coca
from geo.displacement import Refused, compare, mean_centre, shift, subject
from geo.timeline import YEARS


def test_coca_2012_to_2020_compares_twelve_units_and_prints_what_they_cover():
    found = compare("coca_zones", 2012, 2020)
    assert len(found.units) == 12
    assert found.left_out.to_dict("index") == {
        coca.JOINT_UNIT: {
            "name": "Marañón and Alto Chicama together",
            "before": pytest.approx(np.nan, nan_ok=True),
            "after": 2128,
            "why": "part_only",
        }
    }
    first, second = found.coverage
    assert (first.total, first.figure, first.share) == (58_557, 60_400, pytest.approx(0.9695, abs=1e-4))
    assert (second.total, second.figure, second.share) == (59_649, 61_777, pytest.approx(0.9656, abs=1e-4))
    assert found.growth == pytest.approx(59_649 / 58_557 - 1)
    same = coca.compare_units(2012, 2020)
    assert (same.first_ha, same.second_ha) == (first.total, second.total)
    assert set(same.units) == set(found.units.index)


def test_moved_share_is_what_the_tables_give_by_hand():
    found = compare("coca_zones", 2018, 2020)
    before, after = coca.unit_values(2018), coca.unit_values(2020)
    by_hand = sum(max(0, after[unit] / after.sum() - before[unit] / before.sum()) for unit in coca.UNITS)
    assert found.moved_share.value == pytest.approx(by_hand)
    assert found.transport.moved_share == pytest.approx(by_hand, abs=1e-7)
    assert found.transport.mean_km >= found.shift.km * 0.95


def test_redistribution_sums_to_0_and_the_largest_gain_stands_first():
    found = compare("coca_zones", 2012, 2020)
    assert found.units["redistribution"].sum() == pytest.approx(0, abs=1e-6)
    assert found.units.index[0] == "vraem"
    assert found.units.index[-1] == "huallaga"
    vraem = found.units.loc["vraem"]
    assert (vraem["before"], vraem["after"], vraem["status_before"]) == (19_900, 27_994, "estimate")
    assert vraem["national"] == pytest.approx(19_900 * (59_649 / 58_557 - 1))


@pytest.mark.parametrize(("first", "second", "breaks"), [(2013, 2017, 0), (2018, 2020, 0), (2012, 2020, 1)])
def test_a_series_break_warns_only_where_there_is_one(first, second, breaks):
    found = [one.key for one in compare("coca_zones", first, second).warnings]
    assert found.count("series_break") == breaks


def test_the_track_holds_the_same_units_every_year_and_skips_years_that_lack_one():
    found = compare("coca_zones", 2012, 2020)
    assert [stop.year for stop in found.track] == [2012, 2016, 2017, 2018, 2019, 2020]
    assert found.skipped == {2013: "units_missing", 2014: "units_missing", 2015: "units_missing"}
    assert [stop.year for stop in compare("coca_zones", 2013, 2017).track] == [2013, 2014, 2015, 2016, 2017]
    between = next(stop for stop in found.track if stop.year == 2017)
    zones = subject("coca_zones")
    assert between.mean == mean_centre(zones.points(), zones.values(2017)[found.units.index])
    assert between.total == zones.values(2017)[found.units.index].sum()


def test_the_centre_moves_as_first_and_last_stop_say_and_the_interval_holds_it():
    found = compare("coca_zones", 2012, 2020)
    assert found.shift == shift(found.first.mean, found.second.mean)
    assert found.shift_km.low <= found.shift.km <= found.shift_km.high
    # the estimate of the VRAEM in 2012 and rival sources leave some km and some share open
    assert found.shift_km.high - found.shift_km.low > 1
    assert found.moved_share.low < found.moved_share.high
    assert found.median_shift.km == 0  # the VRAEM holds the median in both years


def test_an_undisputed_pair_has_no_spread_of_shares():
    found = compare("mining_sectors", 2019, 2020)
    assert found.moved_share.low == found.moved_share.high == found.moved_share.value
    # positions are in doubt all the same
    assert found.shift_km.low < found.shift_km.high


def test_the_same_call_gives_the_same_result_and_a_changed_copy_spoils_nothing():
    first = compare("coca_zones", 2018, 2020)
    expected = first.units.copy()
    first.units.loc[:, "after"] = 0
    again = compare("coca_zones", 2018, 2020)
    assert again.units.equals(expected)
    other = compare("coca_zones", 2013, 2020, draws=200, seed=7)
    assert (other.draws, other.seed, other.moved_share.n) == (200, 7, 200)


def test_history_holds_values_of_every_year_and_no_zero_for_none():
    history = compare("coca_zones", 2012, 2020).history
    assert list(history.columns) == list(YEARS)
    assert np.isnan(history.at["calleria", 2014])
    assert history.at["vraem", 2020] == 27_994


def test_what_may_not_be_compared_is_refused_with_every_reason():
    with pytest.raises(Refused, match=r"mining_cells: 2018 and 2020 may not be compared: stock_increment") as caught:
        compare("mining_cells", 2018, 2020)
    assert [one.key for one in caught.value.findings] == ["stock_increment"]
    with pytest.raises(Refused, match="too_few_units"):
        compare("airstrips", 2013, 2015)


def test_rows_and_sources_of_the_result_are_those_of_its_values():
    found = compare("coca_zones", 2012, 2020)
    assert len(found.rows) == 24
    assert "vraem-2012-residual" in found.rows
    assert "vraem-2012-derived_sum" in found.rivals
    assert set(found.sources) == {"quispe2022_gh", "devida_tables_gh", "proactivo_2021", "larepublica_2021"}


def test_a_value_of_the_table_that_changes_changes_the_result(data_copy):
    path = data_copy / "tables" / "coca_zone_year.csv"
    with path.open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    before = compare("coca_zones", 2018, 2020).units.at["vraem", "after"]
    for row in rows:
        if row["row_id"] == "vraem-2020-devida":
            row["coca_ha"] = "20000"
    with path.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    assert before == 27_994
    assert compare("coca_zones", 2018, 2020).units.at["vraem", "after"] == 20_000


@pytest.mark.parametrize(
    ("key", "first", "second"),
    [
        ("coca_districts", 2013, 2020),
        ("eradication", 2017, 2019),
        ("mining_sectors", 2019, 2020),
        ("mining_cells", 2019, 2020),
        ("airstrips", 2015, 2017),
        ("emergency_districts", 2016, 2020),
        ("attacks", 2012, 2014),
    ],
)
def test_every_subject_can_be_compared_somewhere(key, first, second):
    found = compare(key, first, second)
    assert found.units["redistribution"].sum() == pytest.approx(0, abs=1e-6)
    assert found.transport.moved_share == pytest.approx(found.moved_share.value, abs=1e-5)
    # two units lie on a line, which is no ellipse
    assert (found.first.ellipse is None) == (len(found.units) == 2)
    assert found.first.standard_distance_km > 0
