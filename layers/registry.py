"""All layers, once, in drawing order: registering a layer is writing its tests."""

from difflib import get_close_matches

from layers import (
    airstrips,
    bases,
    coca_districts,
    coca_zones,
    corridors,
    crossings,
    displacement_claims,
    emergency_districts,
    eradication,
    events,
    gas_assets,
    mining_cells,
    mining_operations,
    mining_sectors,
    ports,
    routes,
    sendero_areas,
    sendero_axes,
    state_presence,
)
from layers.base import Layer

LAYERS: tuple[Layer, ...] = tuple(
    sorted(
        (
            module.LAYER
            for module in (
                coca_zones,
                coca_districts,
                eradication,
                mining_cells,
                mining_sectors,
                mining_operations,
                displacement_claims,
                emergency_districts,
                sendero_areas,
                sendero_axes,
                corridors,
                gas_assets,
                state_presence,
                airstrips,
                bases,
                routes,
                crossings,
                ports,
                events,
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
