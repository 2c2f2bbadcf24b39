"""A page's own choices: kept in the link, checked, and named when they cannot be used."""

import pytest

from layers import options
from layers.link import parameters, read
from layers.options import Option, chosen, joined, options_of, parted
from layers.view import View

OFFERED = (
    Option("compare", "side", ("side", "swipe")),
    Option("drawn", "track~arrows", ("track", "arrows"), many=True),
    Option("treated"),
)


@pytest.fixture(autouse=True)
def page(monkeypatch):
    monkeypatch.setitem(options.OPTIONS, "trial", OFFERED)


def fresh(**chosen_options):
    return View(2020, ("ports",), page="trial", options=chosen_options)


@pytest.mark.parametrize("picked", [{}, {"compare": "swipe"}, {"drawn": "~"}, {"drawn": "track", "treated": "a,b"}])
def test_options_survive_the_way_through_the_link(picked):
    view = fresh(**picked)
    assert read(parameters(view), {"ports": ()}, fresh(), {}) == (view, [])


def test_a_link_says_the_defaults_too():
    known = parameters(fresh())
    assert (known["compare"], known["drawn"], known["treated"]) == ("side", "track~arrows", "~")


def test_a_bad_option_is_named_and_left_at_its_default():
    view, problems = read({"compare": "sideways", "drawn": "track~lines", "treated": "x" * 301}, {}, fresh(), {})
    assert view.options == {}
    assert [problem.count(name) > 0 for problem, name in zip(problems, ("compare", "drawn", "treated"), strict=True)]
    assert "sideways" in problems[0] and "side, swipe" in problems[0]
    assert "300" in problems[2]


def test_an_option_of_another_page_is_left_alone():
    assert options_of("situation") == {}
    assert read({"compare": "swipe"}, {}, View(2020, ()), {})[0].options == {}


def test_the_default_holds_until_chosen_and_a_stray_name_is_refused():
    assert chosen("trial", {}, "compare") == "side"
    assert chosen("trial", {"compare": "swipe"}, "compare") == "swipe"
    with pytest.raises(KeyError, match="no option 'colour'.*compare"):
        chosen("trial", {}, "colour")


def test_several_values_are_one_text():
    assert parted(joined(["a", "b"])) == ("a", "b")
    assert joined([]) == "~" and parted("~") == ()
