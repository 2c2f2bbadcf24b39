"""Native shapes of a slide as DrawingML: freeforms, ellipses, rectangles, pictures, groups."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from xml.sax.saxutils import quoteattr

import numpy as np
from lxml import etree
from pptx.oxml.ns import nsdecls

from layers import tokens
from layers.deck.outlines import Piece
from layers.figure.faces import ARIAL_SIZE
from layers.figure.marks import ARROW_PER_WIDTH, ARROW_RADIUS
from layers.figure.surface import Box, Paint

NAMESPACES = nsdecls("a", "p", "r")
POINT_EMU = 12_700
FINE = 20  # steps of a freeform's coordinates to the page unit
NO_FILL, NO_LINE = "<a:noFill/>", "<a:ln><a:noFill/></a:ln>"
LONGEST_NAME = 80
UNWRITABLE = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff]")
# Arrowheads have three sizes, as multiples of the line's width: the one nearest to the picture's is taken.
ARROW_SIZES = {"sm": 2.0, "med": 3.0, "lg": 5.0}
CAPS = {"butt": "flat", "round": "rnd", "projecting": "sq"}
DOT, SHORT = 2.0, 3.5  # line widths up to which a dash is a dot, or short
ONE_DOT = 4  # parts of a dash with one dot: on, off, dot, off


@dataclass
class Shape:
    """
    One shape or group, until it is written.

    Parameters
    ----------
    name, alt
        What the selection pane and a screen reader say.
    box
        Left, top, right, bottom in EMU.
    kind
        `shape`, `picture` or `group`.
    inside
        The shape's XML after its name.
    parts
        The members of a group.
    style, pieces
        Look and outline of an area that may be drawn together with others.
    """

    name: str
    box: tuple[int, int, int, int]
    inside: str = ""
    kind: str = "shape"
    alt: str = ""
    parts: list["Shape"] = field(default_factory=list)
    style: Paint | None = None
    pieces: Sequence[Piece] = ()


@dataclass(frozen=True)
class Scale:
    """Where page units fall on a slide, in EMU."""

    unit: float
    left: float = 0.0
    top: float = 0.0

    def box(self, box: Box) -> tuple[int, int, int, int]:
        """Place a box given in page units."""
        left, top, right, bottom = box
        across = (round(self.left + self.unit * one) for one in (left, right))
        down = (round(self.top + self.unit * one) for one in (top, bottom))
        (x0, x1), (y0, y1) = across, down
        return x0, y0, max(x1, x0 + 1), max(y1, y0 + 1)

    def points(self, size: float) -> float:
        """Give a length of page units in points."""
        return size * self.unit / POINT_EMU

    def type_size(self, size: float) -> int:
        """Give a size of type in hundredths of a point, as Arial is set to read like the picture's own family."""
        return round(100 * ARIAL_SIZE * self.points(size))


def plain(text: str) -> str:
    """Give text without signs that XML cannot hold; line breaks become spaces."""
    return " ".join(UNWRITABLE.sub("", text).split())


def shape_xml(one: Shape, ids: count) -> str:
    """Write a shape, or a group with all its members; `ids` gives each its number on the slide."""
    alt = f" descr={quoteattr(plain(one.alt))}" if one.alt else ""
    name = plain(one.name)
    name = name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
    told = f'<p:cNvPr id="{next(ids)}" name={quoteattr(name)}{alt}/>'
    if one.kind == "group":
        x, y, right, bottom = one.box
        at = f'x="{x}" y="{y}"'
        extent = f'cx="{right - x}" cy="{bottom - y}"'
        frame = f"<a:xfrm><a:off {at}/><a:ext {extent}/><a:chOff {at}/><a:chExt {extent}/></a:xfrm>"
        members = "".join(shape_xml(part, ids) for part in one.parts)
        return (
            f"<p:grpSp><p:nvGrpSpPr>{told}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr>{frame}</p:grpSpPr>{members}</p:grpSp>"
        )
    if one.kind == "picture":
        locks = '<a:picLocks noChangeAspect="1"/>'
        return f"<p:pic><p:nvPicPr>{told}<p:cNvPicPr>{locks}</p:cNvPicPr><p:nvPr/></p:nvPicPr>{one.inside}</p:pic>"
    is_text = ' txBox="1"' if "<p:txBody>" in one.inside else ""
    return f"<p:sp><p:nvSpPr>{told}<p:cNvSpPr{is_text}/><p:nvPr/></p:nvSpPr>{one.inside}</p:sp>"


def element(xml: str) -> etree._Element:
    """Parse one element written with the usual prefixes."""
    whole = etree.fromstring(f"<root {NAMESPACES}>{xml}</root>")
    return whole[0]


def frame_of(parts: Sequence[Shape]) -> tuple[int, int, int, int]:
    """Give the box that holds shapes."""
    boxes = np.array([part.box for part in parts])
    return (*(int(one) for one in boxes[:, :2].min(axis=0)), *(int(one) for one in boxes[:, 2:].max(axis=0)))


