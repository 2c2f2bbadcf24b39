"""What each page with a map offers: the layers it can show, and those that a bare address opens."""

from dataclasses import dataclass, replace

from layers.features import layer_file
from layers.link import DEFAULT_YEAR
from layers.options import COMPARISONS, EVIDENCE, SUBJECTS, chosen
from layers.pair.shown import CLAIMS, DEFAULT_BASE, filters_shown, layers_shown
from layers.pair.shown import PAGE as PAIR
from layers.registry import LAYERS
from layers.view import View


@dataclass(frozen=True)
class Offer:
    """
    The layers of a page: all that it can show, in the order of its switches, and those shown at first.

    `year2` is the second year of a bare address.
    """

    offered: tuple[str, ...]
    default: tuple[str, ...]
    year2: int | None = None


# Every layer that the choices of the page on displacement may lead to.
PAIR_LAYERS = (
    *dict.fromkeys(one for key in SUBJECTS for one in layers_shown(key, COMPARISONS[0], EVIDENCE[0])),
    *CLAIMS,
)
OFFERS: dict[str, Offer] = {
    "situation": Offer(tuple(one.key for one in LAYERS), ("coca_zones", "mining_cells", "bases", "ports", "crossings")),
    "routes": Offer(
        (
            "routes",
            "ports",
            "crossings",
            "corridors",
            "airstrips",
            "state_presence",
            "coca_zones",
            "sendero_axes",
            "bases",
        ),
        ("routes", "ports", "crossings"),
    ),
    PAIR: Offer(PAIR_LAYERS, PAIR_LAYERS, DEFAULT_BASE),
}
START = "situation"  # the page of a bare address


def bare_view(page: str, lang: str = "en") -> View:
    """
    Give the view that a page opens with.

    Raises
    ------
    KeyError
        If no page of this name shows a map.
    """
    if page not in OFFERS:
        raise KeyError(f"no page {page!r} with a map; there are {', '.join(OFFERS)}")
    return View(year=DEFAULT_YEAR, layers=OFFERS[page].default, year2=OFFERS[page].year2, lang=lang, page=page)


def followed(view: View) -> View:
    """Give a view whose layers and filters follow from its options, where its page has it so."""
    if view.page != PAIR:
        return view
    subject, compare, evidence = (chosen(PAIR, view.options, name) for name in ("subject", "compare", "evidence"))
    return replace(view, layers=layers_shown(subject, compare, evidence), filters=dict(filters_shown(subject)))


def filter_fields(page: str) -> dict[str, tuple[str, ...]]:
    """Give the filter fields of each layer that a page can show."""
    return {key: tuple(layer_file(key)["filters"]) for key in OFFERS[page].offered}


def filter_choices(page: str) -> dict[tuple[str, str], list[str]]:
    """Give the values of each filter of a page, by layer and field."""
    return {
        (key, field): [one["value"] for one in choices]
        for key in OFFERS[page].offered
        for field, choices in layer_file(key)["filters"].items()
    }
