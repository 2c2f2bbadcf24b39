"""Title, subtitle, notes and sources: from what is drawn."""

import pytest

from layers.drawn import drawn, drawn_view
from layers.figure import story
from layers.figure.story import heading, notes, source_line, sources
from layers.view import View
from tests.layers import zone_file
from tests.layers.figure.small_files import NAMES, ports, routes, zones


@pytest.fixture(autouse=True)
def no_grades(monkeypatch):
    monkeypatch.setattr(story, "grades_told", lambda key, panes, years: "B 2" if key == "coca_zones" else "")


def told(say, view, *files, **more):
    years = [view.year] if view.year2 is None else [view.year, view.year2]
    return say(files, view, [drawn_view(files, view, year) for year in years], **more)


def test_one_layer_says_its_finding_and_when_it_is_drawn():
    assert told(heading, View(2016, ("coca_zones",)), zones()) == (
        "Coca bush: 300 ha in 2016",
        "In the year of the figure",
    )


def test_other_layers_stand_in_the_subtitle():
    view = View(2016, ("coca_zones", "ports", "routes"))
    assert told(heading, view, zones(), ports(), routes()) == (
        "Coca bush: 300 ha in 2016",
        "Ports: 2  ·  Routes: 2",
    )


def test_the_first_layer_of_the_view_leads():
    assert told(heading, View(2016, ("routes", "coca_zones")), routes(), zones())[0] == "Routes: 2"


def test_two_years_are_named_with_their_totals_and_the_series_break():
    title, subtitle = told(heading, View(2016, ("coca_zones", "ports"), year2=2020), zones(), ports())
    assert title == "Coca bush: 2016 beside 2020"
    assert subtitle == "Series break between UNODC 2017 and DEVIDA 2018  ·  Coca bush: 300 ha | 700 ha"


def test_totals_that_do_not_differ_are_left_out_but_for_the_first_layer():
    view = View(2016, ("ports", "coca_zones"), year2=2020)
    assert told(heading, view, ports(), zones())[1] == (
        "Ports: 2  ·  Coca bush: 300 ha | 700 ha (series break between UNODC 2017 and DEVIDA 2018)"
    )


def test_a_break_is_said_only_between_the_years_and_between_figures():
    def said(year, year2, **more):
        return told(heading, View(year, ("coca_zones",), year2=year2), zones() | more)[1]

    assert said(2012, 2020) == "Coca bush: no figure | 700 ha"
    assert said(2016, 2020, breaks_before=[2016]) == "Coca bush: 300 ha | 700 ha"


def test_a_layer_without_words_of_its_own_has_a_break_too():
    file = zones() | {"key": "routes"}
    view = View(2016, ("routes",), year2=2020)
    assert told(heading, view, file)[1].startswith("Series break between 2017 and 2018")


def test_a_year_without_a_total_says_so():
    assert told(heading, View(2012, ("ports", "coca_zones")), ports(), zones())[1] == "Coca bush: no figure"


def test_filters_count_what_is_drawn_and_are_named():
    view = View(2016, ("routes",), filters={"routes": {"market": ("asia",)}})
    assert told(heading, view, routes()) == ("Routes: 1", "Only: Asia")


def test_no_layer_is_said():
    assert told(heading, View(2016, ())) == ("Peru, 2016", "")
    assert told(notes, View(2016, ())) == ""


def test_notes_say_each_year_what_holds_for_it_alone():
    text = told(notes, View(2016, ("coca_zones",), year2=2020), zones())
    assert text.startswith(
        "Notes. Coca bush (B 2): Sums of districts. 2016: One zone lacks a figure. 2020: Another series."
    )


def test_notes_explain_brackets_hatching_dimming_and_selection():
    view = View(
        2016,
        ("coca_zones", "routes", "ports"),
        filters={"routes": {"market": ("asia",)}},
        selected=("ports", "paita"),
    )
    text = told(notes, view, zones(), routes(), ports())
    assert "In brackets: features by confidence (A, official or primary; B," in text
    assert "Hatched: no figure, which is not zero." in text
    assert "Faint: not used by the routes shown." in text
    assert text.endswith("Dark outline: Paita.")
    assert "Hatched" not in told(notes, View(2020, ("coca_zones",)), zones())


