"""Operations against mining: drawn in their span, balances apart, figures never added."""

import pytest

from layers.details import rows as details
from layers.drawing import features_of, marks_of
from layers.drawn import drawn
from layers.features import layer_file
from layers.mining_operations import LAYER, dated
from tests.layers.tables import covers, rows

TOLD_ELSEWHERE = "op2020_oct_article"  # conflicts.csv prefers the account at the Chaspa river


@pytest.mark.parametrize("year", range(2012, 2021))
def test_every_operation_that_spans_the_year_is_drawn(year):
    expected = {
        row["operation_id"]: "balance"
        if row["cumulative"] == "true"
        else "wide"
        if float(row["precision_km"]) > 50
        else "single"
        for row in rows("mining_operations")
        if covers(row, year) and row["operation_id"] != TOLD_ELSEWHERE
    }
    marks = marks_of("mining_operations")[year]
    assert dict(zip(marks["id"], marks["look"], strict=True)) == expected


@pytest.mark.parametrize(("year", "single", "every"), [(2014, 9, 10), (2019, 4, 9), (2020, 5, 8)])
def test_balances_are_counted_and_shown_on_request_only(year, single, every):
    file = layer_file("mining_operations")
    assert file["years"][str(year)]["total"] == single
    assert len(drawn(file, year)) == single
    assert len(drawn(file, year, {"record": ["single", "balance"]})) == every
    assert f"of the year: {every - single}," in file["years"][str(year)]["note"]


def test_what_is_not_drawn_says_why():
    left = LAYER.left_out("en").set_index("id")["why"].to_dict()
    assert left == {
        "op2011_aurum1": "layers.left_out.other_years",
        "op2011_feb": "layers.left_out.other_years",
        "op2021_restauracion": "layers.left_out.other_years",
        "op_undated_300_shops": "layers.period.undated",
        TOLD_ELSEWHERE: "layers.mining_operations.rival",
    }


@pytest.mark.parametrize("year", range(2012, 2021))
def test_operations_of_one_sector_and_year_do_not_cover_each_other(year):
    features = features_of("mining_operations").set_index("id").loc[marks_of("mining_operations")[year]["id"]]
    spots = set(zip(features.geometry.x, features.geometry.y, features["dx"], features["dy"], strict=True))
    assert len(spots) == len(features)


@pytest.mark.parametrize(
    ("start", "end", "precision", "text"),
    [
        ("2012-08-07", "2012-08-08", "approximate", "about 7–8 Aug 2012"),
        ("2012-10", None, "month", "Oct 2012"),
        ("2016-09", "2017", "period", "Sep 2016–2017"),
    ],
)
def test_a_date_is_as_exact_as_the_source(start, end, precision, text):
    assert dated({"date_start": start, "date_end": end, "date_precision": precision}) == text


def test_details_show_every_figure_with_its_unit_and_rivals():
    detail = details("mining_operations", "op2019_mercurio")
    known = {row["figure_id"]: row for row in rows("mining_operation_figures")}
    assert set(detail.evidence["row_id"]) == {
        key for key, row in known.items() if row["operation_id"] == "op2019_mercurio"
    }
    by_row = detail.evidence.set_index("row_id")
    preferred, rival = known["f136"], known["f137"]
    assert by_row.at["f136", "text"].endswith(f"1,500 {preferred['unit']}")
    assert by_row.at["f136", "measure"] == preferred["metric"].replace("_", " ")
    assert (by_row.at["f136", "standing"], by_row.at["f137", "standing"]) == ("preferred", "rival")
    assert by_row.at["f137", "text"].endswith(f"1,800 {rival['unit']}")
    assert detail.rivals["shown"].str.contains("1,500").any()


def test_a_pointer_shows_the_first_figures():
    known = [row for row in rows("mining_operation_figures") if row["operation_id"] == "op2019_mercurio"]
    first = [row for row in known if row["shown"] == "true"][:3]
    hover = marks_of("mining_operations")[2019].set_index("id").at["op2019_mercurio", "hover"]
    assert [part.split(":")[0] for part in hover.split("; ")] == [row["metric"].replace("_", " ") for row in first]
    assert hover.startswith(f"police: {int(first[0]['value_number']):,} people")
