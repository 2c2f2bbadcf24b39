"""The build folder: everything the browser fetches, written once for each version of data and code."""

import json
import os
import shutil
import tempfile
import time
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import platformdirs

from geo.faults import TableError
from geo.geometry import geometry_text
from geo.relief import relief
from geo.tables import data_version
from geo.timeline import YEARS
from layers import tokens
from layers.base import Layer
from layers.drawings import DECIMALS, LONGEST_TEXT, MOST
from layers.features import layer_text
from layers.package_words import place_name
from layers.registry import LAYERS
from layers.words import namespace, word

CODE = Path(__file__).parent
WEB = CODE / "web"
LABELS, RELIEF = "labels", "relief"
BASE_FILES = ("world", "countries", "departments", "rivers", "lakes", LABELS)
FONTS = {"sans.woff2": "SourceSansVF-Upright*.woff2", "sans-italic.woff2": "SourceSansVF-Italic*.woff2"}
# Each file hangs its part on the `nexo` object that the first one makes.
BUNDLES = {
    "nexo.js": (
        "mount.js", "made.js", "compare.js", "panes.js", "symbols.js", "shapes.js", "bundles.js", "lines.js",
        "labels.js", "inset.js", "furniture.js", "swatch.js", "legend.js", "reach.js", "choices.js", "talk.js",
        "ink.js", "pen.js", "present.js",
    ),  # fmt: skip
    "nexo.css": ("webmap.css", "ink.css", "present.css"),
}
KEPT_DAYS = 30


@cache
def code_version() -> str:
    """Give a short hash of the code that decides what is written, so that new code never meets old files."""
    digest = sha256()
    for path in sorted([*CODE.rglob("*.py"), *CODE.rglob("*.yaml"), *WEB.iterdir()]):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:8]


def cache_root() -> Path:
    """Give the user's cache folder, or a temporary one where that cannot be written."""
    wanted = Path(platformdirs.user_cache_dir("nexo"))
    try:
        wanted.mkdir(parents=True, exist_ok=True)
        probe = wanted / f".probe-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError:
        wanted = Path(tempfile.gettempdir()) / "nexo"
        wanted.mkdir(parents=True, exist_ok=True)
    return wanted


def build_folder(lang: str = "en") -> Path:
    """
    Give the folder for the data and code of now, writing it if it is not there yet.

    It is written under a temporary name and renamed, so that a reader never meets half a folder.
    """
    return _build_folder(lang, f"{data_version()}-{code_version()}")


@cache
def _build_folder(lang: str, version: str) -> Path:
    root = cache_root()
    folder = root / f"{lang}-{version}"
    if not (folder / "manifest.json").is_file():
        half = Path(tempfile.mkdtemp(prefix=".half-", dir=root))
        try:
            write_build(half, lang)
            half.chmod(0o755)
            if not (folder / "manifest.json").is_file():
                shutil.rmtree(folder, ignore_errors=True)  # half a folder of a process that was killed
            half.rename(folder)
        except OSError:
            # Another process renamed its own first: same version, same content.
            if not (folder / "manifest.json").is_file():
                raise
        finally:
            shutil.rmtree(half, ignore_errors=True)
    os.utime(folder)
    _forget_old(root)
    return folder


def _forget_old(root: Path) -> None:
    limit = time.time() - KEPT_DAYS * 86_400
    for old in root.iterdir():
        if old.is_dir() and old.stat().st_mtime < limit:
            shutil.rmtree(old, ignore_errors=True)


