"""What a reader sees: the state of the map, and what is drawn under it (the Python twin of webmap.js)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from layers.drawings import Drawing
from layers.words import word

LayerFile = Mapping[str, object]


@dataclass(frozen=True)
class View:
    """The state of the map, as it stands in the URL."""

    year: int
    layers: tuple[str, ...]
    year2: int | None = None
    filters: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    selected: tuple[str, str] | None = None
    viewport: Mapping[str, float] | None = None
    lang: str = "en"
    page: str = "situation"
    options: Mapping[str, str] = field(default_factory=dict)
    drawings: tuple[Drawing, ...] = ()

    @classmethod
    def from_state(cls, state: Mapping[str, object]) -> "View":
        """
        Read the state that travels between URL, app and map.

        Raises
        ------
        KeyError
            If `year` or `layers` is missing.
        """
        chosen = state.get("selected")
        return cls(
            year=int(state["year"]),
            layers=tuple(state["layers"]),
            year2=None if state.get("year2") is None else int(state["year2"]),
            filters={
                layer: {name: tuple(values) for name, values in by.items()}
                for layer, by in (state.get("filters") or {}).items()
            },
            selected=None if chosen is None else (chosen["layer"], chosen["id"]),
            viewport=state.get("view"),
            lang=state.get("lang") or "en",
            page=state.get("page") or "situation",
            options=dict(state.get("options") or {}),
            drawings=tuple(Drawing.from_dict(one) for one in state.get("drawings") or ()),
        )

    def to_state(self) -> dict[str, object]:
        """Write the state; `from_state` reads it back."""
        return {
            "year": self.year,
            "year2": self.year2,
            "layers": list(self.layers),
            "filters": {
                layer: {name: list(values) for name, values in by.items()}
                for layer, by in self.filters.items()
            },
            "selected": None
            if self.selected is None
            else {"layer": self.selected[0], "id": self.selected[1]},
            "view": None if self.viewport is None else dict(self.viewport),
            "lang": self.lang,
            "page": self.page,
            "options": dict(self.options),
            "drawings": [one.as_dict() for one in self.drawings],
        }


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


@dataclass(frozen=True)
class LegendEntry:
    """One line of the legend: a look, its words, and how many features have it."""

    look: Mapping[str, object]
    label: str
    count: int | None


def in_force(layer_file: LayerFile, filters: Mapping[str, Iterable[str]] | None) -> dict[str, frozenset[str]]:
    """
    Give the filters that hold: those chosen, else the layer's defaults.

    A filter that is absent takes its default; one that is empty lets everything through.
    """
    merged = {**layer_file["default_filters"], **(filters or {})}
    return {name: frozenset(values) for name, values in merged.items() if values}


def drawn(
    layer_file: LayerFile, year: int, filters: Mapping[str, Iterable[str]] | None = None
) -> list[Drawn]:
    """
    Give the shapes of a layer that are drawn in a year, in drawing order.

    Parameters
    ----------
    layer_file
        What `layers.features.layer_file` gives.
    year
        One of the years of the file.
    filters
        Chosen values by filter; a feature passes if it has one of the values of every filter.

    Raises
    ------
    KeyError
        If the file has no such year or no such filter.
    """
    if str(year) not in layer_file["years"]:
        raise KeyError(f"year is {year}, expected one of {sorted(layer_file['years'])}")
    stray = sorted(set(filters or {}) - set(layer_file["filters"]))
    if stray:
        raise KeyError(f"{layer_file['key']} has no filter {stray}; it has {sorted(layer_file['filters'])}")
    wanted = in_force(layer_file, filters)
    found = []
    for feature in layer_file["features"]:
        known = feature["properties"]
        now = known["years"].get(str(year))
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


def drawn_view(files: Iterable[LayerFile], view: View, year: int | None = None) -> dict[str, list[Drawn]]:
    """
    Give the drawn shapes of every layer of a view and of those made for it, by layer key, unused ones dimmed.

    A layer with `dim_by` is dimmed where the layer it names is drawn and none of that layer's shapes uses the
    feature.
    """
    year = view.year if year is None else year
    by_key = {one["key"]: one for one in files}
    shapes = {
        key: drawn(one, pair_year(one, view, year), view.filters.get(key))
        for key, one in by_key.items()
        if key in view.layers or one.get("made")
    }
    for key, found in shapes.items():
        ruler = by_key[key]["dim_by"]
        if ruler in shapes:
            used = {target for shape in shapes[ruler] for target in shape.uses}
            shapes[key] = [_with_dim(shape, f"{key}:{shape.id}" not in used) for shape in found]
    return shapes


def pair_year(one: LayerFile, view: View, year: int) -> int:
    """
    Give the year under which a layer file holds what is drawn in a map of a year.

    A layer made for a `base` year says something of each pair with it, under the other year of the pair.
    """
    if "base" not in one or view.year2 is None:
        return year
    return view.year2 if view.year == one["base"] else view.year


def _with_dim(shape: Drawn, dimmed: bool) -> Drawn:
    return Drawn(**{**shape.__dict__, "dimmed": dimmed})


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


def source_line(shapes: Iterable[Drawn], most: int = 8, lang: str = "en") -> str:
    """Name the sources of what is drawn, the most used first; after `most` the rest is counted."""
    seen = Counter(source for shape in {(one.id, one.sources) for one in shapes} for source in shape[1])
    names = [name for name, _ in sorted(seen.items(), key=lambda pair: (-pair[1], pair[0]))]
    if not names:
        return word("layers.sources.none", lang)
    shown = "; ".join(names[:most])
    if len(names) > most:
        return word("layers.sources.line_more", lang, names=shown, more=len(names) - most)
    return word("layers.sources.line", lang, names=shown)


def title(files: Iterable[LayerFile], year: int, shapes: Mapping[str, list[Drawn]], lang: str = "en") -> str:
    """Give the title of a view: that of its first layer."""
    lines = titles(files, year, shapes)
    return lines[0] if lines else word("layers.view.empty", lang, year=year)


def titles(files: Iterable[LayerFile], year: int, shapes: Mapping[str, list[Drawn]]) -> list[str]:
    """
    Give the title of every drawn layer, in the order of the files.

    Where a layer counts features, the title counts those drawn, so that it stays true under filters.
    """
    lines = []
    for one in files:
        if one["key"] in shapes:
            of_year = one["years"][str(year)]
            found = shapes[one["key"]]
            undated = {shape.id for shape in found if shape.look.get("undated")}
            count = len({shape.id for shape in found})
            lines.append(counted(of_year.get("title_n", of_year["title"]), count, len(undated)))
    return lines


def counted(pattern: str, count: int, undated: int) -> str:
    """Fill a title: `{n}` features drawn, of them `{u}` undated and `{d}` dated."""
    for name, number in (("n", count), ("u", undated), ("d", count - undated)):
        pattern = pattern.replace(f"{{{name}}}", f"{number:,}")
    return pattern


def notes(files: Iterable[LayerFile], year: int) -> list[str]:
    """Give what must be said about a year, layer by layer; layers without a note are left out."""
    return [note for one in files if (note := one["years"][str(year)]["note"])]
