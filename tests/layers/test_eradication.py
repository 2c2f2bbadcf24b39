"""Eradication: one ring an area and year, the national figure in the title, nothing added up."""

import pytest

from layers.details import rows as details
from layers.drawing import features_of, marks_of
from layers.eradication import LAYER, covered, size
from layers.features import layer_file
from layers.tokens import ZONE_RADIUS_AT_HA, ZONE_RADIUS_PX
from tests.layers.tables import rows


@pytest.mark.parametrize(
    ("year", "said"),
    [
        (2012, "14,171 ha in 2012"),
        (2013, "more than 23,900 ha in 2013"),
        (2014, "31,206 ha in 2014"),
        (2015, "35,868 ha in 2015, +14.9 % on 2014"),
        (2016, "30,151 ha in 2016, −15.9 % on 2015"),
        (2017, "23,096 ha in 2017, −23.4 % on 2016"),
        (2018, "19,193 ha in part of 2018 (since Feb 2018)"),
        (2019, "25,526 ha in part of 2019 (16 Feb–10 Dec 2019)"),
        (2020, "6,273 ha in part of 2020 (17 Feb–12 Dec 2020)"),
    ],
)
def test_the_title_gives_the_national_figure_and_compares_only_exact_full_years(year, said):
    told = layer_file("eradication")["years"][str(year)]
    assert told["title"] == f"Coca eradication: {said}"
    assert told["total_text"] == said


@pytest.mark.parametrize("year", range(2012, 2021))
def test_every_located_area_with_a_shown_row_is_drawn_once(year):
    expected = {}
    for row in rows("eradication"):
        located = row["scope"] != "national" and (row["place_id"] or row["zone_id"])
        if row["shown"] == "true" and row["year"] == str(year) and located:
            hectares = float(row["eradicated_ha"] or 0)
            part = "part" if row["part_year"] == "true" else "full"
            expected[row["area_id"]] = "unseen" if row["value_status"] == "not_seen" else part if hectares else "none"
    marks = marks_of("eradication")[year]
    assert dict(zip(marks["id"], marks["look"], strict=True)) == expected


def test_a_label_says_which_part_of_the_year_is_covered():
    texts = marks_of("eradication")[2016].set_index("id")["text"]
    assert texts["irazola_padre_abad"] == "Irazola and Padre Abad (Ucayali)\n8,000 ha, until 22 Sep 2016"
    assert texts["san_gaban"] == "San Gabán (Puno)\n2,787 ha, Oct 2016"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2016-01-01", "2016-09-22", "until 22 Sep 2016"),
        ("2018-02", None, "since Feb 2018"),
        ("2016-01-01", None, "since 1 Jan 2016"),
    ],
)
def test_an_open_period_is_said_in_words(start, end, text):
    assert covered({"period_start": start, "period_end": end, "year": 2016}) == text


def test_a_ring_is_on_the_scale_of_the_coca_zones():
    assert size(ZONE_RADIUS_AT_HA) == ZONE_RADIUS_PX
    assert size(8000) == pytest.approx(16.04)


def test_no_figure_is_told_from_none():
    assert marks_of("eradication")[2019].set_index("id").at["vraem_satipo", "text"].endswith("\nhectares not seen")
    assert marks_of("eradication")[2014].set_index("id").at["vraem", "text"].endswith("\n0 ha")
    assert marks_of("eradication")[2014].set_index("id").at["vraem", "hover"] == "eradication by force and by agreement"


def test_an_area_without_a_place_stands_at_its_zone():
    (vraem,) = features_of("eradication").query("id == 'vraem'").geometry
    (zone,) = features_of("coca_zones").query("id == 'vraem' and part == 'circle'").geometry
    assert vraem.equals(zone)


def test_peru_is_listed_with_every_figure_and_its_rivals():
    left = LAYER.left_out("en").set_index("id")["why"]
    assert left["peru"] == "layers.eradication.national"
    detail = details("eradication", "peru")
    assert len(detail.evidence) == sum(row["area_id"] == "peru" for row in rows("eradication"))
    provisional = detail.rivals[detail.rivals["other"].str.contains("23,600")]
    assert len(provisional) == 1 and "23,900" in provisional["shown"].iloc[0]


def test_the_note_cites_the_national_figure():
    known = next(row for row in rows("eradication") if row["row_id"] == "peru-2012")
    source = next(row for row in rows("sources") if row["source_key"] == known["source_key"])
    note = layer_file("eradication")["years"]["2012"]["note"]
    assert "National figure: " in note and source["published"][:4] in note
