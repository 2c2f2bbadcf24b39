"""How two years of a view are set against each other: beside each other, behind a divider, or as one difference."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from layers.options import chosen, options_of
from layers.view import View
from layers.words import word

if TYPE_CHECKING:
    from layers.drawn import Drawn, LayerFile

ONE, SIDE, SWIPE, DIFFERENCE = "one", "side", "swipe", "difference"
OPTION = "compare"


def mode(view: View) -> str:
    """Tell how the years of a view are shown; `one` where there is no second one."""
    if view.year2 in (None, view.year):
        return ONE
    return chosen(view.page, view.options, OPTION) if OPTION in options_of(view.page) else SIDE


def pane_years(view: View) -> list[int]:
    """Give the year of each map of a picture: what is swiped on the screen stands side by side on paper."""
    kind = mode(view)
    return [view.year, view.year2] if kind in (SIDE, SWIPE) else [view.year]


def captions(view: View) -> list[str]:
    """Give what each map of a picture is labelled with: its year, for a difference both."""
    if mode(view) != DIFFERENCE:
        return [str(year) for year in pane_years(view)]
    first, second = sorted((view.year, view.year2))
    return [word("web.year_pair", view.lang, first=first, second=second)]


def pair_year(one: "LayerFile", view: View, year: int) -> int:
    """
    Give the year under which a layer file holds what is drawn in a map of a year.

    A layer made for a `base` year says something of each pair with it, under the other year of the pair.
    """
    if "base" not in one or view.year2 is None:
        return year
    return view.year2 if view.year == one["base"] else view.year


def years_drawn(one: "LayerFile", view: View, year: int) -> list[int]:
    """
    Give the years whose shapes a map of a year draws, the latest first.

    Of two maps the later one draws of a layer that `spans` whatever was drawn in the years since the earlier, so that
    no year between is lost; a difference, which is one map, has all of them. Otherwise it is the year alone.
    """
    if not one.get("spans") or mode(view) == ONE:
        return [pair_year(one, view, year)]
    first, second = sorted((view.year, view.year2))
    if mode(view) == DIFFERENCE:
        return list(range(second, first - 1, -1))
    return [first] if year == first else list(range(second, first, -1))


def span_told(one: "LayerFile", view: View) -> str:
    """Say of a layer that spans which years the later map, or the one of a difference, has; '' for other layers."""
    if not one.get("spans") or mode(view) == ONE:
        return ""
    first, second = sorted((view.year, view.year2))
    key = "web.spans_all" if mode(view) == DIFFERENCE else "web.spans_later"
    return word(key, view.lang, first=first, second=second)


def lead_told(files: "list[LayerFile]", view: View) -> dict[str, object] | None:
    """
    Give what the layer that speaks for the comparison says of it (`title`, `subtitle`); None where there is none.

    Such a layer is made for one base year and says, for every other year, what the pair shows.
    """
    lead = next((one for one in files if one.get("leads")), None)
    if lead is None or mode(view) == ONE:
        return None
    return lead["years"][str(pair_year(lead, view, view.year))]


def without_made(files: "list[LayerFile]", shapes: "Mapping[str, list[Drawn]]") -> "dict[str, list[Drawn]]":
    """Take what says something of both years out of the map of the earlier: the later one carries it."""
    paired = {one["key"] for one in files if "base" in one}
    return {key: [] if key in paired else found for key, found in shapes.items()}
