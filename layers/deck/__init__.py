"""Views as PowerPoint slides: native shapes in the looks of the web map, native words, the sources in the notes."""

from layers.deck.build import deck, slide
from layers.deck.page import LAYOUTS, Page
from layers.deck.pdf import deck_pdf

__all__ = ["LAYOUTS", "Page", "deck", "deck_pdf", "slide"]
