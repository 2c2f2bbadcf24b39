"""What a deck is made from: a clean master of our own with real placeholders, or a user's template."""

from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

from lxml import etree
from pptx import Presentation
from pptx.exc import PackageNotFoundError, PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout

from layers import tokens
from layers.deck.shapes import NAMESPACES, Scale, colour_xml, element
from layers.deck.text import FONT
from layers.figure.canvas import PAGE_WIDTH
from layers.figure.page import MARGIN

WIDTH_EMU, HEIGHT_EMU = 12_192_000, 6_858_000  # 13.333 x 7.5 in
UNIT_EMU = WIDTH_EMU / PAGE_WIDTH
ROLES = {"title": 0, "body": 1, "subtitle": 13, "notes": 14, "sources": 15}  # placeholder numbers
LARGEST_TEMPLATE = 50_000_000
# The default package names its layouts by what they hold: three become ours, the others go.
TITLE_SLIDE, TITLE_AND_CONTENT, TITLE_ONLY = 0, 1, 5
ACCENTS = (tokens.COCA_LINE, tokens.MINING, tokens.STATE, tokens.PORT, tokens.CROSSING, tokens.ATTACK)
BAD_FILE = (
    PackageNotFoundError, PythonPptxError, BadZipFile, etree.XMLSyntaxError, KeyError, ValueError, AttributeError,
    IndexError, TypeError, EOFError, NotImplementedError, RuntimeError,
)  # fmt: skip


@dataclass(frozen=True)
class Holder:
    """A placeholder of ours: its role, box in page units, type size, face and colour."""

    role: str
    box: tuple[float, float, float, float]
    size: float
    bold: bool
    colour: str
    kind: str = "body"
    anchor: str = "t"


RIGHT = PAGE_WIDTH - MARGIN
TITLE = Holder("title", (MARGIN, 8, RIGHT, 42), 28, True, tokens.INK, "title")
SUBTITLE = Holder("subtitle", (MARGIN, 42, RIGHT, 64), 15, False, tokens.MUTED)
NOTES = Holder("notes", (MARGIN, 672, RIGHT, 698), 10, False, tokens.MUTED)
SOURCES = Holder("sources", (MARGIN, 698, RIGHT, 712), 10, False, tokens.MUTED)
OPENING_TITLE = Holder("title", (64, 176, 616, 376), 44, True, tokens.INK, "title", "b")
OPENING_TEXT = Holder("subtitle", (64, 408, 616, 620), 20, False, tokens.MUTED)
BODY = Holder("body", (MARGIN, 72, RIGHT, 700), 10, False, tokens.INK)
LAYOUTS = {
    TITLE_SLIDE: ("Opening", (OPENING_TITLE, OPENING_TEXT, SOURCES)),
    TITLE_AND_CONTENT: ("Text", (TITLE, BODY)),
    TITLE_ONLY: ("Map", (TITLE, SUBTITLE, NOTES, SOURCES)),
}
LAYOUT_OF = {"opening": "Opening", "sources": "Text"}


