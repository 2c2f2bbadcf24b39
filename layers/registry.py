"""All layers, once, in drawing order: registering a layer is writing its tests."""

from difflib import get_close_matches

from layers import bases, coca_districts, coca_zones, crossings, mining_cells, mining_sectors, ports, routes
from layers.base import Layer

LAYERS: tuple[Layer, ...] = tuple(
    sorted(
        (
            module.LAYER
            for module in (
                coca_zones,
                coca_districts,
                mining_cells,
                mining_sectors,
                bases,
                routes,
                crossings,
                ports,
            )
        ),
        key=lambda one: one.order,
    )
)


def layer(key: str) -> Layer:
    """
    Give a layer by its key.

    Raises
    ------
    KeyError
        If no layer has this key.
    """
    for one in LAYERS:
        if one.key == key:
            return one
    near = get_close_matches(key, [one.key for one in LAYERS], n=2)
    raise KeyError(f"no layer {key!r}; nearest: {near}; there are {[one.key for one in LAYERS]}")
