"""The table beside a map: one row a feature, one column a year; and its CSV text."""

import csv
import io
from numbers import Number

import pandas as pd

from geo.timeline import YEARS
from layers.drawing import features_of, marks_of
from layers.package_words import place_name
from layers.registry import layer
from layers.words import has_word, word

# A spreadsheet runs a cell that starts with one of these as a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
NO_VALUE = {
    "zero": "layers.status.zero_or_not_reported",
    "none": "layers.no_figure",
    "uncounted": "layers.details.not_added",
    "abroad_seized": "layers.details.not_added",
}


def linked(key: str, lang: str = "en") -> pd.DataFrame:
    """
    Give the table of a layer.

    Parameters
    ----------
    key
        Key of the layer.
    lang
        Language of the words in the cells.

    Returns
    -------
    table
        Columns `id`, `name`, one a year (`2012` ... `2020`) and `note`. Where the layer sums a value the
        years hold numbers (NaN: no value), else words ('' where nothing is drawn). What no map can show
        stands last, with the reason in `note`.

    Raises
    ------
    KeyError
        If no layer has this key.
    """
    one, marks = layer(key), marks_of(key, lang)
    rows = features_of(key, lang).drop_duplicates("id")[["id", "name"]]
    table = pd.DataFrame({"id": rows["id"].to_numpy(), "name": rows["name"].to_numpy()})
    for year in YEARS:
        of_year = marks[year].drop_duplicates("id").set_index("id")
        if one.value:
            table[str(year)] = table["id"].map(of_year["value"].astype(float))
        else:
            cells = {mark.Index: _cell(mark.look, mark.text, lang) for mark in of_year.itertuples()}
            table[str(year)] = [cells.get(one, "") for one in table["id"]]
    table["note"] = ""
    left = one.left_out(lang)
    if len(left):
        blank = {str(year): float("nan") if one.value else "" for year in YEARS}
        extra = pd.DataFrame(
            [
                {"id": row.id, "name": place_name(row.name, lang), **blank, "note": word(row.why, lang)}
                for row in left.itertuples(index=False)
            ],
            columns=table.columns,
        )
        table = pd.concat([table, extra.astype(table.dtypes)], ignore_index=True)
    return table


def csv_text(key: str, lang: str = "en") -> str:
    """
    Write the table of a layer as CSV that a spreadsheet program shows and never runs.

    Numbers stay numbers; a year without one says why (zero or not reported, no figure).

    Raises
    ------
    KeyError
        If no layer has this key.
    """
    table, marks = linked(key, lang).astype(object), marks_of(key, lang)
    for year in YEARS:
        looks = marks[year].drop_duplicates("id").set_index("id")["look"]
        reasons = table["id"].map(looks).map(NO_VALUE)
        filled = [
            word(reason, lang) if pd.isna(cell) and not pd.isna(reason) else cell
            for cell, reason in zip(table[str(year)], reasons, strict=True)
        ]
        table[str(year)] = filled
    heads = {
        "id": word("layers.table.id", lang),
        "name": word("layers.table.name", lang),
        "note": word("layers.table.note", lang),
    }
    return frame_csv(table.rename(columns=heads))


def frame_csv(table: pd.DataFrame) -> str:
    """Write any frame as CSV that a spreadsheet program shows and never runs."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([safe(name) for name in table.columns])
    writer.writerows([safe(cell) for cell in row] for row in table.itertuples(index=False, name=None))
    return text.getvalue()


def safe(cell: object) -> object:
    """Give a cell as a spreadsheet may read it: text that would run as a formula gets an apostrophe."""
    if isinstance(cell, Number) and not isinstance(cell, bool):
        return "" if pd.isna(cell) else int(cell) if float(cell).is_integer() else float(cell)
    if cell is None or cell is pd.NA:
        return ""
    shown = str(cell)
    return f"'{shown}" if shown.startswith(FORMULA_STARTS) else shown


def _cell(look: str, text: str, lang: str) -> str:
    """Say in a word how a feature is drawn; a label's second line says it best."""
    lines = text.split("\n")
    if len(lines) > 1:
        return lines[1]
    key = f"layers.table.{look.split('-')[0]}"
    return word(key if has_word(key, lang) else "layers.table.drawn", lang)
