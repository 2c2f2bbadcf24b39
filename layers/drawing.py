"""A layer's features and marks, drawn once per data version and shared by files, details and tables."""

from functools import lru_cache

import geopandas as gpd
import pandas as pd

from geo.tables import data_version
from geo.timeline import YEARS
from layers.package_words import label, place_name
from layers.registry import LAYERS, layer
from layers.words import languages

# Two data versions of every layer in every language: an analyst who edits a table moves from one to the next.
KEPT = 2 * len(LAYERS) * len(languages())


def features_of(key: str, lang: str = "en") -> gpd.GeoDataFrame:
    """
    Give the features of a layer, as its `load` does.

    Raises
    ------
    KeyError
        If no layer has this key.
    """
    return _features(key, lang, data_version()).copy()


def marks_of(key: str, lang: str = "en") -> dict[int, pd.DataFrame]:
    """
    Give the marks of a layer by year, as its `draw` does.

    Raises
    ------
    KeyError
        If no layer has this key.
    """
    return {year: frame.copy() for year, frame in _marks(key, lang, data_version()).items()}


@lru_cache(maxsize=KEPT)
def _features(key: str, lang: str, version: str) -> gpd.GeoDataFrame:
    features = layer(key).load(lang)
    return features.assign(name=features["name"].map(lambda name: place_name(name, lang)))


@lru_cache(maxsize=KEPT)
def _marks(key: str, lang: str, version: str) -> dict[int, pd.DataFrame]:
    drawn = {year: layer(key).draw(year, lang) for year in YEARS}
    return {year: one.assign(text=one["text"].map(lambda text: label(text, lang))) for year, one in drawn.items()}
