"""Cells as a reader sees them: keys by the name of what they mean, slugs by words, lists with commas."""

import re
from functools import lru_cache

from geo.tables import data_version, load_table
from layers.marks import split_list
from layers.package_words import value_word
from layers.words import has_word, word

# Ends of columns that name rows of other tables: the table and its columns of key and name.
NAMED = {
    "zone_id": ("coca_zones", "zone_id", "name"),
    "parent_zone": ("coca_zones", "zone_id", "name"),
    "port_id": ("ports", "port_id", "name"),
    "uses_ports": ("ports", "port_id", "name"),
    "crossing_id": ("crossings", "crossing_id", "name"),
    "uses_crossings": ("crossings", "crossing_id", "name"),
    "sector_id": ("mining_sectors", "sector_id", "name"),
    "base_id": ("bases", "base_id", "name"),
    "place_id": ("places", "place_id", "name"),
    "article_places": ("article_places", "place_ref", "name"),
    "place_ref": ("article_places", "place_ref", "name"),
    "place_refs": ("article_places", "place_ref", "name"),
}
# Columns whose values a filter, or another group of words, already spells.
SPELLED = {
    "market": "layers.filter.market",
    "commodity_class": "layers.filter.commodity",
    "mode_classes": "layers.filter.mode",
    "leg_mode": "layers.filter.mode",
    "actor_classes": "layers.filter.actor",
    "path_certainty": "layers.filter.path",
    "operator_class": "layers.filter.operator",
    "measure": "layers.measure",
    "value_status": "layers.status",
    "countries": "layers.cell.country",
    "to_country": "layers.cell.country",
}
TIGHT = re.compile(r";(?=\S)")  # a list as the tables hold it; prose has a space after its semicolons


def spelled(column: str, cell: object, lang: str = "en") -> str:
    """
    Write a text cell in words.

    Parameters
    ----------
    column
        Name of its column.
    cell
        A key, a slug, a list of them joined by `;`, or plain text, which stays as it is.
    lang
        Language of the words.
    """
    text = str(cell)
    end = next((end for end in NAMED if column.endswith(end)), None)
    if end:
        names = _names(*NAMED[end], data_version())
        return ", ".join(value_word(names.get(part, part), lang) for part in split_list(text))
    groups = (f"layers.cell.{column}", *([SPELLED[column]] if column in SPELLED else []))
    if any(has_word(f"{group}.{part}", lang) for group in groups for part in split_list(text)):
        return ", ".join(_word(groups, part, lang) for part in split_list(text))
    return ", ".join(value_word(part.strip(), lang) for part in TIGHT.split(text))


def _word(groups: tuple[str, ...], part: str, lang: str) -> str:
    key = next((f"{group}.{part}" for group in groups if has_word(f"{group}.{part}", lang)), None)
    return word(key, lang) if key else value_word(part, lang)


@lru_cache(maxsize=32)
def _names(table: str, key: str, name: str, version: str) -> dict[str, str]:
    rows = load_table(table).dropna(subset=[name])
    return dict(zip(rows[key].astype(str), rows[name].astype(str), strict=True)) if len(rows) else {}
