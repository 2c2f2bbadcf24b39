"""Characters: no text that is not what it seems, from broken encodings to letters of another script."""

import re
import unicodedata

from geo.checks.opened import OpenedPackage, OpenedTable
from geo.faults import Fault, shown_value
from geo.schemas import PROVENANCE

PLAIN = re.compile(r"[!-~]([ -~]*[!-~])?")  # most cells: ASCII without blanks at the ends
# UTF-8 read as Windows-1252 or Latin-1: Ã© for é, â€™ for an apostrophe
CONTINUED = "[\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]"
MOJIBAKE = re.compile(f"[ÂÃÄÅ]{CONTINUED}|â[€\u0080]{CONTINUED}")
LOST = "\ufffd"  # put where a program could not read a letter
WORDS = re.compile(r"[^\W\d_]+")
LAST_LATIN = "\u024f"  # of the Latin blocks without a script of their own beside them
HIDDEN = ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp")
AROUND = 12  # characters shown beside a bad one
LINE_FEEDS = "\r\n"  # a cell may span lines


def faults(package: OpenedPackage) -> list[Fault]:
    """List cells and lines of schemas with broken, hidden, look-alike or decomposed characters or outer blanks."""
    return [fault for table in package.tables.values() for fault in (*_cells(table), *_schema(package, table))]


def problems(text: str) -> list[tuple[str, str, str]]:
    """Say what is wrong with a text as (expected, got, do); blanks at its ends are allowed here."""
    found = []
    if LOST in text:
        found.append(("readable text", _named(text, text.index(LOST)), "restore the letter that was lost"))
    broken = MOJIBAKE.search(text)
    if broken:
        near = shown_value(text[max(0, broken.start() - AROUND) : broken.end() + AROUND])
        got = f"{near}, which was read in another encoding"
        found.append(("text read as UTF-8", got, "restore the letters"))
    hidden = next(
        (at for at, one in enumerate(text) if unicodedata.category(one) in HIDDEN and one not in LINE_FEEDS), None
    )
    if hidden is not None and not broken:
        found.append(("visible characters", _named(text, hidden), "delete it"))
    for word in WORDS.findall(text) if max(text, default="") > LAST_LATIN else ():
        strange = [one for one in word if one > LAST_LATIN and not _is_latin(one)]
        if strange and any(_is_latin(one) for one in word):
            got = f"{word!r} with {_named(word, word.index(strange[0]))}"
            found.append(("words of one alphabet", got, "retype the word"))
    if not found and unicodedata.normalize("NFC", text) != text:
        found.append(("letters with their accents in one", shown_value(text), "save the text in the form NFC"))
    return found


def _cells(table: OpenedTable) -> list[Fault]:
    found = []
    for field in table.schema.fields:
        if field.type != "string" or not table.has(field.name):
            continue
        for at, cell in enumerate(table.raw.column(field.name)):
            if not cell or PLAIN.fullmatch(cell):
                continue
            found += [table.fault(at, field.name, *said) for said in problems(cell)]
            # blanks alone in a column of provenance have their own fault
            if cell != cell.strip() and (cell.strip() or field.name not in PROVENANCE):
                got = repr(cell[:AROUND] if cell[0].isspace() else cell[-AROUND:])
                found.append(table.fault(at, field.name, "no blanks at the ends", got, "delete them"))
    return found


def _schema(package: OpenedPackage, table: OpenedTable) -> list[Fault]:
    path = package.listed[table.name].schema
    file = package.shown(path.relative_to(package.root).as_posix())
    return [
        Fault(file, number, "", *said)
        for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), start=1)
        if not line.isascii()
        for said in problems(line)
    ]


def _named(text: str, at: int) -> str:
    one = text[at]
    name = unicodedata.name(one, "a control character")
    return f"U+{ord(one):04X} ({name}) as character {at + 1}"


def _is_latin(letter: str) -> bool:
    return letter <= LAST_LATIN or unicodedata.name(letter, "").startswith("LATIN ")
