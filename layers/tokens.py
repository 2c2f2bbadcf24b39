"""Colours and sizes, once, for map, legend, figure and slide."""

PAPER, INK, MUTED = "#FFFFFF", "#1E1E1E", "#5B574F"
SEA, LAND_PERU, LAND_NEIGHBOUR = "#E9EFF3", "#FBFAF7", "#F1EFEA"
BORDER_COUNTRY, BORDER_COUNTRY_PX = "#8C867A", 1.4
BORDER_DEPARTMENT, BORDER_DEPARTMENT_PX = "#DAD6CD", 0.6
# The darkest shadow stays within 15 % of paper's lightness (CIE L*). A cell of the picture is 3.7 km: from the first
# zoom on it grows to a blot, so the relief fades, and is gone at the second.
RELIEF_OPACITY, RELIEF_FADES_FROM_ZOOM, RELIEF_GONE_AT_ZOOM = 0.16, 6.0, 8.5
RIVER, RIVER_LABEL = "#B7CEDC", "#4F7A93"
NO_FIGURE = "#C9C4BA"
CASING, CASING_PX = PAPER, 2.0
RULE, FOCUS = "#E4E0D8", "#0072B2"

COCA_BREAKS_HA = (500, 1_000, 2_000, 5_000, 10_000, 20_000)
COCA_RAMP = ("#EEF3E2", "#DCE8C8", "#BFD3A0", "#9CBD7E", "#74A05C", "#4A7F42", "#2C5F2D")
COCA_LINE = "#2C5F2D"
DISTRICT_BREAKS_HA = COCA_BREAKS_HA[:4]
DISTRICT_RAMP = COCA_RAMP[:5]

MINING, MINING_STOCK, MINING_NEW = "#B7791F", "#E6C48A", "#8A5410"
STATE = "#1F3A5F"
CLAIM = "#3B3550"
PORT, CROSSING, AIRSTRIP, ATTACK = "#1B6E78", "#6B4C9A", "#4A4A4A", "#A6192E"

# Okabe-Ito and Tol, told apart by all three colour-vision deficiencies; the order is the legend's.
MARKETS = {
    "europe": "#0072B2",
    "us_canada": "#CC79A7",
    "brazil": "#009E73",
    "bolivia": "#E69F00",
    "asia": "#D55E00",
    "chile": "#56B4E9",
    "russia": "#882255",
    "mexico_central_america": "#332288",
    "africa": "#44AA99",
    "domestic": "#999933",
    "not_stated": "#7A7A7A",
}
GAIN, LOSS, NO_CHANGE = "#B2182B", "#2166AC", "#F7F7F7"
# Large loss to large gain, symmetric about no change.
DIVERGING = (LOSS, "#4393C3", "#92C5DE", NO_CHANGE, "#F4A582", "#D6604D", GAIN)
CHANGE_RADIUS_PX = 26.0
# What is computed rather than stated: centres and ellipses, least-cost arrows.
CENTRE, REALLOCATION = "#1E1E1E", "#6A3D9A"
REALLOCATION_WIDTHS_PX = (1.6, 8.0)

# A circle's area is its value: radius = SCALE * sqrt(value).
ZONE_RADIUS_PX, ZONE_RADIUS_AT_HA = 30.0, 28_000
DISTRICT_RADIUS_PX, DISTRICT_RADIUS_AT_HA = 22.0, 6_600
PORT_RADIUS_PX, PORT_RADIUS_AT_KG = 22.0, 8_000
SYMBOL_RADIUS_PX, SMALL_SYMBOL_RADIUS_PX = 6.0, 4.5
SMALLEST_RADIUS_PX = 2.0
ROUTE_WIDTHS_PX = (1.5, 2.4, 3.4)

# Dots alone are for attempts (layers.sendero_axes): a dot among dashes says that no date is given.
SCHEMATIC_DASH, UNDATED_DASH, UNDATED_SCHEMATIC_DASH = "7 4", "11 3 1.5 3", "5 3 1.5 3 1.5 3"
ATTEMPT_DASH = "2 5"
DIMMED_OPACITY = 0.2
FONT_SIZES_PX = {"title": 28, "subtitle": 15, "body": 12, "foot": 10}
HALO_PX = 2.5


def for_browser() -> dict[str, object]:
    """Give the tokens by their names in lower case, for webmap.js and its style sheet."""
    return {name.lower(): value for name, value in globals().items() if name.isupper()}
