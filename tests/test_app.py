"""The app as a whole: it runs, and opens in a browser at the root and below a base path."""

import pytest
from playwright.sync_api import Page, expect


@pytest.fixture(params=["", "atlas/peru"], ids=["at the root", "below a base path"])
def address(request, server, start_server) -> str:
    """Give the address of the app, served both ways."""
    return (start_server(base_path=request.param) if request.param else server).url


def test_runs_without_a_fault(app):
    app.run()
    assert [fault.message for fault in app.exception] == []


def test_opens_in_a_browser_with_its_map(address, page: Page):
    page.goto(address)
    expect(page).to_have_title("Nexo")
    expect(page.locator("iframe[title*=folium]")).to_be_visible(timeout=30_000)
    expect(page.get_by_test_id("stException")).to_have_count(0)
