"""What a reader puts round a view: a title of their own, a marking above and below, a logo; all checked first."""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from matplotlib.image import imread

from layers import tokens

LONGEST_TITLE, LONGEST_SUBTITLE, LONGEST_BANNER = 500, 500, 120
LOGO_BYTES, LOGO_PX = 2_000_000, 4_000
PNG_START = b"\x89PNG\r\n\x1a\n"
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
BLACK, WHITE = "#000000", "#FFFFFF"  # one of them has a contrast of at least 4.58 to any colour


@dataclass(frozen=True)
class Banner:
    """A classification or other marking, printed above and below a page; no text, no banner."""

    text: str = ""
    colour: str = tokens.INK

    @property
    def ink(self) -> str:
        """Colour of the words: black or white, whichever reads better on the banner."""
        return max((WHITE, BLACK), key=lambda one: contrast(one, self.colour))


@dataclass(frozen=True)
class Dress:
    """
    What stands round a view.

    Parameters
    ----------
    title, subtitle
        In place of the words made from the view; None keeps those.
    banner
        Marking above and below.
    logo
        A PNG file, shown in the upper right corner.
    """

    title: str | None = None
    subtitle: str | None = None
    banner: Banner = Banner()
    logo: bytes | None = None


PLAIN = Dress()


def luminance(colour: str) -> float:
    """Give the relative luminance of `#RRGGBB`, from 0 to 1 (WCAG 2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 to 21 (WCAG 2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def dress_faults(dress: Dress) -> Iterator[str]:
    """Name everything that cannot be printed, with what was expected."""
    for name, text, most in (
        ("title", dress.title, LONGEST_TITLE),
        ("subtitle", dress.subtitle, LONGEST_SUBTITLE),
        ("banner", dress.banner.text, LONGEST_BANNER),
    ):
        if text is not None and len(text) > most:
            yield f"{name} has {len(text)} characters, expected at most {most}"
    if not COLOUR.fullmatch(dress.banner.colour):
        yield f"banner colour is {dress.banner.colour[:40]!r}, expected six hexadecimal digits such as #B2182B"
    if dress.logo is not None and (fault := logo_fault(dress.logo)):
        yield f"logo {fault}, expected a PNG file of at most {LOGO_BYTES:,} bytes and {LOGO_PX:,} px a side"


def logo_fault(data: bytes) -> str:
    """Say what is wrong with a logo; '' for one that can be shown."""
    if len(data) > LOGO_BYTES:
        return f"has {len(data):,} bytes"
    if data[:8] != PNG_START or len(data) < 24:
        return "is no PNG file"
    across, down = logo_size(data)
    if not (1 <= across <= LOGO_PX and 1 <= down <= LOGO_PX):  # before it is unpacked: a small file may be a huge one
        return f"measures {across:,} x {down:,} px"
    try:
        imread(BytesIO(data), format="png")
    except (OSError, ValueError, SyntaxError, EOFError, struct.error) as error:
        return f"cannot be read ({error})"
    return ""


def logo_size(data: bytes) -> tuple[int, int]:
    """Give width and height of a PNG file in px."""
    return struct.unpack(">II", data[16:24])
