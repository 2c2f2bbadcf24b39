"""Claims beside measures: each judged by the redistribution over its period, or the reason why not."""

import pytest

from geo.coca import unit_values
from geo.displacement.agreement import MEASURED, SAID, VERDICTS, WHY, agreement, judged
from geo.tables import load_table
from tests.layers.tables import rows

TABLE = agreement().set_index("claim_id")


def redistribution(unit, first, last):
    """Work out the redistribution past the measures: V2 times the change of share, over the common units."""
    before, after = unit_values(first), unit_values(last)
    both = sorted(set(before.index) & set(after.index))
    before, after = before[both], after[both]
    return after[unit] - before[unit] * after.sum() / before.sum()


def test_every_claim_is_judged_once_and_says_why_not():
    assert list(TABLE.index) == [row["claim_id"] for row in rows("displacement_claims")]
    assert set(TABLE["verdict"]) == set(VERDICTS)
    assert ((TABLE["verdict"] == "cannot") == TABLE["why"].ne("")).all()
    assert set(TABLE["why"]) - {""} <= set(WHY)


def test_callería_gained_what_the_vraem_lost():
    found = TABLE.loc["coca-cl37"]
    (span,) = found["spans"]
    assert (span.first, span.last, found["verdict"]) == (2019, 2020, "agrees")
    assert span.origin == pytest.approx(redistribution("vraem", 2019, 2020)) == pytest.approx(-1425.7, abs=0.1)
    assert span.target == pytest.approx(redistribution("calleria", 2019, 2020)) == pytest.approx(1483.2, abs=0.1)


def test_a_return_that_figures_do_not_show_disagrees():
    """The Upper Huallaga, told by March 2015 to be coming back, lost share between the ends of 2012 and 2014."""
    found = TABLE.loc["article-d14"]
    assert found["verdict"] == "disagrees" and found["wider"]
    (span,) = found["spans"]
    assert (span.first, span.last, span.origin) == (2012, 2014, None)
    assert span.target == pytest.approx(redistribution("huallaga", 2012, 2014))


def test_a_break_parts_the_period_and_each_stretch_is_judged():
    found = TABLE.loc["coca-cl26"]
    assert [(span.first, span.last, span.agrees) for span in found["spans"]] == [
        (2016, 2017, True),
        (2018, 2019, False),
    ]
    assert found["verdict"] == "mixed" and found["part_of_period"]


def test_scars_need_a_year_of_the_same_kind_before():
    assert TABLE.loc["mining-d31", "verdict"] == "agrees"
    assert [(span.first, span.last) for span in TABLE.loc["mining-d31", "spans"]] == [(2019, 2020)]
    assert TABLE.loc["mining-d11", "why"] == "no_survey_before"


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        ("article-d10", "no_measure"), ("mining-d16", "no_direction"), ("article-d27", "not_asserted"),
        ("mining-d07", "same_place"), ("article-d38", "no_destination"), ("article-d39", "no_unit"),
        ("article-d15", "no_start"), ("coca-cl01", "outside_series"),
    ],
)  # fmt: skip
def test_why_a_claim_cannot_be_compared(claim, why):
    assert (TABLE.loc[claim, "verdict"], TABLE.loc[claim, "why"], TABLE.loc[claim, "spans"]) == ("cannot", why, ())


def own(**changes):
    row = load_table("displacement_claims").set_index("claim_id", drop=False).loc["coca-cl37"].to_dict()
    return judged(row | {"from_year": 2019, "until_year": 2019, "period_start": "2019", "period_end": "2019"} | changes)


def test_a_claim_of_one_year_is_set_against_the_year_before():
    assert [(span.first, span.last) for span in own()["spans"]] == [(2018, 2019)]
    assert own()["part_of_period"] is False


def test_a_year_across_the_break_cannot_be_compared():
    row = own(from_year=2018, until_year=2018, period_start="2018", period_end="2018")
    assert (row["verdict"], row["why"]) == ("cannot", "series_break")


def test_a_zone_that_was_not_reported_cannot_be_compared():
    row = own(from_year=2014, until_year=2015, period_start="2014", period_end="2015")
    assert (row["target"], row["verdict"], row["why"]) == ("calleria", "cannot", "no_value")


def test_of_a_spread_only_the_destination_is_looked_at():
    """The VRAEM gained share in 2019, Callería lost: a move disagrees for both, a spread for the destination."""
    assert own()["verdict"] == own(kind="spread")["verdict"] == "disagrees"
    assert own(kind="spread", to_zone_id="vraem", from_zone_id="calleria")["verdict"] == "agrees"


def test_what_is_said_not_to_have_moved_agrees_where_the_place_named_did_not_gain():
    assert own(kind="not_moved")["verdict"] == "agrees"
    assert own(kind="not_moved", to_zone_id="vraem", from_zone_id="calleria")["verdict"] == "disagrees"


def test_every_kind_and_topic_of_the_table_is_known():
    kinds = {row["kind"] for row in rows("displacement_claims")}
    silent = {"activity_shift", "attempted", "channel_shift", "concern", "flow", "mode_shift", "possible_route",
              "rate_change", "redeployed"}  # fmt: skip
    assert kinds == set(SAID) | silent
    assert set(MEASURED) < {row["topic"] for row in rows("displacement_claims")}