def write_build(folder: Path, lang: str = "en") -> dict[str, object]:
    """
    Write layer files, base map, script, style, Leaflet and fonts into a folder.

    A layer whose tables cannot be read is left out and named under `faults`: the others are still drawn.

    Returns
    -------
    manifest
        What `manifest.json` says.
    """
    layers, faults = [], {}
    for one in LAYERS:
        try:
            text = layer_text(one.key, lang)
        except (TableError, KeyError, ValueError) as fault:
            faults[one.key] = str(fault.args[0] if isinstance(fault, KeyError) and fault.args else fault)
            continue
        (folder / f"{one.key}.json").write_text(text, encoding="utf-8")
        layers.append(_entry(one, json.loads(text), lang))
    base = {}
    for name in BASE_FILES:
        try:
            text = _labels_text(lang) if name == LABELS else geometry_text(name)
        except TableError as fault:
            faults[name] = str(fault)
            continue
        (folder / f"base-{name}.json").write_text(text, encoding="utf-8")
        base[name] = f"base-{name}.json"
    try:
        shaded = _copy_relief(folder)
    except TableError as fault:
        faults[RELIEF], shaded = str(fault), None
    for name, parts in BUNDLES.items():
        text = "\n".join((WEB / part).read_text(encoding="utf-8") for part in parts)
        (folder / name).write_text(text, encoding="utf-8")
    _copy_packaged(folder)
    manifest = {
        "layers": layers,
        "faults": faults,
        "base": base,
        "relief": shaded,
        "tokens": tokens.for_browser(),
        "data_version": data_version(),
        "years": {"first": YEARS[0], "last": YEARS[-1]},
        "ink": {"most": MOST, "longest": LONGEST_TEXT, "decimals": DECIMALS},
        "words": namespace("web", lang),
        "lang": lang,
    }
    (folder / "manifest.json").write_text(
        json.dumps(manifest, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )
    return manifest


def _labels_text(lang: str) -> str:
    """Give the base map's names as a language spells them."""
    held = json.loads(geometry_text(LABELS))
    for feature in held["features"]:
        known = feature["properties"]
        known["text"] = place_name(known["text"], lang)
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def _entry(one: Layer, file: dict[str, object], lang: str) -> dict[str, object]:
    """Say of a layer what pages and browser need before they open its file."""
    drawn_years = {year for feature in file["features"] for year in feature["properties"]["years"]}
    return {
        "key": one.key,
        "file": f"{one.key}.json",
        "title": word(one.title, lang),
        "group": one.group,
        "order": one.order,
        "default_on": one.default_on,
        "when": file["when"],
        "filters": file["filters"],
        "default_filters": file["default_filters"],
        "data_years": sorted(int(year) for year in drawn_years if file["years"][year]["total"] is not None),
        "breaks_before": sorted(one.breaks_before),
    }


def catalogue(lang: str = "en") -> dict[str, dict[str, object]]:
    """Give what `manifest.json` says of each layer that can be drawn, by key, in drawing order."""
    return {one["key"]: one for one in _manifest(build_folder(lang))["layers"]}


def faults(lang: str = "en") -> dict[str, str]:
    """Give the layers that cannot be drawn, each with the reason."""
    return _manifest(build_folder(lang))["faults"]


@cache
def _manifest(folder: Path) -> dict[str, object]:
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def _copy_relief(folder: Path) -> dict[str, object] | None:
    """Copy the shaded relief, if the geometry in use has one, and say where Leaflet is to lay it."""
    found = relief()
    if found is None:
        return None
    name = f"base-{RELIEF}.png"
    shutil.copyfile(found.path, folder / name)
    return {"file": name, "bounds": [[found.south, found.west], [found.north, found.east]]}


def _copy_packaged(folder: Path) -> None:
    """Copy Leaflet and the type family out of the packages that ship them."""
    leaflet = Path(find_spec("xstatic.pkg.leaflet").submodule_search_locations[0]) / "data"
    for name in ("leaflet.js", "leaflet.css"):
        shutil.copyfile(leaflet / name, folder / name)
    shutil.copytree(leaflet / "images", folder / "images")
    media = Path(find_spec("streamlit").submodule_search_locations[0]) / "static" / "static" / "media"
    for name, pattern in FONTS.items():
        found = sorted(media.glob(pattern))
        if not found:
            raise FileNotFoundError(
                f"no {pattern} in the streamlit package; install the version that pyproject.toml asks for"
            )
        shutil.copyfile(found[0], folder / name)
