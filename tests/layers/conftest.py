"""Small layer files in place of the real ones, and the words of a picture."""

from collections.abc import Callable

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from layers.figure import request
from tests.layers.figure.small_files import SMALL


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Draw from small files; the function given replaces one of them."""
    files = dict(SMALL)
    monkeypatch.setattr(request, "layer_file", lambda key, lang="en": files[key]())

    def put(key: str, file: dict[str, object]) -> None:
        files[key] = lambda: file

    return put


@pytest.fixture
def texts() -> Callable[[Figure], list[str]]:
    """Give a function that reads every line written on a figure."""
    return lambda figure: [one.get_text() for one in figure.findobj(Text) if one.get_text()]
