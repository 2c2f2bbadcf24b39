"""A layer made for one base year as a file: the form that map and picture read, with one entry for each other year."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geo.sources import sources
from geo.timeline import YEARS
from layers.base import Look
from layers.features import rounded, spelled
from layers.package_words import label, place_name

HASH_LENGTH = 12


@dataclass(frozen=True)
class Shape:
    """
    One shape of one pair of years.

    `id` and `part` name it: shapes of other pairs with the same two names share its geometry. Geometry is WGS84;
    labels of the lowest `tier` are placed first; `radius` and `width` are px; `text` is the label, `hover` what a
    pointer shows.
    """

    id: str
    name: str
    geometry: BaseGeometry
    look: str
    source_keys: tuple[str, ...]
    part: str = "symbol"
    rank: float = 0.0
    tier: int = 0
    radius: float | None = None
    width: float | None = None
    text: str = ""
    hover: str = ""


@dataclass(frozen=True)
class Told:
    """What a made layer says of one pair: title and subtitle where it leads, and what must be noted."""

    title: str = ""
    subtitle: str = ""
    note: str = ""


def made_file(
    key: str,
    title: str,
    base: int,
    order: int,
    looks: Sequence[Look],
    shapes: Mapping[int, Iterable[Shape]],
    told: Mapping[int, Told],
    lang: str = "en",
    **more: object,
) -> dict[str, object]:
    """
    Give the file of a layer made for a base year.

    Parameters
    ----------
    key, title, order
        Name, heading in the legend, place in the drawing order.
    base
        The year that every pair holds.
    looks
        Every look that a shape names.
    shapes, told
        What is drawn and said, by the other year of the pair.
    more
        Parts of a layer file that differ from a plain one: `unit`, `sizes`, `leads` (its words are the map's title),
        `counted` (False: no counts in the legend), `stands_for` (the layer whose features these are).

    Raises
    ------
    KeyError
        If a shape names a look or a source that does not exist.
    """
    known = sources()
    places = {look.id: index for index, look in enumerate(looks)}
    shorts: dict[str, int] = {}
    features: dict[tuple[str, str], dict[str, object]] = {}
    for year, found in shapes.items():
        for shape in found:
            feature = features.setdefault((shape.id, shape.part), _feature(shape, lang))
            state: dict[str, object] = {
                "k": places[shape.look],
                "s": sorted({shorts.setdefault(known[name].short, len(shorts)) for name in shape.source_keys}),
            }
            sizes = {"r": shape.radius, "w": shape.width}
            state |= {name: round(float(size), 2) for name, size in sizes.items() if size is not None}
            state |= {name: text for name, text in {"t": label(shape.text, lang), "d": shape.hover}.items() if text}
            feature["properties"]["years"][str(year)] = state
    of_pair = {year: told.get(year, Told()) for year in YEARS}
    file = {
        "key": key,
        "title": title,
        "group": "cultivation",
        "unit": "",
        "order": order,
        "when": "",
        "base": base,
        "looks": [spelled(look, lang) for look in looks],
        "keys": [],
        "sizes": [],
        "sources": list(shorts),
        "years": {
            str(year): {"title": one.title, "subtitle": one.subtitle, "note": one.note, "total": None, "total_text": ""}
            for year, one in of_pair.items()
        },
        "filters": {},
        "default_filters": {},
        "dim_by": None,
        "compared": False,
        "breaks_before": [],
        "features": list(features.values()),
    } | more
    text = json.dumps(file, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return file | {"hash": sha256(text.encode()).hexdigest()[:HASH_LENGTH]}


def _feature(shape: Shape, lang: str) -> dict[str, object]:
    return {
        "type": "Feature",
        "geometry": rounded(mapping(shape.geometry)),
        "properties": {
            "id": shape.id,
            "name": place_name(shape.name, lang),
            "part": shape.part,
            "rank": round(float(shape.rank), 1),
            "tier": shape.tier,
            "years": {},
        },
    }
