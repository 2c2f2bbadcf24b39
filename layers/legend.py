"""The lines of a layer's legend, made from what is drawn (the Python twin of legend.js)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from layers.drawn import Drawn, LayerFile


@dataclass(frozen=True)
class LegendEntry:
    """One line of the legend: a look, its words, and how many features have it."""

    look: Mapping[str, object]
    label: str
    count: int | None


def legend_entries(layer_file: LayerFile, shapes: Iterable[Drawn]) -> list[LegendEntry]:
    """
    Give the legend of what is drawn: one line a legend text, in rank order, then the keys to dashes and dots.

    A feature counts once a line; an outline speaks for its circle.
    """
    shapes = list(shapes)
    looks: dict[str, Mapping[str, object]] = {}
    ids: dict[str, set[str]] = {}
    for shape in shapes:
        text = shape.look["legend"]
        if text:
            ids.setdefault(text, set()).add(shape.id)
            # an outline speaks for its circle, a dated feature for the undated ones
            if text not in looks or (shape.look["symbol"] == "area" and not shape.look.get("undated")):
                looks[text] = shape.look
    ranked = sorted(looks, key=lambda text: looks[text]["legend_rank"])
    lines = [LegendEntry(looks[text], text, len(ids[text])) for text in ranked]
    told = [key for key in layer_file["keys"] if any(explains(key, shape.look) for shape in shapes)]
    return lines + [LegendEntry(key["look"], key["legend"], None) for key in told]


def explains(key: Mapping[str, object], look: Mapping[str, object]) -> bool:
    """Tell whether a key of the legend has to do with a look: its field is set, or it is one of width for a line."""
    return bool(look[key["field"]]) if key["field"] else look["symbol"] == "line"
