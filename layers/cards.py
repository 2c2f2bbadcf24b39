"""Cards: all that is known of a port, crossing or corridor, for the panels beside the map."""

from dataclasses import dataclass

import pandas as pd

from geo.sources import Source
from geo.tables import load_table, schema_of
from layers.drawing import features_of
from layers.facts import cell_text, words_of
from layers.package_words import column_title, place_name
from layers.port_loads import COLUMNS as LOAD_COLUMNS
from layers.port_loads import port_loads
from layers.route_lines import cited, using
from layers.scanner_reports import at_places, at_port
from layers.words import word

# The cells of a row that a card says, in this order; sources and places stand elsewhere.
SAID = {
    "ports": (
        "role_in_trafficking",
        "role_evidence",
        "destination_markets",
        "scanner_summary",
        "kind",
        "country",
        "department",
        "unlocode",
        "note",
    ),
    "crossings": (
        "role_in_trafficking",
        "neighbour",
        "neighbour_side_name",
        "kind",
        "official_post_evidence",
        "role_evidence",
        "period",
        "department",
        "note",
    ),
    "corridors": (
        "evidence",
        "scanner_evidence",
        "waypoints",
        "type",
        "name_in_source",
        "reported_year",
        "scanner_year",
        "before_2012",
        "note",
    ),
}
KEYS = {"ports": "port_id", "crossings": "crossing_id", "corridors": "corridor_id"}


@dataclass(frozen=True)
class Card:
    """
    What is known of one feature; every text is plain.

    `facts` are pairs of heading and text; `loads` the seizures at a port (`layers.port_loads`), `scanners` the
    reports of `layers.scanner_reports`, `routes` the ids of the routes that use it, `sources` those of its own row.
    """

    layer: str
    id: str
    name: str
    facts: tuple[tuple[str, str], ...]
    loads: pd.DataFrame
    scanners: pd.DataFrame
    routes: tuple[str, ...]
    sources: tuple[Source, ...]


def card_names(layer: str, lang: str = "en") -> dict[str, str]:
    """
    Name every feature of a layer that has a card: for ports also the places where a load was seized at no port.

    Raises
    ------
    KeyError
        If the layer has no cards.
    """
    _known(layer)
    features = features_of(layer, lang).drop_duplicates("id")
    return dict(zip(features["id"], features["name"], strict=True))


def card(layer: str, feature: str, lang: str = "en") -> Card:
    """
    Give the card of a feature.

    Raises
    ------
    KeyError
        If the layer has no cards, or no such feature.
    """
    names = card_names(layer, lang)
    if feature not in names:
        raise KeyError(f"{layer} has no {feature!r}; it has {len(names)}, such as {sorted(names)[:5]}")
    table = load_table(layer)
    rows = table[table[KEYS[layer]].eq(feature)].to_dict("records")
    facts = _facts(layer, rows[0], lang) if rows else ((word("beside.port.no_port", lang), _place(feature, lang)),)
    loads = port_loads(feature, lang) if layer == "ports" else pd.DataFrame(columns=list(LOAD_COLUMNS))
    return Card(
        layer=layer,
        id=feature,
        name=names[feature],
        facts=facts,
        loads=loads,
        scanners=_scanners(layer, feature, rows, lang),
        routes=using(layer, feature) if rows and layer != "corridors" else (),
        sources=cited(rows[0]) if rows else (),
    )


def _known(layer: str) -> None:
    if layer not in KEYS:
        raise KeyError(f"layer {layer!r} has no cards; those that have are {list(KEYS)}")


def _facts(layer: str, row: dict[str, object], lang: str) -> tuple[tuple[str, str], ...]:
    schema = schema_of(layer)
    told = []
    for name in SAID[layer]:
        field = schema.field(name)
        # the towns of a corridor are places, spelled by their names
        text = words_of(field, cell_text("place_id" if name == "waypoints" else name, row[name], field.unit, lang))
        if text:
            told.append((column_title(schema, name, lang), text))
    return tuple(told)


def _place(place_id: str, lang: str) -> str:
    """Say where a load was seized that was at no port."""
    place = load_table("places").set_index("place_id").loc[place_id]
    name = place_name(place["name"], lang)
    return name if pd.isna(place["department"]) else f"{name}, {place['department']}"


def _scanners(layer: str, feature: str, rows: list[dict[str, object]], lang: str) -> pd.DataFrame:
    if not rows:
        return at_places((), lang)
    if layer == "ports":
        return at_port(feature, lang)
    places = rows[0]["waypoints"].split(";") if layer == "corridors" else [rows[0]["place_id"]]
    return at_places(places, lang)
