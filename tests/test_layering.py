"""Imports only point down, each folder keeps to its libraries, and nothing in the code leads outside."""

import re

import pytest

from tests.app_server import ROOT
from tests.source_code import FOLDERS, imported, python_files, shown, texts, top, without_comments

BARRED = {
    "geo": {"streamlit", "streamlit_folium", "folium", "branca", "matplotlib", "pptx", "layers", "pages",
            "app"},
    "layers": {"streamlit", "streamlit_folium", "pages", "app"},
    "pages": {"folium", "branca", "app"},
}
FREE_IN = {"pages/shared/": {"folium", "branca"}}
ADDRESS = re.compile(r"""(?:https?|wss?|ftp)://[\w\[{]|["'(]//[\w-]+\.\w""")
# names of XML vocabularies, and this machine
NOT_OUTSIDE = re.compile(r"https?://(?:www\.w3\.org/|(?:localhost|127\.0\.0\.1)(?![\w.-]))")
WEB_FILES = (".js", ".css", ".html", ".svg")
SCRIPTS = sorted(path for path in (ROOT / "layers").rglob("*") if path.suffix in WEB_FILES)


def leads_outside(text: str) -> bool:
    return ADDRESS.search(NOT_OUTSIDE.sub("", text)) is not None


@pytest.mark.parametrize("path", python_files(), ids=shown)
def test_imports_point_down_and_keep_to_the_folders_libraries(path):
    name = shown(path)
    barred = set(BARRED.get(top(name.replace("/", ".")), ()))
    for place, free in FREE_IN.items():
        barred -= free if name.startswith(place) else set()
    assert {top(module) for module in imported(path)} & barred == set()


@pytest.mark.parametrize("path", python_files(), ids=shown)
def test_imports_name_their_module_in_full(path):
    assert [module for module in imported(path) if module.startswith(".")] == []


def test_every_folder_of_the_map_is_looked_at():
    assert {shown(path).partition("/")[0] for path in python_files()} == {"app.py", *FOLDERS}


def test_data_holds_no_python():
    assert [shown(path) for path in (ROOT / "data").rglob("*.py")] == []


def test_page_files_sit_one_folder_down():
    assert [path.name for path in (ROOT / "pages").glob("*.py") if path.name != "__init__.py"] == []


@pytest.mark.parametrize("path", python_files(), ids=shown)
def test_python_code_leads_nowhere_outside(path):
    assert [f"line {line}: {text}" for line, text in texts(path) if leads_outside(text)] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=shown)
def test_scripts_and_styles_lead_nowhere_outside(path):
    kept = without_comments(path.read_text(encoding="utf-8"))
    assert [line.strip() for line in kept.splitlines() if leads_outside(line)] == []


@pytest.mark.parametrize(("text", "outside"), [
    ("https://unpkg.com/leaflet.js", True),
    ("url('//fonts.example.org/a.woff2')", True),
    ("ws://example.org", True),
    ("http://localhost.example.org/", True),
    ("http://www.w3.org/2000/svg", False),
    ("http://localhost:8501", False),
    ("../nexo-map/webmap.js", False),
    ("half // whole", False),
    ("https://", False),
])
def test_what_leads_outside(text, outside):
    assert leads_outside(text) is outside
