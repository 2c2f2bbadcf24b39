"""The page on displacement as a reader meets it: state sent, sentences, tables, the same numbers as the command."""

import csv
import io
import json
from collections import defaultdict

import pytest

from geo.displacement import compare
from geo.timeline import YEARS
from layers.cli import main
from layers.displaced import csv_text, headline, table
from layers.displaced_measures import measures
from layers.evaluated import agreement_table, literature_in_words
from layers.options import SUBJECTS
from layers.pair.own import written
from tests.pages.test_pages import opened, sent_state

PAGE = "displacement"
# A pair that can be compared, for each subject.
PAIRS = {
    "coca_zones": (2013, 2017),
    "coca_districts": (2013, 2017),
    "eradication": (2017, 2019),
    "mining_sectors": (2019, 2020),
    "mining_cells": (2019, 2020),
    "airstrips": (2015, 2017),
    "emergency_districts": (2017, 2018),
    "attacks": (2012, 2014),
}


def said(app):
    return " ".join(one.proto.body for one in app.get("html"))


def page(app, **params):
    """Open the page, then an address with these parameters on it."""
    opened(app, PAGE)
    for name, text in params.items():
        app.query_params[name] = text
    if params:
        app.run()
    assert not app.exception
    return app


def test_a_bare_page_compares_two_years_of_one_series(app):
    state = sent_state(page(app))
    assert (state["year"], state["year2"]) == (2020, 2018)
    assert state["layers"] == ["coca_zones"]
    assert [one["key"] for one in state["made"]] == ["pair_lead", "pair_arrows", "pair_track"]
    assert "Between 2018 and 2020" in said(app) and "new series begins" not in said(app)


@pytest.mark.parametrize("key", SUBJECTS)
def test_every_subject_tells_its_finding_or_why_not(app, key):
    first, second = PAIRS[key]
    page(app, subject=key, year=str(second), year2=str(first))
    if key == "eradication":
        # areas are named by whoever reported: few are named twice
        assert "cannot be compared" in said(app) or headline(compare(key, first, second)) in said(app)
        return
    assert headline(compare(key, first, second)) in said(app)
    shown = app.dataframe[0].value
    assert list(shown["name"]) == list(table(compare(key, first, second))["name"])


def test_across_the_series_break_the_page_warns_in_place(app):
    page(app, year="2020", year2="2012")
    assert "A new series begins in 2018: UNODC before, DEVIDA from then on" in said(app)
    told = next(one for one in sent_state(app)["made"] if one["key"] == "pair_lead")["file"]["years"]["2020"]
    assert told["subtitle"].startswith("Two series")


def test_a_refused_pair_says_why_and_offers_the_nearest_that_can_be_compared(app):
    page(app, subject="mining_cells")
    assert "2018 is the stock of all scars made until then" in said(app)
    assert "2020 can be compared with 2019" in said(app)
    app.button(key="pair-instead").click().run()
    assert not app.exception
    state = sent_state(app)
    assert (state["year"], state["year2"]) == (2020, 2019)
    assert headline(compare("mining_cells", 2019, 2020)) in said(app)


def test_one_year_set_against_itself_says_what_to_do(app):
    page(app)
    app.slider(key="year").set_value(2018).run()
    assert any("Both years are 2018" in one.value for one in app.info)
    assert sent_state(app)["year2"] == 2018


def test_the_slider_changes_the_finding_and_sends_no_layer_again(app):
    page(app, year2="2013")
    app.slider(key="year").set_value(2017).run()
    state = sent_state(app)
    assert state["year"] == 2017 and all("file" not in one for one in state["made"])
    assert headline(compare("coca_zones", 2013, 2017)) in said(app)


def test_the_earlier_year_makes_the_layers_anew_and_stands_in_the_address(app):
    page(app, year="2017")
    app.selectbox(key="control.year2").set_value(2013).run()
    state = sent_state(app)
    assert state["year2"] == 2013 and all("file" in one for one in state["made"])
    assert app.query_params["year2"] == "2013"


def test_every_choice_stands_in_the_address_and_a_default_does_not(app):
    page(app)
    app.segmented_control(key="control.option.compare").set_value("difference").run()
    app.selectbox(key="control.option.subject").set_value("coca_districts").run()
    assert app.query_params["compare"] == "difference" and app.query_params["subject"] == "coca_districts"
    assert not {"layers", "top", "evidence", "year2"} & set(app.query_params)
    app.button(key="reset").click().run()
    assert not {"compare", "subject"} & set(app.query_params)


def test_a_deep_link_opens_its_choices(app):
    page(app, year="2017", year2="2013", compare="swipe", subject="coca_districts", top="ellipses", evidence="both")
    state = sent_state(app)
    wanted = {"subject": "coca_districts", "compare": "swipe", "top": "ellipses", "evidence": "both"}
    assert wanted.items() <= state["options"].items()
    assert state["layers"][0] == "coca_districts" and "sendero_axes" in state["layers"]
    assert [one["key"] for one in state["made"]] == ["pair_lead", "pair_ellipses"]


def test_a_difference_draws_the_change_in_place_of_the_figures(app):
    page(app, compare="difference")
    state = sent_state(app)
    assert state["layers"] == []
    assert state["made"][0]["key"] == "pair_change"


def test_claims_alone_send_nothing_computed(app):
    page(app, evidence="claimed")
    assert "made" not in sent_state(app)
    assert "sendero_axes" in sent_state(app)["layers"]


