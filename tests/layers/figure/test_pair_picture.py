"""Pictures of two years: what is swiped stands side by side, a difference is one map that names both years."""

import pytest
from matplotlib.text import Text

from geo.displacement import compare
from layers.displaced import headline
from layers.figure.picture import picture
from layers.view import View


@pytest.fixture(scope="module")
def said():
    def texts(how, top="arrows~track"):
        options = {"compare": how, "top": top}
        layers = () if how == "difference" else ("coca_zones",)
        figure = picture(View(2017, layers, 2013, page="displacement", options=options), (1280, 720))
        return [one.get_text() for one in figure.findobj(Text) if one.get_text()]

    return texts


def test_a_difference_names_both_years_once_and_its_finding_is_the_title(said):
    texts = said("difference")
    assert texts.count("2013–2017") == 1
    assert "2013" not in texts and "2017" not in texts[:1]
    title = headline(compare("coca_zones", 2013, 2017))
    assert title.startswith(texts[0]) and title in " ".join(texts[:3])
    assert "Lost over 2,000" in texts and "+2,479 ha (+12.9 %)" in texts


def test_what_is_swiped_stands_side_by_side_and_only_the_later_carries_the_track(said):
    texts = said("swipe", top="track")
    assert texts.count("2013") >= 1 and texts.count("VRAEM") == 2
    assert sum(text.startswith("centre 78 km") for text in texts) == 1
    assert "2013–2017" not in texts


def test_the_legend_of_what_is_computed_has_no_counts(said):
    texts = said("side", top="arrows")
    assert "Cheapest way, not tracked flows" in texts
    assert texts[texts.index("Cheapest way, not tracked flows") + 1] != "0 | 11"
