"""The language in a real browser: the map's furniture follows the switch, the link keeps it, Back takes it back."""

from playwright.sync_api import expect

from tests.map_frame import MapFrame


def opened(page, server, query: str = "") -> MapFrame:
    page.goto(f"{server.url}/{'?' + query if query else ''}")
    return MapFrame(page)


def in_language(board, lang):
    return board.wait_for(lambda state: state["lang"] == lang)


def test_switching_to_spanish_changes_page_and_map_and_keeps_the_view(page, server):
    board = opened(page, server, "year=2016&layers=coca_zones,crossings&at=-12.05,-74.1,7")
    before = board.wait_year(2016)
    page.get_by_role("radio", name="Español").click()
    state = in_language(board, "es")
    assert {**state, "lang": 0, "view": 0, "vn": 0} == {**before, "lang": 0, "view": 0, "vn": 0}
    assert board.viewport() == (-12.05, -74.1, 7)
    assert board.text(".nx-title").startswith("Cultivo de coca por zona: cerca de 43,900 ha en 2016")
    legend = board.text(".nx-legend")
    assert "Pasos de frontera" in legend and "Menos de 500 ha" in legend
    assert board.text(".nx-sources").startswith("Fuentes: ") and "Mapa base" in board.text(".nx-sources")
    assert "Serie UNODC" in board.text(".nx-notes-text") and "Recorrer años" in board.text(".nx-play")
    assert board.frame.evaluate("document.documentElement.lang") == "es"
    expect(page.get_by_role("link", name="Situación")).to_be_visible()
    page.wait_for_url(lambda url: "lang=es" in url)
    assert "year=2016" in page.url and "layers=coca_zones%2Ccrossings" in page.url


def test_back_takes_the_language_back(page, server):
    board = opened(page, server, "layers=coca_zones")
    page.get_by_role("radio", name="Español").click()
    in_language(board, "es")
    page.wait_for_url(lambda url: "lang=es" in url)
    page.go_back()
    in_language(board, "en")
    expect(page.get_by_role("link", name="Situation")).to_be_visible()
    assert board.text(".nx-title").startswith("Coca bush by zone")
    page.go_forward()
    in_language(board, "es")


def test_the_language_is_reached_by_keyboard_and_goes_along_to_another_page(page, server):
    board = opened(page, server)
    page.get_by_role("radio", name="English").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    in_language(board, "es")
    page.get_by_role("link", name="Rutas").click()
    page.wait_for_url(lambda url: "routes" in url and "lang=es" in url)
    again = MapFrame(page)
    again.wait_for(lambda state: state["lang"] == "es" and "routes" in state["layers"])
    assert again.text(".nx-title").startswith("Rutas del tráfico")


def test_a_link_in_spanish_opens_in_spanish(page, server):
    board = opened(page, server, "lang=es&layers=ports&year=2015")
    in_language(board, "es")
    assert board.text(".nx-title").startswith("Incautaciones en puertos")
    expect(page.get_by_role("link", name="Fuentes")).to_be_visible()
