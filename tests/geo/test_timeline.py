"""Years, spans, the value to show, its rivals, and the change on the year before."""

import pandas as pd
import pytest

from geo.tables import load_table
from geo.timeline import YEARS, change_on_previous, in_year, prefer, preferred, rivals, spans, unbeaten
from tests.packages import SmallPackage


def rows(*cells: tuple[str, str, str], **columns: list) -> pd.DataFrame:
    return pd.DataFrame(cells, columns=["row_id", "zone", "confidence"]).assign(**columns)


def declared(*pairs: tuple[str, str, str | None]) -> pd.DataFrame:
    return pd.DataFrame(pairs, columns=["row_a", "row_b", "preferred_row"])


def dated(*spans_: tuple[int | None, int | None]) -> pd.DataFrame:
    frame = pd.DataFrame(spans_, columns=["from_year", "until_year"])
    return frame.astype("Int64").assign(row_id=range(len(frame)))


def test_the_slider_runs_from_2012_to_2020():
    assert (YEARS[0], YEARS[-1], len(YEARS)) == (2012, 2020, 9)


def test_rows_of_a_year_are_those_with_that_year():
    frame = pd.DataFrame({"year": pd.Series([2012, None, 2013], dtype="Int64")})
    assert in_year(frame, 2012).index.tolist() == [0]


def test_rows_with_a_date_belong_to_its_year():
    frame = pd.DataFrame({"date": pd.Series(["2012-05", None, "2013-01-01"], dtype="str")})
    assert in_year(frame, 2013).index.tolist() == [2]


def test_rows_with_a_span_belong_to_every_year_of_it():
    assert in_year(dated((2012, 2014), (2015, 2015)), 2014)["row_id"].tolist() == [0]


def test_rows_without_time_are_refused():
    with pytest.raises(
        KeyError, match="rows carry neither year nor from_year/until_year nor date; they have name"
    ):
        in_year(pd.DataFrame({"name": ["a"]}), 2012)


@pytest.mark.parametrize(
    ("year", "undated", "kept"), [(2013, False, [0, 2, 3]), (2013, True, [0, 2, 3, 4]), (2016, False, [2])]
)
def test_a_blank_end_is_open_and_no_years_at_all_is_undated(year: int, undated: bool, kept: list[int]):
    frame = dated((2012, 2013), (2014, 2015), (2013, None), (None, 2013), (None, None))
    assert spans(frame, year, undated=undated)["row_id"].tolist() == kept


def test_a_span_may_have_other_columns():
    frame = dated((2012, None)).rename(columns={"from_year": "since_year"})
    assert len(spans(frame, 2012, start="since_year")) == 1
    with pytest.raises(KeyError, match="rows have no column 'from_year'"):
        spans(frame, 2012)


def test_what_is_declared_beats_confidence_and_order():
    frame = rows(("r1", "z", "A"), ("r2", "z", "C"))
    assert prefer(frame, declared(("r1", "r2", "r2")), "row_id", "zone")["row_id"].tolist() == ["r2"]


def test_confidence_decides_where_nothing_is_declared():
    frame = rows(("r1", "z", "C"), ("r2", "z", "A"), ("r3", "z", "B"))
    assert prefer(frame, declared(("r1", "r2", None)), "row_id", ["zone"])["row_id"].tolist() == ["r2"]


def test_the_first_of_the_file_decides_among_equals():
    frame = rows(("r1", "z", "B"), ("r2", "z", "B"), ("r3", "y", "B"))
    assert prefer(frame, declared(), "row_id", "zone")["row_id"].tolist() == ["r1", "r3"]


def test_a_verdict_reaches_no_further_than_its_group():
    frame = rows(("r1", "z", "A"), ("r2", "y", "A"))
    assert prefer(frame, declared(("r1", "r2", "r2")), "row_id", "zone")["row_id"].tolist() == ["r1", "r2"]


