"""The type family of pictures: faces cut once from the variable font that Streamlit ships for the screen."""

import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from fontTools import subset
from fontTools.agl import toUnicode
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from matplotlib import get_data_path

from layers.build import cache_root

FACES = {
    "regular": ("SourceSansVF-Upright*.woff2", 400),
    "bold": ("SourceSansVF-Upright*.woff2", 700),
    "italic": ("SourceSansVF-Italic*.woff2", 400),
}
# Latin with all accents, Greek, Cyrillic, punctuation, currencies, arrows, mathematics, simple shapes:
# cutting is slow by the glyph, and the rest of the font (phonetics, alternates) is never shown.
RANGES = (
    (0x20, 0x250),
    (0x370, 0x530),
    (0x1E00, 0x1F00),
    (0x2000, 0x2070),
    (0x20A0, 0x20C0),
    (0x2100, 0x2150),
    (0x2190, 0x2300),
    (0x25A0, 0x2600),
)
# Kerning, ligatures and what builds accents: slow to cut, and `width_of` knows nothing of them.
LAYOUT_TABLES = ("GPOS", "GSUB", "GDEF", "BASE")
FAMILY = "Nexo Sans"  # the licence (OFL) keeps the name `Source` for unchanged fonts
ARIAL = "Arial"
ARIAL_METRICS = {"regular": "Helvetica.afm", "bold": "Helvetica-Bold.afm", "italic": "Helvetica-Oblique.afm"}
METRIC = re.compile(r"C\s.*;\s*WX (?P<width>\d+) ;\s*N (?P<name>\w+) ;")
# A system without Arial takes another type that is a little wider; what Helvetica's metrics lack is set wide.
ARIAL_SLACK, ARIAL_UNKNOWN = 1.03, 0.7
ARIAL_SIZE = 0.93  # Arial is wider and looks larger: at this share of the size it reads like ours
NAME_IDS = {"family": 1, "style": 2, "unique": 3, "full": 4, "postscript": 6}
_family: ContextVar[str] = ContextVar("family", default=FAMILY)
LACKING = "\N{WHITE SQUARE}"
WIDTHS_KEPT = 8192


def face_files() -> Mapping[str, Path]:
    """
    Give the font file of each face, cutting them on the first call on a machine (about a second).

    Raises
    ------
    FileNotFoundError
        If the streamlit package does not carry the variable font.
    """
    if not _folder().is_dir():  # the cache was emptied meanwhile
        _folder.cache_clear()
    return {face: _folder() / f"{face}.ttf" for face in FACES}


@cache
def _folder() -> Path:
    """Give the folder of the faces: written under a temporary name and renamed, nobody meets half of it."""
    folder = cache_root() / f"faces-{_recipe()}"
    if not folder.is_dir():
        half = Path(tempfile.mkdtemp(prefix=".half-", dir=folder.parent))
        try:
            for face in FACES:
                _cut(face, half / f"{face}.ttf")
            half.chmod(0o755)
            half.rename(folder)
        except OSError:
            # Another process renamed its own first: same recipe, same faces.
            if not folder.is_dir():
                raise
        finally:
            shutil.rmtree(half, ignore_errors=True)
    os.utime(folder)
    return folder


def _variable_font(face: str) -> Path:
    media = Path(find_spec("streamlit").submodule_search_locations[0]) / "static" / "static" / "media"
    pattern = FACES[face][0]
    found = sorted(media.glob(pattern))
    if not found:
        raise FileNotFoundError(
            f"no {pattern} in the streamlit package; install the version that pyproject.toml asks for"
        )
    return found[0]


@cache
def _recipe() -> str:
    """Hash what the faces are made from, so that another font or another recipe makes others."""
    digest = sha256(Path(__file__).read_bytes())
    for face in FACES:
        digest.update(_variable_font(face).read_bytes())
    return digest.hexdigest()[:12]


def _cut(face: str, path: Path) -> None:
    """Write one static face: the glyphs in `RANGES` at one weight, under a name of our own."""
    font = TTFont(_variable_font(face), recalcTimestamp=False)
    for table in LAYOUT_TABLES:
        if table in font:
            del font[table]
    options = subset.Options()
    options.layout_features = []
    options.name_IDs = list(NAME_IDS.values())
    options.notdef_outline = True
    options.hinting = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for low, high in RANGES for code in range(low, high)])
    cutter.subset(font)
    font = instancer.instantiateVariableFont(font, {"wght": FACES[face][1]})
    style = face.capitalize()
    names = {
        "family": FAMILY,
        "style": style,
        "unique": f"{FAMILY} {style}",
        "full": f"{FAMILY} {style}",
        "postscript": f"{FAMILY.replace(' ', '')}-{style}",
    }
    for name, number in NAME_IDS.items():
        font["name"].removeNames(nameID=number)
        font["name"].setName(names[name], number, 3, 1, 0x409)
    font.flavor = None
    font.save(path)


@contextmanager
def measured_as(family: str) -> Iterator[None]:
    """
    Measure type as another family is: `ARIAL`, for slides, where PowerPoint sets the type.

    Raises
    ------
    ValueError
        If the widths of the family are not known.
    """
    if family not in (FAMILY, ARIAL):
        raise ValueError(f"no widths of {family!r} are known, only those of {FAMILY} and {ARIAL}")
    before = _family.set(family)
    try:
        yield
    finally:
        _family.reset(before)


@cache
def _arial(face: str) -> Mapping[int, float]:
    """Give the widths of Arial, which are those of Helvetica, from the metrics that matplotlib ships."""
    widths = {}
    metrics = Path(get_data_path()) / "fonts" / "pdfcorefonts" / ARIAL_METRICS[face]
    for line in metrics.read_text("latin-1").splitlines():
        if found := METRIC.match(line):
            for sign in toUnicode(found["name"]):
                widths[ord(sign)] = ARIAL_SIZE * ARIAL_SLACK * float(found["width"]) / 1000
    return widths


@cache
def _advances(path: Path) -> Mapping[int, float]:
    """Give the width of each character as a share of the type size."""
    with TTFont(path) as font:
        em, widths = font["head"].unitsPerEm, font["hmtx"].metrics
        return {code: widths[glyph][0] / em for code, glyph in font.getBestCmap().items()}


def width_of(text: str, face: str, size: float) -> float:
    """Give the width of one line of text in the unit of `size`, kerning left aside."""
    return size * _share(text, face, _family.get())


@lru_cache(maxsize=WIDTHS_KEPT)
def _share(text: str, face: str, family: str) -> float:
    if family == ARIAL:
        arial = _arial(face)
        return sum(arial.get(ord(sign), ARIAL_UNKNOWN) for sign in writable(text))
    advances = _advances(face_files()[face])
    return sum(advances[ord(sign)] for sign in writable(text))


def writable(text: str) -> str:
    """
    Give text as the family can write it, on one line.

    Accents are composed, invisible signs dropped; a sign that the family lacks becomes an empty square.
    """
    known = _advances(face_files()["regular"])
    signs = []
    for sign in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(sign)
        if kind in ("Cf", "Mn"):
            continue
        signs.append(" " if kind in ("Cc", "Zl", "Zp") else sign if ord(sign) in known else LACKING)
    return "".join(signs)