def many(count):
    """Give so many layers: the zones, then ports under other names, each with a note."""
    others = [name for name in NAMES if name != "coca_zones"][: count - 1]
    files = [zones()]
    for place, name in enumerate(others, start=1):
        file = ports() | {"key": name, "title": f"Layer {place}", "dim_by": None}
        noted = {year: said | {"note": f"Note {place}."} for year, said in file["years"].items()}
        files.append(file | {"years": noted})
    return View(2016, ("coca_zones", *others)), files


def test_eight_layers_are_all_named():
    view, files = many(8)
    assert told(heading, view, *files)[1] == "  ·  ".join(f"Layer {place}: 2" for place in range(1, 8))
    assert told(notes, view, *files, whole=False) == told(notes, view, *files)


def test_of_nine_layers_seven_are_named_and_two_counted():
    view, files = many(9)
    title, subtitle = told(heading, view, *files)
    assert title == "Coca bush: 300 ha in 2016"
    assert subtitle == "  ·  ".join([*(f"Layer {place}: 2" for place in range(1, 7)), "2 more in the legend"])


def test_of_nine_layers_those_named_say_their_notes_and_the_others_how_sure_they_are(monkeypatch):
    monkeypatch.setattr(story, "grades_told", lambda key, panes, years: "C 2")
    view, files = many(9)
    said = told(notes, view, *files, whole=False)
    assert "Coca bush (C 2): One zone lacks a figure. Sums of districts. Layer 1 (C 2): Note 1." in said
    assert "Layer 6 (C 2): Note 6. Layer 7 (C 2). Layer 8 (C 2). In brackets" in said
    assert "speaker notes of its slide: 2." in said
    whole = told(notes, view, *files)
    assert "Layer 7 (C 2): Note 7. Layer 8 (C 2): Note 8." in whole and "speaker notes" not in whole


def test_a_layer_made_for_a_comparison_always_says_its_note():
    view, files = many(9)
    files[-1] = files[-1] | {"made": True}
    said = told(notes, view, *files, whole=False)
    assert "Layer 8: Note 8." in said and "Note 7." not in said
    assert "speaker notes of its slide: 1." in said


def test_of_many_layers_in_two_years_those_whose_totals_differ_are_named_with_their_breaks_and_notes():
    """Ports have the same total in both years, the zones, last in the view, do not: nothing has to be left out."""
    _, files = many(9)
    files = [*files[1:], zones()]
    view = View(2016, tuple(one["key"] for one in files), year2=2020)
    assert told(heading, view, *files)[1] == (
        "Layer 1: 2  ·  Coca bush: 300 ha | 700 ha (series break between UNODC 2017 and DEVIDA 2018)"
    )
    said = told(notes, view, *files, whole=False)
    assert "2020: Another series." in said and "Layer 1: Note 1." in said
    assert "Note 2." not in said and "speaker notes of its slide: 7." in said


def test_sources_are_those_drawn():
    def named(view, *files):
        return sources(view, [drawn_view(files, view, view.year)])

    assert named(View(2016, ("coca_zones",)), zones()).startswith("Sources: UNODC (2016). Base map: Natural Earth")
    assert named(View(2020, ("coca_zones",)), zones()).startswith("Sources: DEVIDA (2020). Base map")
    assert named(View(2012, ("coca_zones",)), zones()).startswith("No source is drawn. Base map")


def test_sources_come_by_use():
    shapes = drawn(zone_file.layer_file(), 2012)
    assert source_line(shapes) == "Sources: UNODC (2016); DEVIDA (2022)"
    assert source_line(shapes, most=1) == "Sources: UNODC (2016); and 1 more"
    assert source_line([]) == "No source is drawn"
