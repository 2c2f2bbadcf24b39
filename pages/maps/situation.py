"""Situation: every layer of the atlas on one map, year by year."""

from layers.offers import OFFERS
from pages.shared import state
from pages.shared.finder import finder
from pages.shared.layer_switches import layer_switches
from pages.shared.linked_table import linked_table
from pages.shared.show_details import show_details
from pages.shared.show_map import map_stage

OFFER = OFFERS["situation"]

state.begin("situation", default_layers=OFFER.default, offered=OFFER.offered)
finder()
layer_switches(OFFER.offered)
map_stage("situation")
show_details()
linked_table()
state.write_address()
