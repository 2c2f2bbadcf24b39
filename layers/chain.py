"""The chain: organisations by their link from leaf to buyer, where and when they are reported, and by which routes."""

from collections.abc import Iterable

import pandas as pd

from geo.tables import load_table
from layers.marks import split_list
from layers.route_lines import cited
from layers.words import word

# The links in the order of the goods; `chain_role` of organisations.schema.yaml says what each means.
LINKS = (
    "grower",
    "supplier",
    "clan",
    "protection",
    "transporter",
    "trader",
    "foreign_buyer",
    "launderer",
    "not_stated",
)
COLUMNS = (
    "id",
    "name",
    "links",
    "role",
    "countries",
    "where",
    "from_year",
    "until_year",
    "when",
    "routes",
    "now",
    "confidence",
    "locator",
    "note",
    "sources",
)


def chain(now: Iterable[str] = ()) -> pd.DataFrame:
    """
    Give one line an organisation, in the order of the chain.

    Parameters
    ----------
    now
        Ids of the routes that the map draws.

    Returns
    -------
    lines
        Columns `COLUMNS`: `links` and `countries` are tuples, `role` is as reported, `routes` names the routes that
        name it and `now` those of them that the map draws; `sources` is a tuple, its own first.
    """
    drawn, lines = set(now), []
    for row in load_table("organisations").to_dict("records"):
        routes = split_list(row["named_in_routes"])
        lines.append(
            {
                "id": row["org_id"],
                "name": row["name"],
                "links": split_list(row["chain_role"]),
                "role": row["role"],
                "countries": split_list(row["origin_country"]),
                "where": row["where_reported"],
                "from_year": int(row["from_year"]),
                "until_year": int(row["until_year"]),
                "when": row["period"],
                "routes": routes,
                "now": tuple(one for one in routes if one in drawn),
                "confidence": row["confidence"],
                "locator": row["locator"],
                "note": "" if pd.isna(row["note"]) else row["note"],
                "sources": cited(row),
            }
        )
    frame = pd.DataFrame(lines, columns=list(COLUMNS))
    rank = frame["links"].map(lambda links: min(LINKS.index(one) for one in links))
    return frame.assign(rank=rank).sort_values(["rank", "name"], ignore_index=True).drop(columns="rank")


def narrowed(lines: pd.DataFrame, links: Iterable[str] = (), countries: Iterable[str] = ()) -> pd.DataFrame:
    """Keep the organisations with one of the links and one of the countries; an empty choice keeps all."""
    for column, wanted in (("links", set(links)), ("countries", set(countries))):
        if wanted:
            lines = lines[lines[column].map(lambda has, wanted=wanted: bool(wanted & set(has))).astype(bool)]
    return lines.reset_index(drop=True)


def link_counts(lines: pd.DataFrame) -> dict[str, int]:
    """Count the organisations of each link, 0 for a link that no organisation has; one may have several."""
    return {link: int(lines["links"].map(lambda has, link=link: link in has).sum()) for link in LINKS}


def countries(lines: pd.DataFrame) -> dict[str, int]:
    """Count the organisations of each country of origin, the most named first."""
    counts = lines["countries"].explode().value_counts()
    return {name: int(count) for name, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))}


def link_name(link: str, lang: str = "en") -> str:
    """Give a link as it is read."""
    return word(f"beside.link.{link}", lang)
