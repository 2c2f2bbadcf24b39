"""What is drawn under a state, on a layer file small enough to count by hand."""

import pytest

from layers.view import View, drawn, drawn_view, legend_entries, notes, source_line, title, titles

LOOKS = [
    {"id": "big", "symbol": "area", "legend": "Over 10", "legend_rank": 2, "dashed": False},
    {"id": "small", "symbol": "area", "legend": "Under 10", "legend_rank": 1, "dashed": True},
    {"id": "circle", "symbol": "circle", "legend": "", "legend_rank": 0, "dashed": False},
]


def feature(name, part, years, **more):
    known = {"id": name, "name": name.title(), "part": part, "rank": 1, "years": years} | more
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": [0, 0]}, "properties": known}


def layer_file(key="zones", **more):
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
            feature(
                "a", "area", {"2012": {"k": 0, "s": [0]}, "2013": {"k": 1, "s": [1]}}, f={"kind": ["coca"]}
            ),
            feature(
                "a",
                "circle",
                {"2012": {"k": 2, "r": 3.0, "t": "A\n30 ha", "s": [0]}},
                f={"kind": ["coca"]},
                dx=4.0,
            ),
            feature(
                "b", "area", {"2012": {"k": 0, "s": [0, 1]}}, f={"kind": ["gold"]}, uses=["ports:callao"]
            ),
        ],
    } | more


def test_a_feature_is_drawn_in_its_years_only():
    assert [(one.id, one.part) for one in drawn(layer_file(), 2012)] == [
        ("a", "area"),
        ("a", "circle"),
        ("b", "area"),
    ]
    assert [one.id for one in drawn(layer_file(), 2013)] == ["a"]


def test_a_drawn_shape_carries_its_state():
    circle = drawn(layer_file(), 2012)[1]
    assert (circle.radius, circle.text, circle.shift, circle.sources) == (
        3.0,
        "A\n30 ha",
        (4.0, 0.0),
        ("UNODC (2016)",),
    )


def test_a_filter_keeps_what_has_one_of_its_values():
    assert {one.id for one in drawn(layer_file(), 2012, {"kind": ["gold", "timber"]})} == {"b"}


def test_a_default_holds_until_someone_chooses_and_an_empty_choice_lifts_it():
    defaulted = layer_file(default_filters={"kind": ["coca"]})
    assert {one.id for one in drawn(defaulted, 2012)} == {"a"}
    assert {one.id for one in drawn(defaulted, 2012, {"kind": []})} == {"a", "b"}


@pytest.mark.parametrize(
    ("year", "filters", "words"),
    [(2011, None, "year is 2011, expected one of"), (2012, {"colour": ["red"]}, r"no filter \['colour'\]")],
)
def test_unknown_years_and_filters_are_loud(year, filters, words):
    with pytest.raises(KeyError, match=words):
        drawn(layer_file(), year, filters)


def test_ports_dim_when_no_drawn_route_uses_them():
    ports = layer_file(
        "ports",
        dim_by="zones",
        features=[feature(name, "symbol", {"2012": {"k": 2, "s": [0]}}) for name in ("callao", "paita")],
    )
    both = drawn_view([layer_file(), ports], View(2012, ("zones", "ports")))
    assert {one.id: one.dimmed for one in both["ports"]} == {"callao": False, "paita": True}
    alone = drawn_view([layer_file(), ports], View(2012, ("ports",)))
    assert not any(one.dimmed for one in alone["ports"])


def test_the_legend_counts_features_and_explains_what_is_drawn():
    lines = legend_entries(layer_file(), drawn(layer_file(), 2012))
    assert [(line.label, line.count) for line in lines] == [("Over 10", 2)]
    lines = legend_entries(layer_file(), drawn(layer_file(), 2013))
    assert [(line.label, line.count) for line in lines] == [("Under 10", 1), ("Dashed: unsure", None)]


def test_sources_come_by_use():
    assert source_line(drawn(layer_file(), 2012)) == "Sources: UNODC (2016); DEVIDA (2022)"
    assert source_line(drawn(layer_file(), 2012), most=1) == "Sources: UNODC (2016); and 1 more"
    assert source_line([]) == "No source is drawn"


def test_a_title_that_counts_follows_the_filter():
    shapes = {"zones": drawn(layer_file(), 2013, {"kind": ["gold"]})}
    assert titles([layer_file()], 2013, shapes) == ["Zones: 0 in 2013"]
    assert title([layer_file()], 2012, {"zones": drawn(layer_file(), 2012)}) == "Zones: 30 ha in 2012"
    assert title([], 2012, {}) == "No layer is drawn for 2012"
    assert notes([layer_file()], 2012) == ["a bound"]


def test_a_state_survives_the_way_there_and_back():
    state = {
        "year": 2016,
        "year2": 2020,
        "layers": ["coca_zones", "ports"],
        "filters": {"routes": {"market": ["asia"]}},
        "selected": {"layer": "coca_zones", "id": "vraem"},
        "view": {"lat": -9.5, "lon": -75, "zoom": 5.5},
        "lang": "en",
        "page": "displacement",
        "options": {"compare": "swipe"},
        "drawings": [{"kind": "arrow", "points": [[-75.0, -9.0], [-74.0, -9.5]], "text": "By air"}],
    }
    assert View.from_state(state).to_state() == state
    bare = {"year": 2016, "layers": []}
    assert View.from_state(bare).to_state()["selected"] is None


def test_a_state_without_year_is_loud():
    with pytest.raises(KeyError, match="year"):
        View.from_state({"layers": []})
