"""Options: what a page lets its reader choose beyond year, layers and filters, as plain text in the link."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from layers.chain import LINKS
from layers.market_figures import OTHER_GROUPS
from layers.words import word

LONGEST = 300  # of an option that is free text: a link must stay a link
SEPARATOR = "~"


@dataclass(frozen=True)
class Option:
    """
    One choice of a page.

    Parameters
    ----------
    name
        Name in the link.
    default
        What holds where the link does not say.
    values
        What may be chosen; empty where the text is free.
    many
        Whether several values may be chosen at once, joined by `~`; none of them is `~`.
    """

    name: str
    default: str = ""
    values: tuple[str, ...] = ()
    many: bool = False

    def fault(self, text: str, lang: str = "en") -> str:
        """Say what was expected of a text that this option cannot take; '' for one that it can."""
        if not self.values:
            return "" if len(text) <= LONGEST else word("map.link_long", lang, most=LONGEST)
        chosen = [one for one in text.split(SEPARATOR) if one] if self.many else [text]
        return "" if all(one in self.values for one in chosen) else ", ".join(self.values)


# What can be looked at for displacement, how two years are set against each other, what is drawn on top, and
# whether the computed measures, the sources' claims or both are shown.
SUBJECTS = (
    "coca_zones",
    "coca_districts",
    "eradication",
    "mining_sectors",
    "mining_cells",
    "airstrips",
    "emergency_districts",
    "attacks",
)
COMPARISONS = ("side", "swipe", "difference")
OVERLAYS = ("arrows", "track", "ellipses")
EVIDENCE = ("measured", "claimed", "both")

# The options of each page; a page that is not named has none.
OPTIONS: dict[str, tuple[Option, ...]] = {
    "routes": (
        Option("motion", "flow", ("flow", "still")),
        Option("tab", "flows", ("flows", "ports", "passages", "markets", "output", "actors")),
        Option("flow_rows", "most", ("most", "all")),
        Option("figures", OTHER_GROUPS[0], OTHER_GROUPS),
        Option("links", values=LINKS, many=True),
        Option("from_country", many=True),
    ),
    "displacement": (
        Option("subject", "coca_zones", SUBJECTS),
        Option("compare", "side", COMPARISONS),
        Option("top", "arrows~track", OVERLAYS, many=True),
        Option("evidence", "measured", EVIDENCE),
        Option("intervention"),  # a key of tables/interventions.csv, or `own`
        Option("own"),  # see layers.pair.own
    ),
}


def options_of(page: str) -> dict[str, Option]:
    """Give the options of a page by name."""
    return {one.name: one for one in OPTIONS.get(page, ())}


def chosen(page: str, options: Mapping[str, str], name: str) -> str:
    """
    Give what holds for an option of a page: what was chosen, else its default.

    Raises
    ------
    KeyError
        If the page has no such option.
    """
    known = options_of(page)
    if name not in known:
        raise KeyError(f"page {page!r} has no option {name!r}; it has {sorted(known)}")
    return options.get(name, known[name].default)


def joined(values: Iterable[str]) -> str:
    """Write several values as one text; none of them is not the default."""
    return SEPARATOR.join(values) or SEPARATOR


def parted(text: str) -> tuple[str, ...]:
    """Read what `joined` wrote."""
    return tuple(one for one in text.split(SEPARATOR) if one)
