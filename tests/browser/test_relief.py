"""Shaded relief in a real browser: under the data, out of the pointer's way, gone when zoomed in."""

import pytest

from tests.map_frame import MapFrame

RELIEF = "[...document.querySelectorAll('.nx-pane')[{pane}].querySelectorAll('img.nx-relief')]"


def opened(page, server, query: str = "") -> MapFrame:
    page.goto(f"{server.url}/?{query}")
    board = MapFrame(page)
    board.wait_for(lambda state: True)
    return board


def seen(board: MapFrame, pane: int = 0) -> dict[str, object]:
    """Return what there is of the relief in a pane, once its picture has arrived."""
    return board.frame.evaluate(f"""async () => {{
        const found = {RELIEF.format(pane=pane)};
        await Promise.all(found.map((one) => one.decode()));
        const [one] = found;
        const style = getComputedStyle(one);
        const map = nexo.panes[{pane}].map;
        const west = map.latLngToContainerPoint([14, -92]), east = map.latLngToContainerPoint([-36, -30]);
        const frame = map.getContainer().getBoundingClientRect(), box = one.getBoundingClientRect();
        return {{count: found.length, wide: one.naturalWidth, opacity: Number(style.opacity),
            pointer: style.pointerEvents,
            off: Math.max(Math.abs(box.left - frame.left - west.x), Math.abs(box.top - frame.top - west.y),
                Math.abs(box.right - frame.left - east.x), Math.abs(box.bottom - frame.top - east.y))}};
    }}""")


def zoom_to(board: MapFrame, zoom: float) -> None:
    board.look(-12.6, -73.9, zoom)


def test_it_lies_in_its_place_and_takes_no_click(page, server):
    relief = seen(opened(page, server))
    assert relief["count"] == 1 and relief["wide"] == 1860
    assert relief["opacity"] == pytest.approx(0.16) and relief["pointer"] == "none"
    assert relief["off"] < 1.5


def test_it_lies_over_the_land_and_under_lines_and_data(page, server):
    board = opened(page, server, "layers=coca_zones")
    heights = board.frame.evaluate("""() => {
        const { map, layers } = nexo.panes[0];
        const height = (element) =>
            Number(getComputedStyle(element.closest('.leaflet-pane:not(.leaflet-map-pane)')).zIndex);
        const land = map.getPane('tilePane').querySelector('path');
        const line = document.querySelector('path.nx-departments');
        const relief = document.querySelector('img.nx-relief');
        return [land, relief, line, layers.coca_zones.shapes[0].main._path].map(height);
    }""")
    assert heights == sorted(set(heights))


@pytest.mark.parametrize(("zoom", "opacity"), [(6, 0.16), (7.25, 0.08), (8.5, 0), (10, 0)])
def test_it_fades_as_the_reader_zooms_in(page, server, zoom, opacity):
    board = opened(page, server)
    zoom_to(board, zoom)
    assert seen(board)["opacity"] == pytest.approx(opacity, abs=0.001)


def test_a_year_leaves_it_as_it_is_and_each_pane_has_its_own(page, server):
    board = opened(page, server, "year=2016&year2=2020")
    assert [seen(board, pane)["count"] for pane in (0, 1)] == [1, 1]
    board.frame.evaluate("document.querySelector('img.nx-relief').dataset.kept = 'yes'")
    page.locator(".st-key-slider input").focus()
    page.keyboard.press("ArrowLeft")
    board.wait_year(2015)
    assert board.frame.evaluate("document.querySelector('img.nx-relief').dataset.kept") == "yes"
    zoom_to(board, 7.25)
    assert [seen(board, pane)["opacity"] for pane in (0, 1)] == pytest.approx([0.08, 0.08], abs=0.001)
