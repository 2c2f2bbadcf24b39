"""The project's own files: dependencies, lock, configuration, README, top level."""

import ast
import fnmatch
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.app_server import ROOT
from tests.source_code import FOLDERS, imported, looked_up, python_files, top

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
ALLOWED = {"pyproject.toml", "README.md", "app.py", "pages", "geo", "layers", "data", "tests", "LICENSE",
           "requirements.lock", ".streamlit", ".ci", ".github", ".gitignore"}
DECLARED = [*PROJECT["project"]["dependencies"],
            *(text for listed in PROJECT["project"]["optional-dependencies"].values() for text in listed
              if not text.startswith("nexo["))]
NOT_IMPORTED = {"brotli", "pytest-xdist"}  # fonttools imports the one by itself, `nexo test` asks pytest for the other
BOUNDED_ABOVE = ("streamlit", "streamlit-folium")
COMMANDS = re.findall(r"^    (python3 -m venv .*|py -m venv .*)$", README, flags=re.MULTILINE)


@pytest.mark.parametrize("text", DECLARED)
def test_every_dependency_has_a_lower_bound_and_a_reason_above_it(text):
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    place = next(number for number, line in enumerate(lines) if f'"{text}"' in line)
    assert re.match(r"\s+# \S.{10,}", lines[place - 1]), f"no reason above {text}"
    assert {one.operator for one in Requirement(text).specifier} & {">=", "~="}


@pytest.mark.parametrize("name", BOUNDED_ABOVE)
def test_what_we_lean_on_the_internals_of_is_bounded_above(name):
    bound = next(Requirement(text).specifier for text in DECLARED if Requirement(text).name == name)
    assert str(bound).startswith("~=")


@pytest.mark.parametrize("text", DECLARED)
def test_the_lock_holds_every_dependency_within_its_bound(text):
    needed = Requirement(text)
    locked = re.findall(rf"^{canonicalize_name(needed.name)}==([\w.]+)", LOCK, flags=re.MULTILINE)
    assert locked
    assert all(Version(one) in needed.specifier for one in locked)


def test_the_lock_names_exact_versions_and_no_place():
    # no hashes: pip wants one of every file then, and an editable install has none
    lines = [line for line in LOCK.splitlines() if not line.lstrip().startswith("#")]
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+( ; [^/]+)?", line)] == []
    assert "://" not in LOCK


def test_what_is_imported_is_declared_and_what_is_declared_is_used():
    homes = packages_distributions()
    own = {*FOLDERS, "app", "tests", *sys.stdlib_module_names}
    files = [*python_files(), *(ROOT / "tests").rglob("*.py")]
    modules = {top(module) for path in files for module in imported(path) | looked_up(path)} - own
    used = {canonicalize_name(home) for module in modules for home in homes.get(module, [f"? {module}"])}
    declared = {canonicalize_name(Requirement(text).name) for text in DECLARED}
    assert used - declared == set()
    assert declared - used == NOT_IMPORTED


def test_every_package_folder_is_listed():
    found = {path.parent.relative_to(ROOT).as_posix().replace("/", ".")
             for folder in FOLDERS for path in (ROOT / folder).rglob("__init__.py")}
    assert sorted(found) == sorted(PROJECT["tool"]["setuptools"]["packages"])


def test_the_top_level_holds_nothing_else():
    ignored = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
               if line and not line.startswith("#")]
    found = {path.name for path in ROOT.iterdir()} - {".git"}
    kept = {name for name in found if not any(fnmatch.fnmatch(name, pattern) for pattern in ignored)}
    assert kept - ALLOWED == set()


@pytest.mark.parametrize(("section", "option", "value"), [
    ("browser", "gatherUsageStats", False),
    ("browser", "serverAddress", "localhost"),
    ("server", "address", "localhost"),
    ("server", "headless", True),
    ("server", "showEmailPrompt", False),
    ("server", "enableStaticServing", False),
    ("runner", "postScriptGC", False),
    ("client", "showErrorLinks", False),
    ("theme", "base", "light"),
])
def test_streamlit_is_configured(section, option, value):
    assert CONFIG[section][option] == value


def test_uploads_are_capped():
    assert 1 <= CONFIG["server"]["maxUploadSize"] <= 50


def test_streamlit_knows_every_option_that_is_set():
    program = "from streamlit import config; print(*config.get_config_options())"
    known = subprocess.check_output([sys.executable, "-c", program], cwd=ROOT, text=True).split()
    set_here = {f"{section}.{option}" for section, options in CONFIG.items() for option in options}
    assert set_here - set(known) == set()


def test_the_readme_gives_each_command_for_both_kinds_of_system():
    install = "python3 -m venv .venv && .venv/bin/pip install -c requirements.lock -e"
    expected = []
    for line in (f"{install} . && .venv/bin/nexo run", f'{install} ".[test]" && .venv/bin/nexo test'):
        expected += [line, line.replace("python3 ", "py ").replace(".venv/bin/", ".venv\\Scripts\\")]
    assert expected == COMMANDS


def test_continuous_integration_calls_the_readmes_test_command():
    assert COMMANDS[2] in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_no_test_is_skipped_or_expected_to_fail():
    marks = {"skip", "skipif", "xfail", "importorskip"}
    used = [f"{path.relative_to(ROOT)}:{node.lineno}" for path in (ROOT / "tests").rglob("*.py")
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Attribute) and node.attr in marks]
    assert used == []