def test_the_filter_of_attacks_does_not_follow_to_another_page(app):
    page(app, subject="attacks")
    assert sent_state(app)["filters"] == {"events": {"kind": ["attack"]}}
    app.switch_page("pages/maps/situation.py").run()
    state = sent_state(app)
    assert state["filters"] == {} and state["year2"] is None


def test_page_command_and_csv_hold_the_same_numbers(app, capsys):
    page(app, year="2017", year2="2013")
    shown = app.dataframe[0].value.set_index("name")
    assert main(["displacement", "--layer", "coca_zones", "--from", "2013", "--to", "2017", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["headline"] in said(app)
    by_name = {one["name"]: one for one in told["units"]}
    read = list(csv.reader(io.StringIO(csv_text(compare("coca_zones", 2013, 2017)))))
    for row in read[1:]:
        cells = dict(zip(read[0], row, strict=True))
        if cells["2013 (ha)"] and cells["2017 (ha)"]:
            for column, name in (("before", "2013 (ha)"), ("after", "2017 (ha)"), ("change", "change (ha)")):
                assert float(cells[name]) == pytest.approx(by_name[cells["name"]][column])
                assert shown.at[cells["name"], column] == pytest.approx(by_name[cells["name"]][column], abs=0.06)


def test_three_numbers_of_the_page_recomputed_from_its_csv_by_hand(app):
    page(app, year="2017", year2="2013")
    rows = list(csv.DictReader(io.StringIO(csv_text(compare("coca_zones", 2013, 2017)))))
    pairs = {
        one["name"]: (float(one["2013 (ha)"]), float(one["2017 (ha)"]))
        for one in rows
        if one["2013 (ha)"] and one["2017 (ha)"]
    }
    sums = [sum(pair[place] for pair in pairs.values()) for place in (0, 1)]
    moved = sum(max(0.0, after / sums[1] - before / sums[0]) for before, after in pairs.values())
    assert f"at least {100 * moved:.1f} % of it changed zone" in said(app)
    before, after = pairs["VRAEM"]
    shown = app.dataframe[0].value.set_index("name").loc["VRAEM"]
    assert shown["national"] == pytest.approx(before * (sums[1] / sums[0] - 1), abs=0.06)
    assert shown["redistribution"] == pytest.approx(sums[1] * (after / sums[1] - before / sums[0]), abs=0.06)


def test_each_measure_says_how_it_can_mislead(app):
    page(app)
    app.session_state["pair-tabs"] = "Measures"
    app.run()
    text = said(app)
    for part in ("Moved share", "Concentration (HHI), 2020", "Least-cost transport, mean way", "How this can mislead:"):
        assert part in text
    assert text.count("How it is computed:") == measures(compare("coca_zones", 2018, 2020))["key"].nunique()


def test_a_zone_that_a_link_selects_opens_its_details(app):
    page(app, sel="coca_zones:vraem", compare="difference")
    assert sent_state(app)["selected"] == {"layer": "coca_zones", "id": "vraem"}
    assert "27,994 ha" in said(app)
    assert not app.warning


def test_playing_asks_for_nothing_new(app):
    page(app, year2="2012", year="2013")
    sizes = defaultdict(int)
    for year in YEARS[2:]:
        app.slider(key="year").set_value(year).run()
        sizes[year] = len(json.dumps(sent_state(app)))
    assert max(sizes.values()) < 2_000


def tab(app, name):
    app.session_state["pair-tabs"] = name
    app.run()
    assert not app.exception
    return app


def test_an_intervention_is_drawn_with_inputs_and_rival_findings(app):
    tab(page(app), "Interventions")
    app.selectbox(key="control.option.intervention").set_value("mercury_2019").run()
    assert app.query_params["intervention"] == "mercury_2019"
    assert len(app.dataframe) == 3  # figures, inputs, what others found
    assert "Mind when reading this" in said(app)


def test_a_reader_defines_an_intervention_and_the_link_keeps_it(app):
    own = written(
        "coca_zones",
        {
            "treated": ["huallaga"],
            "surroundings": ["aguaytia"],
            "control": ["vraem"],
            "before": [2013],
            "after": [2017],
        },
    )
    tab(page(app, intervention="own", own=own), "Interventions")
    inputs = app.dataframe[1].value
    assert inputs.iloc[:, 4].tolist() == [4669, 1701, 1796, 762, 19167, 21646]
    # -2,968 in the Huallaga, +2,479 in the VRAEM
    figures = app.dataframe[0].value.set_index(app.dataframe[0].value.columns[0]).iloc[:, 0]
    assert figures["Treated less control"] == pytest.approx(-2_968 - 2_479)


def test_an_intervention_that_cannot_be_evaluated_says_every_reason(app):
    own = written(
        "coca_zones",
        {"treated": ["huallaga"], "surroundings": ["huallaga"], "control": [], "before": [2017], "after": [2013]},
    )
    text = said(tab(page(app, intervention="own", own=own), "Interventions"))
    assert "Nothing is chosen as control." in text
    assert "has two roles" in text and "2017 is not before 2013" in text


def test_an_intervention_that_no_table_has_is_named(app):
    tab(page(app, intervention="atlantis"), "Interventions")
    assert any("atlantis" in one.value for one in app.warning)


def test_claims_are_set_beside_the_measure(app):
    tab(page(app), "Claims beside measures")
    shown = app.dataframe[0].value
    assert len(shown) == len(agreement_table())
    assert any("Cannot be compared" in cell for cell in shown.iloc[:, 1])


def test_the_literature_is_summed_up_for_and_against(app):
    tab(page(app), "Literature")
    assert literature_in_words().split(":")[0] in said(app)
    assert {"For", "Against"} <= set(app.dataframe[0].value.iloc[:, 0])
