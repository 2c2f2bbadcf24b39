"""What stands on the map itself: year, scale bar, north arrow, the inset that says where a theatre lies."""

from math import floor, log10

from layers import tokens
from layers.figure.faces import width_of
from layers.figure.ground import PERU, features
from layers.figure.mercator import Frame
from layers.figure.outlines import joined
from layers.figure.room import Room
from layers.figure.surface import Box, Paint, Surface
from layers.figure.symbols import symbol_path
from layers.figure.wrapping import wrapped
from layers.words import word

PERU_BOUNDS = (-81.6, -18.5, -68.5, 0.1)  # west, south, east, north
YEAR_SIZE, YEAR_PAD = 40.0, 16.0
BAR_LONGEST, BAR_HEIGHT, BAR_PAD = 120.0, 4.0, 8.0
STEPS = (5, 2, 1)
STRETCH_TOLD = 1.1  # from here on the scale bar says where it holds
INSET_WIDTH, INSET_HEIGHT, INSET_PAD = 104.0, 144.0, 8.0
INSET_STEP, INSET_STEPS = 32.0, 6  # how far the inset may move out of its corner
THEATRE_SHARE = 0.6  # a view that shows less of Peru's height or width than this is a theatre
SMALLEST_MARK = 6.0
NOTE_LEADING = 1.2


def write_year(canvas: Surface, caption: int | str) -> Box:
    """Write the year or years in the upper right corner; gives the box it takes."""
    across = width_of(str(caption), "bold", YEAR_SIZE)
    right, top = canvas.width - YEAR_PAD, YEAR_PAD - 4
    canvas.write(str(caption), right, top + YEAR_SIZE / 2, face="bold", size=YEAR_SIZE, align="right", halo=4.0)
    return right - across - 8, top, right + 8, top + YEAR_SIZE


def round_length(most: float) -> float:
    """Give the largest of 1, 2, 5, 10, 20, 50, ... that is not above a length."""
    power = 10.0 ** floor(log10(most))
    return next(step * power for step in STEPS if step * power <= most)


def draw_scale(canvas: Surface, frame: Frame, lang: str = "en") -> Box:
    """Draw scale bar and north arrow lower left, on Peru's ocean side; gives the box they take."""
    length = round_length(frame.km_per_unit() * BAR_LONGEST)
    across = length / frame.km_per_unit()
    size = tokens.FONT_SIZES_PX["foot"] + 1
    label = _scale_label(frame, length, lang)
    wide = max(across, width_of(label, "regular", size))
    left, bottom = BAR_PAD, canvas.height - BAR_PAD
    right, top = left + wide + 2 * BAR_PAD + 24, bottom - 32
    canvas.rectangle((left, top, right, bottom), fill=tokens.PAPER, fill_opacity=0.8)
    bar_left, bar = right - BAR_PAD - wide, bottom - BAR_PAD
    canvas.path(
        Paint(
            joined(
                [
                    [
                        (bar_left, bar - BAR_HEIGHT),
                        (bar_left, bar),
                        (bar_left + across, bar),
                        (bar_left + across, bar - BAR_HEIGHT),
                    ]
                ],
                closed=False,
            ),
            stroke=tokens.INK,
            width=1.2,
        )
    )
    canvas.write(label, bar_left, top + 10, size=size)
    x = left + BAR_PAD + 6
    needle = [(x, top + 3), (x + 5, top + 16), (x, top + 13), (x - 5, top + 16), (x, top + 3)]
    canvas.path(Paint(joined([needle], closed=True), fill=tokens.INK))
    canvas.write(word("figure.north", lang), x, top + 24, face="bold", size=size, align="center")
    return left, top, right, bottom


def explain_numbers(canvas: Surface, scale: Box, room: Room, lang: str) -> None:
    """Say beside the scale what a number at a sign counts."""
    size, left = tokens.FONT_SIZES_PX["foot"], scale[2] + INSET_PAD
    lines = wrapped(word("web.bundled", lang), "regular", size, canvas.width - left - INSET_PAD)
    top = scale[3] - len(lines) * size * NOTE_LEADING
    for index, line in enumerate(lines):
        y = top + (index + 0.5) * size * NOTE_LEADING
        canvas.write(line, left, y, size=size, colour=tokens.MUTED, halo=tokens.HALO_PX)
    room.take((left, top, left + max(width_of(line, "regular", size) for line in lines), scale[3]))