def grouped(name: str, alt: str, parts: Sequence[Shape]) -> Shape:
    """Put shapes into a group."""
    return Shape(name, frame_of(parts), kind="group", alt=alt, parts=list(parts))


def colour_xml(colour: str, opacity: float = 1.0) -> str:
    """Write a colour with its opacity."""
    alpha = "" if opacity >= 1 else f'<a:alpha val="{round(100_000 * max(opacity, 0.0))}"/>'
    return f'<a:srgbClr val="{colour.removeprefix("#").upper()}">{alpha}</a:srgbClr>'


def fill_xml(colour: str, opacity: float = 1.0) -> str:
    """Write a fill; '' is none."""
    return f"<a:solidFill>{colour_xml(colour, opacity)}</a:solidFill>" if colour and opacity > 0 else NO_FILL


def hatch_xml(opacity: float = 1.0) -> str:
    """Write the no-figure look: a native pattern of slanted lines on paper."""
    lines, ground = colour_xml(tokens.NO_FIGURE, opacity), colour_xml(tokens.PAPER, 0.7 * opacity)
    return f'<a:pattFill prst="wdUpDiag"><a:fgClr>{lines}</a:fgClr><a:bgClr>{ground}</a:bgClr></a:pattFill>'


def line_xml(paint: Paint, scale: Scale, cap: str = "butt", arrow: bool = False) -> str:
    """Write an outline or a line, with its dash and the arrow at its end."""
    if not (paint.stroke and paint.width and paint.opacity > 0):
        return NO_LINE
    dash = f'<a:prstDash val="{dash_name(paint.dash, paint.width)}"/>' if paint.dash else ""
    return (
        f'<a:ln w="{round(paint.width * scale.unit)}" cap="{CAPS[cap]}">{fill_xml(paint.stroke, paint.opacity)}'
        f"{dash}<a:round/>{arrow_xml(paint.width) if arrow else ''}</a:ln>"
    )


def arrow_xml(width: float) -> str:
    """Write the arrow at the end of a line, about as large as the picture has it."""
    wanted = 2 * (ARROW_RADIUS + ARROW_PER_WIDTH * width) / width
    size = min(ARROW_SIZES, key=lambda one: abs(ARROW_SIZES[one] - wanted))
    return f'<a:tailEnd type="triangle" w="{size}" len="{size}"/>'


def dash_name(dash: str, width: float) -> str:
    """Give the native dash that is most like on and off lengths."""
    parts = [float(part) / max(width, 0.5) for part in dash.split()]
    if len(parts) > 2:
        return "lgDashDot" if len(parts) == ONE_DOT else "sysDashDotDot"
    if parts[0] <= DOT:
        return "sysDot"
    return "sysDash" if parts[0] <= SHORT else "dash"


def transform_xml(box: tuple[int, int, int, int], turn: float = 0.0) -> str:
    """Write a place; `turn` is in degrees, clockwise."""
    x, y, right, bottom = box
    turned = f' rot="{round(turn * 60_000) % 21_600_000}"' if turn else ""
    return f'<a:xfrm{turned}><a:off x="{x}" y="{y}"/><a:ext cx="{right - x}" cy="{bottom - y}"/></a:xfrm>'


def preset(name: str, kind: str, box: Box, scale: Scale, fill: str, line: str) -> Shape:
    """Make an ellipse or a rectangle."""
    placed = scale.box(box)
    form = f'{transform_xml(placed)}<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>'
    return Shape(name, placed, f"<p:spPr>{form}{fill}{line}</p:spPr>")


def freeform(name: str, pieces: Sequence[Piece], scale: Scale, fill: str, line: str) -> Shape:
    """Make one shape of lines or rings; a ring within a ring is a hole."""
    every = np.concatenate([piece.points for piece in pieces])
    (left, top), (right, bottom) = every.min(axis=0), every.max(axis=0)
    placed = scale.box((float(left), float(top), float(right), float(bottom)))
    wide, high = max(1, round((right - left) * FINE)), max(1, round((bottom - top) * FINE))
    drawn = []
    for piece in pieces:
        steps = np.rint((piece.points - [left, top]) * FINE).astype(int)
        first, *rest = (f'<a:pt x="{x}" y="{y}"/>' for x, y in steps)
        drawn.append(f"<a:moveTo>{first}</a:moveTo>" + "".join(f"<a:lnTo>{point}</a:lnTo>" for point in rest))
        drawn.append("<a:close/>" if piece.closed else "")
    empty = ' fill="none"' if fill == NO_FILL else ""
    geometry = (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{wide}" h="{high}"{empty}>{"".join(drawn)}</a:path></a:pathLst></a:custGeom>'
    )
    return Shape(name, placed, f"<p:spPr>{transform_xml(placed)}{geometry}{fill}{line}</p:spPr>")


def picture(name: str, alt: str, relation: str, box: Box, scale: Scale) -> Shape:
    """Make a picture from a relation to its file."""
    placed = scale.box(box)
    filled = f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
    form = f'{transform_xml(placed)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    return Shape(name, placed, f"{filled}<p:spPr>{form}</p:spPr>", kind="picture", alt=alt)
