"""The product's own source files, and what they import."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.app_server import ROOT

FOLDERS = ("geo", "layers", "pages")


def python_files() -> list[Path]:
    """List app.py and every Python file of the product's folders."""
    return [ROOT / "app.py", *sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))]


def shown(path: Path) -> str:
    """Name a file the way a reader of a failing test knows it."""
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> set[str]:
    """Name the modules that a file imports, dots kept."""
    found = named_in_calls(path, ("import_module", "__import__"))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add("." * node.level + (node.module or ""))
    return found


def looked_up(path: Path) -> set[str]:
    """Name the modules whose files are used, or that are started as programs, without an import."""
    return named_in_calls(path, ("find_spec", "run_module"))


def named_in_calls(path: Path, functions: tuple[str, ...]) -> set[str]:
    """Collect the texts that a file hands to some functions as their first argument."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in functions:
                found.add(str(node.args[0].value))
    return found


def top(module: str) -> str:
    """Name the package a module is in."""
    return module.partition(".")[0]


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the texts a Python file works with, by line; docstrings and comments are left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.lineno, node.value


def without_comments(script: str) -> str:
    """Drop the comments of JavaScript or CSS; `//` opens one after a blank: addresses hold it too."""
    return re.sub(r"/\*.*?\*/|(?<![^\s;{}])//[^\n]*", "", script, flags=re.DOTALL)
