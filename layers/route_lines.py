"""Route lines: routes as sentences with their market and sources, for lists beside the map."""

from collections.abc import Iterable

import pandas as pd

from geo.sources import Source, keys_in, source
from geo.tables import load_table
from layers.describe import route_in_words
from layers.routes import used
from layers.tokens import MARKETS

COLUMNS = ("id", "market", "colour", "says", "confidence", "sources", "now")


def using(layer: str, feature: str) -> tuple[str, ...]:
    """
    Name the routes that use a port or crossing, in the order of the table.

    Parameters
    ----------
    layer
        `ports` or `crossings`.
    feature
        Its id.
    """
    return tuple(
        row["route_id"] for row in load_table("routes").to_dict("records") if f"{layer}:{feature}" in used(row)
    )


def use_counts(layer: str, routes: Iterable[str]) -> dict[str, int]:
    """Count, for each feature of a layer, the routes among these that use it; those used by none are left out."""
    wanted, counts = set(routes), {}
    for row in load_table("routes").to_dict("records"):
        if row["route_id"] in wanted:
            for target in used(row):
                name, _, feature = target.partition(":")
                if name == layer:
                    counts[feature] = counts.get(feature, 0) + 1
    return counts


def route_lines(routes: Iterable[str], now: Iterable[str], lang: str = "en") -> pd.DataFrame:
    """
    Give one line a route, those drawn now first.

    Parameters
    ----------
    routes
        Ids of the routes to list.
    now
        Ids of the routes that the map draws.

    Returns
    -------
    lines
        Columns `COLUMNS`: the market with its colour, the route in words, its confidence, its sources (a tuple,
        its own first) and whether the map draws it.

    Raises
    ------
    KeyError
        If there is no such route.
    """
    rows, drawn = load_table("routes").set_index("route_id", drop=False), set(now)
    lines = []
    for route in dict.fromkeys(routes):
        row = rows.loc[route].to_dict()
        lines.append(
            {
                "id": route,
                "market": row["market"],
                "colour": MARKETS[row["market"]],
                "says": route_in_words(row, lang),
                "confidence": row["confidence"],
                "sources": cited(row),
                "now": route in drawn,
            }
        )
    frame = pd.DataFrame(lines, columns=list(COLUMNS))
    return frame.sort_values("now", ascending=False, kind="stable", ignore_index=True)


def cited(row: dict[str, object]) -> tuple[Source, ...]:
    """Give the sources of a row: its own, then those that say the same."""
    keys = dict.fromkeys((row["source_key"], *keys_in(row.get("corroborating_sources"))))
    return tuple(source(key) for key in keys)
