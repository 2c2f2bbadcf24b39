"""The tab that tests share is as good as new for each of them."""

import pytest

from tests.browser_tab import EMPTY, VIEWPORT, BrowserTab

STORED = "[localStorage.length, sessionStorage.length, document.cookie.includes('mine=')]"


@pytest.fixture
def lent(browser):
    """Give a tab of its own, closed at the end."""
    tab = BrowserTab(browser)
    yield tab
    tab.close()


def test_what_a_test_left_is_gone_for_the_next(lent, server):
    page, address = lent.lend(), f"{server.url}/_stcore/health"
    page.goto(address)
    page.evaluate("localStorage.a = sessionStorage.b = 1; document.cookie = 'mine=1; path=/'")
    page.set_viewport_size({"width": 640, "height": 360})
    page.context.new_page()
    lent.take_back()
    again = lent.lend()
    assert again is page and page.url == EMPTY
    assert page.viewport_size == VIEWPORT and page.context.pages == [page]
    page.goto(address)
    assert page.evaluate(STORED) == [0, 0, False]


def test_a_tab_that_is_gone_is_replaced(lent):
    page = lent.lend()
    page.close()
    lent.take_back()
    another = lent.lend()
    assert another is not page and another.url == EMPTY


def test_the_shared_page_takes_nothing_that_stays(page):
    with pytest.raises(AssertionError, match="page.on stays on the tab .* ask for `own_page`"):
        page.on("dialog", lambda dialog: dialog.dismiss())
    with pytest.raises(AssertionError, match="page.add_init_script stays"):
        page.add_init_script("window.left = true")
