"""The chart shows the layer's totals, years without a figure stay empty; the table shows its features."""

from layers.deck import slide
from layers.deck.chart import charted, hedged_years, series, stock_years, table_rows
from layers.figure.subject import subject
from layers.view import View
from tests.layers.deck.conftest import said_on

COCA, MINING, PORTS = (View(2020, (key,)) for key in ("coca_zones", "mining_cells", "ports"))


def test_the_first_layer_with_a_sum_is_charted():
    assert charted(subject(View(2020, ("bases", "coca_zones"))))["key"] == "coca_zones"
    assert charted(subject(View(2020, ("bases",))))["key"] == "bases"
    assert charted(subject(View(2020, ()))) is None


def test_counts_follow_the_filters():
    about = subject(View(2016, ("routes",), filters={"routes": {"market": ("europe",)}}))
    assert series(about.files[0], about)[2016] == 8.0


def test_a_stock_is_no_bar_and_a_missing_figure_no_zero(opened):
    assert stock_years("mining_cells") == [2018]
    (one,) = opened(slide(MINING, "chart")).slides
    (frame,) = (shape for shape in one.shapes if shape.has_chart)
    plot = frame.chart.plots[0]
    assert list(plot.categories) == [str(year) for year in range(2012, 2021)]
    values = list(plot.series[0].values)
    assert values[:7] == [None] * 7
    assert [round(value) for value in values[7:]] == [2112, 1761]
    said = " ".join(said_on(one))
    assert "Not shown: the stock of 2018." in said and "No figure: 2012-2017." in said
    assert frame._element.xpath(".//p:cNvPr/@descr")[0].startswith("Chart. Gold mining scars (AMW), ha.")


def test_bounds_are_told():
    assert "2013" in hedged_years("ports")


def test_the_table_is_native_and_the_largest_come_first(opened):
    (one,) = opened(slide(COCA, "table")).slides
    (frame,) = (shape for shape in one.shapes if shape.has_table)
    cells = [[cell.text for cell in row.cells] for row in frame.table.rows]
    assert cells[0] == ["Name", "2020"]
    assert cells[1] == ["VRAEM", "27,994"]
    assert cells[1:] == [list(row) for row in table_rows(*(lambda about: (about.files[0], about))(subject(COCA)))]


def test_a_blank_is_said_in_words_in_a_table_of_two_years():
    about = subject(View(2012, ("coca_zones",), year2=2020))
    known = {row[0]: row[1:] for row in table_rows(about.files[0], about)}
    assert known["Marañón and Alto Chicama together"] == ("No figure", "2,128")
    assert list(known)[0] == "VRAEM"
