"""Port loads: what was seized at a port, report by report, rival weights side by side."""

import pandas as pd

from geo.sources import sources
from geo.tables import load_table
from layers.amounts import number
from layers.evidence import when
from layers.package_words import value_word
from layers.quantities import hedged
from layers.words import word

COLUMNS = (
    "row_id",
    "year",
    "slot",
    "when",
    "kg",
    "kg_low",
    "kg_high",
    "weight",
    "added",
    "standing",
    "drug",
    "concealment",
    "origin",
    "destination",
    "note",
    "source",
    "url",
    "locator",
    "confidence",
)


def port_loads(spot: str, lang: str = "en") -> pd.DataFrame:
    """
    Give one line a report on loads at one spot of the map, oldest first.

    Parameters
    ----------
    spot
        A port, or the place of a load that was seized at none.
    lang
        Language of the words.

    Returns
    -------
    lines
        Columns `COLUMNS`; `kg` (NaN: no weight given), `slot` the number of the report in its year (from 0; rival
        weights of one case follow each other, the one that is added first), `added` whether it adds to the year's
        total at the port, `standing` the same in words.
    """
    rows = load_table("port_seizures")
    rows = rows[rows["port_id"].fillna(rows["place_id"]).eq(spot)]
    counts = rows["counts_in_total"].fillna(False).astype(bool)
    rows = rows.assign(counts=counts, case=rows["case_id"].fillna(rows["row_id"]))
    rows = rows.assign(first=rows.groupby(["year", "case"])["date"].transform("min"))
    rows = rows.sort_values(["year", "first", "case", "counts", "row_id"], ascending=[True, True, True, False, True])
    known = sources()
    lines = [_line(row, known, lang) for row in rows.to_dict("records")]
    frame = pd.DataFrame(lines, columns=list(COLUMNS))
    return frame.assign(slot=frame.groupby("year").cumcount())


def _line(row: dict[str, object], known: dict[str, object], lang: str) -> dict[str, object]:
    cited, added = known[row["source_key"]], bool(row["counts"])
    texts = {
        name: "" if pd.isna(row[column]) else value_word(row[column], lang)
        for name, column in (
            ("drug", "drug"),
            ("concealment", "concealment"),
            ("origin", "stated_origin"),
            ("destination", "destination"),
            ("note", "note"),
        )
    }
    return {
        "row_id": row["row_id"],
        "year": int(row["year"]),
        "when": when(row, lang),
        "kg": row["seized_kg"],
        "kg_low": row["seized_kg_low"],
        "kg_high": row["seized_kg_high"],
        "weight": weight(row, lang),
        "added": added,
        "standing": word(f"beside.port.{'added' if added else 'not_added'}", lang),
        "source": cited.short,
        "url": cited.url,
        "locator": row["locator"],
        "confidence": row["confidence"],
        **texts,
    }


def weight(row: dict[str, object], lang: str = "en") -> str:
    """Write a weight as its source hedges it, with the range if one is given."""
    if pd.isna(row["seized_kg"]):
        return word("beside.port.no_weight", lang)
    text = f"{hedged(row['seized_kg'], row['qualifier'], lang)} kg"
    low, high = row["seized_kg_low"], row["seized_kg_high"]
    if pd.isna(low) or pd.isna(high):
        return text
    return word("beside.port.range", lang, weight=text, low=number(low), high=number(high))
