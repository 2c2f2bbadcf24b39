"""Names of the base map: countries, departments, rivers, towns, where the data leave room."""

from dataclasses import dataclass
from math import radians, sin

from layers import tokens
from layers.figure.faces import width_of
from layers.figure.ground import features, shown_at
from layers.figure.labels import LEADING
from layers.figure.mercator import Frame
from layers.figure.room import Room
from layers.figure.surface import Surface
from layers.package_words import place_name

HALO = 2.0
TOWN_DOT, TOWN_GAP, TOWN_LEFT, TOWN_COLOUR = 2.0, 7.0, 10.0, "#6F6A60"
LAST_RANK = 9
BURIED = 4  # what a name may hide of the data: over more of it, it would not be read either


@dataclass(frozen=True)
class Style:
    """How names of one kind are written; `spacing` opens the letters, as a share of the size."""

    size: float
    face: str
    colour: str
    spacing: float = 0.0


STYLES = {
    "country": Style(12, "bold", "#6F6A60", 0.14),
    "department": Style(11, "regular", "#8A8478", 0.03),
    "river": Style(11, "italic", tokens.RIVER_LABEL),
    "sea": Style(12, "italic", "#5F86A0", 0.06),
    "lake": Style(12, "italic", "#5F86A0", 0.06),
    "town": Style(11, "regular", tokens.MUTED),
}


def write_names(canvas: Surface, frame: Frame, room: Room, lang: str = "en") -> list[str]:
    """Write the names meant for a zoom, the most important first, where room is left; gives those written."""
    wanted = [one for one in features("labels") if shown_at(one.properties, frame.zoom)]
    written = []
    for one in sorted(wanted, key=lambda name: name.properties.get("rank", LAST_RANK)):
        known = one.properties
        kind = known["kind"] if known["kind"] in STYLES else "town"
        style, text = STYLES[kind], place_name(known["text"], lang)
        x, y = (float(part) for part in frame.place_flat(one.pieces[0][0]))
        across = width_of(text, style.face, style.size) + style.spacing * style.size * len(text) + 2
        down = style.size * LEADING
        angle = known.get("angle", 0.0) if kind == "river" else 0.0
        lean = abs(sin(radians(angle))) * (across - down) / 2
        left = x + TOWN_GAP if kind == "town" else x - across / 2
        start = left - TOWN_LEFT if kind == "town" else left
        box = (start, y - down / 2 - lean, left + across, y + down / 2 + lean)
        if not room.is_free(box) or (kind != "country" and room.cost(box) >= BURIED):
            continue
        room.take(box)
        if kind == "town":
            canvas.disc(x, y, TOWN_DOT, TOWN_COLOUR, text)
        _write(canvas, text, left + across / 2, y, style, across, -angle)
        written.append(text)
    return written


def _write(canvas: Surface, text: str, x: float, y: float, style: Style, across: float, angle: float) -> None:
    """Write a name round its middle."""
    shared = {"face": style.face, "size": style.size}
    if not style.spacing:
        canvas.write(text, x, y, align="center", angle=angle, colour=style.colour, halo=HALO, **shared)
        return
    canvas.spaced(text, x - across / 2 + 1, y, colour=style.colour, halo=HALO, spacing=style.spacing, **shared)
