"""Ready-made views: where a briefer starts, and the theatres of the atlas."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from layers.view import View


@dataclass(frozen=True)
class ReadyView:
    """
    A view by name; its title is the word `pages.ready.KEY`.

    `page` is the page that shows it. A theatre only moves the map: year and layers stay as the reader has them.
    """

    key: str
    page: str
    viewport: Mapping[str, float] | None
    year: int | None = None
    layers: tuple[str, ...] = ()
    filters: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    selected: tuple[str, str] | None = None

    @property
    def is_theatre(self) -> bool:
        """Whether the view is a place on the map and nothing else."""
        return self.year is None

    def as_view(self, lang: str = "en") -> View:
        """
        Give a ready-made view as the state of the map.

        Raises
        ------
        ValueError
            If it is a theatre, which has no year of its own.
        """
        if self.is_theatre:
            raise ValueError(f"{self.key} is a theatre: it has a viewport and no year; take the reader's own view")
        return View(self.year, self.layers, None, self.filters, self.selected, self.viewport, lang, self.page)


def _at(lat: float, lon: float, zoom: float) -> dict[str, float]:
    return {"lat": lat, "lon": lon, "zoom": zoom}


NATIONAL = ReadyView("national", "", None)
THEATRES = (
    NATIONAL,
    ReadyView("vraem_theatre", "", _at(-12.45, -73.75, 8.25)),
    ReadyView("madre_de_dios", "", _at(-12.75, -70.2, 8.5)),
    ReadyView("tri_border_theatre", "", _at(-3.6, -71.0, 7.75)),
    ReadyView("huallaga", "", _at(-8.7, -76.0, 8.0)),
    ReadyView("world", "", _at(12.0, -70.0, 2.5)),
)
READY = (
    ReadyView(
        "vraem", "situation", _at(-12.45, -73.75, 8.25), 2020, ("coca_zones", "bases", "coca_districts"),
        selected=("coca_zones", "vraem"),
    ),
    ReadyView("tri_border", "situation", _at(-3.6, -71.0, 7.75), 2016, ("coca_zones", "crossings", "ports", "routes")),
    ReadyView("la_pampa", "situation", _at(-12.85, -70.1, 9.0), 2019, ("mining_cells", "mining_sectors")),
    ReadyView(
        "coal_2014", "routes", _at(-9.0, -75.8, 6.25), 2014, ("routes", "ports"),
        filters={
            "routes": {
                "market": ("europe",),
                "actor": ("family_clans", "mexican_groups"),
                "exit": ("collection for the coal load", "port:callao", "port:paita", "port:salaverry"),
            }
        },
        selected=("routes", "R07a"),
    ),
    ReadyView(
        "air_bridge", "routes", _at(-12.5, -70.0, 6.0), 2015, ("routes", "coca_zones"),
        filters={"routes": {"mode": ("air_light",), "commodity": ("cocaine", "paste_base")}},
    ),
)  # fmt: skip


def ready_view(key: str) -> ReadyView:
    """
    Give a ready-made view or a theatre by its key.

    Raises
    ------
    KeyError
        If there is none of that name.
    """
    for one in (*READY, *THEATRES):
        if one.key == key:
            return one
    raise KeyError(f"no view {key!r}; there are {[one.key for one in (*READY, *THEATRES)]}")
