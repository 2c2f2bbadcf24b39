"""What a page is about: a view with everything that is drawn of it, gathered before anything is laid out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from layers.compare import DIFFERENCE, ONE, mode, pane_years, without_made
from layers.drawn import Drawn, LayerFile, drawn_view
from layers.figure.dress import PLAIN, Dress
from layers.figure.legend import Shapes
from layers.figure.request import checked_files
from layers.figure.story import heading
from layers.view import View


@dataclass(frozen=True)
class Subject:
    """A view with everything that is drawn of it: the files in drawing order, the years, the shapes of each."""

    view: View
    files: tuple[LayerFile, ...]
    years: tuple[int, ...]
    panes: tuple[Mapping[str, list[Drawn]], ...]
    dress: Dress = field(default=PLAIN)

    @property
    def leading(self) -> list[LayerFile]:
        """The files in the order of the view: the first one gives the title."""
        return sorted(self.files, key=lambda one: _rank(one, self.view))

    def heading(self) -> tuple[str, str]:
        """Give title and subtitle: the reader's own words, else those made from the view."""
        title, subtitle = heading(self.leading, self.view, self.panes)
        own = self.dress
        return (title if own.title is None else own.title, subtitle if own.subtitle is None else own.subtitle)


def subject(view: View, size: tuple[int, int] = (1920, 1080), dress: Dress = PLAIN) -> Subject:
    """
    Gather what a page shows.

    Raises
    ------
    ValueError
        If the view, the size or the dress cannot be drawn; every fault is named.
    TableError
        If a table or geometry file cannot be read.
    """
    files, view = checked_files(view, size, dress), in_order(view)
    years = pane_years(view)
    panes = [drawn_view(files, view, year) for year in years]
    if len(years) > 1:
        panes = [without_change(files, shapes) for shapes in panes]
        panes[0] = without_made(files, panes[0])
    return Subject(view, tuple(files), tuple(years), tuple(panes), dress)


def in_order(view: View) -> View:
    """
    Give a view whose second year, if it is another one, is the later: the earlier stands on the left.

    A difference is one map, of the year of the slider: its years stay as they are.
    """
    kind = mode(view)
    if kind in (ONE, DIFFERENCE):
        return replace(view, year2=None) if kind == ONE else view
    return replace(view, year=min(view.year, view.year2), year2=max(view.year, view.year2))


def without_change(files: Sequence[LayerFile], shapes: Shapes) -> dict[str, list[Drawn]]:
    """Leave the change on the year before out of labels: beside another year it answers what nobody asked."""
    compared = {one["key"] for one in files if one["compared"]}
    return {
        key: [replace(shape, text="\n".join(shape.text.split("\n")[:2])) for shape in found]
        if key in compared
        else list(found)
        for key, found in shapes.items()
    }


def _rank(one: LayerFile, view: View) -> int:
    """Give the place of a layer in what the page says: as chosen, then those made for the view."""
    return view.layers.index(one["key"]) if one["key"] in view.layers else len(view.layers)
