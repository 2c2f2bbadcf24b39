"""What is drawn on one slide: its shapes, until they are written, and the texts in its placeholders."""

from itertools import count
from xml.sax.saxutils import escape

from pptx.shapes.placeholder import SlidePlaceholder
from pptx.slide import Slide, SlideLayout

from layers.deck.layouts import LAYOUTS, ROLES
from layers.deck.shapes import NO_FILL, NO_LINE, Scale, Shape, element, plain, shape_xml, transform_xml
from layers.deck.text import SPELLING, Type, body_xml, run_xml
from layers.figure.page import MARGIN
from layers.words import word

OWN_SIZES = {(name, holder.role): holder.size for name, holders in LAYOUTS.values() for holder in holders}


class Drawing:
    """What is drawn on one slide: its shapes so far, those of the open groups on top, and its placeholders by role."""

    def __init__(self, slide: Slide, layout: SlideLayout, is_own: bool, lang: str) -> None:
        self.slide, self.lang, self.name = slide, lang, layout.name
        self.stack: list[list[Shape]] = [[]]
        known = {holder.placeholder_format.idx: holder for holder in slide.placeholders}
        self.holders: dict[str, SlidePlaceholder] = {
            role: known[number] for role, number in ROLES.items() if is_own and number in known
        }

    def add(self, shape: Shape) -> None:
        """Draw a shape over all before."""
        self.stack[-1].append(shape)

    def finish(self) -> None:
        """Write every shape into the slide, over what it holds."""
        tree = self.slide.shapes._spTree
        used = [int(one) for one in tree.xpath(".//p:cNvPr/@id")]
        ids = count(max(used, default=1) + 1)
        for shape in self.stack[0]:
            tree.append(element(shape_xml(shape, ids)))
        self.stack = [[]]

    def drop_holders(self) -> None:
        """Take out every placeholder of a template but its title."""
        for holder in list(self.slide.placeholders):
            if holder.placeholder_format.idx != ROLES["title"]:
                holder._element.getparent().remove(holder._element)

    def paragraph(
        self, role: str, text: str, box: tuple[int, int, int, int], scale: Scale, kind: Type, leading: float,
        columns: int = 1,
    ) -> None:  # fmt: skip
        """Write a text into the placeholder of its role, else into a text box; either breaks lines itself."""
        space = f'<a:lnSpc><a:spcPts val="{round(100 * scale.points(leading))}"/></a:lnSpc>'
        parted = f' numCol="{columns}" spcCol="{round(MARGIN * scale.unit)}"' if columns > 1 else ""
        if role not in self.holders:
            lines = "".join(
                f"<a:p><a:pPr>{space}</a:pPr>{run_xml(plain(line), kind, scale)}</a:p>" for line in text.split("\n")
            )
            form = f'{transform_xml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{NO_FILL}{NO_LINE}'
            body = f"{body_xml('square', 't', parted)}<a:lstStyle/>{lines}"
            written = f"<p:spPr>{form}</p:spPr><p:txBody>{body}</p:txBody>"
            self.add(Shape(word(f"figure.role.{role}", self.lang), box, written))
            return
        holder = self.holders[role]
        holder.left, holder.top, holder.width, holder.height = box[0], box[1], box[2] - box[0], box[3] - box[1]
        # face and colour are the layout's, so that another template can give its own
        own = OWN_SIZES.get((self.name, role))
        size = "" if own == kind.size else f' sz="{scale.type_size(kind.size)}"'
        start = f'<a:p><a:pPr>{space}</a:pPr><a:r><a:rPr lang="{SPELLING[kind.lang]}"{size} dirty="0"/>'
        lines = "".join(f"{start}<a:t>{escape(plain(line))}</a:t></a:r></a:p>" for line in text.split("\n"))
        anchor = "b" if (self.name, role) == ("Opening", "title") else "t"
        filled = element(f"<p:txBody>{body_xml('square', anchor, parted)}<a:lstStyle/>{lines}</p:txBody>")
        old = holder._element.txBody
        old.getparent().replace(old, filled)
