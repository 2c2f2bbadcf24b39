"""Layer files small enough to count by hand, under the keys of real layers."""

from layers.registry import LAYERS

BLANK = {
    "fill": "",
    "fill_opacity": 1.0,
    "stroke": "#2C5F2D",
    "width": 1.0,
    "dash": "",
    "hatch": False,
    "opacity": 1.0,
    "inner": "",
    "inner_colour": "",
    "casing": True,
    "arrow": False,
    "schematic": False,
    "undated": False,
    "legend": "",
    "legend_rank": 0,
}
NAMES = tuple(one.key for one in LAYERS)
SQUARE = [[[-76.0, -8.0], [-75.0, -8.0], [-75.0, -7.0], [-76.0, -7.0], [-76.0, -8.0]]]


def look(name: str, symbol: str, **more: object) -> dict[str, object]:
    """Give a look; what is not named is blank."""
    return BLANK | {"id": name, "symbol": symbol} | more


def point(lon: float, lat: float) -> dict[str, object]:
    """Give a position as GeoJSON has it."""
    return {"type": "Point", "coordinates": [lon, lat]}


def feature(name: str, geometry: dict, years: dict, part: str = "symbol", **more: object) -> dict[str, object]:
    """Give one feature part with its state in each year."""
    known = {"id": name, "name": name.title(), "part": part, "rank": 1.0, "years": years} | more
    return {"type": "Feature", "geometry": geometry, "properties": known}


def years(**told: dict[str, object]) -> dict[str, dict[str, object]]:
    """Give what a layer says about each year; years not named have no figure."""
    blank = {"title": "No figure", "note": "", "total": None, "total_text": ""}
    return {str(year): blank | told.get(f"y{year}", {}) for year in range(2012, 2021)}


def layer_file(key: str, looks: list, features: list, **more: object) -> dict[str, object]:
    """Give a layer file; its place in the drawing order is that of the real layer."""
    order = next(one.order for one in LAYERS if one.key == key)
    blank = {
        "key": key,
        "title": key.replace("_", " ").capitalize(),
        "group": "movement",
        "unit": "",
        "order": order,
        "when": "",
        "looks": looks,
        "keys": [],
        "sizes": [],
        "sources": ["UNODC (2016)", "DEVIDA (2020)"],
        "years": years(),
        "filters": {},
        "default_filters": {},
        "dim_by": None,
        "compared": False,
        "breaks_before": [],
        "features": features,
    }
    return blank | more


def zones(title: str = "Coca bush: 300 ha in 2016") -> dict[str, object]:
    """Give two zones: in 2016 one of 300 ha and one without a figure, in 2020 two of over 100 ha."""
    looks = [
        look("many", "area", fill="#74A05C", legend="Over 100 ha", legend_rank=1),
        look("none", "area", hatch=True, fill="#C9C4BA", stroke="#5B574F", legend="No figure", legend_rank=9),
        look("circle", "circle", fill="#2C5F2D", fill_opacity=0.3),
    ]
    far = [[[lon + 2, lat - 4] for lon, lat in ring] for ring in SQUARE]
    area, other = {"type": "Polygon", "coordinates": SQUARE}, {"type": "Polygon", "coordinates": far}
    return layer_file(
        "coca_zones",
        looks,
        [
            feature("north", area, {"2016": {"k": 0, "s": [0]}, "2020": {"k": 0, "s": [1]}}, part="area"),
            feature(
                "north",
                point(-75.5, -7.5),
                {
                    "2016": {"k": 2, "r": 20.0, "t": "North\n300 ha\n+9 % on 2015", "s": [0]},
                    "2020": {"k": 2, "r": 24.0, "t": "North\n400 ha\n+2 % on 2019", "s": [1]},
                },
                part="circle",
            ),
            feature("south", other, {"2016": {"k": 1, "s": [0]}, "2020": {"k": 0, "s": [1]}}, part="area"),
        ],
        title="Coca bush",
        unit="ha",
        when="In the year of the figure",
        compared=True,
        breaks_before=[2018],
        sizes=[{"r": 10.0, "label": "100 ha"}, {"r": 24.0, "label": "400 ha"}],
        years=years(
            y2016={
                "title": title,
                "note": "One zone lacks a figure. Sums of districts.",
                "total": 300,
                "total_text": "300 ha",
            },
            y2020={
                "title": "Coca bush: 700 ha in 2020",
                "note": "Another series. Sums of districts.",
                "total": 700,
                "total_text": "700 ha",
            },
        ),
    )


