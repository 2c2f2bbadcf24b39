"""A layer as the browser and the figure read it: GeoJSON with a look for every year."""

import json
from dataclasses import replace
from functools import cache

import geopandas as gpd
import pandas as pd
from shapely.geometry import mapping

from geo.sources import sources
from geo.tables import data_version
from layers.amounts import number
from layers.base import Layer, Look
from layers.drawing import features_of, marks_of
from layers.filters import filter_values
from layers.package_words import unit_word
from layers.registry import layer
from layers.titles import size_unit, unit, years_told
from layers.tokens import INK
from layers.words import word

DECIMALS = 5


def layer_file(key: str, lang: str = "en") -> dict[str, object]:
    """
    Give the file of a layer: looks, sources, years, filters, features; a fresh copy each time.

    Raises
    ------
    KeyError
        If no layer has this key.
    """
    return json.loads(layer_text(key, lang))


def layer_text(key: str, lang: str = "en") -> str:
    """Give the file of a layer as compact JSON."""
    return _layer_text(key, lang, data_version())


@cache
def _layer_text(key: str, lang: str, version: str) -> str:
    return json.dumps(_build(layer(key), lang), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _build(one: Layer, lang: str) -> dict[str, object]:
    features, marks = features_of(one.key, lang), marks_of(one.key, lang)
    looks = {look.id: index for index, look in enumerate(one.looks())}
    known = sources()
    names = sorted({name for frame in marks.values() for keys in frame["source_keys"] for name in keys})
    lost = [name for name in names if name not in known]
    if lost:
        raise KeyError(
            f"layer {one.key} cites {lost[:5]}, which tables/sources.csv lacks; add their rows there"
        )
    shorts = list(dict.fromkeys(known[name].short for name in names))
    places = {name: shorts.index(known[name].short) for name in names}
    of_feature = _years_of_features(one.key, marks, looks, places)
    return {
        "key": one.key,
        "title": word(one.title, lang),
        "group": one.group,
        "unit": unit_word(unit(one), lang),
        "order": one.order,
        "when": word(one.when, lang),
        "looks": [spelled(look, lang) for look in one.looks()],
        "keys": [
            {"field": name, "legend": word(key, lang), "look": _key_look(one, name, lang)}
            for name, key in one.keys
        ]
        + [{"field": "", "legend": word(key, lang), "look": _width_look(width)} for key, width in one.widths],
        "sizes": [
            {"r": size, "label": f"{number(value)} {unit_word(size_unit(one), lang)}"} for value, size in one.sizes
        ],
        "sources": shorts,
        "years": years_told(one, features, marks, lang),
        "filters": {name: filter_values(one, features, name, lang) for name in one.filters},
        "default_filters": {name: list(values) for name, values in one.default_filters.items()},
        "dim_by": one.dim_by,
        "flows": one.flows,
        "spans": one.spans,
        "compared": bool(one.compared),
        "breaks_before": list(one.breaks_before),
        "features": _features(one, features, of_feature),
    }


def spelled(look: Look, lang: str = "en") -> dict[str, object]:
    """Give a look as it stands in a file, its legend in words."""
    return look.as_dict(word(look.legend, lang, **look.fields) if look.legend else "")


def _key_look(one: Layer, name: str, lang: str) -> dict[str, object]:
    """Show a key by the first look that has it, in ink: it stands for all colours."""
    found = next(look for look in one.looks() if getattr(look, name))
    return spelled(replace(found, stroke=INK), lang)


def _width_look(width: float) -> dict[str, object]:
    """Show a width by a plain line in ink."""
    return spelled(Look(id="", symbol="line", legend="", stroke=INK, width=width))


def _years_of_features(
    key: str, marks: dict[int, pd.DataFrame], looks: dict[str, int], places: dict[str, int]
) -> dict[tuple[str, str], dict[str, dict[str, object]]]:
    """Give each feature part its state in each year in which it is drawn."""
    known: dict[tuple[str, str], dict[str, dict[str, object]]] = {}
    for year, frame in marks.items():
        stray = sorted(set(frame["look"]) - set(looks))
        if stray:
            raise KeyError(f"layer {key}, {year}: marks name looks {stray}, which the layer lacks")
        twice = frame[frame.duplicated(["id", "part"])]["id"].tolist()
        if twice:
            raise ValueError(
                f"layer {key}, {year}: more than one mark for {twice[:5]}; draw each feature once a year"
            )
        for mark in frame.itertuples(index=False):
            state: dict[str, object] = {
                "k": looks[mark.look],
                "s": sorted({places[name] for name in mark.source_keys}),
            }
            sizes = {"r": mark.radius, "w": mark.width}
            state |= {name: float(size) for name, size in sizes.items() if not pd.isna(size)}
            state |= {name: text for name, text in {"t": mark.text, "d": mark.hover}.items() if text}
            known.setdefault((mark.id, mark.part), {})[str(year)] = state
    return known


def _features(
    one: Layer, features: gpd.GeoDataFrame, of_feature: dict[tuple[str, str], dict[str, dict[str, object]]]
) -> list[dict[str, object]]:
    listed = []
    known = set(zip(features["id"], features["part"], strict=True))
    lost = sorted(set(of_feature) - known)
    if lost:
        raise KeyError(f"layer {one.key}: marks without a feature: {lost[:5]}. Give `load` a row for each.")
    # Lines that share a curve would hide a wide one under a thin one.
    ordered = features.sort_values("rank", kind="stable") if one.flows else features
    for row in ordered.to_dict("records"):
        years = of_feature.get((row["id"], row["part"]))
        if not years:
            continue
        properties: dict[str, object] = {
            "id": row["id"],
            "name": row["name"],
            "part": row["part"],
            "rank": round(float(row["rank"]), 1),
            "years": years,
        }
        if one.filters:
            properties["f"] = {name: list(row[name]) for name in one.filters}
        if "uses" in row:
            properties["uses"] = list(row["uses"])
        if len(row.get("arrows", ())):
            properties["arrows"] = [[round(part, DECIMALS) for part in arrow] for arrow in row["arrows"]]
        properties |= {name: row[name] for name in ("dx", "dy") if row.get(name)}
        listed.append(
            {"type": "Feature", "geometry": rounded(mapping(row["geometry"])), "properties": properties}
        )
    return listed


def rounded(geometry: dict[str, object]) -> dict[str, object]:
    """Cut coordinates to about a metre: `DECIMALS` decimals."""

    def cut(part: object) -> object:
        return round(part, DECIMALS) if isinstance(part, float | int) else [cut(one) for one in part]

    return {"type": geometry["type"], "coordinates": cut(geometry["coordinates"])}
