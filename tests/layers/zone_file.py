"""A layer file small enough to count by hand."""

LOOKS = [
    {"id": "big", "symbol": "area", "legend": "Over 10", "legend_rank": 2, "dashed": False},
    {"id": "small", "symbol": "area", "legend": "Under 10", "legend_rank": 1, "dashed": True},
    {"id": "circle", "symbol": "circle", "legend": "", "legend_rank": 0, "dashed": False},
]


def feature(name: str, part: str, years: dict, **more: object) -> dict[str, object]:
    """Give one feature part with its state in each year."""
    known = {"id": name, "name": name.title(), "part": part, "rank": 1, "years": years} | more
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": [0, 0]}, "properties": known}


def layer_file(key: str = "zones", **more: object) -> dict[str, object]:
    """Give zones: in 2012 two of over 10 ha, in 2013 one of under 10 ha, dashed."""
    return {
        "key": key,
        "looks": LOOKS,
        "sources": ["UNODC (2016)", "DEVIDA (2022)"],
        "filters": {"kind": []},
        "default_filters": {},
        "keys": [{"field": "dashed", "legend": "Dashed: unsure", "look": LOOKS[1]}],
        "dim_by": None,
        "years": {
            "2012": {"title": "Zones: 30 ha in 2012", "note": "a bound"},
            "2013": {"title": "Zones: 1 in 2013", "title_n": "Zones: {n} in 2013", "note": ""},
        },
        "features": [
            feature("a", "area", {"2012": {"k": 0, "s": [0]}, "2013": {"k": 1, "s": [1]}}, f={"kind": ["coca"]}),
            feature(
                "a",
                "circle",
                {"2012": {"k": 2, "r": 3.0, "t": "A\n30 ha", "s": [0]}},
                f={"kind": ["coca"]},
                dx=4.0,
            ),
            feature("b", "area", {"2012": {"k": 0, "s": [0, 1]}}, f={"kind": ["gold"]}, uses=["ports:callao"]),
        ],
    } | more
