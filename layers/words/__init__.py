"""The catalogue of shown strings: one folder a language, one YAML file a namespace."""

from difflib import get_close_matches
from functools import cache
from pathlib import Path

import yaml

WORDS_DIR = Path(__file__).parent
DATA_LANG = "en"  # the data package states and paraphrases in this language, and a bare address shows it


class _PlainLoader(yaml.BaseLoader):
    """Every scalar stays text (`no` is a word here, not False) and a key may stand once."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[str, object]:
        keys = [key.value for key, _ in node.value]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise ValueError(f"{node.start_mark.name}: keys stand twice: {twice}. Keep one of each.")
        return super().construct_mapping(node, deep)


def _flat(prefix: str, branch: object) -> dict[str, str]:
    """Join nested keys with dots."""
    if not isinstance(branch, dict):
        return {prefix: str(branch)}
    return {key: text for name, twig in branch.items() for key, text in _flat(f"{prefix}.{name}", twig).items()}


@cache
def _catalogue(lang: str) -> dict[str, str]:
    merged: dict[str, str] = {}
    for path in sorted((WORDS_DIR / lang).glob("*.yaml")):
        with path.open(encoding="utf-8") as text:
            merged |= _flat(path.stem, yaml.load(text, Loader=_PlainLoader) or {})
    if not merged:
        raise KeyError(f"language {lang!r} has no words; there are {languages()}. Add layers/words/{lang}/*.yaml.")
    return merged


def languages() -> list[str]:
    """Name the languages that have a folder, sorted."""
    return sorted(path.parent.name for path in WORDS_DIR.glob("*/layers.yaml"))


def keys(lang: str = "en") -> list[str]:
    """Name every key of a language, sorted."""
    return sorted(_catalogue(lang))


def word(key: str, /, lang: str = "en", **fields: object) -> str:
    """
    Give a shown string.

    Parameters
    ----------
    key
        `namespace.name`, the namespace being the file's name.
    lang
        Language code, a folder beside this module.
    fields
        Values for the `{...}` of the string.

    Returns
    -------
    text
        Plain text: whoever renders it escapes it.

    Raises
    ------
    KeyError
        If the catalogue lacks the key or the language, or a field of the string is not given.
    """
    catalogue = _catalogue(lang)
    if key not in catalogue:
        near = get_close_matches(key, catalogue, n=3)
        raise KeyError(f"no word {key!r} in {lang}; nearest: {near}. Add it to layers/words/{lang}/.")
    try:
        return catalogue[key].format(**fields)
    except KeyError as missing:
        raise KeyError(f"word {key!r} needs the field {missing}; given: {sorted(fields)}") from missing


def has_word(key: str, lang: str = "en") -> bool:
    """Tell whether the catalogue holds a key."""
    return key in _catalogue(lang)


def namespace(name: str, lang: str = "en") -> dict[str, str]:
    """Give every string of a namespace without its prefix, its {fields} still in it: the browser fills them."""
    return {key.removeprefix(f"{name}."): text for key, text in _catalogue(lang).items() if key.startswith(f"{name}.")}
