"""Routes: the same map, filtered by destination market, country, role, commodity, mode, actor, exit and certainty."""

from layers.offers import OFFERS
from pages.shared import state
from pages.shared.beside import beside
from pages.shared.filters import filters
from pages.shared.finder import finder
from pages.shared.gaps import route_gaps
from pages.shared.layer_switches import layer_switches
from pages.shared.linked_table import linked_table
from pages.shared.motion import motion
from pages.shared.routes_list import routes_list
from pages.shared.show_details import show_details
from pages.shared.show_map import map_stage

OFFER = OFFERS["routes"]

state.begin("routes", default_layers=OFFER.default, offered=OFFER.offered)
finder()
filters("routes")
motion()
layer_switches(OFFER.offered)
map_stage("routes", below=beside)
show_details()
routes_list()
route_gaps()
linked_table()
state.write_address()
