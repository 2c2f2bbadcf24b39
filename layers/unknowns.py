"""What no source says of the routes: said with the sources that come nearest, so that nobody reads it into the map."""

from dataclasses import dataclass

from geo.sources import Source, source
from geo.tables import load_table

# Rows that name what nobody lists or traces: table, column of its key, key.
NEAREST = {
    "ports": (("scanners", "row_id", "callao-2016-x10"),),
    "corridors": (("state_response", "row_id", "2016-control-post-r037"), ("scanners", "row_id", "lima-2016-x09")),
    "canada": (("article_claims", "claim_id", "P009"), ("article_claims", "claim_id", "W010")),
    "oceania": (("market_facts", "row_id", "oceania-2017-p013"),),
}


@dataclass(frozen=True)
class Unknown:
    """One thing that no source says; its words are `layers.unknowns.KEY`, `sources` those that come nearest."""

    key: str
    sources: tuple[Source, ...]


def unknowns() -> tuple[Unknown, ...]:
    """
    Give what is not known of routes, ports and corridors.

    Raises
    ------
    KeyError
        If a row that comes nearest is no longer in the data; all such rows are listed.
    """
    found, lost = [], []
    for key, rows in NEAREST.items():
        names = []
        for table, column, value in rows:
            own = load_table(table).query(f"{column} == @value")["source_key"]
            names += list(own)
            if own.empty:
                lost.append(f"{table}.{column} {value}")
        found.append(Unknown(key, tuple(source(name) for name in dict.fromkeys(names))))
    if lost:
        raise KeyError(f"rows on what is not known are gone: {lost}; name others in layers/unknowns.py")
    return tuple(found)
