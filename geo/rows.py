"""Rows of a CSV file: read with their line numbers, then typed by the schema."""

import csv
import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from geo.faults import Fault, TableError, shown_path, shown_value
from geo.schemas import Field, TableSchema

WANTED = {
    "integer": ("a whole number", "write digits only, or leave the cell empty"),
    "year": ("a year of four digits", "write the year, or leave the cell empty"),
    "number": ("a plain decimal", "write digits and a point, or leave the cell empty"),
    "boolean": ("true or false", "write true or false"),
    "date": ("a date YYYY-MM-DD", "write the date, or leave the cell empty"),
}


@dataclass(frozen=True)
class RawRows:
    """The cells of one file as text, and the line on which each row starts (a cell may span lines)."""

    file: str
    header: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]

    def column(self, name: str) -> list[str]:
        """Return the cells of one column."""
        at = self.header.index(name)
        return [row[at] for row in self.cells]


def read_rows(root: Path, path: Path) -> RawRows:
    """
    Read a CSV file of the package at `root` as text.

    Raises
    ------
    TableError
        With every fault: no such file, bytes that are not UTF-8, broken quoting, rows too long or too short,
        empty lines, a header with an empty or repeated name.
    """
    shown = shown_path(root, path)
    text = _text(path, shown)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: tuple[str, ...] = ()
    cells: list[tuple[str, ...]] = []
    lines: list[int] = []
    faults: list[Fault] = []
    before = 0
    try:
        for row in reader:
            line, before = before + 1, reader.line_num
            if not header:
                header = tuple(row)
                faults += _header_faults(header, shown)
                if faults:  # without a header nothing can be said about the rows
                    break
            elif len(row) != len(header):
                faults.append(_ragged(row, header, shown, line))
            else:
                cells.append(tuple(row))
                lines.append(line)
    except csv.Error as fault:
        faults.append(
            Fault(
                shown,
                before + 1,
                "",
                "standard CSV quoting",
                str(fault),
                "double the quotes inside a quoted cell and close it",
            )
        )
    if faults:
        raise TableError(faults)
    return RawRows(shown, header, tuple(cells), tuple(lines))


def typed(raw: RawRows, schema: TableSchema) -> pd.DataFrame:
    """
    Give each column the type of its schema; columns come in the order of the schema.

    Missing cells are `NaN` in text and numbers and `<NA>` in whole numbers and booleans.

    Raises
    ------
    TableError
        With every missing or unknown column and every cell that does not read as its type.
    """
    faults = column_faults(raw, schema)
    frame, unreadable = readable(raw, schema)
    if faults or unreadable:
        raise TableError([*faults, *unreadable])
    return frame


def column_faults(raw: RawRows, schema: TableSchema) -> list[Fault]:
    """List the columns that the file lacks and those that the schema does not know."""
    lacking = [
        Fault(raw.file, 1, column, "the column", "no such column", "add it (its cells may be empty)")
        for column in schema.columns
        if column not in raw.header
    ]
    do = f"delete it or declare it in {schema.name}.schema.yaml"
    return lacking + [
        Fault(raw.file, 1, column, "only columns of the schema", "an unknown column", do)
        for column in raw.header
        if column not in schema.columns
    ]


def readable(raw: RawRows, schema: TableSchema) -> tuple[pd.DataFrame, list[Fault]]:
    """Type what can be read of the columns at hand; the other cells become missing, each with its fault."""
    columns, faults = {}, []
    for field in schema.fields:
        if field.name not in raw.header:
            continue
        text = raw.column(field.name)
        columns[field.name], bad = _typed_column(text, field)
        expected, do = WANTED.get(field.type, ("text", "correct the cell"))
        for at in bad:
            faults.append(Fault(raw.file, raw.lines[at], field.name, expected, shown_value(text[at]), do))
    return pd.DataFrame(columns, index=pd.RangeIndex(len(raw.cells))), faults


