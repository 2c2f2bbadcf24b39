"""Made layers: what is computed for one view and drawn like any other layer, such as a difference of two years."""

from collections.abc import Callable

from layers.drawn import LayerFile
from layers.pair import made_layers
from layers.view import View

# What makes the layers of a page, by page; each gives its layer files in drawing order.
MAKERS: dict[str, Callable[[View], list[LayerFile]]] = {"displacement": made_layers}


def made_files(view: View) -> dict[str, LayerFile]:
    """
    Give the layers computed for a view, by key, in drawing order.

    Returns
    -------
    files
        Each in the form of `layers.features.layer_file`, marked as `made`: it is drawn without standing in
        `view.layers`. Empty for a page that makes none.
    """
    maker = MAKERS.get(view.page)
    return {} if maker is None else {one["key"]: {**one, "made": True} for one in maker(view)}
