"""A folded layer of the legend: one line with a few samples, its title and how many features are drawn."""

from collections.abc import Callable, Sequence

from layers import tokens
from layers.figure.faces import width_of
from layers.figure.legend import Block, Line
from layers.figure.setting import (
    COUNT_GAP,
    LABEL_AT,
    REMARK_LEADING,
    ROW,
    UNIT_GAP,
    Row,
    Setting,
    text_row,
    title_width,
)
from layers.figure.surface import Surface
from layers.figure.swatch import SWATCH, draw_swatch
from layers.figure.wrapping import wrapped

SAMPLES, SAMPLE_SIZE, WIDE = 3, 0.58, 200.0  # as a share of a swatch; one less in a column narrower than that


def folded_width(block: Block, setting: Setting) -> float:
    """Give the width at which the title of a folded layer is not broken, with all samples before it."""
    size = setting.body
    return _title_at(block, setting.scale, SAMPLES) + title_width(block, "regular", size) + _count_room(block, size)


def _most(setting: Setting) -> int:
    """Give how many samples there are at most: one less where the titles need the width."""
    return SAMPLES if setting.column >= WIDE else SAMPLES - 1


def _title_at(block: Block, scale: float, samples: int) -> float:
    """Give where the title of a folded layer begins: with two samples in line with the words of open ones."""
    return scale * LABEL_AT * samples / 2 if block.lines else 0.0


def _count_room(block: Block, size: float) -> float:
    """Give the width that the number of features takes at the end of a folded layer's line."""
    return COUNT_GAP + width_of(block.drawn, "regular", size) if block.drawn else 0.0


def folded_rows(block: Block, setting: Setting) -> list[Row]:
    """Write samples, title, unit and count on one line; a title too long goes on below, and filters stand there."""
    size, scale = setting.body, setting.scale
    samples = _most(setting)
    indent, height = _title_at(block, scale, samples), scale * ROW
    room = setting.column - indent - _count_room(block, size)
    titles = wrapped(block.title, "regular", size, room) or [""]
    unit_at = indent + width_of(titles[-1], "regular", size) + UNIT_GAP
    beside = unit_at + width_of(block.unit, "regular", size) <= indent + room
    looks = [line.look for line in sampled([line for line in block.lines if not line.is_key], samples)]
    colour = tokens.INK if block.lines else tokens.MUTED

    def drawn(index: int, text: str) -> Callable[[Surface, float, float], None]:
        def draw(canvas: Surface, x: float, y: float) -> None:
            middle = y + height / 2
            canvas.write(text, x + indent, middle, size=size, colour=colour)
            if index == 0:
                for place, look in enumerate(looks):
                    at = x + place * scale * SAMPLE_SIZE * SWATCH
                    thin = {**look, "width": SAMPLE_SIZE * look["width"]}
                    draw_swatch(canvas, thin, at, middle, scale * SAMPLE_SIZE)
                canvas.write(block.drawn, x + setting.column, middle, size=size, colour=tokens.MUTED, align="right")
            if index == len(titles) - 1 and beside:
                canvas.write(block.unit, x + unit_at, middle, size=size, colour=tokens.MUTED)

        return draw

    rows = [Row(height, drawn(index, text)) for index, text in enumerate(titles)]
    if block.unit and not beside:
        rows.append(text_row(block.unit, size, height, indent))
    told = wrapped(block.only if block.lines else "", "regular", setting.small, setting.column - indent)
    return rows + [text_row(text, setting.small, setting.small * REMARK_LEADING, indent) for text in told]


def sampled(lines: Sequence[Line], most: int) -> list[Line]:
    """Give at most so many of the lines, at least two: from the first to the last, at equal steps."""
    step = max(1.0, (len(lines) - 1) / (most - 1))
    return [lines[place] for place in (int(n * step + 0.5) for n in range(most)) if place < len(lines)]
