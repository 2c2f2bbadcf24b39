"""What routes can be filtered by: one column of values a filter, from the cells of a route and its legs."""

import pandas as pd

from geo.tables import load_table
from layers.marks import split_list
from layers.words import word

FILTERS = ("market", "country", "role", "through", "commodity", "mode", "actor", "exit", "confidence", "path")
HOME = "PE"
UNCLASSIFIED, NOT_NAMED = "unclassified", "not_named"
# Markets that are one country: a route that ends there without its being the final market passes through it.
MARKET_COUNTRY = {"bolivia": "BO", "brazil": "BR", "chile": "CL"}
PORT, CROSSING = "port", "crossing"


def filter_columns(rows: pd.DataFrame) -> pd.DataFrame:
    """
    Give the values of every filter, one column of tuples each, for rows of `routes`, in their order.

    `market` is who buys in the end or first, `role` which of the two; `through` the countries of transit, which
    the market never is where it is final. `exit` is a port, a crossing, or where neither is named the exit as the
    source has it.
    """
    through = countries_passed(rows)
    return pd.DataFrame(
        {
            "market": [(one,) for one in rows["market"]],
            "country": [split_list(cell) for cell in rows["destination_countries"]],
            "role": [(one,) for one in rows["market_role"]],
            "through": [through[one] for one in rows["route_id"]],
            "commodity": [(one,) for one in rows["commodity_class"]],
            "mode": [split_list(cell) or (UNCLASSIFIED,) for cell in rows["mode_classes"]],
            "actor": [split_list(cell) or (NOT_NAMED,) for cell in rows["actor_classes"]],
            "exit": [exits(row) for row in rows.to_dict("records")],
            "confidence": [(one,) for one in rows["confidence"]],
            "path": [(one,) for one in rows["path_certainty"]],
        },
        index=rows.index,
    )


def exits(row: dict[str, object]) -> tuple[str, ...]:
    """Name where a route leaves: `port:ID`, `crossing:ID`, else the words of the source."""
    kinds = ((PORT, row["exit_port_id"]), (CROSSING, row["exit_crossing_id"]))
    named = tuple(f"{kind}:{one}" for kind, one in kinds if not pd.isna(one))
    return named or (str(row["exit_point"]),)


def countries_passed(rows: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """
    Give the countries that each route passes, Peru aside, as two letters in the order of travel.

    The country in which a route ends is passed only where the market lies beyond: the line stops short, no market
    is stated, or the market is first buyer or transit and that country.
    """
    country = load_table("places").set_index("place_id")["country"]
    legs = load_table("route_legs").sort_values(["route_id", "leg"], kind="stable")
    ways = {
        route: [own["from_place_id"].iloc[0], *own["to_place_id"]]
        for route, own in legs.groupby("route_id", sort=False)
    }
    found = {}
    for row in rows.itertuples(index=False):
        *way, end = (country[place] for place in ways.get(row.route_id, row.waypoints.split(";")))
        bought_on = row.market_role == "first_buyer_or_transit" and MARKET_COUNTRY.get(row.market) == end
        beyond = row.drawable == "stops_short" or row.market == "not_stated" or bought_on
        passed = [one for one in way if one != end] + [end] * beyond
        found[row.route_id] = tuple(dict.fromkeys(one for one in passed if one != HOME))
    return found


def exit_labels(name: str, lang: str = "en") -> dict[str, str]:
    """Name the ports and crossings that the filter of exits offers; other filters have words of their own."""
    if name != "exit":
        return {}
    named = {}
    for kind, table, key in ((PORT, "ports", "port_id"), (CROSSING, "crossings", "crossing_id")):
        rows = load_table(table)
        for one, label in zip(rows[key], rows["name"], strict=True):
            named[f"{kind}:{one}"] = word(f"layers.routes.exit_{kind}", lang, name=label)
    return named
