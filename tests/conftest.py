"""Fixtures for all tests: a copy of the data, the app in this process and as a server, a watched page."""

import shutil
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from streamlit import config
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest, app_test

# importing it denies the network to this process
import tests.denial.sitecustomize  # noqa: F401
from layers.commands.chromium import find, playwrights_own
from tests.app_server import ROOT, AppServer
from tests.browser_tab import LEAVES_TRACES, VIEWPORT, BrowserTab, refuse_traces
from tests.watched_page import LAUNCH_ARGUMENTS, Watch

APP_SECONDS = 30


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the browser's tests of a file in one worker: its server then stays warm for what the file looks at."""
    for item in items:
        if {"server", "start_server", "browser"} & set(item.fixturenames):
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


def pytest_unconfigure() -> None:
    """Remove the folder that Streamlit's AppTest opens on import and leaves to the interpreter, which complains."""
    app_test.TMP_DIR.cleanup()


@pytest.fixture(scope="session", autouse=True)
def own_surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """
    Read the project's own data and keep out of the developer's cache folder, whatever the shell says.

    What this worker's tests have built there, its servers and commands find again.
    """
    with pytest.MonkeyPatch.context() as surroundings:
        surroundings.delenv("NEXO_DATA", raising=False)
        cache = str(tmp_path_factory.mktemp("cache"))
        surroundings.setenv("XDG_CACHE_HOME", cache)
        surroundings.setenv("LOCALAPPDATA", cache)
        # a test that fails on an error page should show the error
        config.set_option("client.showErrorDetails", "full")
        yield
    # here too: a worker may be stopped before it is unconfigured
    pytest_unconfigure()


@pytest.fixture(scope="session", autouse=True)
def components_scanned_once() -> Iterator[None]:
    """Let Streamlit look through the installed packages for components once, not again for each app under test."""
    with pytest.MonkeyPatch.context() as scanner:
        once = cache(manifest_scanner.scan_component_manifests)
        scanner.setattr(manifest_scanner, "scan_component_manifests", once)
        yield


@pytest.fixture
def data_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point the app to a copy of the data that a test may damage."""
    copy = tmp_path / "data"
    shutil.copytree(ROOT / "data", copy)
    monkeypatch.setenv("NEXO_DATA", str(copy))
    return copy


@pytest.fixture
def app() -> AppTest:
    """Give the app as a reader meets it, through app.py; not run yet."""
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=APP_SECONDS)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    """Serve the real app for all tests; at the end it must not have tried to leave this machine."""
    running = AppServer(tmp_path_factory.mktemp("server")).start()
    yield running
    running.stop()
    assert running.denied() == []


@pytest.fixture
def start_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., AppServer]]:
    """Give a function that serves the app otherwise: below a base path, with other data (`environment`)."""
    started: list[AppServer] = []

    def start(base_path: str = "", environment: dict[str, str] | None = None) -> AppServer:
        started.append(AppServer(tmp_path_factory.mktemp("server"), base_path, environment))
        return started[-1].start()

    yield start
    for one in started:
        one.stop()
    assert [line for one in started for line in one.denied()] == []


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start a Chromium that reaches nothing but this machine."""
    path = find() or playwrights_own()
    assert path is not None, "no Chromium found: run the tests with `nexo test`, which sees to one"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=LAUNCH_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Iterator[BrowserTab]:
    """Keep one tab open for all tests of this worker."""
    shared = BrowserTab(browser)
    yield shared
    shared.close()


@pytest.fixture
def page(tab: BrowserTab, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Lend an empty page; at the end it must not have asked for anything outside nor logged an error."""
    page, failed_before = tab.lend(), request.session.testsfailed
    watch = Watch(page)
    with pytest.MonkeyPatch.context() as guard:
        for name in LEAVES_TRACES:
            guard.setattr(page, name, partial(refuse_traces, name))
        yield page
    watch.end()
    if request.session.testsfailed > failed_before:
        # whatever state it was left in goes no further
        tab.close()
    else:
        tab.take_back()
    watch.expect_nothing()


@pytest.fixture
def watched(browser: Browser) -> Iterator[tuple[Page, Watch]]:
    """Open a page that no other test gets, and watch it."""
    context = browser.new_context(viewport=VIEWPORT)
    page = context.new_page()
    yield page, Watch(page)
    context.close()


@pytest.fixture
def own_page(watched: tuple[Page, Watch]) -> Iterator[Page]:
    """Give an empty page to a test that leaves traces on it, such as listeners; watched like `page`."""
    page, watch = watched
    yield page
    watch.expect_nothing()
