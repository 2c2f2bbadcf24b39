"""What the legend says: a block a layer, from what is drawn, with counts for each year shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from layers.drawn import Drawn, LayerFile, drawn, in_force
from layers.legend import legend_entries
from layers.view import View
from layers.words import word

Shapes = Mapping[str, Sequence[Drawn]]


@dataclass(frozen=True)
class Line:
    """One line: a look, its words, how many features have it in each pane ('' for none), whether it is a key only."""

    look: Mapping[str, object]
    label: str
    count: str
    is_key: bool = False


@dataclass(frozen=True)
class Block:
    """
    What the legend says of one layer.

    `sizes` are radius and label of the circles that explain size; `drawn` is how many features each pane has ('' for
    none, and where they are not counted); `leads` tells whether it gives the page its title; `is_folded` whether one
    line with samples stands for all of it.
    """

    key: str
    title: str
    unit: str
    only: str
    lines: tuple[Line, ...]
    sizes: tuple[tuple[float, str], ...]
    size_look: Mapping[str, object] | None
    empty: str
    drawn: str = ""
    leads: bool = False
    is_folded: bool = False


def legend_blocks(files: Sequence[LayerFile], view: View, panes: Sequence[Shapes]) -> list[Block]:
    """
    Give the legend of a view, in drawing order.

    Parameters
    ----------
    files
        The layer files of the view.
    view
        Whose filters are named.
    panes
        What is drawn in each pane, by layer key.
    """
    return [_block(one, view, [shapes[one["key"]] for shapes in panes]) for one in files if not one.get("silent")]


def _block(one: LayerFile, view: View, panes: Sequence[Sequence[Drawn]]) -> Block:
    sized = [shape for shapes in panes for shape in shapes if shape.radius]
    sizes = tuple((float(size["r"]), size["label"]) for size in one["sizes"])
    if not sizes or max((shape.radius for shape in sized), default=0.0) < min(radius for radius, _ in sizes):
        sizes = ()
    counted = one.get("counted", True)
    lines = _merged([legend_entries(one, shapes) for shapes in panes], counted)
    return Block(
        key=one["key"],
        title=one["title"],
        unit=one["unit"],
        only=filters_told(one, view),
        lines=tuple(lines),
        sizes=sizes,
        size_look=max(sized, key=lambda shape: shape.radius).look if sizes else None,
        empty="" if lines else _none_drawn(one, view),
        drawn=_told([len({shape.id for shape in shapes}) for shapes in panes]) if lines and counted else "",
        leads=one["key"] in view.layers[:1],
    )


def _none_drawn(one: LayerFile, view: View) -> str:
    """Say that nothing is drawn, and in which years there would be something."""
    filters = view.filters.get(one["key"])
    years = [year for year in sorted(one["years"]) if drawn(one, int(year), filters)]
    if not years:
        return word("web.none_drawn", view.lang)
    return word("web.none_but", view.lang, years=", ".join(years))


def _merged(panes: Sequence[Sequence], counted: bool) -> list[Line]:
    """Put the entries of all panes into one list: those of a rank together, keys last."""
    looks, counts = {}, {}
    for index, entries in enumerate(panes):
        for entry in entries:
            name = (entry.count is None, entry.label)
            looks.setdefault(name, entry.look)
            counts.setdefault(name, [0] * len(panes))[index] = entry.count
    order = sorted(looks, key=lambda name: (name[0], 0 if name[0] else looks[name]["legend_rank"]))
    return [
        Line(looks[name], name[1], _told(counts[name]) if counted and not name[0] else "", name[0]) for name in order
    ]


def _told(counts: Sequence[int]) -> str:
    """Write the counts of the panes beside each other."""
    return " | ".join(f"{count:,}" for count in counts)


def filters_told(one: LayerFile, view: View) -> str:
    """Name what the filters of a layer let through, the default ones too; '' where everything is shown."""
    told = []
    for name, values in in_force(one, view.filters.get(one["key"])).items():
        labels = {known["value"]: known["label"] for known in one["filters"].get(name, ())}
        ordered = [value for value in labels if value in values] + sorted(values - set(labels))
        told.append(", ".join(labels.get(value, value) for value in ordered))
    return word("figure.only", view.lang, values="; ".join(told)) if told else ""
