"""The values a filter offers, with their words and colours."""

import geopandas as gpd

from layers.base import Layer
from layers.package_words import value_word
from layers.words import has_word, word


def filter_values(
    one: Layer, features: gpd.GeoDataFrame, name: str, lang: str = "en"
) -> list[dict[str, str]]:
    """
    Give the values of a filter that some feature has.

    Values with a word of their own (`layers.filter.NAME.VALUE`) are spelled by it, names by the layer itself,
    others (countries) by `layers.package_words`. A filter with colours keeps their order; any other is sorted
    by label.
    """
    used = {value for values in features[name] for value in values}
    names, listed = one.labels(name, lang), []
    for value in used:
        key = f"layers.filter.{name}.{value}"
        label = word(key, lang) if has_word(key, lang) else value_word(names.get(value, value), lang)
        one_value = {"value": value, "label": label}
        if name in one.colours:
            one_value["colour"] = one.colours[name][value]
        listed.append(one_value)
    if name in one.colours:
        order = list(one.colours[name])
        return sorted(listed, key=lambda known: order.index(known["value"]))
    return sorted(listed, key=lambda known: (known["label"].casefold(), known["value"]))
