"""Everything that runs with Nexo is under a licence that asks nothing of its users but to be named."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution, requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.app_server import ROOT

OPEN = re.compile(r"\b(MIT|BSD|0BSD|Apache|ISC|PSF|Python Software Foundation|MPL|Mozilla Public|OFL"
                  r"|Artistic)\b", re.IGNORECASE)
COPYLEFT = re.compile(r"\b[AL]?GPL|General Public", re.IGNORECASE)
# A choice of licences: we take the first.
CHOSEN = {"text-unidecode": "Artistic License"}
# Their metadata name no licence; read in the repository of each.
READ_ELSEWHERE = {"streamlit-folium": "MIT", "xstatic-leaflet": "BSD-2-Clause"}


def own_requirements() -> list[Requirement]:
    """Read what Nexo itself declares, the tests' own extra left out."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    texts = (*project["dependencies"], *project["optional-dependencies"]["basemap"])
    return [Requirement(text) for text in texts]


def requirements_of(one: Requirement) -> Iterator[Requirement]:
    """Yield what a distribution requires on this machine, with the extras that are asked for."""
    for needed in map(Requirement, requires(one.name) or ()):
        extras = ("", *one.extras)
        if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in extras):
            yield needed


def closure(waiting: list[Requirement]) -> dict[str, Distribution]:
    """Find everything that comes along with what is required."""
    found: dict[str, Distribution] = {}
    seen: set[str] = set()
    while waiting:
        one = waiting.pop()
        if str(one) not in seen:
            seen.add(str(one))
            found[canonicalize_name(one.name)] = distribution(one.name)
            waiting.extend(requirements_of(one))
    return found


def licence(one: Distribution) -> str:
    """Read a licence from the metadata: the expression, else the classifiers, else the text's first line."""
    stated = one.metadata.get("License-Expression")
    if not stated:
        listed = [text for text in one.metadata.get_all("Classifier", []) if text.startswith("License ::")]
        stated = "; ".join(text.rpartition(" :: ")[2] for text in listed)
    return stated or (one.metadata.get("License") or "").strip().partition("\n")[0]


DEPENDENCIES = closure(own_requirements())


@pytest.mark.parametrize("name", sorted(DEPENDENCIES))
def test_licence_is_open_and_not_copyleft(name):
    stated = CHOSEN.get(name) or READ_ELSEWHERE.get(name) or licence(DEPENDENCIES[name])
    assert OPEN.search(stated), f"{name}: no licence that we know in {stated!r}"
    assert not COPYLEFT.search(stated), f"{name}: {stated}"


def test_choices_are_offered_by_the_package():
    for name, chosen in CHOSEN.items():
        assert chosen in licence(DEPENDENCIES[name]).split("; ")


def test_what_was_read_elsewhere_is_still_not_in_the_metadata():
    assert [name for name in READ_ELSEWHERE if OPEN.search(licence(DEPENDENCIES[name]))] == []
