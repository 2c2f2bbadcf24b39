"""What is drawn of a layer in a year, under the reader's filters (the Python twin of shapes.js)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from layers.compare import years_drawn
from layers.view import View

LayerFile = Mapping[str, object]  # what `layers.features.layer_file` gives


@dataclass(frozen=True)
class Drawn:
    """One shape as it is drawn in one year."""

    id: str
    name: str
    part: str
    geometry: Mapping[str, object]
    look: Mapping[str, object]
    radius: float | None
    width: float | None
    text: str
    hover: str
    sources: tuple[str, ...]
    uses: tuple[str, ...]
    rank: float
    shift: tuple[float, float] = (0.0, 0.0)
    dimmed: bool = False
    arrows: tuple[tuple[float, float, float], ...] = ()


def in_force(layer_file: LayerFile, filters: Mapping[str, Iterable[str]] | None) -> dict[str, frozenset[str]]:
    """
    Give the filters that hold: those chosen, else the layer's defaults.

    A filter that is absent takes its default; one that is empty lets everything through.
    """
    merged = {**layer_file["default_filters"], **(filters or {})}
    return {name: frozenset(values) for name, values in merged.items() if values}


def drawn(
    layer_file: LayerFile, year: int | Sequence[int], filters: Mapping[str, Iterable[str]] | None = None
) -> list[Drawn]:
    """
    Give the shapes of a layer that are drawn in a year, in drawing order.

    Parameters
    ----------
    layer_file
        What `layers.features.layer_file` gives.
    year
        One of the years of the file; or several, of which each shape takes the first that a source dates it to, else
        the first that has it.
    filters
        Chosen values by filter; a feature passes if it has one of the values of every filter.

    Raises
    ------
    KeyError
        If the file has no such year or no such filter.
    """
    years = [str(one) for one in ([year] if isinstance(year, int) else year)]
    for one in years:
        if one not in layer_file["years"]:
            raise KeyError(f"year is {one}, expected one of {sorted(layer_file['years'])}")
    stray = sorted(set(filters or {}) - set(layer_file["filters"]))
    if stray:
        raise KeyError(f"{layer_file['key']} has no filter {stray}; it has {sorted(layer_file['filters'])}")
    wanted = in_force(layer_file, filters)
    found = []
    for feature in layer_file["features"]:
        known = feature["properties"]
        now = _now([known["years"][one] for one in years if one in known["years"]], layer_file["looks"])
        has = known.get("f", {})
        if now is None or any(not values & set(has.get(name, ())) for name, values in wanted.items()):
            continue
        found.append(
            Drawn(
                id=known["id"],
                name=known["name"],
                part=known["part"],
                geometry=feature["geometry"],
                look=layer_file["looks"][now["k"]],
                radius=now.get("r"),
                width=now.get("w"),
                text=now.get("t", ""),
                hover=now.get("d", ""),
                shift=(known.get("dx", 0.0), known.get("dy", 0.0)),
                sources=tuple(layer_file["sources"][index] for index in now["s"]),
                uses=tuple(known.get("uses", ())),
                rank=known["rank"],
                arrows=tuple(tuple(arrow) for arrow in known.get("arrows", ())),
            )
        )
    return found


def _now(entries: Sequence[Mapping[str, object]], looks: Sequence[Mapping[str, object]]) -> Mapping[str, object] | None:
    """Choose of a shape's entries the first that is dated, else the first; None where there is none."""
    return next((one for one in entries if not looks[one["k"]].get("undated")), next(iter(entries), None))


def drawn_view(files: Iterable[LayerFile], view: View, year: int | None = None) -> dict[str, list[Drawn]]:
    """
    Give the drawn shapes of every layer of a view and of those made for it, by layer key, unused ones dimmed.

    A layer with `dim_by` is dimmed where the layer it names is drawn and none of that layer's shapes uses the
    feature.
    """
    year = view.year if year is None else year
    by_key = {one["key"]: one for one in files}
    shapes = {
        key: drawn(one, years_drawn(one, view, year), view.filters.get(key))
        for key, one in by_key.items()
        if key in view.layers or one.get("made")
    }
    for key, found in shapes.items():
        ruler = by_key[key]["dim_by"]
        if ruler in shapes:
            used = {target for shape in shapes[ruler] for target in shape.uses}
            shapes[key] = [_with_dim(shape, f"{key}:{shape.id}" not in used) for shape in found]
    return shapes


def _with_dim(shape: Drawn, dimmed: bool) -> Drawn:
    return Drawn(**{**shape.__dict__, "dimmed": dimmed})
