"""A template that came through the browser: checked, and a file for as long as it is read."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from layers.build import cache_root
from layers.deck.layouts import from_template


@contextmanager
def as_file(template: bytes | None) -> Iterator[Path | None]:
    """Give a template as a file of the cache folder, which is gone afterwards; None for none."""
    if template is None:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix=".half-", dir=cache_root()) as folder:
        path = Path(folder) / "template.pptx"
        path.write_bytes(template)
        yield path


def template_fault(template: bytes, name: str) -> str:
    """Say what is wrong with a template, under the name that its reader knows; '' for one that can be used."""
    with as_file(template) as path:
        try:
            from_template(path)
        except ValueError as error:
            return str(error).replace(str(path), name)
    return ""
