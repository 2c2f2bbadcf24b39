"""The room a label takes on a web map, and from which zoom labels keep clear of each other."""

from dataclasses import dataclass, replace

import numpy as np

TILE_PX = 256
SIZE_PX = {"country": 12, "sea": 12, "lake": 12, "river": 11, "department": 11, "town": 11}
SPACING_PX = {"country": 1.75}
GLYPH = 0.54  # mean width of a letter, share of the size
TOWN_DOT_PX = 7
MARGIN_PX = 3
ZOOM_STEP = 0.2
LAST_ZOOM = 10.0


@dataclass(frozen=True)
class Label:
    """
    One word on the base map.

    Attributes
    ----------
    kind
        country, sea, lake, river, department or town.
    rank
        1 is placed first.
    min_zoom, max_zoom
        Where it may be shown.
    angle
        Degrees, clockwise on the map; 0 is level.
    """

    kind: str
    text: str
    lon: float
    lat: float
    rank: int
    min_zoom: float
    max_zoom: float = 12.0
    angle: float = 0.0


def width_px(kind: str, text: str) -> float:
    """Estimate how wide a text is drawn."""
    return len(text) * (SIZE_PX[kind] * GLYPH + SPACING_PX.get(kind, 0.0))


def mercator_px(lon: float, lat: float, zoom: float) -> tuple[float, float]:
    """Give the position on the web map of a zoom, in pixels from its upper left corner."""
    size = TILE_PX * 2**zoom
    north = np.log(np.tan(np.pi / 4 + np.radians(lat) / 2)) / np.pi
    return (lon + 180) / 360 * size, float((1 - north) / 2 * size)


def box(label: Label, zoom: float) -> tuple[float, float, float, float]:
    """Give the rectangle a label covers at a zoom: left, top, right, bottom; a town's includes its dot."""
    x, y = mercator_px(label.lon, label.lat, zoom)
    width, height = width_px(label.kind, label.text), SIZE_PX[label.kind] * 1.2
    if label.kind == "town":
        return x - 4, y - height / 2, x + TOWN_DOT_PX + width, y + height / 2
    lean = np.radians(label.angle)
    half_w = (abs(np.cos(lean)) * width + abs(np.sin(lean)) * height) / 2
    half_h = (abs(np.sin(lean)) * width + abs(np.cos(lean)) * height) / 2
    return x - half_w, y - half_h, x + half_w, y + half_h


def touch(first: Label, second: Label, zoom: float) -> bool:
    """Say whether two labels come nearer than a margin at a zoom."""
    a, b = box(first, zoom), box(second, zoom)
    return (
        a[0] < b[2] + MARGIN_PX
        and b[0] < a[2] + MARGIN_PX
        and a[1] < b[3] + MARGIN_PX
        and b[1] < a[3] + MARGIN_PX
    )


def settle(wishes: list[tuple[Label, ...]]) -> list[Label]:
    """
    Choose for each wish the place where it can be read from the lowest zoom on, better ranks first.

    A wish is one label at several places, the finest first. `min_zoom` rises until the label touches no
    better one at any zoom at which both are shown; a label that finds no room up to zoom 10 is left out.
    """
    settled: list[Label] = []
    order = sorted(wishes, key=lambda wish: (wish[0].rank, wish[0].min_zoom, wish[0].kind, wish[0].text))
    for wish in order:
        first = [_first_zoom(label, settled) for label in wish]
        found = [(zoom, k) for k, zoom in enumerate(first) if zoom is not None]
        if found:
            zoom, k = min(found)
            settled.append(replace(wish[k], min_zoom=zoom))
    return settled


def _first_zoom(label: Label, settled: list[Label]) -> float | None:
    """Find the zoom from which a label never touches a settled one."""
    last = min(LAST_ZOOM, label.max_zoom)
    clear = None
    near = [one for one in settled if touch(label, one, label.min_zoom)]
    for zoom in np.arange(last, label.min_zoom - 1e-9, -ZOOM_STEP):
        if any(one.min_zoom <= zoom <= one.max_zoom and touch(label, one, zoom) for one in near):
            break
        clear = round(float(zoom), 2)
    return label.min_zoom if clear is not None and clear - label.min_zoom < ZOOM_STEP else clear
