"""What a reader sees: the state of the map."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from layers.drawings import Drawing


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
