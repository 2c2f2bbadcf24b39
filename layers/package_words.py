"""The data package's own words in the reader's language: titles, units, values; where none is known, as it has them."""

import re

from geo.schemas import TableSchema
from layers.words import has_word, word

SLUG = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+")


def table_title(schema: TableSchema, lang: str = "en") -> str:
    """Give the title of a table."""
    return _known(f"package.table.{schema.name}", lang) or schema.title


def column_title(schema: TableSchema, column: str, lang: str = "en") -> str:
    """
    Give the title of a column: that of its table, else that of its name in any table.

    Raises
    ------
    KeyError
        If the table has no such column.
    """
    own = schema.field(column).title
    return _known(f"package.column.{schema.name}.{column}", lang) or _known(f"package.column.{column}", lang) or own


def unit_word(unit: str, lang: str = "en") -> str:
    """Give a unit; symbols (`ha`, `kg`) have no word and stay."""
    return _known(f"package.unit.{unit}", lang) or unit


def value_word(text: str, lang: str = "en") -> str:
    """Give a value of a closed list or a name; a slug without a word is read as words, any other text stays."""
    known = _known(f"package.value.{text}", lang) or _known(f"package.name.{text}", lang)
    return known or (text.replace("_", " ") if SLUG.fullmatch(text) else text)


def place_name(text: str, lang: str = "en") -> str:
    """Give a name that a language spells its own way, such as one that describes a place; a proper name stays."""
    return _known(f"package.name.{text}", lang) or text


def label(text: str, lang: str = "en") -> str:
    """Give a label with the name on its first line spelled as the language does; its other lines stay."""
    name, line, rest = text.partition("\n")
    return place_name(name, lang) + line + rest


def _known(key: str, lang: str) -> str:
    return word(key, lang) if has_word(key, lang) else ""
