"""The map's frame in a browser page: what it was told, what it draws, and a hand that clicks in it."""

import json
from collections.abc import Callable

from playwright.sync_api import Error, Frame, Page

PATIENCE_MS = 20_000
STEP_MS = 50

# A point of the window where the topmost thing is this feature: the middle of a sign, any free stretch of a line.
WHERE = """([layer, id]) => {
    const shapes = nexo.panes[0].layers[layer].shapes.filter((one) => one.id === id && one.drawn).reverse();
    for (const shape of shapes) {
        const path = shape.hit._path;
        const origin = path.ownerSVGElement.getScreenCTM();
        const box = path.getBBox();
        const length = path.getTotalLength();
        const along = (step) => path.getPointAtLength(length * (step + 0.5) / 60);
        const points = shape.edge ? Array.from({length: 60}, (_, step) => along(step))
            : [{x: box.x + box.width / 2, y: box.y + box.height / 2}];
        for (const {x, y} of points) {
            const at = [x + origin.e, y + origin.f];
            if (document.elementFromPoint(...at) === path) return at;
        }
    }
    return null;
}"""


def is_leaving(fault: Error) -> bool:
    """Tell whether a question failed because the frame asked is that of the page before."""
    return any(word in fault.message for word in ("detached", "destroyed"))


def wait_equal(page: Page, read: Callable[[], object], wanted: object) -> None:
    """Wait until the page says what is wanted: Streamlit draws the parts of a page one after the other."""
    for _ in range(PATIENCE_MS // STEP_MS):
        if read() == wanted:
            return
        page.wait_for_timeout(STEP_MS)
    assert read() == wanted


def wait_idle(page: Page) -> None:
    """Wait until the server has answered all that it was told."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for(state="attached")


class MapFrame:
    """The map of an open page; waits until it has painted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wait_for(lambda state: True)

    @property
    def frame(self) -> Frame:
        """Frame of the map; a page has one."""
        for _ in range(PATIENCE_MS // STEP_MS):
            found = [one for one in self.page.frames if "streamlit_folium" in one.url]
            if found:
                return found[0]
            self.page.wait_for_timeout(STEP_MS)
        raise AssertionError(f"no map on the page; it reads:\n{self.page.inner_text('body')[:2000]}")

    def state(self) -> dict[str, object] | None:
        """Return the state that was applied last, None before the first and while the map is mounted anew."""
        try:
            text = self.frame.evaluate("document.body?.dataset.nexoState || null")
        except Error as fault:
            if not is_leaving(fault):
                raise
            return None
        return text and json.loads(text)

    def wait_for(self, reached: Callable[[dict[str, object]], bool]) -> dict[str, object]:
        """Wait until the applied state fulfils a condition, and give it."""
        for _ in range(PATIENCE_MS // STEP_MS):
            state = self.state()
            if state and reached(state):
                return state
            self.page.wait_for_timeout(STEP_MS)
        raise AssertionError(
            f"the map did not reach the state; it is in {self.state()}; the page reads:\n"
            f"{self.page.inner_text('body')[:1500]}"
        )

    def until(self, condition: str) -> None:
        """Wait until something holds in the map, in words of its script; a change of page mounts the map anew."""
        for _ in range(PATIENCE_MS // STEP_MS):
            try:
                if self.frame.evaluate(f"Boolean(window.nexo && nexo.state && ({condition}))"):
                    return
            except Error as fault:
                if not is_leaving(fault):
                    raise
            self.page.wait_for_timeout(STEP_MS)
        raise AssertionError(f"never came: {condition}; the map is in {self.state()}")

    def wait_year(self, year: int) -> dict[str, object]:
        """Wait until a year is painted."""
        return self.wait_for(lambda state: state["year"] == year)

    def summary(self, pane: int = 0) -> dict[str, int]:
        """Return how many features each layer draws."""
        return self.frame.evaluate("(pane) => nexo.summary(pane)", pane)

    def drawn_ids(self, layer: str) -> set[str]:
        """Return the ids of the features that a layer draws."""
        return set(
            self.frame.evaluate(
                "(key) => nexo.panes[0].layers[key].shapes.filter((one) => one.drawn).map((one) => one.id)",
                layer,
            )
        )

    def visible_ids(self, layer: str) -> set[str]:
        """Return the ids of the features whose path the browser really shows."""
        return set(
            self.frame.evaluate(
                "(key) => nexo.panes[0].layers[key].shapes"
                ".filter((one) => getComputedStyle(one.main._path).display !== 'none'"
                " && one.main._path.getAttribute('d') !== 'M0 0').map((one) => one.id)",
                layer,
            )
        )

    def bundles(self, layer: str) -> list[tuple[int | None, list[str]]]:
        """Return the number beside each sign of several (None: without room), and ids of what it stands for."""
        return self.frame.evaluate(
            "(key) => { const numbers = [...document.querySelectorAll('.nx-number')]"
            ".map((one) => Number(one.textContent));"
            " return nexo.panes[0].bundles.map((one) => [one, one.untold ? null : numbers.shift()])"
            ".filter(([one]) => one.key === key).map(([one, n]) => [n, one.bundle.map((member) => member.id)]); }",
            layer,
        )

    def viewport(self) -> tuple[float, float, float]:
        """Return latitude, longitude and zoom."""
        return tuple(
            self.frame.evaluate(
                "[nexo.panes[0].map.getCenter().lat, nexo.panes[0].map.getCenter().lng, nexo.panes[0].map.getZoom()]"
            )
        )

    def look(self, lat: float, lon: float, zoom: float, pane: int = 0) -> None:
        """Move a pane at once; `void`, for Leaflet answers with its map, which takes many seconds to hand over."""
        self.frame.evaluate(
            "([pane, lat, lon, zoom]) => void nexo.panes[pane].map.setView([lat, lon], zoom, {animate: false})",
            [pane, lat, lon, zoom],
        )

    def mounted(self) -> str:
        """Return the mark of this mounting: another one means that the map was built anew."""
        return self.frame.evaluate("nexo.mounted")

    def click(self, layer: str, feature: str) -> None:
        """Click a feature where it is drawn, scrolling back to the map from what stands below it."""
        self.page.locator(".st-key-map iframe").scroll_into_view_if_needed()
        at = self.frame.evaluate(WHERE, [layer, feature])
        assert at is not None, f"{layer}:{feature} lies under something else or outside the window"
        x, y = at
        box = self.page.locator(".st-key-map iframe").bounding_box()
        self.page.mouse.click(box["x"] + x, box["y"] + y)

    def text(self, selector: str) -> str:
        """Return the text of a part of the map's furniture."""
        return self.frame.inner_text(selector)
