"""Tables of the data package: read by name, typed by their schemas, kept until a file changes."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from geo.faults import Fault, TableError, shown_path, shown_value
from geo.rows import read_rows, typed
from geo.schemas import TableSchema, read_schema, read_yaml

PACKAGE = "datapackage.yaml"
VERSION_LENGTH = 12  # hexadecimal digits: enough to tell packages apart in an address


@dataclass(frozen=True)
class Entry:
    """One table of a package: its name, its rows' file and its schema's file."""

    name: str
    rows: Path
    schema: Path


def own_data_dir() -> Path:
    """Return the `data` folder of this checkout."""
    return Path(__file__).resolve().parent.parent / "data"


def data_dir() -> Path:
    """
    Return the folder of the data package: `NEXO_DATA`, else `data` beside `geo`.

    Raises
    ------
    TableError
        If there is no such folder, or no datapackage.yaml in it.
    """
    named = os.environ.get("NEXO_DATA", "").strip()
    folder = Path(named).expanduser() if named else own_data_dir()
    where = f"NEXO_DATA={named}" if named else str(folder)
    if not folder.is_dir():
        raise TableError(
            [
                Fault(
                    where,
                    None,
                    "",
                    "a folder",
                    "no such folder",
                    "point NEXO_DATA to a data package, or unset it",
                )
            ]
        )
    if not (folder / PACKAGE).is_file():
        raise TableError(
            [
                Fault(
                    where,
                    None,
                    "",
                    f"a folder with {PACKAGE}",
                    "a folder without it",
                    "point NEXO_DATA to the folder that holds it, or unset it",
                )
            ]
        )
    return folder.resolve()


def entries(root: Path) -> Mapping[str, Entry]:
    """
    List the tables of the package at `root`, by name, in the order of its datapackage.yaml.

    Raises
    ------
    TableError
        If datapackage.yaml cannot be read or an entry lacks its name, path or schema, or leaves the folder.
    """
    return _entries(root, _stamp(root / PACKAGE))


def table_names() -> tuple[str, ...]:
    """Name the tables of the data package, in its order."""
    return tuple(entries(data_dir()))


def schema_of(name: str) -> TableSchema:
    """
    Return the schema of a table.

    Raises
    ------
    KeyError
        If the package has no table of that name.
    TableError
        If the schema cannot be read.
    """
    entry = _entry(name)
    return _schema(data_dir(), entry, _stamp(entry.schema))


def load_table(name: str) -> pd.DataFrame:
    """
    Return the rows of a table in file order, typed by its schema.

    Text is `str`, decimals `float64` (missing: NaN); whole numbers and years are `Int64`, booleans `boolean`
    (missing: `<NA>`); dates stay ISO text. The frame is a copy: change it as you like.

    Raises
    ------
    KeyError
        If the package has no table of that name.
    TableError
        With every fault of the reading.
    """
    entry = _entry(name)
    return _table(data_dir(), entry, _stamp(entry.schema), _stamp(entry.rows)).copy()


def data_version() -> str:
    """Return a short hash over every file of the package: another hash, another picture."""
    root = data_dir()
    return _version(root, tuple(sorted(_stamps(root))))


def _stamps(folder: Path | str) -> Iterator[tuple[str, tuple[int, int]]]:
    """List the files below a folder with their stamps; os.scandir, because every run of a page asks for this."""
    with os.scandir(folder) as found:
        for one in found:
            if one.name.startswith("."):
                continue
            if one.is_dir():
                yield from _stamps(one.path)
            else:
                seen = one.stat()
                yield one.path, (seen.st_mtime_ns, seen.st_size)


def _entry(name: str) -> Entry:
    listed = entries(data_dir())
    if name not in listed:
        raise KeyError(f"no table {name!r} in {PACKAGE}; the tables are {', '.join(listed)}")
    return listed[name]


def _stamp(path: Path) -> tuple[int, int]:
    """Tell one state of a file from the next; a missing file has its own."""
    try:
        seen = path.stat()
    except OSError:
        return -1, -1
    return seen.st_mtime_ns, seen.st_size


@lru_cache(maxsize=8)
def _entries(root: Path, stamp: tuple[int, int]) -> Mapping[str, Entry]:
    path = root / PACKAGE
    held = read_yaml(root, path)
    shown, listed = shown_path(root, path), held.get("resources")
    if not isinstance(listed, list) or not listed:
        raise TableError(
            [Fault(shown, None, "resources", "a list of tables", shown_value(listed), "list them")]
        )
    found: dict[str, Entry] = {}
    faults: list[Fault] = []
    for number, one in enumerate(listed, start=1):
        texts = [one.get(part) if isinstance(one, dict) else None for part in ("name", "path", "schema")]
        if not all(isinstance(text, str) and text for text in texts):
            faults.append(
                Fault(
                    shown,
                    None,
                    f"resource {number}",
                    "a name, a path and a schema file",
                    shown_value(one),
                    "complete the entry",
                )
            )
            continue
        name, rows, schema = texts
        if name in found:
            faults.append(Fault(shown, None, name, "each table once", "it twice", "delete one entry"))
        for text in (rows, schema):
            if not (root / text).resolve().is_relative_to(root.resolve()):
                faults.append(
                    Fault(
                        shown,
                        None,
                        name,
                        "a path inside the package",
                        shown_value(text),
                        "keep the file beside the others",
                    )
                )
        found[name] = Entry(name, root / rows, root / schema)
    if faults:
        raise TableError(faults)
    return MappingProxyType(found)


@lru_cache(maxsize=256)
def _schema(root: Path, entry: Entry, stamp: tuple[int, int]) -> TableSchema:
    return read_schema(root, entry.schema, entry.name)


@lru_cache(maxsize=128)
def _table(root: Path, entry: Entry, schema: tuple[int, int], rows: tuple[int, int]) -> pd.DataFrame:
    return typed(read_rows(root, entry.rows), _schema(root, entry, schema))


@lru_cache(maxsize=8)
def _version(root: Path, files: tuple[tuple[str, tuple[int, int]], ...]) -> str:
    digest = hashlib.sha256()
    for path in (Path(name) for name, _ in files):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:VERSION_LENGTH]
