"""What a reader draws on a map: notes, arrows and circles, as plain data that travels in the link."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import isfinite

POINTS = {"note": 1, "arrow": 2, "circle": 2}
LAT_LIMIT, LON_LIMITS = 85.0, (-260.0, 330.0)
LONGEST_TEXT, MOST = 200, 30
DECIMALS = 4  # about ten metres
BETWEEN, WITHIN = "~", ":"
# The sign that parts drawings stands in for itself within a text.
ESCAPES = (("!", "!!"), (BETWEEN, "!t"))
ESCAPED = re.compile(r"!(.)")
SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Drawing:
    """
    One thing drawn.

    Parameters
    ----------
    kind
        `note`, `arrow` or `circle`.
    points
        Longitude and latitude (degrees, WGS84): where a note stands; from where to where an arrow points; the middle
        of a circle and a point on it.
    text
        What it says: one line, '' for an arrow or a circle without words.
    """

    kind: str
    points: tuple[tuple[float, float], ...]
    text: str = ""

    def faults(self) -> Iterator[str]:
        """Name everything that keeps it from being drawn, with what was expected."""
        if self.kind not in POINTS:
            yield f"drawing is a {self.kind[:20]!r}, expected one of {', '.join(POINTS)}"
        elif len(self.points) != POINTS[self.kind]:
            yield f"{self.kind} has {len(self.points)} points, expected {POINTS[self.kind]}"
        elif len(set(self.points)) != len(self.points):
            yield f"{self.kind} has its two points at one place"
        for lon, lat in self.points:
            if not (
                isfinite(lon) and isfinite(lat) and LON_LIMITS[0] <= lon <= LON_LIMITS[1] and abs(lat) <= LAT_LIMIT
            ):
                yield f"{self.kind[:20]} stands at {lon:g},{lat:g}, expected degrees, longitude first"
        if len(self.text) > LONGEST_TEXT:
            yield f"{self.kind[:20]} says {len(self.text)} characters, expected at most {LONGEST_TEXT}"
        if self.kind == "note" and not self.text.strip():
            yield "note is empty, expected a text"

    def as_dict(self) -> dict[str, object]:
        """Give it as plain values, for the map's state; `from_dict` reads them back."""
        return {"kind": self.kind, "points": [list(point) for point in self.points], "text": self.text}

    @classmethod
    def from_dict(cls, known: Mapping[str, object]) -> "Drawing":
        """
        Read plain values.

        Raises
        ------
        KeyError
            If kind or points are missing.
        """
        points = tuple((float(lon), float(lat)) for lon, lat in known["points"])
        return cls(str(known["kind"]), points, SPACES.sub(" ", str(known.get("text") or "")).strip())


def as_text(drawings: Iterable[Drawing]) -> str:
    """
    Write drawings as the text of a link: `note:-75.1,-9.5:Text~arrow:-75,-9;-74,-9:`.

    `read` gives them back, coordinates cut to `DECIMALS`.
    """
    return BETWEEN.join(_one(drawing) for drawing in drawings)


def _one(drawing: Drawing) -> str:
    at = ";".join(f"{_cut(lon)},{_cut(lat)}" for lon, lat in drawing.points)
    text = drawing.text
    for sign, escape in ESCAPES:
        text = text.replace(sign, escape)
    return WITHIN.join((drawing.kind, at, text))


def _cut(degrees: float) -> str:
    return f"{round(degrees, DECIMALS) + 0.0:.{DECIMALS}f}".rstrip("0").rstrip(".")


def read(text: str) -> tuple[tuple[Drawing, ...], list[str]]:
    """
    Read the text of a link.

    Returns
    -------
    drawings, faults
        Those that can be drawn, and what is wrong with the others, each with its number.
    """
    found, faults = [], []
    parts = text.split(BETWEEN) if text else []
    if len(parts) > MOST:
        faults.append(f"{len(parts)} drawings, expected at most {MOST}")
    for number, part in enumerate(parts[:MOST], start=1):
        try:
            drawing = _read_one(part)
        except ValueError:
            faults.append(f"drawing {number} is {part[:40]!r}, expected kind:lon,lat;lon,lat:text")
            continue
        own = [f"drawing {number}: {fault}" for fault in drawing.faults()]
        faults += own
        if not own:
            found.append(drawing)
    return tuple(found), faults


def _read_one(part: str) -> Drawing:
    kind, at, text = part.split(WITHIN, 2)
    points = []
    for pair in at.split(";"):
        lon, lat = pair.split(",")
        points.append((float(lon), float(lat)))
    plain = ESCAPED.sub(lambda found: BETWEEN if found[1] == "t" else found[1], text)
    return Drawing(kind, tuple(points), SPACES.sub(" ", plain).strip())


def from_map(told: Iterable[Mapping[str, object]]) -> tuple[Drawing, ...]:
    """
    Take over what the map told, each drawing as its link would give it back; what cannot be drawn is left out.

    The map keeps the same limits; a value that breaks them did not come from its tools.
    """
    found = []
    for one in told:
        try:
            drawing = Drawing.from_dict(one)
        except (KeyError, TypeError, ValueError):
            continue
        if not any(drawing.faults()):
            found.append(drawing)
    return read(as_text(found[:MOST]))[0]
