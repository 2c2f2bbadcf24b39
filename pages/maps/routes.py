"""Routes: the same map, filtered by destination market, country, commodity and mode."""

from pages.shared import state
from pages.shared.filters import filters
from pages.shared.finder import finder
from pages.shared.layer_switches import layer_switches
from pages.shared.linked_table import linked_table
from pages.shared.routes_list import routes_list
from pages.shared.show_details import show_details
from pages.shared.show_map import map_stage

OFFERED = ("routes", "ports", "crossings", "coca_zones", "bases")

state.begin("routes", default_layers=("routes", "ports", "crossings"), offered=OFFERED)
finder()
filters("routes")
layer_switches(OFFERED)
map_stage("routes")
show_details()
routes_list()
linked_table()
state.write_address()
