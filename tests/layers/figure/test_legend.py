"""What the legend says: counts of each year, defaults of filters named, keys last."""

from layers.drawn import drawn_view
from layers.figure.legend import filters_told, legend_blocks
from layers.view import View
from tests.layers.figure.small_files import ports, routes, zones


def blocks(view, *files):
    years = [view.year] if view.year2 is None else [view.year, view.year2]
    return legend_blocks(files, view, [drawn_view(files, view, year) for year in years])


def test_counts_what_is_drawn_no_figure_last():
    (block,) = blocks(View(2016, ("coca_zones",)), zones())
    assert [(line.label, line.count) for line in block.lines] == [("Over 100 ha", "1"), ("No figure", "1")]
    assert (block.title, block.unit, block.empty) == ("Coca bush", "ha", "")


def test_two_years_are_counted_side_by_side():
    (block,) = blocks(View(2016, ("coca_zones",), year2=2020), zones())
    assert [(line.label, line.count) for line in block.lines] == [
        ("Over 100 ha", "1 | 2"),
        ("No figure", "1 | 0"),
    ]


def test_keys_stand_last_and_are_not_counted():
    (block,) = blocks(View(2016, ("routes",)), routes())
    assert [(line.label, line.count) for line in block.lines] == [
        ("Europe", "1"),
        ("Asia", "1"),
        ("Dashed: areas only", ""),
    ]


def test_a_year_without_shapes_says_so():
    (block,) = blocks(View(2012, ("coca_zones",)), zones())
    assert block.lines == ()
    assert block.empty == "nothing in this year; years with something: 2016, 2020"
    other = View(2016, ("ports",), filters={"ports": {"use": ("mine",)}})
    assert blocks(other, ports() | {"filters": {"use": []}})[0].empty == "nothing in this year"


def test_a_feature_is_counted_once_for_its_layer_in_each_pane():
    """A zone is an outline and a circle; a year without shapes, and a layer that is not counted, have no number."""
    assert [one.drawn for one in blocks(View(2016, ("coca_zones",)), zones())] == ["2"]
    assert [one.drawn for one in blocks(View(2012, ("coca_zones",), year2=2020), zones())] == ["0 | 2"]
    assert [one.drawn for one in blocks(View(2012, ("coca_zones",)), zones())] == [""]
    assert [one.drawn for one in blocks(View(2016, ("coca_zones",)), zones() | {"counted": False})] == [""]


def test_the_first_layer_of_the_view_leads():
    view = View(2016, ("ports", "coca_zones"))
    assert [(one.key, one.leads) for one in blocks(view, zones(), ports())] == [("coca_zones", False), ("ports", True)]


def test_circle_sizes_are_explained_only_where_circles_are_drawn():
    assert blocks(View(2016, ("coca_zones",)), zones())[0].sizes == ((10.0, "100 ha"), (24.0, "400 ha"))
    assert blocks(View(2012, ("coca_zones",)), zones())[0].sizes == ()
    small = ports() | {"sizes": [{"r": 9.0, "label": "900 kg"}]}
    assert blocks(View(2016, ("ports",)), small)[0].sizes == ()


def test_filters_are_named_the_defaults_too():
    chosen = View(2016, ("routes",), filters={"routes": {"market": ("asia",)}})
    assert filters_told(routes(), chosen) == "Only: Asia"
    assert filters_told(routes(), View(2016, ("routes",))) == ""
    assert filters_told(routes() | {"default_filters": {"market": ["europe"]}}, View(2016, ())) == "Only: Europe"
    every = View(2016, (), filters={"routes": {"market": ()}})
    assert filters_told(routes() | {"default_filters": {"market": ["europe"]}}, every) == ""
