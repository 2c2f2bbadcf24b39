"""The sheet that a picture is drawn on: paths and words in page units, later over earlier."""

from collections.abc import Iterable
from io import BytesIO

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.image import AxesImage, imread
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.patheffects import Normal, withStroke
from matplotlib.text import Text

from layers import tokens
from layers.figure.faces import face_files, writable
from layers.figure.surface import Box, Paint, Surface

# A page of 16:9 is 1280 x 720 units whatever its size in px, so that the tokens' sizes read alike at every
# size. A unit is one of matplotlib's points, because the figure's dpi is set to 72 times the px of a unit.
PAGE_WIDTH, PAGE_HEIGHT = 1280.0, 720.0
POINTS_PER_INCH = 72.0
ROUNDING_PX = 1e-3  # the px size must not fall below the whole number when it is cut to one
HATCH_STEP, HATCH_WIDTH = 6.0, 1.6
MIDLINE = 0.33  # half the height of a capital, as a share of the type size
CLEAR = (0.0, 0.0, 0.0, 0.0)


def page_figure(size: tuple[int, int]) -> tuple[Figure, float, float]:
    """Give an empty figure of a size in px, with its width and height in page units."""
    across, down = size
    unit = min(across / PAGE_WIDTH, down / PAGE_HEIGHT)
    dpi = POINTS_PER_INCH * unit
    figure = Figure(
        figsize=((across + ROUNDING_PX) / dpi, (down + ROUNDING_PX) / dpi), dpi=dpi, facecolor=tokens.PAPER
    )
    return figure, across / unit, down / unit


def _dashes(dash: str, width: float) -> object:
    """Give a dash as matplotlib takes it: in line widths."""
    if not dash or not width:
        return "solid"
    return (0, tuple(float(part) / width for part in dash.split()))


