"""Geometry: every file registered, with source and licence, unchanged since."""

import hashlib
import json

from geo.checks.opened import OpenedPackage
from geo.faults import Fault, TableError, shown_value
from geo.relief import PLACE, read_edges
from geo.rows import RawRows, read_rows

FOLDER, REGISTRY = "geometry", "registry.csv"
COLUMNS = ("file", "title", "source", "licence", "sha256", "upstream_sha256", "how")
NEVER_EMPTY = ("title", "source", "licence", "how")
PNG_START, PNG_END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
LARGEST_BYTES = 1_500_000  # a file must travel to the browser in one piece


def faults(package: OpenedPackage) -> list[Fault]:
    """List files that differ from the registry, are not in it, are missing, too large or not what they are called."""
    folder = package.root / FOLDER
    if not (folder / REGISTRY).is_file():
        shown, do = package.shown(f"{FOLDER}/{REGISTRY}"), "restore it with `nexo basemap`"
        return [Fault(shown, None, "", "a registry of the geometry", "no such file", do)]
    try:
        registry = read_rows(package.root, folder / REGISTRY)
    except TableError as error:
        return list(error.problems)
    lacking = [column for column in COLUMNS if column not in registry.header]
    if lacking:
        got = f"no {', '.join(lacking)}"
        return [Fault(registry.file, 1, "", f"the columns {', '.join(COLUMNS)}", got, "restore the header")]
    found = []
    for at, name in enumerate(registry.column("file")):
        found += _empty_cells(registry, at) + _hash_faults(package, registry, at, name)
    names = registry.column("file")
    for at, name in enumerate(names):
        if name in names[:at]:
            line = registry.lines[names.index(name)]
            got = f"{name!r}, as in line {line}"
            found.append(
                Fault(registry.file, registry.lines[at], "file", "each file once", got, "delete one")
            )
    for path in sorted(one for one in folder.rglob("*") if one.is_file() and one.name != REGISTRY):
        inside = path.relative_to(folder).as_posix()
        if inside not in names:
            do = "register it with source, licence and sha256, or take it away"
            shown = package.shown(f"{FOLDER}/{inside}")
            found.append(Fault(shown, None, "", f"a file in {REGISTRY}", "an unregistered one", do))
        found += _file_faults(package, inside)
    return found


def _empty_cells(registry: RawRows, at: int) -> list[Fault]:
    return [
        Fault(registry.file, registry.lines[at], column, "a value", "nothing", "fill the cell")
        for column in NEVER_EMPTY
        if not registry.column(column)[at].strip()
    ]


def _hash_faults(package: OpenedPackage, registry: RawRows, at: int, name: str) -> list[Fault]:
    path, line = package.root / FOLDER / name, registry.lines[at]
    if not name or not path.resolve().is_relative_to((package.root / FOLDER).resolve()) or not path.is_file():
        do = "restore the file with `nexo basemap` or delete its row"
        return [Fault(registry.file, line, "file", f"a file in {FOLDER}", shown_value(name), do)]
    wanted, got = registry.column("sha256")[at], hashlib.sha256(path.read_bytes()).hexdigest()
    if wanted == got:
        return []
    do = f"restore {name}, or rebuild it with `nexo basemap`, which writes the registry"
    return [
        Fault(registry.file, line, "sha256", f"{wanted[:12] or 'a hash'}... for {name}", f"{got[:12]}...", do)
    ]


def _file_faults(package: OpenedPackage, inside: str) -> list[Fault]:
    path, shown = package.root / FOLDER / inside, package.shown(f"{FOLDER}/{inside}")
    found = []
    if path.stat().st_size > LARGEST_BYTES:
        got = f"{path.stat().st_size} bytes"
        found.append(Fault(shown, None, "", f"at most {LARGEST_BYTES} bytes", got, "simplify the lines"))
    if path.suffix == ".png":
        held = path.read_bytes()
        if not held.startswith(PNG_START) or not held.endswith(PNG_END):
            found.append(Fault(shown, None, "", "a whole PNG picture", "something else", "restore the file"))
    if path.name == PLACE:
        try:
            read_edges(path)
        except TableError as error:
            found += error.problems
    if path.suffix == ".geojson":
        try:
            held = json.loads(path.read_text(encoding="utf-8"))
        except (UnicodeDecodeError, json.JSONDecodeError) as error:
            line = getattr(error, "lineno", None)
            got = getattr(error, "msg", "other bytes than UTF-8")
            return [*found, Fault(shown, line, "", "valid JSON", got, "restore the file")]
        if not isinstance(held, dict) or not isinstance(held.get("features"), list):
            found.append(Fault(shown, None, "", "a FeatureCollection", "something else", "restore the file"))
    return found
