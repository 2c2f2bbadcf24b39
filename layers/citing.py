"""What a source says: every row taken from it, and where the map shows it."""

from functools import lru_cache

import pandas as pd

from geo.sources import keys_in, sources
from geo.tables import data_version, load_table, schema_of, table_names
from layers.evidence import when
from layers.facts import LEFT_OUT, SOURCE_LISTS, cell_text
from layers.registry import LAYERS

REGISTRIES = ("sources",)
CELLS = 6  # cells that say what a row is about
COLUMNS = ("table", "row", "what", "when", "confidence", "locator", "role", "layer", "id", "year")
PROVENANCE = (
    "locator",
    "seen_in",
    "confidence",
    "method",
    "note",
    "year",
    "date",
    "from_year",
    "until_year",
    "period_start",
    "period_end",
)
OWN, SAME = "own", "same"


def counts(lang: str = "en") -> pd.DataFrame:
    """
    Give one line a source that a table uses: `key, short, title, kind, published, rows`, the most used first.

    Raises
    ------
    TableError
        If the tables cannot be read.
    """
    listed = _lines(data_version(), lang)
    used = listed[listed["role"].eq(OWN)].groupby("source_key").size()
    known = sources()
    frame = pd.DataFrame(
        [
            {
                "key": key,
                "short": one.short,
                "title": one.title,
                "kind": one.kind,
                "published": one.published,
                "rows": int(used.get(key, 0)),
            }
            for key, one in known.items()
        ]
    )
    return frame.sort_values(["rows", "key"], ascending=[False, True], ignore_index=True)


def rows_of(key: str, lang: str = "en") -> pd.DataFrame:
    """
    Give every row taken from a source (`role` own) or that it corroborates (same).

    Returns
    -------
    lines
        Columns `COLUMNS`; `layer` and `id` name the feature that the map shows for the row, '' where it shows none.
    """
    listed = _lines(data_version(), lang)
    return listed[listed["source_key"].eq(key)][list(COLUMNS)].reset_index(drop=True)


@lru_cache(maxsize=2)
def _lines(version: str, lang: str) -> pd.DataFrame:
    lines: list[dict[str, object]] = []
    for name in table_names():
        schema = schema_of(name)
        if name in REGISTRIES or "source_key" not in schema.columns:
            continue
        targets = [(one.key, behind.on) for one in LAYERS for behind in one.behind if behind.table == name]
        shown = [
            field for field in schema.fields if field.name not in (*LEFT_OUT, *SOURCE_LISTS, *PROVENANCE)
        ]
        for row in load_table(name).to_dict("records"):
            layer, feature = next(
                ((key, str(row[on])) for key, on in targets if not pd.isna(row[on])), ("", "")
            )
            cells = [
                cell_text(field.name, row[field.name], field.unit, lang)
                for field in shown
                if not pd.isna(row[field.name])
            ]
            line = {
                "table": schema.title,
                "row": str(row[schema.primary_key[0]]),
                "what": " · ".join(cells[:CELLS]),
                "when": when(row, lang),
                "confidence": row["confidence"],
                "locator": row["locator"],
                "layer": layer,
                "id": feature,
                "year": _year(row),
            }
            lines.append(line | {"source_key": row["source_key"], "role": OWN})
            others = {key for column in SOURCE_LISTS[1:] if column in row for key in keys_in(row[column])} - {
                row["source_key"]
            }
            lines += [line | {"source_key": key, "role": SAME} for key in sorted(others)]
    return pd.DataFrame(lines, columns=[*COLUMNS, "source_key"])


def _year(row: dict[str, object]) -> int | None:
    for name in ("year", "from_year", "since_year", "first_mentioned_year"):
        if name in row and not pd.isna(row[name]):
            return int(row[name])
    return None
