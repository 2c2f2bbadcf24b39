"""How two years of a view are set against each other: beside each other, behind a divider, or as one difference."""

from collections.abc import Mapping

from layers.drawn import Drawn, LayerFile, pair_year
from layers.options import chosen, options_of
from layers.view import View
from layers.words import word

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


def lead_told(files: list[LayerFile], view: View) -> dict[str, object] | None:
    """
    Give what the layer that speaks for the comparison says of it (`title`, `subtitle`); None where there is none.

    Such a layer is made for one base year and says, for every other year, what the pair shows.
    """
    lead = next((one for one in files if one.get("leads")), None)
    if lead is None or mode(view) == ONE:
        return None
    return lead["years"][str(pair_year(lead, view, view.year))]


def without_made(files: list[LayerFile], shapes: Mapping[str, list[Drawn]]) -> dict[str, list[Drawn]]:
    """Take what says something of both years out of the map of the earlier: the later one carries it."""
    paired = {one["key"] for one in files if "base" in one}
    return {key: [] if key in paired else found for key, found in shapes.items()}
