"""Least-cost arrows between two distributions: the cheapest story that fits, not movement that anyone saw."""

from shapely.geometry import LineString

from geo.curves import bow, span
from geo.displacement.comparison import Comparison
from layers import tokens
from layers.amounts import number
from layers.base import Look
from layers.package_words import place_name
from layers.pair.file import Shape
from layers.words import word

MOST = 12  # arrows that a map can carry
LABELLED = 0.005  # share of the whole from which an arrow is labelled
WIDEST_AT = 0.08  # share of the whole at which an arrow is as wide as it gets
BULGE = 0.14  # of an arrow's length


def flow_looks() -> tuple[Look, ...]:
    """Give the look of an arrow; its caption says what it is not."""
    return (
        Look(
            id="flow",
            symbol="line",
            legend="pair.flows.caption",
            stroke=tokens.REALLOCATION,
            width=3.0,
            opacity=0.9,
            arrow=True,
        ),
    )


def flow_shapes(one: Comparison, lang: str = "en") -> list[Shape]:
    """Give the largest flows between units as arrows, as wide as their share of the whole."""
    places = one.units[["lon", "lat"]]
    found = []
    for flow in one.transport.flows.head(MOST).to_dict("records"):
        ends = [tuple(places.loc[flow[side]]) for side in ("from", "to")]
        names = {
            side: place_name(one.units.at[flow[unit], "name"], lang)
            for side, unit in (("origin", "from"), ("target", "to"))
        }
        share = word("pair.flows.share", lang, share=number(100 * flow["share"], 1))
        found.append(
            Shape(
                f"{one.first_year}-{one.second_year}/{flow['from']}-{flow['to']}",
                word("pair.flows.name", lang, **names),
                LineString(bow(*ends, BULGE * span(*ends))),
                "flow",
                one.sources,
                part="line",
                rank=flow["share"] * 100,
                width=width(flow["share"]),
                text=share if flow["share"] >= LABELLED else "",
                hover=word("pair.flows.hover", lang, share=share, km=number(flow["km"], 0)),
            )
        )
    return found[::-1]


def width(share: float) -> float:
    """Give the width of an arrow in px, in proportion to its share of the whole."""
    narrow, wide = tokens.REALLOCATION_WIDTHS_PX
    return narrow + (wide - narrow) * min(1.0, share / WIDEST_AT)


def flow_note(one: Comparison, lang: str = "en") -> str:
    """Say how much of the moved share the arrows drawn carry, where not all are drawn."""
    flows = one.transport.flows
    if len(flows) <= MOST:
        return word("pair.flows.note", lang)
    share = number(100 * flows["share"].head(MOST).sum() / flows["share"].sum(), 0)
    return word("pair.flows.note_cut", lang, most=MOST, count=number(len(flows)), share=share)
