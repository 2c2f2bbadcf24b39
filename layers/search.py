"""Search: everything that has a name, found whatever its accents and case."""

import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

from geo.places import places
from geo.tables import data_version, load_table
from layers.drawing import features_of
from layers.registry import LAYERS
from layers.words import languages, word

PLACES, ORGANISATIONS = "places", "organisations"
# What a reader most likely means by a name comes first; a grid cell or district named after its place comes late.
FIRST = ("coca_zones", "ports", "crossings", "mining_sectors", "bases", "events", "routes")
LAST = (ORGANISATIONS, "coca_districts", PLACES, "mining_cells")


@dataclass(frozen=True)
class Hit:
    """One thing to find: `layer` is a layer's key, `places` or `organisations`; lat and lon only for a place."""

    layer: str
    id: str
    label: str
    lat: float | None = None
    lon: float | None = None


def plain(text: str) -> str:
    """Give a text in lower case without accents: `Marañón` gives `maranon`."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


def rank(layer: str) -> int:
    """Give the place of a layer's features in the list of hits."""
    if layer in FIRST:
        return FIRST.index(layer)
    return len(FIRST) + (1 + LAST.index(layer) if layer in LAST else 0)


def hits(lang: str = "en") -> tuple[Hit, ...]:
    """
    Give everything that can be found, layers' features first, grid cells last.

    A label with accents ends with its plain spelling, so that typing either finds it.

    Raises
    ------
    TableError
        If the places or organisations cannot be read; a layer that cannot be drawn is left out.
    """
    return _hits(lang, data_version())


@lru_cache(maxsize=2 * len(languages()))
def _hits(lang: str, version: str) -> tuple[Hit, ...]:
    found = []
    for one in LAYERS:
        try:
            features = features_of(one.key, lang).drop_duplicates("id")
        except (KeyError, ValueError):
            continue  # the page says which layer cannot be drawn, and why
        title = word(one.title, lang)
        found += [
            Hit(one.key, row_id, _label(name, title))
            for row_id, name in zip(features["id"], features["name"], strict=True)
        ]
    for row in load_table(ORGANISATIONS).itertuples():
        found.append(Hit(ORGANISATIONS, row.org_id, _label(row.name, word("pages.organisation", lang))))
    gazetteer = places()
    for row in gazetteer.itertuples():
        where = row.department if isinstance(row.department, str) and row.department else row.country
        found.append(Hit(PLACES, row.place_id, _label(row.name, str(where)), row.geometry.y, row.geometry.x))
    # Two with one label could not be told apart in a list.
    often = Counter(one.label for one in found)
    found = [replace(one, label=f"{one.label} [{one.id}]") if often[one.label] > 1 else one for one in found]
    return tuple(sorted(found, key=lambda hit: (rank(hit.layer), plain(hit.label), hit.id)))


def _label(name: str, kind: str) -> str:
    label = f"{name} · {kind}"
    return label if plain(label) == label.casefold() else f"{label} ({plain(name)})"
