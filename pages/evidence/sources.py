"""Sources: every source, its facts, and the way to them on the map."""

from pages.shared import state
from pages.shared.gaps import gaps
from pages.shared.source_list import source_facts, source_list

state.begin("sources", default_layers=(), offered=())
chosen = source_list()
if chosen:
    source_facts(chosen)
gaps()
state.write_address()
