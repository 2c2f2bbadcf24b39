"""The one tab that a worker's tests read in: lent to each of them as good as new."""

from playwright.sync_api import Browser, BrowserContext, Error, Page

VIEWPORT = {"width": 1440, "height": 900}
# What a page keeps for good: whoever calls it needs a page that is thrown away afterwards.
LEAVES_TRACES = ("add_init_script", "emulate_media", "expose_binding", "expose_function", "on", "once", "route")
EMPTY = "about:blank"
FORGET = "try { localStorage.clear(); sessionStorage.clear(); } catch {}"
LEAVE_MS = 5_000


class BrowserTab:
    """
    A tab that stays open from test to test.

    Opening the app in a tab of its own costs the machine almost twice as much as in one whose process has already
    read Streamlit's scripts, and that is most of what a browser test costs.
    """

    def __init__(self, browser: Browser) -> None:
        """Declare a tab of this browser; it opens when it is first lent."""
        self._browser = browser
        self._context: BrowserContext | None = None
        self._page: Page | None = None

    def lend(self) -> Page:
        """Give the tab: empty, of the usual size, without cookies or anything else stored."""
        if self._page is None:
            # running dashes keep half a core busy as long as they are in sight; `own_page` has them
            self._context = self._browser.new_context(viewport=VIEWPORT, reduced_motion="reduce")
            self._page = self._context.new_page()
        return self._page

    def take_back(self) -> None:
        """Empty the tab and forget what was stored; close it if it does not come back to what it was."""
        if self._page is None:
            return
        try:
            for other in self._context.pages:
                if other is not self._page:
                    other.close()
            self._page.evaluate(FORGET)
            self._page.goto(EMPTY, timeout=LEAVE_MS)
            self._page.mouse.move(0, 0)
            self._context.clear_cookies()
            if self._page.viewport_size != VIEWPORT:
                self._page.set_viewport_size(VIEWPORT)
        except Error:
            self.close()

    def close(self) -> None:
        """Close the tab; the next one lent is another."""
        if self._context is not None:
            self._context.close()
        self._context = self._page = None


def refuse_traces(name: str, *_: object, **__: object) -> None:
    """Stop a test that would leave something on the tab for the test after it."""
    raise AssertionError(f"page.{name} stays on the tab that all tests share: ask for `own_page` instead of `page`")
