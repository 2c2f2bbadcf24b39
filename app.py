"""Router and frame: what every page stands in. Of controls only the language, which changes the whole page anyway."""

from pathlib import Path

import streamlit as st

from geo.faults import TableError
from layers.words import word
from pages.shared import state
from pages.shared.basket import remember_basket
from pages.shared.frame import dress
from pages.shared.language import language_note, language_switch
from pages.shared.menu import pages

# A file of ours: an icon by name would be fetched from outside.
ICON = Path(__file__).parent / "pages" / "shared" / "icon.png"

st.set_page_config(page_title="Nexo", page_icon=str(ICON), layout="wide", initial_sidebar_state="expanded")
dress()
remember_basket()
try:
    page = st.navigation(pages(state.language()))
    language_switch()
    page.run()
    language_note()
except TableError as fault:
    # A package that cannot be read at all; where one table is damaged, only its layer goes missing.
    st.error(word("pages.data_fault", state.language(), fault=fault), icon=":material/error:")
