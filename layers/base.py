"""What a layer is: a value that says what is drawn, from which rows, and how it looks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from dataclasses import fields as dataclass_fields

import geopandas as gpd
import pandas as pd

GROUPS = ("cultivation", "mining", "state", "movement", "displacement", "events")
SYMBOLS = (
    "area", "circle", "square", "ring", "diamond", "triangle", "cross", "plus", "bar", "airstrip", "line", "text",
    "hexagon", "post", "gate", "boat",
)  # fmt: skip

# Shape of an area's sample in the legend: '' is a rectangle.
SWATCHES = ("", "arrow", "band", "barred")

# Columns of a layer's features: what does not change over the years.
FEATURE_COLUMNS = ("id", "part", "name", "rank", "geometry")
# Columns of a layer's marks: one row a feature part drawn in one year. `value` adds to the year's total (NaN:
# it does not), `status` what kind of figure the value is, `text` is the label and `hover` what a pointer shows
# ('' for none), `source_keys` is a tuple, never empty.
MARK_COLUMNS = ("id", "part", "look", "radius", "width", "text", "hover", "value", "source_keys", "status")
# What kind of figure a mark's value is: a plain value, an estimate, a bound, or a stock among increments.
STATUSES = ("value", "estimate", "bound", "stock")
# How a year's total is set against the year before: over the features with a value in both, or total to
# total.
COMPARISONS = ("", "common", "total")


@dataclass(frozen=True)
class Look:
    """One way a feature can look; `legend` is a key of the words ('' for no line), filled with `fields`."""

    id: str
    symbol: str
    legend: str
    fields: Mapping[str, object] = field(default_factory=dict)
    fill: str = ""
    fill_opacity: float = 1.0
    stroke: str = ""
    width: float = 1.0
    dash: str = ""
    hatch: bool = False
    opacity: float = 1.0
    inner: str = ""
    inner_colour: str = ""
    swatch: str = ""
    casing: bool = True
    arrow: bool = False
    schematic: bool = False
    undated: bool = False
    rank: int = 0

    def __post_init__(self) -> None:
        if self.symbol not in SYMBOLS:
            raise ValueError(f"look {self.id!r}: symbol is {self.symbol!r}, expected one of {SYMBOLS}")
        if self.swatch not in SWATCHES:
            raise ValueError(f"look {self.id!r}: swatch is {self.swatch!r}, expected one of {SWATCHES}")

    def as_dict(self, legend: str) -> dict[str, object]:
        """Give the look as it stands in a layer file, its legend spelled out."""
        known = {
            one.name: getattr(self, one.name)
            for one in dataclass_fields(self)
            if one.name not in ("fields", "rank")
        }
        return known | {"legend": legend, "legend_rank": self.rank}


@dataclass(frozen=True)
class Behind:
    """
    Rows behind one feature: those of `table` whose column `on` holds the feature's id.

    `value` names the columns that may hold the figure, the first filled one counts; `title` is a key of the
    words catalogue. `says` puts a row in words where its cells would be too much; `many` is for a column that
    lists several ids.
    """

    table: str
    on: str
    title: str
    value: tuple[str, ...] = ()
    says: Callable[[Mapping[str, object], str], str] | None = None
    many: bool = False


@dataclass(frozen=True)
class Layer:
    """
    One layer of the atlas.

    Parameters
    ----------
    key
        Name in the registry, in the URL and of the file; the words `layers.KEY.*` belong to it.
    group
        Heading in the layer switches, one of `GROUPS`.
    order
        Drawing order: higher lies on top.
    table
        Fact table whose schema gives the value its title and unit.
    value
        Column of `table` that is summed over a year; '' where a year's total counts features.
    when
        What a year means here, in one sentence; a key of the words catalogue.
    load
        Gives the features in a language: a GeoDataFrame (WGS84) with `FEATURE_COLUMNS`, one column (of
        tuples) a filter, `uses` where features name those of other layers, `arrows` (`geo.arrowheads`) where lines
        say where their heads stand, `dx` and `dy` (px) where they share a place.
    draw
        Gives the marks of a year in a language: a frame with `MARK_COLUMNS`.
    looks
        Gives every look a mark may name.
    behind
        Tables that hold the rows behind a feature; the first is its series.
    note
        Gives what must be said about a year: series breaks, bounds, coverage; '' for nothing.
    breaks
        Class breaks of `value`, the same in every year.
    filters
        Names of filter columns, in the order of the controls.
    default_filters
        Values a filter holds until someone chooses: the whole field where it is absent.
    colours
        Colour of each value of a filter, in the order of the legend.
    compared
        How a year's total is set against the year before, one of `COMPARISONS`; '' where it is not.
    breaks_before
        Years in which a new series starts: their total is not compared with the year before.
    headline
        Gives what title and total say of a year where a count of features is not the point (`{headline}` in
        their words), such as an official total that is no sum of the features.
    wording
        Words a year's total where a number and its unit would say too much: gives title and total from the year
        and the total (None: no value); None for the words that every layer has.
    left_out
        Gives what the table holds but no map can show: a frame with `id`, `name`, `why` (a key of the words).
    claim
        Says a feature in a sentence, from its row in the first table of `behind`.
    sizes
        Values whose circles the legend shows, with their radius in px.
    keys
        Looks that explain a field set in other looks: `(field, legend word)`.
    widths
        Widths of line that the legend explains: `(legend word, px)`.
    labels
        Gives the words of a filter's values that the words catalogue cannot know, such as names, from the filter
        and the language.
    flows
        Whether dashes may run along the lines, to show their direction.
    dim_by
        Key of a layer whose drawn features say which of these are in use.
    spans
        Whether, of two years, the later map shows what was drawn in any year since the earlier: for what happens
        between two years rather than holds in one.
    shown_to_km
        Positions are never given finer than this, whatever is known of the place.
    """

    key: str
    group: str
    order: int
    table: str
    when: str
    load: Callable[[str], gpd.GeoDataFrame]
    draw: Callable[[int, str], pd.DataFrame]
    looks: Callable[[], tuple[Look, ...]]
    behind: tuple[Behind, ...]
    value: str = ""
    note: Callable[[int, str], str] = lambda year, lang: ""
    breaks: tuple[float, ...] = ()
    filters: tuple[str, ...] = ()
    default_filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    colours: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    compared: str = ""
    breaks_before: tuple[int, ...] = ()
    sizes: tuple[tuple[float, float], ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
    widths: tuple[tuple[str, float], ...] = ()
    labels: Callable[[str, str], Mapping[str, str]] = lambda name, lang: {}
    flows: bool = False
    headline: Callable[[int, str], str] = lambda year, lang: ""
    wording: Callable[[int, float | None, str], tuple[str, str] | None] = lambda year, total, lang: None
    left_out: Callable[[str], pd.DataFrame] = lambda lang: pd.DataFrame(
        {"id": [], "name": [], "why": []}, dtype="str"
    )
    claim: Callable[[Mapping[str, object], str], str] = lambda row, lang: ""
    dim_by: str | None = None
    shown_to_km: float = 0
    spans: bool = False
    default_on: bool = False

    def __post_init__(self) -> None:
        if self.group not in GROUPS:
            raise ValueError(f"layer {self.key!r}: group is {self.group!r}, expected one of {GROUPS}")
        stray = set(self.default_filters) - set(self.filters)
        if self.compared not in COMPARISONS:
            raise ValueError(
                f"layer {self.key!r}: compared is {self.compared!r}, expected one of {COMPARISONS}"
            )
        if stray:
            raise ValueError(
                f"layer {self.key!r}: default_filters name {sorted(stray)}, which `filters` lacks"
            )

    @property
    def title(self) -> str:
        """Key of the layer's title in the words catalogue."""
        return f"layers.{self.key}.title"
