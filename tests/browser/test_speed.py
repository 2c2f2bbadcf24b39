"""The benchmark of a slider move: bytes, server time and press-to-paint, printed; only the bytes are asserted."""

import statistics
import time

import psutil

from layers.commands.run import PATIENCE_S
from layers.registry import LAYERS
from tests.map_frame import MapFrame, wait_idle

MOST_BYTES = 5_000
MOVES = 16
QUIET_MS, QUIET_STEPS = 50, 4  # of CPU in half a second, so often in a row
STARTING_S = 10  # what a server needs at most before it serves
ALL = ",".join(one.key for one in LAYERS)

WAIT_PAINT = """(year) => new Promise((done) => {
    const seen = () => JSON.parse(document.body.dataset.nexoState || '{}').year === year ? done() : setTimeout(seen, 4);
    seen();
})"""

WAIT_MARKET = """(wanted) => new Promise((done) => {
    const state = () => JSON.parse(document.body.dataset.nexoState || '{}');
    const market = () => state().filters?.routes?.market || null;
    const seen = () => JSON.stringify(market()) === JSON.stringify(wanted) ? done() : setTimeout(seen, 4);
    seen();
})"""


def cpu_ms(process: psutil.Process) -> float:
    times = process.cpu_times()
    return 1_000 * (times.user + times.system)


def wait_quiet(page, process: psutil.Process) -> None:
    """Wait until the server has prepared what other pages need, which it begins a while after its start."""
    quiet = 0
    for _ in range(240):
        used = cpu_ms(process)
        page.wait_for_timeout(500)
        begun = time.time() - process.create_time() > PATIENCE_S + STARTING_S
        quiet = quiet + 1 if begun and cpu_ms(process) - used < QUIET_MS else 0
        if quiet == QUIET_STEPS:
            return
    raise AssertionError("the server is still busy two minutes after the page was drawn")


def measure(page, server, layers: str) -> tuple[list[int], float, list[float]]:
    received: list[int] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda data: received.append(len(data))))
    page.goto(f"{server.url}/?year=2020&layers={layers}")
    board = MapFrame(page)
    page.locator(".st-key-slider input").focus()
    process = psutil.Process(server.process.pid)
    sizes, paints = [], []
    wait_quiet(page, process)
    wait_idle(page)
    used = cpu_ms(process)
    for move in range(MOVES):
        year = 2019 - move if move < 8 else 2012 + (move - 7)
        received.clear()
        start = time.perf_counter()
        page.keyboard.press("ArrowLeft" if move < 8 else "ArrowRight")
        board.frame.evaluate(WAIT_PAINT, year)
        paints.append(1_000 * (time.perf_counter() - start))
        page.wait_for_timeout(400)  # whatever the move sets going besides counts as its own
        wait_idle(page)
        sizes.append(sum(received))
    return sizes, (cpu_ms(process) - used) / MOVES, paints


def test_a_slider_move_is_a_few_kilobytes(own_page, server, capsys):
    for name, layers in (
        ("default layers", "coca_zones,mining_cells,bases,ports,crossings"),
        ("all layers", ALL),
    ):
        sizes, cpu, paints = measure(own_page, server, layers)
        with capsys.disabled():
            print(
                f"\nslider move, {name}: {statistics.median(sizes):,.0f} bytes (most {max(sizes):,}), "
                f"server {cpu:.1f} ms CPU, "
                f"press to paint {statistics.median(paints):.0f} ms median, {max(paints):.0f} ms most"
            )
        assert max(sizes) <= MOST_BYTES


def test_a_filter_is_painted_without_a_reload(page, server, capsys):
    page.goto(f"{server.url}/routes?year=2016")
    board = MapFrame(page)
    mark, box = board.mounted(), page.locator(".st-key-control-filter-routes-market-asia input")
    box.wait_for(state="attached")
    page.wait_for_timeout(1_500)
    wait_idle(page)
    paints = []
    for turn in range(8):
        start = time.perf_counter()
        box.focus()
        page.keyboard.press("Space")
        board.frame.evaluate(WAIT_MARKET, ["asia"] if turn % 2 == 0 else None)
        paints.append(1_000 * (time.perf_counter() - start))
        wait_idle(page)
    with capsys.disabled():
        print(f"\nfilter: press to paint {statistics.median(paints):.0f} ms median, {max(paints):.0f} ms most")
    assert board.mounted() == mark
