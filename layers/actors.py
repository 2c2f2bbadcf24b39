"""Organisations: what is known of one that is named in the routes, though no map shows it."""

import pandas as pd

from geo.sources import keys_in, source
from geo.tables import load_table
from layers.base import Behind
from layers.details import Detail
from layers.evidence import RIVAL_COLUMNS, evidence
from layers.facts import facts
from layers.words import word

TABLE = "organisations"
BEHIND = Behind(TABLE, "org_id", "layers.behind.facts")
SERIES_COLUMNS = ("year", "value", "text", "sources", "status")


def actor(org_id: str, lang: str = "en") -> Detail:
    """
    Give the row behind an organisation, in the form of a feature's details; it has no series and no position.

    Raises
    ------
    KeyError
        If the table has no such organisation.
    """
    table = load_table(TABLE)
    rows = table[table["org_id"].eq(org_id).fillna(False).astype(bool)]
    if rows.empty:
        raise KeyError(f"no organisation {org_id!r}; there are {len(table)}, such as {sorted(table['org_id'])[:5]}")
    row = rows.iloc[0]
    keys = dict.fromkeys((row["source_key"], *keys_in(row["corroborating_sources"])))
    return Detail(
        layer=TABLE,
        id=org_id,
        name=row["name"],
        unit="",
        claim="",
        position="",
        series=pd.DataFrame(columns=list(SERIES_COLUMNS)),
        evidence=evidence(BEHIND, None, lang),
        rivals=pd.DataFrame(columns=list(RIVAL_COLUMNS)),
        tables=((word(BEHIND.title, lang), facts(BEHIND, rows, lang)),),
        sources=tuple(source(key) for key in keys),
    )
