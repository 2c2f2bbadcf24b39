"""What the titles of the standard briefing say is what the tables say."""

import pytest

from tests.layers.tables import covers, rows


@pytest.fixture(scope="module")
def titles():
    from layers.deck.spec import BRIEFING, read_spec

    return [page.title for page in read_spec(BRIEFING).pages]


def test_the_share_of_the_vraem(titles):
    from layers.drawing import marks_of

    values = {year: marks.dropna(subset=["value"]).drop_duplicates("id").set_index("id")["value"]
              for year, marks in marks_of("coca_zones").items()}
    assert titles[2].endswith(f"{values[2020]['vraem']:,.0f} of {values[2020].sum():,.0f} ha")
    assert f"{values[2020]['vraem'] / values[2020].sum():.0%}".replace("%", " %") in titles[2]
    assert values[2020]["huallaga"] < values[2012]["huallaga"] / 2
    assert values[2020]["vraem"] > values[2012]["vraem"]


@pytest.mark.parametrize(("page", "key", "year", "told"), [
    (3, "eradication", 2019, "25,526 ha"),
    (3, "eradication", 2020, "6,273 ha"),
    (4, "mining_cells", 2020, "1,761 ha"),
])  # fmt: skip
def test_totals_are_those_of_the_layers(titles, page, key, year, told):
    from layers.features import layer_file

    assert told in titles[page]
    assert told in layer_file(key)["years"][str(year)]["title"]


def test_mining_fell_by_a_sixth():
    from layers.features import layer_file

    years = layer_file("mining_cells")["years"]
    assert 1 - years["2020"]["total"] / years["2019"]["total"] == pytest.approx(1 / 6, abs=0.01)


def test_the_figures_of_la_pampa(titles):
    from layers.features import layer_file

    (one,) = (feature for feature in layer_file("mining_sectors")["features"]
              if feature["properties"]["id"] == "la_pampa")
    for year, figure, period in ((2017, "1,685 ha", "Jan 2017–Oct 2018"), (2020, "300 ha", "Mar 2019–Nov 2020")):
        assert figure in titles[5]
        text = one["properties"]["years"][str(year)]["t"]
        assert figure in text and period in text


def test_bases_areas_and_ports(titles):
    from layers.drawn import drawn
    from layers.features import layer_file

    assert len({shape.id for shape in drawn(layer_file("bases"), 2020)}) == 33 and "33 located" in titles[6]
    assert len({shape.id for shape in drawn(layer_file("sendero_areas"), 2020)}) == 2 and "two reported" in titles[6]
    years = {int(row["year"]) for row in rows("port_seizures")
             if row["port_id"] == "callao" and row["counts_in_total"] == "true"}
    assert {2014, 2015, 2016, 2017, 2018} <= years


def test_routes_and_crossings(titles):
    from layers.deck.spec import BRIEFING, read_spec
    from layers.drawn import drawn
    from layers.features import layer_file

    view = read_spec(BRIEFING).pages[8].view
    europe = {shape.id for shape in drawn(layer_file("routes"), 2016, view.filters["routes"])}
    by_sea = [row for row in rows("routes") if row["route_id"] in europe and row["exit_port_id"] == "callao"]
    assert (len(europe), len(by_sea)) == (8, 4) and "four of eight" in titles[8]
    crossings = rows("crossings")
    neighbours = {name for row in crossings for name in row["neighbour"].split(";")}
    assert len(neighbours) == 5 and "five land borders" in titles[10]
    dated = [row for row in crossings if covers(row, 2014) and row["role_in_trafficking"]]
    assert len(dated) >= 12
