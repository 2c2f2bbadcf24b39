"""Sources: each written once, cited by a function."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from types import MappingProxyType

import pandas as pd

from geo.tables import data_version, load_table

NO_DATE = "n.d."  # the citation form of a source that carries no date
SEPARATOR = ";"  # parts the keys of a list column


@dataclass(frozen=True)
class Source:
    """One source as the registry holds it; empty text where nothing is stated."""

    key: str
    title: str
    short_name: str
    publisher: str
    author: str
    published: str
    published_note: str
    url: str
    language: str
    licence: str
    kind: str
    accessed: str
    data_attribution: str

    @property
    def short(self) -> str:
        """Cite in a few words: `UNODC (2016)`."""
        who = self.short_name or self.publisher or self.author or self.title
        return f"{who} ({self.published[:4] or NO_DATE})"

    @property
    def full(self) -> str:
        """Cite in full: author, publisher, date, title and address, as far as stated."""
        who = ", ".join(part for part in dict.fromkeys((self.author, self.publisher)) if part)
        when = self.published or self.published_note or NO_DATE
        parts = (f"{who} ({when})" if who else f"({when})", self.title, self.url, self.data_attribution)
        return ". ".join(part.rstrip(".") for part in parts if part)


def sources() -> Mapping[str, Source]:
    """Return every source of the package by key, in file order."""
    return _sources(data_version())


def read_until() -> str:
    """
    Return the last day or month on which a source of the package was read, as the registry writes it: the data's date.

    Raises
    ------
    ValueError
        If no source has a date of access.
    """
    return max(one.accessed for one in sources().values() if one.accessed)


def source(key: str) -> Source:
    """
    Return one source.

    Raises
    ------
    KeyError
        If the registry lacks it.
    """
    known = sources()
    if key not in known:
        raise KeyError(f"no source {key!r} among the {len(known)} of tables/sources.csv; add its row there")
    return known[key]


def keys_in(cell: object) -> tuple[str, ...]:
    """Return the keys of a list cell such as `corroborating_sources` (parted by semicolons)."""
    if cell is None or pd.isna(cell):
        return ()
    return tuple(part.strip() for part in str(cell).split(SEPARATOR) if part.strip())


@lru_cache(maxsize=4)
def _sources(version: str) -> Mapping[str, Source]:
    rows = load_table("sources").fillna("").rename(columns={"source_key": "key"})
    wanted = [one.name for one in fields(Source)]
    lacking = [name for name in wanted if name not in rows.columns]
    if lacking:
        raise KeyError(f"tables/sources.csv lacks the columns {', '.join(lacking)}")
    return MappingProxyType(
        {
            row["key"]: Source(**{name: str(row[name]) for name in wanted})
            for row in rows[wanted].to_dict("records")
        }
    )