def _scale_label(frame: Frame, length: float, lang: str) -> str:
    value = f"{length:,.0f}" if length >= 1 else f"{length:g}"
    if frame.stretch() < STRETCH_TOLD:
        return word("figure.kilometres", lang, value=value)
    degrees = round(abs(frame.lat))
    where = (
        word("figure.equator", lang)
        if not degrees
        else word(f"figure.latitude_{'south' if frame.lat < 0 else 'north'}", lang, degrees=degrees)
    )
    return word("figure.kilometres_at", lang, value=value, lat=where)


def is_theatre(frame: Frame) -> bool:
    """Tell whether a view shows only a part of Peru, so that a reader may ask where it lies."""
    west, south, east, north = frame.bounds()
    inside = PERU_BOUNDS[0] < frame.lon < PERU_BOUNDS[2] and PERU_BOUNDS[1] < frame.lat < PERU_BOUNDS[3]
    across = (east - west) / (PERU_BOUNDS[2] - PERU_BOUNDS[0])
    down = (north - south) / (PERU_BOUNDS[3] - PERU_BOUNDS[1])
    return inside and down < THEATRE_SHARE and across < 1.0


def inset_spot(room: Room, scale: Box, year: Box) -> Box:
    """
    Choose the place for the inset where it hides least, in a corner of a map or moved along its edge.

    Parameters
    ----------
    room
        What furniture and data take.
    scale, year
        What stands in two of the corners: the inset goes above the one, below the other.
    """
    left, right = INSET_PAD, room.width - INSET_PAD - INSET_WIDTH
    high, low = INSET_PAD, room.height - INSET_PAD - INSET_HEIGHT
    corners = (
        (left, high, 1, 1),
        (right, low, -1, -1),
        (left, scale[1] - INSET_PAD - INSET_HEIGHT, 1, -1),
        (right, year[3], -1, 1),
    )
    spots = [
        (x + aside * inward, y + along * down)
        for moved in range(INSET_STEPS + 1)
        for x, y, inward, down in corners
        for aside, along in ((moved * INSET_STEP, 0.0), (0.0, moved * INSET_STEP))
    ]
    return min(((x, y, x + INSET_WIDTH, y + INSET_HEIGHT) for x, y in spots), key=room.burden)


def draw_inset(canvas: Surface, frame: Frame) -> None:
    """Draw Peru on a small canvas, with the part that a frame shows outlined."""
    canvas.rectangle((0, 0, canvas.width, canvas.height), fill=tokens.SEA)
    small = Frame.holding(PERU_BOUNDS, canvas.width, canvas.height, margin=4.0)
    for own, fill in ((False, tokens.LAND_NEIGHBOUR), (True, tokens.LAND_PERU)):
        pieces = [
            small.place_flat(piece)
            for one in features("countries")
            if (one.properties["iso2"] == PERU) == own
            for piece in one.within(small.window())
        ]
        if pieces:
            canvas.path(Paint(joined(pieces, closed=True), fill=fill, stroke=tokens.BORDER_COUNTRY, width=0.7))
    west, south, east, north = frame.bounds()
    (left, top), (right, bottom) = small.place([[west, north], [east, south]])
    box = (
        max(float(left), 1.0),
        max(float(top), 1.0),
        min(float(right), canvas.width - 1),
        min(float(bottom), canvas.height - 1),
    )
    if right - left < SMALLEST_MARK:
        ring = symbol_path("circle", (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, SMALLEST_MARK)
        canvas.path(Paint(ring, stroke=tokens.GAIN, width=1.6))
    else:
        canvas.rectangle(box, fill=tokens.GAIN, fill_opacity=0.15, stroke=tokens.GAIN, width=1.4)
    canvas.rectangle((0, 0, canvas.width, canvas.height), stroke=tokens.BORDER_COUNTRY, width=1.4)