def own() -> Deck:
    """Give an empty deck of our own: 13.333 x 7.5 in, three layouts, Arial, our colours."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH_EMU, HEIGHT_EMU
    layouts = list(deck.slide_layouts)
    for number, layout in enumerate(layouts):
        if number not in LAYOUTS:
            deck.slide_layouts.remove(layout)
            continue
        name, holders = LAYOUTS[number]
        layout.name = name
        layout._element.attrib.pop("type", None)  # they hold other placeholders than a layout of that type
        _fill_tree(layout.shapes._spTree, holders)
    master = deck.slide_master
    _fill_tree(master.shapes._spTree, (TITLE, BODY))
    _set_styles(master._element)
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = _own_theme(theme.blob)
    return deck


def from_template(path: Path) -> Deck:
    """
    Give a user's presentation without its slides: its layouts and theme stay.

    Raises
    ------
    ValueError
        If the file is missing, damaged, no .pptx, too large, or has no layout with a title.
    """
    wanted = "expected a PowerPoint file (.pptx) that has a layout with a title"
    path = path.expanduser()
    if not path.is_file():
        raise ValueError(f"template {path} is not there, {wanted}")
    if path.stat().st_size > LARGEST_TEMPLATE:
        raise ValueError(f"template {path} has {path.stat().st_size:,} bytes, expected at most {LARGEST_TEMPLATE:,}")
    try:
        deck = Presentation(str(path))
        _drop_slides(deck)
        title_layout(deck)
    except LookupError as error:
        raise ValueError(f"template {path} cannot be used ({error}), {wanted}") from error
    except (*BAD_FILE, OSError) as error:
        raise ValueError(f"template {path} cannot be read ({error}), {wanted}") from error
    return deck


def title_layout(deck: Deck) -> SlideLayout:
    """
    Give the layout of a template for our slides: that of a title only, else the barest one with a title.

    Raises
    ------
    LookupError
        If no layout has a title.
    """
    titled = [one for one in deck.slide_layouts if any(part.placeholder_format.idx == 0 for part in one.placeholders)]
    if not titled:
        raise LookupError("no layout has a title")
    only = [one for one in titled if one._element.get("type") == "titleOnly"]
    return only[0] if only else min(titled, key=lambda one: len(one.placeholders))


def layout_named(deck: Deck, name: str) -> SlideLayout:
    """Give one of our own layouts."""
    return next(one for one in deck.slide_layouts if one.name == name)


def _drop_slides(deck: Deck) -> None:
    """Take every slide out of a deck, and what would still name them."""
    listed = deck.slides._sldIdLst
    for slide in list(listed):
        deck.part.drop_rel(slide.rId)
        listed.remove(slide)
    for stray in deck.part._element.xpath(".//*[local-name()='sectionLst' or local-name()='custShowLst']"):
        holder = stray.getparent()
        holder.remove(stray)
        if holder.tag.endswith("}ext"):  # an extension without its content is no valid one
            holder.getparent().remove(holder)


def _fill_tree(tree: object, holders: tuple[Holder, ...]) -> None:
    """Put our placeholders in place of what a master or layout holds."""
    for part in list(tree)[2:]:  # the first two say what the tree itself is
        tree.remove(part)
    for number, holder in enumerate(holders, start=2):
        tree.append(_placeholder(holder, number))


def _placeholder(holder: Holder, number: int) -> object:
    left, top, right, bottom = (round(UNIT_EMU * one) for one in holder.box)
    index = f' idx="{ROLES[holder.role]}"' if ROLES[holder.role] else ""
    size = Scale(UNIT_EMU).type_size(holder.size)
    bold = ' b="1"' if holder.bold else ' b="0"'
    name = holder.role.capitalize()
    return element(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{holder.kind}"{index}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{right - left}" cy="{bottom - top}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{holder.anchor}">'
        f'<a:normAutofit/></a:bodyPr><a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/>'
        f'<a:defRPr sz="{size}"{bold}><a:solidFill>{colour_xml(holder.colour)}</a:solidFill></a:defRPr></a:lvl1pPr>'
        f"</a:lstStyle><a:p><a:r><a:rPr/><a:t>{name}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def _set_styles(master: object) -> None:
    """Take bullets, spacing and centring out of the master's text styles: our placeholders say what they need."""
    styles = master.find("{*}txStyles")
    level = (
        '<a:lvl1pPr marL="0" indent="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="{size}" kern="1200">'
        '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="{face}"/></a:defRPr></a:lvl1pPr>'
    )
    whole = etree.fromstring(
        f"<p:txStyles {NAMESPACES}><p:titleStyle>{level.format(size=2100, face='+mj-lt')}</p:titleStyle>"
        f"<p:bodyStyle>{level.format(size=900, face='+mn-lt')}</p:bodyStyle>"
        f"<p:otherStyle>{level.format(size=900, face='+mn-lt')}</p:otherStyle></p:txStyles>"
    )
    master.replace(styles, whole)


def _own_theme(blob: bytes) -> bytes:
    """Set our type family and colours in a theme."""
    theme = etree.fromstring(blob)
    for face in theme.xpath("//*[local-name()='majorFont' or local-name()='minorFont']/*[local-name()='latin']"):
        face.set("typeface", FONT)
    for number, colour in enumerate(ACCENTS, start=1):
        (one,) = theme.xpath(f"//*[local-name()='accent{number}']/*")
        one.set("val", colour.removeprefix("#"))
    return etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)
