"""A package with more shapes than SVG carries well is drawn on one canvas, and answers clicks there too."""

import csv

from tests.map_frame import MapFrame

TIMES, STEP_DEGREES = 8, 2.0


def multiply_cells(path) -> int:
    """Repeat the cells new in 2020 further north; give how many there are then."""
    with path.open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    of_2020 = [row for row in rows if row["year"] == "2020"]
    new = [row for row in of_2020 if float(row["patch_ha_new"]) > 0]
    for turn in range(1, TIMES):
        for row in new:
            moved = {"lat": f"{float(row['lat']) + turn * STEP_DEGREES:.2f}"}
            marks = {name: f"{row[name]}-{turn}" for name in ("row_id", "cell_id")}
            rows.append(row | moved | marks)
    with path.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return len(of_2020) + (TIMES - 1) * len(new)


def test_many_shapes_share_one_canvas(page, start_server, data_copy):
    count = multiply_cells(data_copy / "tables" / "mining_cells.csv")
    assert count > 2_000
    server = start_server(environment={"NEXO_DATA": str(data_copy)})
    page.goto(f"{server.url}/?year=2020&layers=coca_zones,mining_cells&at=-12.9,-70.0,9")
    board = MapFrame(page)
    assert board.summary()["mining_cells"] == count
    assert board.frame.evaluate("Boolean(nexo.panes[0].canvas)")
    assert board.frame.evaluate("document.querySelectorAll('.leaflet-overlay-pane canvas').length") == 1
    spot = """() => {
        const pane = nexo.panes[0];
        const size = pane.map.getSize();
        const inside = (point) => point.x > 260 && point.x < size.x - 460 && point.y > 80 && point.y < size.y - 80;
        const place = (one) => pane.map.latLngToContainerPoint(one.anchor);
        const shape = pane.layers.mining_cells.shapes.find((one) => one.drawn && inside(place(one)));
        const point = pane.map.latLngToContainerPoint(shape.anchor);
        const box = pane.map.getContainer().getBoundingClientRect();
        return [box.left + point.x, box.top + point.y];
    }"""
    x, y = board.frame.evaluate(spot)
    frame = page.locator(".st-key-map iframe").bounding_box()
    page.mouse.click(frame["x"] + x, frame["y"] + y)
    chosen = board.wait_for(lambda state: state["selected"] is not None)["selected"]
    assert chosen["layer"] == "mining_cells"
    page.locator(".st-key-details h3").wait_for()
    page.locator(".st-key-slider input").focus()
    page.keyboard.press("ArrowLeft")
    board.wait_year(2019)
    assert 0 < board.summary()["mining_cells"] < count
