"""Deck: the views put aside, as thumbnails, and the file that is made of them."""

import streamlit as st

from pages.shared import state
from pages.shared.basket import basket
from pages.shared.deck_maker import deck_file, deck_settings
from pages.shared.deck_slides import deck_slides
from pages.shared.deck_start import deck_head, empty_deck

state.begin("deck", default_layers=(), offered=())
held = basket()
if held is not None:
    deck_head(held)
if held is not None and not held.entries:
    empty_deck()
elif held is not None:
    slides, settings = st.columns((3, 1), gap="medium")
    with settings:
        deck_file(held, *deck_settings(held))
    with slides:
        deck_slides(held)
state.write_address()
