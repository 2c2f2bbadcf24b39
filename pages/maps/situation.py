"""Situation: every layer of the atlas on one map, year by year."""

from layers.registry import LAYERS
from pages.shared import state
from pages.shared.finder import finder
from pages.shared.layer_switches import layer_switches
from pages.shared.linked_table import linked_table
from pages.shared.show_details import show_details
from pages.shared.show_map import map_stage

DEFAULT = ("coca_zones", "mining_cells", "bases", "ports", "crossings")

OFFERED = [one.key for one in LAYERS]

state.begin("situation", default_layers=DEFAULT, offered=OFFERED)
finder()
layer_switches(OFFERED)
map_stage("situation")
show_details()
linked_table()
state.write_address()
