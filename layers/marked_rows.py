"""Rows that are drawn one mark each, at their place or along their legs: what most layers are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import nan

import geopandas as gpd
import pandas as pd

from geo.tables import load_table
from geo.timeline import spans
from layers import tokens
from layers.base import Behind, Layer, Look
from layers.marks import along_legs, at_places, coarse, marks, unmapped
from layers.words import word

Row = Mapping[str, object]


@dataclass(frozen=True)
class MarkedRows:
    """
    Rows of a table, one feature each, and one mark each in the years in which they are drawn.

    Parameters
    ----------
    table
        Table they come from.
    id_column
        Its column that becomes the feature's id.
    look
        Names the look of a row that is drawn.
    rows
        Gives the rows that a map can show, in a language: with `id_column`, `name`, `source_key`, and `place_id`
        where no legs are named. Left out: the whole table.
    of_year
        Gives the rows drawn in a year, with columns that depend on it for `look`, `text` and the like. Left out:
        those of `rows` whose `from_year` to `until_year` covers the year; a blank end is open.
    text, hover
        Write the label of a row that is drawn, and what a pointer shows.
    value
        Column summed over a year; '' where a year's total counts features.
    legs
        Table of legs, with `id_column`: the rows are lines through their places. '': they stand at `place_id`.
    part
        Part of the feature that rows at a place are: `symbol`, `circle`, or `area` where `arrange` makes one of it.
    radius
        Gives the size of the symbol in px; never asked for lines and areas.
    arrange
        Sets features that share a place apart, ranks them for their labels, or gives them another shape.
    filters
        Column that gives the one value of each filter, by the filter's name.
    why_left_out
        Reason (a key of the words) why rows of the table stand in no map; '' where nothing is said of them.
    shown_to_km
        Positions are cut to this before anything is arranged, so that no layer can show a finer one by mistake.
    """

    table: str
    id_column: str
    look: Callable[[Row], str]
    rows: Callable[[str], pd.DataFrame] | None = None
    of_year: Callable[[int, str], pd.DataFrame] | None = None
    text: Callable[[Row, str], str] = lambda row, lang: ""
    hover: Callable[[Row, str], str] = lambda row, lang: ""
    value: str = ""
    legs: str = ""
    part: str = "symbol"
    radius: Callable[[Row], float] = lambda row: tokens.SYMBOL_RADIUS_PX
    arrange: Callable[[gpd.GeoDataFrame], gpd.GeoDataFrame] = lambda features: features
    filters: Mapping[str, str] = field(default_factory=dict)
    why_left_out: str = ""
    shown_to_km: float = 0

    def load(self, lang: str = "en") -> gpd.GeoDataFrame:
        """
        Give one feature a row (WGS84).

        Raises
        ------
        KeyError
            If a row or leg names a place that the gazetteer lacks.
        ValueError
            If there are legs and a row has none.
        """
        rows = self._shown(lang)
        if self.legs:
            features = along_legs(rows, load_table(self.legs), self.id_column)
        else:
            features = at_places(rows, self.id_column, "name", self.part)
        if self.shown_to_km:
            features = coarse(features, self.shown_to_km)
        features = self.arrange(features)
        return features.assign(**{name: [(one,) for one in features[column]] for name, column in self.filters.items()})

    def draw(self, year: int, lang: str = "en") -> pd.DataFrame:
        """Give one mark for each row drawn in a year: a frame with `layers.base.MARK_COLUMNS`."""
        rows = self.of_year(year, lang) if self.of_year else spans(self._shown(lang), year)
        part = "line" if self.legs else self.part
        return marks(
            {
                "id": row[self.id_column],
                "part": part,
                "look": self.look(row),
                "radius": nan if part in ("line", "area") else self.radius(row),
                "text": self.text(row, lang),
                "hover": self.hover(row, lang),
                "value": nan if not self.value or pd.isna(row[self.value]) else row[self.value],
                "source_keys": (row["source_key"],),
            }
            for row in rows.to_dict("records")
        )

    def left_out(self, lang: str = "en") -> pd.DataFrame:
        """Give the rows of the table that no map shows: `id`, `name`, `why`."""
        every = load_table(self.table)
        lost = every[~every[self.id_column].isin(self._shown(lang)[self.id_column])]
        return unmapped(lost, self.id_column, "name", self.why_left_out)

    def layer(self, key: str, group: str, order: int, looks: tuple[Look, ...], **more: object) -> Layer:
        """
        Give the layer that draws these rows; `more` are further fields of `layers.base.Layer`.

        What is not given comes from the words `layers.KEY.when` and `layers.KEY.note`; behind a feature stand
        its row and its legs.

        Raises
        ------
        ValueError
            If the layer is refused by `layers.base.Layer`.
        """
        behind = [Behind(self.table, self.id_column, "layers.behind.facts")]
        if self.legs:
            behind.append(Behind(self.legs, self.id_column, "layers.behind.legs"))
        usual: dict[str, object] = {
            "when": f"layers.{key}.when",
            "note": lambda year, lang: word(f"layers.{key}.note", lang),
            "behind": tuple(behind),
        }
        if self.why_left_out:
            usual["left_out"] = self.left_out
        return Layer(
            key=key,
            group=group,
            order=order,
            table=self.table,
            value=self.value,
            load=self.load,
            draw=self.draw,
            looks=lambda: looks,
            filters=tuple(self.filters),
            shown_to_km=self.shown_to_km,
            **(usual | more),
        )

    def _shown(self, lang: str) -> pd.DataFrame:
        return self.rows(lang) if self.rows else load_table(self.table)