def _text(path: Path, shown: str) -> str:
    try:
        held = path.read_bytes()
    except OSError as fault:
        reason = "no such file" if isinstance(fault, FileNotFoundError) else str(fault.strerror)
        raise TableError(
            [
                Fault(
                    shown,
                    None,
                    "",
                    "a CSV file",
                    reason,
                    "restore the file or take it out of datapackage.yaml",
                )
            ]
        ) from fault
    try:
        text = held.decode("utf-8-sig")  # spreadsheet programs write a byte order mark
    except UnicodeDecodeError as fault:
        line = held[: fault.start].count(b"\n") + 1
        raise TableError(
            [
                Fault(
                    shown,
                    line,
                    "",
                    "UTF-8 text",
                    f"the byte 0x{held[fault.start]:02x}",
                    "save the file as CSV UTF-8",
                )
            ]
        ) from fault
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise TableError([Fault(shown, line, "", "text", "a NUL character", "delete it or restore the file")])
    if not text.strip():
        raise TableError([Fault(shown, 1, "", "a header line", "an empty file", "restore the file")])
    return text


def _header_faults(header: tuple[str, ...], shown: str) -> list[Fault]:
    if len(header) == 1 and ";" in header[0]:
        return [Fault(shown, 1, "", "cells parted by commas", "semicolons", "save the file with commas")]
    if not header:
        return [Fault(shown, 1, "", "a header line", "an empty line", "delete the empty line")]
    faults = [
        Fault(shown, 1, f"column {at}", "a column name", "nothing", "name the column or delete it")
        for at, name in enumerate(header, start=1)
        if not name.strip()
    ]
    faults += [
        Fault(shown, 1, name, "each column once", "it more than once", "delete one")
        for name in sorted(set(header))
        if name.strip() and header.count(name) > 1
    ]
    return faults


def _ragged(row: list[str], header: tuple[str, ...], shown: str, line: int) -> Fault:
    if not row:
        return Fault(shown, line, "", "a row", "an empty line", "delete the line")
    do = "quote cells that hold a comma" if len(row) > len(header) else "add the missing commas"
    return Fault(shown, line, "", f"{len(header)} cells", f"{len(row)}", do)


def _typed_column(text: list[str], field: Field) -> tuple[pd.Series, list[int]]:
    cells = np.array(text, dtype=object)
    empty = cells == "" if len(cells) else np.zeros(0, dtype=bool)
    if field.type in ("integer", "number", "year"):
        values, bad = _numbers(cells, empty, whole=field.type != "number")
        if field.type == "year":
            bad |= ~empty & (np.char.str_len(cells.astype(str)) != 4)
            values = np.where(bad, np.nan, values)
        series = pd.Series(values) if field.type == "number" else pd.Series(values, dtype="Int64")
    elif field.type == "boolean":
        bad = ~empty & ~np.isin(cells, ("true", "false"))
        read = [None if one not in ("true", "false") else one == "true" for one in text]
        series = pd.Series(pd.array(read, dtype="boolean"))
    else:
        dated = field.type == "date"
        bad = np.array([dated and bool(one) and not _is_date(one) for one in text], dtype=bool)
        series = pd.Series(np.where(empty | bad, None, cells), dtype="str")
    return series, list(np.flatnonzero(bad))


def _numbers(cells: np.ndarray, empty: np.ndarray, whole: bool) -> tuple[np.ndarray, np.ndarray]:
    # float() and to_numeric also read "inf", "nan", "1_0", "True" and " 5 ": only plain signs may pass
    plain = np.array([not one.strip("+-.0123456789eE") for one in cells], dtype=bool)
    values = pd.to_numeric(pd.Series(np.where(empty | ~plain, None, cells), dtype=object), errors="coerce")
    values = values.to_numpy(dtype=float, na_value=np.nan)
    bad = ~empty & ~np.isfinite(values)
    if whole:
        bad |= np.isfinite(values) & (values != np.floor(values))
    return np.where(bad, np.nan, values), bad


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
