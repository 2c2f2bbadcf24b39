"""Room in a pane: what is taken, what is better left readable, and where a label finds its place."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import hypot

from matplotlib.path import Path
from matplotlib.transforms import Bbox

from layers.figure.surface import Box

EDGE = 4.0  # nothing is written nearer to the edge of the pane
SYMBOL_GAP, SLANT_SHARE, SLANT_GAP = 4.0, 0.75, 3.0
RECTANGLE = 5  # vertices of a closed rectangle: its extent is its shape
# A label that would hide so much beside its symbol may stand so far off, with a line that leads to it.
CROWDED, REACHES = 4, (16.0, 32.0, 48.0)
LEADER_STEP, LEADER_ROOM = 4.0, 1.5
TAKEN_COST = 3
BELOW, ABOVE = 2, 3  # among the places that `beside` gives
Point = tuple[float, float]


@dataclass(frozen=True)
class Spot:
    """Where a label stands, and the line to its symbol where it stands farther off."""

    box: Box
    leader: tuple[Point, Point] | None = None


@dataclass
class Room:
    """Boxes taken in a pane, each with its feature ('' for none), and shapes labels may cross at a cost."""

    width: float
    height: float
    taken: list[tuple[Box, str]] = field(default_factory=list)
    covered: list[tuple[Box, Path, bool, int]] = field(default_factory=list)

    def take(self, box: Box, owner: str = "") -> None:
        """Keep other labels out of a box."""
        self.taken.append((box, owner))

    def cover(self, path: Path, filled: bool, cost: int = 1) -> None:
        """Remember a shape that labels may cross where nothing better is free."""
        (left, top), (right, bottom) = path.vertices.min(axis=0), path.vertices.max(axis=0)
        if left < self.width and top < self.height and right > 0 and bottom > 0:
            self.covered.append(((left, top, right, bottom), path, filled, cost))

    def is_free(self, box: Box, owner: str = "") -> bool:
        """Tell whether a box lies in the pane and touches nothing but what its owner has."""
        left, top, right, bottom = box
        if left < EDGE or top < EDGE or right > self.width - EDGE or bottom > self.height - EDGE:
            return False
        return not any(touch(box, other) for other, whose in self.taken if not owner or whose != owner)

    def cost(self, box: Box) -> int:
        """Tell how much a box hides of the covered shapes: the sum of their costs."""
        ground = Bbox([box[:2], box[2:]])
        return sum(
            cost
            for extent, path, filled, cost in self.covered
            if touch(box, extent) and (len(path.vertices) <= RECTANGLE or path.intersects_bbox(ground, filled))
        )

    def burden(self, box: Box) -> int:
        """Tell how much a box would hide: what it costs, and every box taken, which weighs more."""
        return self.cost(box) + TAKEN_COST * sum(touch(box, other) for other, _ in self.taken)

    def spot(self, at: Point, radius: float, size: Point, owner: str, far: bool) -> Spot | None:
        """
        Find a place for a label, beside its symbol or, where it is crowded, farther off.

        Parameters
        ----------
        at, radius
            Centre and size of the symbol.
        size
            Width and height of the label.
        owner
            The symbol's feature: what it has taken is no obstacle.
        far
            Whether the label may stand farther off.
        """
        near = [
            (self.cost(box), place, box)
            for place, box in enumerate(self._places(at, radius, size))
            if self.is_free(box, owner)
        ]
        cost, _, box = min(near, default=(None, 0, None))
        inside = 0 <= at[0] <= self.width and 0 <= at[1] <= self.height
        if far and inside and (cost is None or cost >= CROWDED):
            found = next(
                (one for one in self._farther(at, radius, size, owner) if cost is None or self.cost(one.box) < cost),
                None,
            )
            if found:
                return found
        return Spot(box) if box else None

    def _places(self, at: Point, radius: float, size: Point) -> Iterator[Box]:
        """Give the places beside a symbol; near the edge those above and below it move along, into the pane."""
        for place, (left, top, right, bottom) in enumerate(beside(at, radius, size)):
            over = max(EDGE - left, 0.0) + min(self.width - EDGE - right, 0.0)
            fits = abs(over) <= (right - left) / 2
            aside = over if place in (BELOW, ABOVE) and fits else 0.0
            yield left + aside, top, right + aside, bottom

    def _farther(self, at: Point, radius: float, size: Point, owner: str) -> Iterator[Spot]:
        """Give the places farther off that hide little and whose line crosses nothing, the nearest first."""
        for reach in REACHES:
            free = []
            for place, box in enumerate(self._places(at, radius + reach, size)):
                cost, leader = self.cost(box), leader_to(at, radius, box)
                if (
                    cost < CROWDED
                    and self.is_free(box, owner)
                    and all(self.is_free(dot, owner) for dot in dots(leader))
                ):
                    free.append((cost, place, Spot(box, leader)))
            yield from (spot for _, _, spot in sorted(free, key=lambda one: one[:2]))


def touch(one: Box, other: Box) -> bool:
    """Tell whether two boxes have more than an edge in common."""
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def beside(at: Point, radius: float, size: Point) -> list[Box]:
    """Give the boxes where a label may stand beside its symbol, best place first."""
    (x, y), (across, down) = at, size
    gap, slant = radius + SYMBOL_GAP, radius * SLANT_SHARE + SLANT_GAP
    right, left, middle = x + gap, x - gap - across, x - across / 2
    corners = [
        (right, y - down / 2),
        (left, y - down / 2),
        (middle, y + gap - 1),
        (middle, y - gap - down + 1),
        (x + slant, y + slant - 2),
        (x + slant, y - slant - down + 2),
        (x - slant - across, y + slant - 2),
        (x - slant - across, y - slant - down + 2),
    ]
    return [(left, top, left + across, top + down) for left, top in corners]


def leader_to(at: Point, radius: float, box: Box) -> tuple[Point, Point]:
    """Give the line from a symbol's edge to the nearest point of a box."""
    x, y = min(max(at[0], box[0]), box[2]), min(max(at[1], box[1]), box[3])
    share = radius / max(hypot(x - at[0], y - at[1]), radius, 1e-9)
    return (at[0] + (x - at[0]) * share, at[1] + (y - at[1]) * share), (x, y)


def dots(leader: tuple[Point, Point]) -> list[Box]:
    """Give the room that a line takes, as a row of small boxes."""
    (x0, y0), (x1, y1) = leader
    count = int(hypot(x1 - x0, y1 - y0) // LEADER_STEP)
    points = [(x0 + (x1 - x0) * step / count, y0 + (y1 - y0) * step / count) for step in range(count)]
    return [(x - LEADER_ROOM, y - LEADER_ROOM, x + LEADER_ROOM, y + LEADER_ROOM) for x, y in points]
