"""Output estimates: each with its definition, none converted, labels that do not overlap."""

import pytest

from layers.output_estimates import counted, labelled, other_volumes, output_estimates, spread
from tests.layers.tables import rows


def test_every_estimate_of_both_tables_is_a_point():
    lines = output_estimates()
    potential = {row["row_id"] for row in rows("coca_national_year") if row["potential_cocaine_t"]}
    told = {row["row_id"] for row in rows("market_facts") if row["metric_group"] == "export_volume"}
    assert set(lines["row_id"]) | set(other_volumes()["row_id"]) == potential | told
    assert set(other_volumes()["unit"]) == {"kg/month", "kg/week"}
    assert lines["definition"].str.len().gt(0).all() and lines["source"].str.len().gt(0).all()
    assert list(lines["year"]) == sorted(lines["year"])


def test_a_bound_stays_a_bound():
    bound = output_estimates().set_index("row_id").loc["all-2015-m001"]
    assert (bound["low"], bound["t"], bound["text"]) == (200, 200, "at least 200 t/yr")
    assert bound.isna()["high"]


@pytest.mark.parametrize(
    ("definition", "counts"),
    [
        ("cocaine leaving Peru per year", "sent"),
        ("cocaine produced", "made"),
        ("potential pure cocaine production", "made"),
        ("cocaine produced and exported", "both"),
    ],
)
def test_what_a_definition_counts_is_read_from_its_words(definition, counts):
    assert counted(definition) == counts


def test_labels_that_do_not_touch_stay():
    assert spread([100, 50], [20, 20]) == [100, 50]


def test_labels_that_overlap_stack_round_their_mean():
    assert spread([105, 95], [20, 20]) == [110, 90]
    # the upper one is two lines high: the stack is 60 high round 100, from 130 down
    assert spread([100, 100], [40, 20]) == [110, 80]


def test_a_stack_takes_in_the_next_label_it_reaches():
    assert spread([100, 99, 85], [20, 20, 20]) == pytest.approx([94.667 + 20, 94.667, 94.667 - 20], abs=0.01)


def test_one_label_names_the_sources_of_equal_figures():
    labels = labelled(output_estimates(), 20, 18)
    same = labels[labels["year"].eq(2019) & labels["t"].eq(705) & labels["definition"].str.contains("ONDCP")]
    assert len(same) == 1 and same["source"].iloc[0].count(";") == 1
    assert all(len(line) <= 18 for text in labels["label"] for line in text.split("\n"))


def test_labels_of_a_year_do_not_overlap():
    for _, group in labelled(output_estimates(), 20, 18).groupby("year"):
        ends = [(one.label_t + 10, one.label_t + 10 - 20 * (one.label.count("\n") + 1)) for one in group.itertuples()]
        for (_, bottom), (top, _) in zip(ends, ends[1:], strict=False):
            assert bottom >= top - 0.001
