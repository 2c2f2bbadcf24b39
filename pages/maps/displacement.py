"""Displacement: what moved between two years, from where to where, how sure; measured and claimed."""

from layers.pair.shown import DEFAULT_BASE, PAGE
from pages.shared import state
from pages.shared.finder import finder
from pages.shared.pair_controls import offered, pair_controls
from pages.shared.pair_findings import pair_findings
from pages.shared.show_details import show_details
from pages.shared.show_map import map_stage

OFFERED = offered()

state.begin(PAGE, default_layers=OFFERED, offered=OFFERED, default_year2=DEFAULT_BASE)
finder()
pair_controls()
map_stage(PAGE, one_year=False, below=pair_findings)
show_details()
state.write_address()