def ports() -> dict[str, object]:
    """Give two ports; one is used by the only route to Asia."""
    looks = [look("quiet", "ring", fill="#FFFFFF", stroke="#1B6E78", width=2.0, legend="No seizure", legend_rank=1)]
    state = {str(year): {"k": 0, "r": 4.5, "t": "Callao", "s": [1]} for year in range(2012, 2021)}
    other = {year: {**known, "t": "Paita"} for year, known in state.items()}
    return layer_file(
        "ports",
        looks,
        [feature("callao", point(-77.15, -12.05), state), feature("paita", point(-81.1, -5.1), other)],
        title="Ports",
        dim_by="routes",
        years={
            year: {
                "title": "Ports: 2",
                "title_n": "Ports: {n}",
                "note": "",
                "total": 2,
                "total_text": "2 ports",
            }
            for year in years()
        },
    )


def routes() -> dict[str, object]:
    """Give a solid route to Asia by Callao, and a dashed one to Europe by Paita; both in every year."""
    line = {"symbol": "line", "width": 2.4, "arrow": True}
    looks = [
        look("asia", **line, stroke="#D55E00", legend="Asia", legend_rank=5),
        look("europe", **line, stroke="#0072B2", legend="Europe", legend_rank=1, dash="7 5", schematic=True),
    ]
    state = [{str(year): {"k": index, "w": 3.4, "s": [0]} for year in range(2012, 2021)} for index in (0, 1)]
    to_asia = {
        "type": "MultiLineString",
        "coordinates": [
            [[-74.0, -12.5], [-77.15, -12.05]],
            [[-77.15, -12.05], [-100.0, 0.0], [-200.0, 30.0]],
        ],
    }
    to_europe = {"type": "LineString", "coordinates": [[-74.0, -12.5], [-78.0, -8.0], [-81.1, -5.1]]}
    return layer_file(
        "routes",
        looks,
        [
            feature("r1", to_asia, state[0], part="line", uses=["ports:callao"], f={"market": ["asia"]}),
            feature("r2", to_europe, state[1], part="line", uses=["ports:paita"], f={"market": ["europe"]}),
        ],
        title="Routes",
        filters={"market": [{"value": "asia", "label": "Asia"}, {"value": "europe", "label": "Europe"}]},
        keys=[{"field": "schematic", "legend": "Dashed: areas only", "look": looks[1]}],
        years={
            year: {
                "title": "Routes: 2",
                "title_n": "Routes: {n}",
                "note": "Not the path taken.",
                "total": 2,
                "total_text": "2",
            }
            for year in years()
        },
    )


def bases() -> dict[str, object]:
    """Give two bases of one town, side by side: army and police."""
    shared = {"fill": "#1F3A5F", "stroke": "#1F3A5F", "width": 1.6, "inner_colour": "#FFFFFF"}
    looks = [look(name, "square", inner=name, legend=name.title(), **shared) for name in ("army", "police")]
    state = [{"2016": {"k": index, "r": 6.0, "s": [0]}} for index in (0, 1)]
    return layer_file(
        "bases",
        looks,
        [
            feature("one", point(-73.8, -12.6), state[0], dx=-6.5),
            feature("two", point(-73.8, -12.6), state[1], dx=6.5),
        ],
        title="Bases",
    )


SMALL = {"coca_zones": zones, "ports": ports, "routes": routes, "bases": bases}
