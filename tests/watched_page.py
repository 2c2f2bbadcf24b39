"""A browser page that is watched: requests to the outside and errors on the console are written down."""

from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page, Request, WebSocket

HERE = ("localhost", "127.0.0.1", "::1")
# Names and addresses outside this machine do not resolve, whoever in the browser asks.
LAUNCH_ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage",
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"]
# On a cold deep link Streamlit's own script first asks for these two below the page's address: a 404 each.
STREAMLITS_OWN = ("/_stcore/health", "/_stcore/host-config")


class Watch:
    """
    What one page has asked for and complained of.

    Attributes
    ----------
    outside
        Addresses of requests that would have left this machine.
    errors
        Errors on the console and uncaught exceptions, Streamlit's own two on a deep link left out.
    """

    def __init__(self, page: Page) -> None:
        """Watch a page from now on."""
        self.outside: list[str] = []
        self.errors: list[str] = []
        self._heard = (
            ("request", self._on_request),
            ("websocket", self._on_websocket),
            ("console", self._on_console),
            ("pageerror", self._on_page_error),
        )
        self._page = page
        for event, hear in self._heard:
            page.on(event, hear)

    def end(self) -> None:
        """Watch no longer: what the page does from now on is another's."""
        for event, hear in self._heard:
            self._page.remove_listener(event, hear)

    def expect_nothing(self) -> None:
        """Fail if the page asked for anything outside or logged an error."""
        assert self.outside == []
        assert self.errors == []

    def _on_request(self, request: Request) -> None:
        if is_outside(request.url):
            self.outside.append(request.url)

    def _on_websocket(self, websocket: WebSocket) -> None:
        if is_outside(websocket.url):
            self.outside.append(websocket.url)

    def _on_page_error(self, error: Error) -> None:
        self.errors.append(f"uncaught: {error}")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not is_streamlits_own(message.text, message.location.get("url", "")):
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")


def is_outside(url: str) -> bool:
    """Tell whether an address leads off this machine; `data:` and `blob:` do not."""
    parts = urlsplit(url)
    return parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in HERE


def is_streamlits_own(text: str, url: str) -> bool:
    """Tell whether an error is one of the two 404s that every Streamlit app has on a deep link."""
    return "404" in text and urlsplit(url).path.endswith(STREAMLITS_OWN)
