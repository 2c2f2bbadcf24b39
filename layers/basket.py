"""The basket: the views that a reader has put aside for a deck, in order, as plain values that can be written down."""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace

from layers import tokens

MOST = 50  # a deck takes 60 pages: an opening and pages of sources come on top
# Characters of each text; no more than a slide takes (`layers.figure.dress`, `layers.deck.page`).
LONGEST = {
    "id": 40, "view": 12_000, "title": 500, "subtitle": 500, "layout": 20, "note": 5_000, "text": 1_000,
    "opening_view": 12_000, "banner": 120, "banner_colour": 7,
}  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """
    One slide of a basket.

    Parameters
    ----------
    view
        Address of what it shows (`layers.address`).
    id
        Name of the entry within its basket; stays when it is moved or renamed.
    title, subtitle
        In place of the words made from the view; '' keeps those.
    layout
        One of `layers.deck.page.WITH_VIEW`.
    note
        What its speaker notes begin with.
    banner, banner_colour
        The marking that the view was put aside with; a deck carries one marking on all its pages.
    """

    view: str
    id: str = ""
    title: str = ""
    subtitle: str = ""
    layout: str = "map"
    note: str = ""
    banner: str = ""
    banner_colour: str = tokens.INK


@dataclass(frozen=True)
class Basket:
    """
    The slides put aside, in order, and what is said of the deck as a whole; every change gives a new basket.

    Parameters
    ----------
    entries
        Its slides.
    version
        How often it has been written.
    opening
        Whether an opening slide goes before them, with `title`, `text`, the map of `opening_view` ('' for none) and
        `note` in its speaker notes.
    sources
        Whether the last slide lists all sources.
    banner, banner_colour
        Marking of every slide; a banner of None is that of the entries.
    """

    entries: tuple[Entry, ...] = ()
    version: int = 0
    opening: bool = False
    title: str = ""
    text: str = ""
    note: str = ""
    opening_view: str = ""
    sources: bool = True
    banner: str | None = None
    banner_colour: str = tokens.INK

    @property
    def marking(self) -> tuple[str, str]:
        """Text and colour of the banner of every slide: the one chosen, else the first that an entry came with."""
        if self.banner is not None:
            return self.banner, self.banner_colour
        came = ((one.banner, one.banner_colour) for one in self.entries if one.banner)
        return next(came, ("", self.banner_colour))

    @property
    def markings(self) -> list[str]:
        """Every banner that an entry came with, each once."""
        return list(dict.fromkeys(one.banner for one in self.entries if one.banner))

    def added(self, *entries: Entry) -> "Basket":
        """
        Add slides at the end, each under a new id.

        Raises
        ------
        ValueError
            If there is no room for them, or one of their texts is too long.
        """
        return self._checked((*self.entries, *(replace(one, id=new_id()) for one in entries)))

    def changed(self, entry: str, **values: str) -> "Basket":
        """
        Give a slide other texts.

        Raises
        ------
        LookupError
            If no slide has this id.
        ValueError
            If a text is too long.
        """
        at = self._place(entry)
        return self._checked((*self.entries[:at], replace(self.entries[at], **values), *self.entries[at + 1 :]))

    def moved(self, entry: str, by: int) -> "Basket":
        """
        Move a slide towards the end, or with a negative number towards the start, where it stops.

        Raises
        ------
        LookupError
            If no slide has this id.
        """
        at = self._place(entry)
        rest = [*self.entries[:at], *self.entries[at + 1 :]]
        rest.insert(max(0, at + by), self.entries[at])
        return replace(self, entries=tuple(rest))

    def duplicated(self, entry: str) -> "Basket":
        """
        Put a copy of a slide right after it.

        Raises
        ------
        LookupError
            If no slide has this id.
        ValueError
            If there is no room for it.
        """
        at = self._place(entry)
        copy = replace(self.entries[at], id=new_id())
        return self._checked((*self.entries[: at + 1], copy, *self.entries[at + 1 :]))

    def without(self, entry: str) -> "Basket":
        """Take a slide out; one that is gone already stays gone."""
        return replace(self, entries=tuple(one for one in self.entries if one.id != entry))

    def told(self, **values: object) -> "Basket":
        """
        Change what is said of the deck as a whole.

        Raises
        ------
        ValueError
            If a text is too long.
        """
        return replace(self, **values)._checked(self.entries)

    def _place(self, entry: str) -> int:
        for at, one in enumerate(self.entries):
            if one.id == entry:
                return at
        raise LookupError(f"the deck has no slide {entry[:40]!r}: another window took it out")

    def _checked(self, entries: tuple[Entry, ...]) -> "Basket":
        made = replace(self, entries=entries)
        found = list(faults(made))
        if found:
            raise ValueError("\n".join(found))
        return made


def new_id() -> str:
    """Give an id that no other entry has."""
    return secrets.token_hex(6)


def faults(basket: Basket) -> Iterator[str]:
    """Name everything that is too much of a basket, with what was expected."""
    if len(basket.entries) > MOST:
        yield f"the deck would have {len(basket.entries)} slides, expected at most {MOST}; take some out first"
    for number, one in enumerate((basket, *basket.entries)):
        where = f"slide {number}" if number else "the deck"
        for name, most in LONGEST.items():
            text = getattr(one, name, None)
            if text is not None and len(text) > most:
                yield f"{name} of {where} has {len(text):,} characters, expected at most {most:,}"


def as_plain(basket: Basket) -> dict[str, object]:
    """Give a basket as plain values; `from_plain` reads them back."""
    return asdict(basket)


def from_plain(known: object) -> Basket:
    """
    Read plain values.

    Raises
    ------
    ValueError
        If anything of it is missing, unknown, of another kind or too long; every fault is named.
    """
    wrong: list[str] = []
    values = _values(Basket, known, "the deck", wrong)
    listed = values.get("entries", [])
    if not isinstance(listed, list | tuple):
        wrong.append(f"entries is {type(listed).__name__}, expected a list")
        listed = []
    entries = [_values(Entry, one, f"slide {number}", wrong) for number, one in enumerate(listed, start=1)]
    ids = [one.get("id") for one in entries]
    if len(set(map(str, ids))) < len(ids) or not all(ids):
        wrong.append("two slides have the same id or one has none, expected a different one each")
    if not wrong:
        basket = Basket(**values | {"entries": tuple(Entry(**one) for one in entries)})
        wrong += faults(basket)
    if wrong:
        raise ValueError("\n".join(wrong))
    return basket


def _values(kind: type, known: object, where: str, wrong: list[str]) -> dict[str, object]:
    """Give the values of a dataclass's fields, each of the kind of its default; faults go to `wrong`."""
    if not isinstance(known, Mapping):
        wrong.append(f"{where} is {type(known).__name__}, expected names with values")
        return {}
    found = {}
    allowed = {one.name: one for one in fields(kind)}
    for name, value in known.items():
        if name not in allowed:
            wrong.append(f"{where} holds {str(name)[:40]!r}, expected some of {', '.join(allowed)}")
        elif name != "entries" and type(value) is not _kind(name) and not (name == "banner" and value is None):
            wrong.append(f"{name} of {where} is {type(value).__name__}, expected {_kind(name).__name__}")
        else:
            found[name] = value
    if kind is Entry and "view" not in found:
        wrong.append(f"{where} has no view")
    return found


def _kind(name: str) -> type:
    return {"version": int, "opening": bool, "sources": bool}.get(name, str)
