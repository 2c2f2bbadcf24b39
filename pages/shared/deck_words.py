"""Words of slides and decks, in the reader's language."""

from layers.words import word
from pages.shared import state


def said(key: str, **fields: object) -> str:
    """Give a shown string of slides and decks."""
    return word(f"deck.{key}", state.current().lang, **fields)