def test_a_beaten_row_stays_if_its_winner_is_not_there():
    assert len(prefer(rows(("r1", "z", "A")), declared(("r1", "r2", "r2")), "row_id", "zone")) == 1


def test_rows_without_a_zone_are_rivals_too():
    frame = rows(("r1", None, "B"), ("r2", None, "A"))
    assert prefer(frame, declared(), "row_id", "zone")["row_id"].tolist() == ["r2"]


def test_preferences_in_a_circle_are_refused():
    frame = rows(("r1", "z", "A"), ("r2", "z", "A"), ("r3", "z", "A"))
    circle = declared(("r1", "r2", "r1"), ("r2", "r3", "r2"), ("r3", "r1", "r3"))
    with pytest.raises(ValueError, match="prefers r1, r2, r3 over each other in a circle"):
        prefer(frame, circle, "row_id", "zone")


def test_a_missing_column_is_named():
    with pytest.raises(KeyError, match="rows lack the columns year"):
        unbeaten(rows(("r1", "z", "A")), declared(), "row_id", ["zone", "year"])


def test_nothing_is_preferred_among_no_rows():
    assert prefer(rows().astype("str"), declared(), "row_id", "zone").empty


def test_a_table_follows_its_conflicts(small: SmallPackage):
    shown = preferred(load_table("coca_zone_year"), "coca_zone_year", ["zone_id", "year"])
    assert len(shown) == len(load_table("coca_zone_year")) - 1
    assert "vraem-2012-estimate" in set(shown["row_id"])


@pytest.mark.parametrize(
    ("row_id", "other"),
    [("vraem-2012-estimate", "vraem-2012-sum"), ("vraem-2012-sum", "vraem-2012-estimate")],
)
def test_rivals_stand_on_both_sides_with_the_reason(small: SmallPackage, row_id: str, other: str):
    found = rivals(row_id, "coca_zone_year")
    assert found["row_id"].tolist() == [other]
    assert found["why"].tolist() == ["the sum lacks a district"]
    assert found["preferred_row"].tolist() == ["vraem-2012-estimate"]


def test_a_rival_of_a_rival_is_a_rival(small: SmallPackage):
    small.replace(
        "tables/conflicts.csv",
        "vraem-2012,coca_zone_year",
        "third,coca_zone_year,VRAEM,x,vraem-2012-sum,vraem-2013,19,60,vraem-2012-sum,"
        "test,unodc_2016,a,b,A,stated,\nvraem-2012,coca_zone_year",
    )
    found = rivals("vraem-2012-estimate", "coca_zone_year")
    assert found["row_id"].tolist() == ["vraem-2012-sum", "vraem-2013"]
    assert found["conflict_id"].tolist() == ["vraem-2012", "third"]


def test_a_row_without_rivals_has_none(small: SmallPackage):
    found = rivals("vraem-2016", "coca_zone_year")
    assert found.empty
    assert "why" in found.columns


def test_rivals_of_an_unknown_row_are_refused(small: SmallPackage):
    with pytest.raises(KeyError, match="table coca_zone_year has no row 'x' in its column row_id"):
        rivals("x", "coca_zone_year")


def test_a_change_is_on_the_last_year_with_a_value():
    change = change_on_previous(pd.Series({2012: 20.0, 2013: None, 2014: 25.0}), 2014)
    assert (change.previous_year, change.difference, change.share) == (2012, 5.0, 0.25)


def test_there_is_no_change_without_both_values():
    series = pd.Series({2012: 20.0, 2013: None})
    assert change_on_previous(series, 2012) is None
    assert change_on_previous(series, 2013) is None
    assert change_on_previous(series, 2014) is None


def test_a_change_from_nothing_has_no_share():
    assert change_on_previous(pd.Series({2012: 0, 2013: 5}), 2013).share is None


def test_a_series_with_two_values_a_year_is_refused():
    with pytest.raises(ValueError, match="the series has two values in 2012"):
        change_on_previous(pd.Series([1.0, 2.0], index=[2012, 2012]), 2012)
