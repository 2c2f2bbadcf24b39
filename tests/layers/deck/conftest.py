"""Small layer files in place of the real ones, and slides opened as python-pptx and LibreOffice read them."""

import io
import os
import posixpath
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from lxml import etree
from matplotlib.image import imread
from pptx import Presentation
from pptx.presentation import Presentation as Deck

from layers.commands.office import find_office

OFFICE_SECONDS = 300


@pytest.fixture
def opened() -> Callable[[bytes], Deck]:
    """Give a function that opens a file's bytes."""
    return lambda data: Presentation(io.BytesIO(data))


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[bytes], np.ndarray]]:
    """Give a function that opens a slide in LibreOffice and gives it as an image (rows, columns, RGB from 0 to 1)."""
    program = find_office()
    assert program is not None, "no LibreOffice found: run the tests with `nexo test`, which sees to one"
    folder = tmp_path_factory.mktemp("office")

    def draw(data: bytes) -> np.ndarray:
        source, target = folder / "slide.pptx", folder / "slide.png"
        source.write_bytes(data)
        target.unlink(missing_ok=True)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "png", "--outdir", folder, source]
        home = {**os.environ, "HOME": str(folder)}
        subprocess.run(command, check=True, capture_output=True, timeout=OFFICE_SECONDS, env=home)
        return imread(target)[..., :3]

    yield draw


def shapes_in(shapes: object) -> Iterator[object]:
    """Yield every shape, those within groups too."""
    for one in shapes:
        yield one
        if one.shape_type == 6:
            yield from shapes_in(one.shapes)


def groups_of(slide: object) -> dict[str, object]:
    """Give the groups that lie on a slide itself, by name."""
    return {one.name: one for one in slide.shapes if one.shape_type == 6}


def said_on(slide: object) -> list[str]:
    """Give every text of a slide."""
    return [one.text_frame.text for one in shapes_in(slide.shapes) if one.has_text_frame and one.text_frame.text]


def package_faults(data: bytes) -> list[str]:
    """Name what PowerPoint would repair: ids that stand twice, relations that lead nowhere, parts without a type."""
    faults = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        faults += [f"{name} stands twice" for name in set(names) if names.count(name) > 1]
        types = etree.fromstring(package.read("[Content_Types].xml"))
        typed = {one.get("PartName", "").lstrip("/") for one in types} | {one.get("Extension") for one in types}
        faults += [f"{name} has no type" for name in names if not {name, Path(name).suffix[1:]} & typed]
        for name in names:
            if not name.endswith((".xml", ".rels")):
                continue
            root = etree.fromstring(package.read(name))
            ids = root.xpath("//*[local-name()='cNvPr']/@id")
            faults += [f"{name}: id {one} stands twice" for one in set(ids) if ids.count(one) > 1]
            if name.endswith(".rels"):
                base = posixpath.dirname(posixpath.dirname(name))
                for one in root:
                    target = posixpath.normpath(posixpath.join(base, one.get("Target"))).lstrip("/")
                    if one.get("TargetMode") != "External" and target not in names:
                        faults.append(f"{name}: {one.get('Target')} is not there")
                continue
            rels = posixpath.join(posixpath.dirname(name), "_rels", posixpath.basename(name) + ".rels")
            known = {one.get("Id") for one in etree.fromstring(package.read(rels))} if rels in names else set()
            used = root.xpath("//@*[namespace-uri()='http://schemas.openxmlformats.org/officeDocument/2006/relationships']")
            faults += [f"{name}: relation {one} is unknown" for one in used if one not in known]
    return faults
