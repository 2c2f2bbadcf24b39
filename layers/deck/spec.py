"""A deck as a text file: which views, under what titles; read with every fault at its line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from geo.faults import Fault, shown_value
from layers.address import view_at
from layers.deck.page import LAYOUTS, Page
from layers.figure.dress import Banner, Dress, dress_faults
from layers.view import View
from layers.words import languages

BRIEFING = Path(__file__).with_name("briefing.yaml")
BRIEFINGS = {"en": BRIEFING, "es": BRIEFING.with_name("briefing_es.yaml")}
LARGEST = 1_000_000
DECK_KEYS = ("title", "lang", "banner", "banner_colour", "slides")
PAGE_KEYS = ("view", "layout", "title", "subtitle", "text", "notes")


@dataclass(frozen=True)
class Spec:
    """A deck to be made: its pages, its marking, and the language of pages without a view."""

    pages: tuple[Page, ...]
    dress: Dress
    lang: str


class _Reader:
    """Reads the nodes of a file and collects what is wrong with them."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.faults: list[Fault] = []

    def fault(self, node: yaml.Node, column: str, expected: str, got: object, do: str) -> None:
        line = node.start_mark.line + 1
        self.faults.append(Fault(self.name, line, column, expected, shown_value(got), do))

    def mapping(self, node: yaml.Node, column: str, allowed: tuple[str, ...]) -> dict[str, yaml.Node]:
        """Give the values of a mapping by key; keys that are unknown or stand twice are faults."""
        if not isinstance(node, yaml.MappingNode):
            self.fault(node, column, "keys with values", node.value, f"write {', '.join(allowed)}")
            return {}
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if key.value not in allowed:
                self.fault(key, column, f"one of {', '.join(allowed)}", key.value, "correct or remove this key")
            elif key.value in found:
                self.fault(key, column, "each key once", key.value, "keep one of them")
            else:
                found[key.value] = value
        return found

    def text(self, node: yaml.Node | None, column: str) -> str | None:
        """Give a plain text; None where there is none."""
        if node is None or (isinstance(node, yaml.ScalarNode) and node.tag.endswith(":null")):
            return None
        if not isinstance(node, yaml.ScalarNode):
            self.fault(node, column, "a text", "a list or keys", "write one text, in quotation marks if need be")
            return None
        return node.value

    def checked(self, node: yaml.Node, column: str, read: Callable[[str], object], text: str) -> object:
        """Give what a function reads from a text; each line of its error is a fault."""
        try:
            return read(text)
        except ValueError as error:
            for line in str(error).split("\n"):
                self.fault(node, column, "a view of the atlas", text, line)
            return None


def read_spec(path: Path) -> Spec:
    """
    Read a deck's file.

    Parameters
    ----------
    path
        A YAML file: `slides`, a list of pages with `view` (a link, or its part from the page's name on), `layout`,
        `title`, `subtitle`, `text`, `notes`; beside it `title`, `lang`, `banner`, `banner_colour`.

    Raises
    ------
    ValueError
        If the file is missing or damaged; every fault is named with its line.
    """
    path = path.expanduser()
    try:
        data = path.read_bytes()
        if len(data) > LARGEST:
            raise ValueError(f"{path} has {len(data):,} bytes, expected at most {LARGEST:,}")
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise ValueError(f"{path} cannot be read ({error.strerror}); give the path of a deck's YAML file") from error
    except UnicodeDecodeError as error:
        raise ValueError(f"{path} is no text in UTF-8 ({error}); save it as UTF-8") from error
    return read_text(text, path.name)


def read_text(text: str, name: str) -> Spec:
    """
    Read the text of a deck's file; `name` stands in its faults.

    Raises
    ------
    ValueError
        If it is damaged; every fault is named with its line.
    """
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = None if mark is None else mark.line + 1
        said = getattr(error, "problem", None) or error
        raise ValueError(str(Fault(name, line, "", "YAML", str(said), "correct the line"))) from error
    except RecursionError as error:
        raise ValueError(str(Fault(name, None, "", "YAML", "too many levels", "write a plain list"))) from error
    reader = _Reader(name)
    if root is None:
        raise ValueError(str(Fault(name, 1, "", "a deck with slides", "nothing", "write slides: and a list")))
    known = reader.mapping(root, "", DECK_KEYS)
    lang = reader.text(known.get("lang"), "lang") or "en"
    if lang not in languages():
        reader.fault(known["lang"], "lang", f"one of {', '.join(languages())}", lang, "choose one")
    dress = _dress(reader, known, root)
    pages = _pages(reader, known, root)
    if reader.faults:
        raise ValueError("\n".join(str(one) for one in sorted(reader.faults, key=Fault.sort_key)))
    return Spec(tuple(pages), dress, lang)


def _dress(reader: _Reader, known: Mapping[str, yaml.Node], root: yaml.Node) -> Dress:
    text, colour = (reader.text(known.get(name), name) for name in ("banner", "banner_colour"))
    title = reader.text(known.get("title"), "title")
    dress = Dress(title=title, banner=Banner(text or "", colour or Banner().colour))
    for fault in dress_faults(dress):
        reader.fault(known.get("banner_colour") or known.get("banner") or root, "", "a marking", text, fault)
    return dress


def _pages(reader: _Reader, known: Mapping[str, yaml.Node], root: yaml.Node) -> list[Page]:
    listed = known.get("slides")
    if listed is None or not isinstance(listed, yaml.SequenceNode) or not listed.value:
        reader.fault(listed or root, "slides", "a list of slides", "none", "write - view: ... below slides:")
        return []
    return [_page(reader, node, f"slides[{number}]") for number, node in enumerate(listed.value, start=1)]


def _page(reader: _Reader, node: yaml.Node, column: str) -> Page:
    known = reader.mapping(node, column, PAGE_KEYS)
    texts = {name: reader.text(known.get(name), f"{column}.{name}") for name in PAGE_KEYS}
    layout = texts["layout"] or "map"
    view: View | None = None
    if texts["view"] is not None:
        view = reader.checked(known["view"], f"{column}.view", view_at, texts["view"])
    page = Page(view, layout, texts["title"], texts["subtitle"], texts["text"] or "", texts["notes"] or "")
    bad_view = texts["view"] is not None and view is None
    for fault in page.faults():
        if not (bad_view and "needs a view" in fault):
            place = known.get("layout", node)
            reader.fault(place, column, f"a page ({', '.join(LAYOUTS)})", layout, fault)
    for fault in dress_faults(Dress(title=page.title, subtitle=page.subtitle)):
        reader.fault(known.get("title", node), column, "a title that fits", page.title, fault)
    return page
