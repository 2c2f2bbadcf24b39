"""The watch over a browser page sees what it is there to see."""

import pytest

from tests.map_frame import wait_equal
from tests.watched_page import is_outside, is_streamlits_own


@pytest.mark.parametrize(("url", "outside"), [
    ("http://localhost:8501/", False),
    ("http://127.0.0.1:8501/", False),
    ("ws://localhost:8501/_stcore/stream", False),
    ("data:image/png;base64,AAAA", False),
    ("blob:http://localhost:8501/1", False),
    ("https://cdn.example.org/leaflet.js", True),
    ("wss://example.org/", True),
    ("http://localhost.example.org/", True),
    ("http://localhost@example.org/", True),
])
def test_only_addresses_off_this_machine_are_outside(url, outside):
    assert is_outside(url) is outside


@pytest.mark.parametrize(("text", "url", "own"), [
    ("Failed to load resource: 404 (Not Found)", "http://localhost:1/maps/_stcore/health", True),
    ("Failed to load resource: 404 (Not Found)", "http://localhost:1/maps/_stcore/host-config", True),
    ("Failed to load resource: 404 (Not Found)", "http://localhost:1/component/map/webmap.js", False),
    ("Failed to load resource: 500", "http://localhost:1/maps/_stcore/health", False),
])
def test_only_streamlits_two_deep_link_errors_are_let_pass(text, url, own):
    assert is_streamlits_own(text, url) is own


def test_a_request_to_the_outside_fails_and_is_written_down(watched):
    page, watch = watched
    failed = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.set_content('<img src="https://example.org/a.png"><img src="http://192.0.2.1/b.png">')
    page.wait_for_function("[...document.images].every(image => image.complete)")
    assert watch.outside == ["https://example.org/a.png", "http://192.0.2.1/b.png"]
    assert failed == watch.outside


def test_errors_on_the_console_and_uncaught_ones_are_written_down(watched):
    page, watch = watched
    page.evaluate("console.error('broken'); setTimeout(() => { throw new Error('lost'); })")
    wait_equal(page, lambda: len(watch.errors), 2)
    assert [error.split(" (")[0] for error in watch.errors] == ["broken", "uncaught: lost"]
