"""Native text of a slide as DrawingML: runs in the type of the picture, and the boxes that hold them."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from layers import tokens
from layers.deck.shapes import NO_FILL, NO_LINE, Scale, Shape, colour_xml, fill_xml, transform_xml
from layers.figure.surface import Box

FONT = "Arial"
# The spelling that PowerPoint checks a text against, by language of the view.
SPELLING = {"en": "en-US", "es": "es-PE"}
# Arial: where the middle of its capitals lies below the upper edge of a line, and the height of a line.
CAPITALS_AT, LINE_HEIGHT = 0.547, 1.15


@dataclass(frozen=True)
class Type:
    """How a line of text is set, and its language; sizes in page units, `spacing` as a share of the size."""

    face: str
    size: float
    colour: str
    halo: float = 0.0
    spacing: float = 0.0
    lang: str = "en"


def run_xml(text: str, kind: Type, scale: Scale) -> str:
    """Write a run of text."""
    marks = {"bold": ' b="1"', "italic": ' i="1"'}.get(kind.face, "")
    spaced = f' spc="{round(kind.spacing * scale.type_size(kind.size))}"' if kind.spacing else ""
    glow = ""
    if kind.halo:
        glow = f'<a:glow rad="{round(kind.halo * scale.unit)}">{colour_xml(tokens.PAPER, 0.85)}</a:glow>'
        glow = f"<a:effectLst>{glow}</a:effectLst>"
    return (
        f'<a:r><a:rPr lang="{SPELLING[kind.lang]}" sz="{scale.type_size(kind.size)}"{marks}{spaced} dirty="0">'
        f'{fill_xml(kind.colour)}{glow}<a:latin typeface="{FONT}"/><a:cs typeface="{FONT}"/></a:rPr>'
        f"<a:t>{escape(text)}</a:t></a:r>"
    )


def body_xml(wrap: str, anchor: str, more: str = "") -> str:
    """Write how a text fills its box: without margins, at the size it has."""
    return (
        f'<a:bodyPr wrap="{wrap}" lIns="0" tIns="0" rIns="0" bIns="0"{more} anchor="{anchor}"><a:noAutofit/></a:bodyPr>'
    )


def text_box(
    name: str, lines: Sequence[str], box: Box, scale: Scale, align: str, leading: float = 0.0, turn: float = 0.0,
    fill: str = NO_FILL,
) -> Shape:  # fmt: skip
    """Make a text box of lines that are written already; `leading` is in page units, 0 for the font's own."""
    placed = scale.box(box)
    sides = {"left": "l", "center": "ctr", "right": "r"}[align]
    space = f'<a:lnSpc><a:spcPts val="{round(100 * scale.points(leading))}"/></a:lnSpc>' if leading else ""
    written = "".join(f'<a:p><a:pPr algn="{sides}">{space}</a:pPr>{line}</a:p>' for line in lines)
    body = f"{body_xml('none', 'ctr')}<a:lstStyle/>"
    form = f'{transform_xml(placed, turn)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    return Shape(name, placed, f"<p:spPr>{form}{fill}{NO_LINE}</p:spPr><p:txBody>{body}{written}</p:txBody>")
