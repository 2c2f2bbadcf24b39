"""How many features each choice of a filter would leave (the Python twin of choices.js)."""

from collections.abc import Iterable, Mapping

from layers.drawn import LayerFile, drawn


def choice_counts(
    layer_file: LayerFile, year: int, filters: Mapping[str, Iterable[str]] | None, field: str
) -> dict[str, int]:
    """
    Count, for each value of a filter, the features drawn in a year that have it and pass every other filter.

    Parameters
    ----------
    layer_file
        What `layers.features.layer_file` gives.
    year
        One of the years of the file.
    filters
        Chosen values by filter; what is chosen of `field` itself does not count.
    field
        The filter.

    Returns
    -------
    counts
        One number a value, in the order of the filter; 0 where no feature is left.

    Raises
    ------
    KeyError
        If the file has no such year or no such filter.
    """
    values = [one["value"] for one in layer_file["filters"][field]]
    left = {shape.id for shape in drawn(layer_file, year, {**(filters or {}), field: ()})}
    ids: dict[str, set[str]] = {value: set() for value in values}
    for feature in layer_file["features"]:
        known = feature["properties"]
        if known["id"] in left:
            for value in known["f"][field]:
                ids[value].add(known["id"])
    return {value: len(found) for value, found in ids.items()}
