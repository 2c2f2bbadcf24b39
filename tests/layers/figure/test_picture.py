"""A view as a picture: exact size, everything said, nothing clipped."""

import struct
import threading
import time

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from layers import figure as package
from layers.drawn import drawn_view
from layers.features import layer_file
from layers.figure.picture import picture, png
from layers.legend import legend_entries
from layers.registry import LAYERS
from layers.titles import titles
from layers.view import View
from tests.layers.figure.small_files import zones

NATIONAL = ("coca_zones", "mining_cells", "bases", "ports", "crossings")
VRAEM = {"lat": -12.6, "lon": -73.8, "zoom": 8.0}
CPU_SECONDS = 2.5


def size_of(data):
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", data[16:24])


def test_the_package_offers_png():
    assert package.png is png


@pytest.mark.parametrize("size", [(1920, 1080), (640, 360), (1365, 767), (900, 1600), (3840, 2160)])
def test_the_size_is_exact(small, size):
    assert size_of(png(View(2016, ("coca_zones", "ports")), size)) == size


def test_the_same_view_gives_the_same_bytes(small):
    view = View(2016, ("coca_zones", "routes", "ports"), year2=2020, viewport=VRAEM)
    assert png(view) == png(view)


def test_pictures_are_drawn_side_by_side_in_threads(small):
    views = [View(year, ("coca_zones", "routes", "ports")) for year in (2012, 2016, 2020)]
    alone, beside = [png(view, (640, 360)) for view in views], {}
    threads = [
        threading.Thread(target=lambda view=view: beside.update({view.year: png(view, (640, 360))})) for view in views
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [beside[view.year] for view in views] == alone


def test_it_explains_itself(small, texts):
    said = texts(picture(View(2016, ("coca_zones", "ports")), banner="EXERCISE"))
    for words in (
        "Coca bush: 300 ha in 2016",
        "Ports: 2",
        "2016",
        "N",
        "Over 100 ha",
        "No figure",
        "No seizure",
        "400 ha",
        "North",
    ):
        assert words in said
    foot = " ".join(said)
    for words in (
        "Sources: DEVIDA (2020); UNODC (2016).",
        "Base map: Natural Earth",
        "Data ",
        "Notes. Coca bush",
        " km",
    ):
        assert words in foot
    assert said.count("EXERCISE") == 2


def test_two_years_stand_side_by_side(small, texts):
    figure = picture(View(2016, ("coca_zones",), year2=2020))
    said = texts(figure)
    assert "Coca bush: 2016 beside 2020" in said
    assert {"2016", "2020", "1 | 2", "1 | 0"} <= set(said)
    first, second = (axes.get_position() for axes in figure.axes[1:3])
    assert first.width == pytest.approx(second.width)
    assert first.x1 < second.x0 and first.y0 == second.y0


def test_the_earlier_year_stands_on_the_left(small, texts):
    assert png(View(2020, ("coca_zones",), year2=2016)) == png(View(2016, ("coca_zones",), year2=2020))
    assert png(View(2020, ("coca_zones",), year2=2020)) == png(View(2020, ("coca_zones",)))


def test_beside_another_year_no_label_says_the_change_on_the_year_before(small, texts):
    assert "+9 % on 2015" in texts(picture(View(2016, ("coca_zones",))))
    said = texts(picture(View(2016, ("coca_zones",), year2=2020)))
    assert {"300 ha", "400 ha"} <= set(said)
    assert not [one for one in said if " % on " in one]


def test_without_a_layer_the_map_takes_the_page(small, texts):
    figure = picture(View(2016, ()))
    assert "Peru, 2016" in texts(figure)
    assert figure.axes[1].get_position().width > 0.95


ROUTES = ("routes", "ports", "crossings")


@pytest.mark.parametrize("layers", [NATIONAL, ROUTES])
@pytest.mark.parametrize(("year", "year2"), [(2012, None), (2016, None), (2020, None), (2012, 2020), (2016, 2020)])
def test_the_real_map_takes_most_of_the_page(layers, year, year2):
    panes = picture(View(year, layers, year2=year2)).axes[1 : 2 if year2 is None else 3]
    places = [one.get_position() for one in panes]
    assert (places[-1].x1 - places[0].x0) * places[0].height >= 0.6
    assert places[0].x0 <= 0.25


@pytest.mark.parametrize("year2", [None, 2020])
def test_the_real_legend_of_eight_layers_takes_at_most_a_quarter_of_the_width(year2):
    eight = (*NATIONAL, "routes", "coca_districts", "mining_sectors")
    place = picture(View(2016, eight, year2=year2)).axes[1].get_position()
    assert place.x0 <= 0.25
    assert place.height > 0.4


@pytest.mark.parametrize(
    "title", ["$\\frac{1}{2}$ & <b>100 $</b> ^_{}% " * 8, "W" * 300, "Coca bush in the valleys " * 12]
)
def test_any_title_is_shown_as_it_stands_and_stays_on_the_page(small, texts, title):
    small("coca_zones", zones(title=title))
    figure = picture(View(2016, ("coca_zones",)))
    renderer = FigureCanvasAgg(figure).get_renderer()
    lines = [one for one in figure.axes[0].get_children() if isinstance(one, Text) and one.get_text()]
    spans = [one.get_window_extent(renderer) for one in lines]
    assert all(span.x0 >= 0 and span.x1 <= 1920 and span.y0 >= 0 and span.y1 <= 1080 for span in spans)
    assert "".join(texts(figure)).replace(" ", "").startswith(title.replace(" ", ""))


def test_a_theatre_has_an_inset_and_the_world_has_none(small):
    def panes(viewport):
        return len(picture(View(2016, ("coca_zones",), viewport=viewport)).axes)

    assert panes(VRAEM) == 3
    assert panes(None) == 2
    assert panes({"lat": 48.0, "lon": 5.0, "zoom": 4.0}) == 2


def test_an_unknown_selection_is_no_fault(small):
    assert png(View(2016, ("ports",), selected=("ports", "atlantis")), (640, 360))


def test_a_damaged_view_is_refused(small):
    with pytest.raises(ValueError, match="(?s)cannot be drawn as a picture.*year is 1812.*'gold'"):
        png(View(1812, ("gold",)))


@pytest.mark.parametrize("year", [2012, 2016, 2020])
def test_the_real_legend_counts_what_is_drawn(texts, year):
    view = View(year, tuple(one.key for one in LAYERS))
    files = [layer_file(one.key) for one in LAYERS]
    shapes = drawn_view(files, view)
    said = texts(picture(view, (900, 1600)))
    words = {part for line in said for part in line.split()}
    assert titles(files, year, shapes)[0] in " ".join(said)
    for one in files:
        assert one["title"] in " ".join(said)
        for entry in legend_entries(one, shapes[one["key"]]):
            assert set(entry.label.split()) <= words
            assert entry.count is None or f"{entry.count:,}" in said


def test_the_real_national_picture_is_quick():
    png(View(2016, NATIONAL))
    start = time.process_time()
    assert size_of(png(View(2016, NATIONAL))) == (1920, 1080)
    assert time.process_time() - start < CPU_SECONDS
