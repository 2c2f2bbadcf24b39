"""What a source says: every row taken from it, and where the map shows it."""

from collections import Counter
from itertools import islice

import pandas as pd

from geo.sources import keys_in, sources
from geo.tables import load_table, schema_of, table_names
from layers.evidence import when
from layers.facts import LEFT_OUT, SOURCE_LISTS, cell_text
from layers.package_words import table_title, value_word
from layers.registry import LAYERS

# What is written about sources or places, not taken from them.
REGISTRIES = ("sources", "conflicts", "corrections", "prose_conflicts", "left_out")
ROW_KEYS = ("row_a", "row_b", "preferred_row", "published_row_id")  # they name rows, not what a row is about
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
    Give one line a source: `key, short, title, kind, published, rows`, the most used first.

    Raises
    ------
    TableError
        If the tables cannot be read.
    """
    used = Counter(key for name in citing_tables() for key in load_table(name)["source_key"].dropna())
    frame = pd.DataFrame(
        [
            {
                "key": key,
                "short": one.short,
                "title": one.title,
                "kind": value_word(one.kind, lang),
                "published": one.published,
                "rows": used[key],
            }
            for key, one in sources().items()
        ]
    )
    return frame.sort_values(["rows", "key"], ascending=[False, True], ignore_index=True)


def rows_of(key: str, lang: str = "en") -> pd.DataFrame:
    """
    Give every row taken from a source (`role` own) or that it corroborates (same), drawn ones first.

    Returns
    -------
    lines
        Columns `COLUMNS`; `layer` and `id` name the feature that the map shows for the row, '' where it shows none.
    """
    lines = [line for name in citing_tables() for line in _lines(name, key, lang)]
    frame = pd.DataFrame(lines, columns=list(COLUMNS))
    return frame.sort_values("layer", key=lambda names: names.eq(""), kind="stable", ignore_index=True)


def citing_tables() -> list[str]:
    """Name the tables whose rows cite a source: facts, not the registries and what is said about sources."""
    return [name for name in table_names() if name not in REGISTRIES and "source_key" in schema_of(name).columns]


def _lines(name: str, key: str, lang: str) -> list[dict[str, object]]:
    schema, table = schema_of(name), load_table(name)
    lists = [column for column in SOURCE_LISTS[1:] if column in table]
    same = pd.Series(False, index=table.index)
    for column in lists:
        same |= table[column].map(lambda cell: key in keys_in(cell))
    own = table["source_key"].eq(key).fillna(False).astype(bool)
    targets = [(one.key, behind.on) for one in LAYERS for behind in one.behind if behind.table == name]
    shown = [field for field in schema.fields if field.name not in (*LEFT_OUT, *SOURCE_LISTS, *PROVENANCE)]
    lines = []
    for is_own, row in zip(own[own | same], table[own | same].to_dict("records"), strict=True):
        layer, feature = next(((one, str(row[on])) for one, on in targets if not pd.isna(row[on])), ("", ""))
        filled = (field for field in shown if not pd.isna(row[field.name]))
        cells = [cell_text(field.name, row[field.name], field.unit, lang) for field in islice(filled, CELLS)]
        lines.append(
            {
                "table": table_title(schema, lang),
                "row": str(row[schema.primary_key[0]]),
                "what": " · ".join(cells),
                "when": when(row, lang),
                "confidence": row["confidence"],
                "locator": row["locator"],
                "role": OWN if is_own else SAME,
                "layer": layer,
                "id": feature,
                "year": _year(row),
            }
        )
    return lines


def _year(row: dict[str, object]) -> int | None:
    for name in ("year", "from_year", "since_year", "first_mentioned_year"):
        if name in row and not pd.isna(row[name]):
            return int(row[name])
    return None
