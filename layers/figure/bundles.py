"""Bundles: on a small-scale map, signs alike that stand close together are one, with their number (as `bundles.js`)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import cos, hypot, pi, sin

from layers.drawn import Drawn, LayerFile
from layers.figure.mercator import Frame
from layers.figure.room import touch
from layers.figure.surface import Box
from layers.figure.symbols import sign_scale

APART_FROM = 6.4  # zoom from which every sign stands alone
REACH = 18.0  # page units round the middle one
FEWEST = 3
LARGER = 1.35  # a bundle's sign
ASIDE_FROM = 4.5  # zoom below which a step aside would be a thousand kilometres
# Steps aside, the shortest first; of a length, those to the sides, then down and up, then slanting.
ASIDE = (
    (0.0, 0.0),
    *(
        (far * cos(turn * pi / 4), far * sin(turn * pi / 4))
        for far in (14, 22, 30)
        for turn in (0, 4, 2, 6, 1, 5, 3, 7)
    ),
)
DIGIT, NUMBER_GAP, EDGE = 6.5, 3.0, 1.5
Point = tuple[float, float]


@dataclass(frozen=True)
class Bundle:
    """Shapes drawn as one: whose sign it is, all of them, how far it steps aside, whether its number has room."""

    speaker: Drawn
    members: tuple[Drawn, ...]
    aside: Point = (0.0, 0.0)
    told: bool = True

    @property
    def number(self) -> str:
        """What stands beside the sign."""
        return f"{len(self.members)}"

    @property
    def look(self) -> Mapping[str, object]:
        """Look of the sign; what stands inside it only where it holds for all."""
        own = self.speaker.look
        same = all(one.look["inner"] == own["inner"] for one in self.members)
        return own if same else {**own, "inner": ""}

    @property
    def hidden(self) -> tuple[Drawn, ...]:
        """The shapes that are not drawn themselves."""
        return tuple(one for one in self.members if one is not self.speaker)


def bundles_of(
    frame: Frame,
    files: Sequence[LayerFile],
    shapes: Mapping[str, Sequence[Drawn]],
    selected: tuple[str, str] | None = None,
) -> dict[str, list[Bundle]]:
    """
    Give the bundles of a map, by layer.

    Signs whose size says nothing give way to each other: marks of a layer without sizes, alike but for what stands
    inside them. A circle that stands for a figure never does, nor does the selected feature, nor what is dimmed or
    computed for two years.

    Parameters
    ----------
    frame
        What the map shows.
    files, shapes
        The layers in drawing order, and what is drawn of each.
    selected
        Layer and id of the selected feature.
    """
    found = {one["key"]: [] for one in files}
    if frame.zoom >= APART_FROM:
        return found
    taken: list[Box] = []
    for one in files:
        if one["sizes"] or "base" in one:
            continue
        signs = [
            shape
            for shape in shapes[one["key"]]
            if shape.geometry["type"] == "Point" and not shape.dimmed and (one["key"], shape.id) != selected
        ]
        for kind in dict.fromkeys(map(_outside, signs)):
            alike = [shape for shape in signs if _outside(shape) == kind]
            points = [sign_place(shape, frame) for shape in alike]
            for middle, group in bundled(points):
                bundle = Bundle(alike[middle], tuple(alike[index] for index in group))
                found[one["key"]].append(_set_aside(bundle, points[middle], frame, taken))
    return found


def bundled(points: Sequence[Point]) -> list[tuple[int, list[int]]]:
    """
    Group points that stand close together, the densest group first; what is left over stands alone.

    Returns
    -------
    groups
        Of each the index of its middle point, and those of all its points in their order.
    """
    left, found = list(range(len(points))), []
    while True:
        near = {at: [one for one in left if _far(points, one, at) <= REACH] for at in left}
        middle = max(near, key=lambda at: len(near[at]), default=None)
        if middle is None or len(near[middle]) < FEWEST:
            return found
        found.append((middle, near[middle]))
        left = [one for one in left if one not in near[middle]]


def _outside(shape: Drawn) -> tuple[object, ...]:
    """Give what a sign says but for what stands inside it: full and hollow ones are never one."""
    return tuple(shape.look[part] for part in ("symbol", "fill", "hatch", "stroke", "dash"))


def _far(points: Sequence[Point], one: int, other: int) -> float:
    return hypot(points[one][0] - points[other][0], points[one][1] - points[other][1])


def sign_place(shape: Drawn, frame: Frame) -> Point:
    """Place a mark, set off from others at the same place."""
    scale = sign_scale(shape.look["symbol"], frame.zoom)
    x, y = frame.place(shape.geometry["coordinates"][:2])
    return float(x) + scale * shape.shift[0], float(y) + scale * shape.shift[1]


def number_width(number: str) -> float:
    """Give how far the number reaches beyond its sign."""
    return DIGIT * len(number) + NUMBER_GAP


def _set_aside(bundle: Bundle, at: Point, frame: Frame, taken: list[Box]) -> Bundle:
    """
    Move a bundle to the nearest place that no other one has, and take that place.

    Without such a place the sign stays and its number is not written: two on each other would be read as a third.
    """
    radius = LARGER * sign_scale(bundle.look["symbol"], frame.zoom) * (bundle.speaker.radius or 0.0) + EDGE
    for across, down in ASIDE if frame.zoom >= ASIDE_FROM else ASIDE[:1]:
        x, y = at[0] + across, at[1] + down
        box = (x - radius, y - radius, x + radius + number_width(bundle.number), y + radius)
        if not any(touch(box, other) for other in taken):
            taken.append(box)
            return replace(bundle, aside=(across, down))
    return replace(bundle, told=False)