class Canvas(Surface):
    """
    A rectangle of a page with its own origin in the upper left corner; nothing is drawn beyond it.

    Parameters
    ----------
    figure
        What `page_figure` gives.
    page
        Width and height of the page in page units.
    box
        Left, top, right, bottom on the page.
    """

    def __init__(self, figure: Figure, page: tuple[float, float], box: Box, ground: str = "") -> None:
        left, top, right, bottom = box
        across, down = page
        self.box, self.width, self.height = box, right - left, bottom - top
        place = (left / across, 1 - bottom / down, self.width / across, self.height / down)
        self.axes: Axes = figure.add_axes(place, xlim=(0, self.width), ylim=(self.height, 0))
        self.axes.set_axis_off()
        self.depth = 0
        if ground:
            self.rectangle((0, 0, self.width, self.height), fill=ground)

    def _add(self, artist: object) -> object:
        self.depth += 1
        artist.set_zorder(self.depth)
        self.axes.add_artist(artist)
        return artist

    def path(
        self, paint: Paint, cap: str = "butt", clip: Path | None = None, head: Paint | None = None
    ) -> PathPatch:
        """Draw one path; `head` is the arrow at its end."""
        patch = PathPatch(
            paint.path,
            facecolor=to_rgba(paint.fill, paint.fill_opacity) if paint.fill else CLEAR,
            edgecolor=to_rgba(paint.stroke, paint.opacity) if paint.stroke and paint.width else CLEAR,
            linewidth=paint.width,
            linestyle=_dashes(paint.dash, paint.width),
            capstyle=cap,
            joinstyle="round",
        )
        self._add(patch)
        if clip is not None:
            patch.set_clip_path(clip, self.axes.transData)
        if head is not None:
            self.paths([head])
        return patch

    def paths(self, paints: Iterable[Paint]) -> PathCollection | None:
        """Draw many paths in one go, in their order."""
        paints = list(paints)
        if not paints:
            return None
        drawn = PathCollection(
            [one.path for one in paints],
            transform=self.axes.transData,
            facecolors=[to_rgba(one.fill, one.fill_opacity) if one.fill else CLEAR for one in paints],
            edgecolors=[
                to_rgba(one.stroke, one.opacity) if one.stroke and one.width else CLEAR for one in paints
            ],
            linewidths=[one.width for one in paints],
            linestyles=[_dashes(one.dash, one.width) for one in paints],
            joinstyle="round",
        )
        return self._add(drawn)

    def picture(self, pixels: np.ndarray, box: Box, opacity: float, name: str) -> AxesImage:
        """Lay a picture (rows of red, green, blue, alpha, the upper first) into a box of page units."""
        left, top, right, bottom = box
        laid = AxesImage(self.axes, extent=(left, right, bottom, top), origin="upper", interpolation="bicubic")
        laid.set_data(pixels)
        laid.set_alpha(opacity)
        laid.set_clip_path(self.axes.patch)
        return self._add(laid)

    def hatch(self, path: Path, opacity: float = 1.0, name: str = "") -> None:
        """Fill a path with the no-figure look: slanted lines on paper."""
        self.path(Paint(path, fill=tokens.PAPER, fill_opacity=0.7 * opacity))
        extents = path.get_extents()
        left, right = max(extents.x0, 0.0), min(extents.x1, self.width)
        top, bottom = max(min(extents.y0, extents.y1), 0.0), min(max(extents.y0, extents.y1), self.height)
        if left >= right or top >= bottom:
            return
        # the lines lie on one grid for the whole sheet, so that neighbours run on into each other
        step = HATCH_STEP * 2**0.5
        first = np.ceil((left - bottom) / step) * step
        starts = np.arange(first, right - top, step)
        lines = [[(start + top, top), (start + bottom, bottom)] for start in starts]
        drawn = LineCollection(lines, colors=[to_rgba(tokens.NO_FIGURE, opacity)], linewidths=HATCH_WIDTH)
        self._add(drawn)
        drawn.set_clip_path(path, self.axes.transData)

    def image(self, data: bytes, box: Box, alt: str) -> None:
        """Draw a PNG file into a box; `alt` says what it shows where pictures cannot be seen."""
        left, top, right, bottom = box
        drawn = self.axes.imshow(imread(BytesIO(data), format="png"), extent=(left, right, bottom, top), aspect="auto")
        self.axes.set(xlim=(0, self.width), ylim=(self.height, 0))
        self.depth += 1
        drawn.set_zorder(self.depth)

    def write(
        self,
        text: str,
        x: float,
        y: float,
        face: str = "regular",
        size: float = 12.0,
        colour: str = tokens.INK,
        align: str = "left",
        halo: float = 0.0,
        angle: float = 0.0,
    ) -> Text:
        """
        Write one line of text; `y` is the middle of its capitals.

        Whatever the text holds is shown as it stands: nothing in it is read as mathematics.
        """
        drawn = Text(
            x,
            y,
            writable(text),
            color=colour,
            horizontalalignment=align,
            verticalalignment="baseline",
            fontproperties=FontProperties(fname=str(face_files()[face]), size=size),
            parse_math=False,
            rotation=angle,
            rotation_mode="anchor",
        )
        # an effect makes matplotlib draw type as outlines: unhinted, hence as wide as `width_of` says
        drawn.set_path_effects(
            [
                withStroke(linewidth=2 * halo, foreground=tokens.PAPER, joinstyle="round", alpha=0.85)
                if halo
                else Normal()
            ]
        )
        if angle:
            turned = np.radians(angle)
            drawn.set_position((x + MIDLINE * size * np.sin(turned), y + MIDLINE * size * np.cos(turned)))
        else:
            drawn.set_position((x, y + MIDLINE * size))
        drawn.set_transform(self.axes.transData)
        drawn.set_clip_on(True)
        self._add(drawn)
        return drawn

    def texts(self) -> list[Text]:
        """Give every text written on this canvas, in its order."""
        return [one for one in self.axes.get_children() if isinstance(one, Text) and one.get_text()]
