"""Flows: how many routes lead from an origin, or through an exit, to a market; counts of routes, never of tonnes."""

from collections.abc import Iterable, Mapping

import pandas as pd

from geo.tables import load_table
from layers.drawn import LayerFile, drawn, in_force
from layers.package_words import place_name
from layers.tokens import MARKETS
from layers.words import word

Filters = Mapping[str, Iterable[str]]
MARKET = "market"
# What a market is set against, and the column of `routes` that names it; where the layer has a filter of this
# name, its values are the rows and a click can choose one.
AXES = {"origin": "origin_zone", "exit": "exit_point"}
COLUMNS = ("row", "label", "market", "drawn", "open", "drawn_ids", "open_ids")


def flows(axis: str, file: LayerFile, year: int, filters: Filters | None = None, lang: str = "en") -> pd.DataFrame:
    """
    Count the routes of a year by row and market.

    Parameters
    ----------
    axis
        `origin` or `exit`.
    file
        The layer file of the routes.
    year
        One of the years of the file.
    filters
        The filters chosen: those of the market and of the axis take routes out of `drawn`, the others out of both.
    lang
        Language of the labels.

    Returns
    -------
    cells
        One line a row and market that some route has: `row` (its value), `label`, `market`, `drawn` (routes under
        all filters), `open` (routes under those that this chart does not set) and the ids of both. Rows with the
        most open routes come first, markets in the order of the legend. A route counts under each of its exits.

    Raises
    ------
    KeyError
        If there is no such axis, or the file has no such year or filter.
    """
    own: dict[str, tuple[str, ...]] = {field: () for field in settable(axis, file)}
    now = {one.id for one in drawn(file, year, filters)}
    left = {one.id for one in drawn(file, year, {**(filters or {}), **own})}
    market_of = load_table("routes").set_index("route_id")[MARKET]
    cells: dict[tuple[str, str, str], list[str]] = {}
    for route, rows in _rows_of_routes(axis, file, lang).items():
        for row, label in rows if route in left else ():
            cells.setdefault((row, label, market_of[route]), []).append(route)
    return _ordered([_cell(*names, routes, now) for names, routes in cells.items()])


def _cell(row: str, label: str, market: str, routes: Iterable[str], now: set[str]) -> dict[str, object]:
    left = tuple(dict.fromkeys(routes))
    kept = tuple(one for one in left if one in now)
    return dict(zip(COLUMNS, (row, label, market, len(kept), len(left), kept, left), strict=True))


def _ordered(cells: list[dict[str, object]]) -> pd.DataFrame:
    frame = pd.DataFrame(cells, columns=list(COLUMNS))
    if frame.empty:
        return frame
    rank = {market: at for at, market in enumerate(MARKETS)}
    frame = frame.assign(total=frame.groupby("row")["open"].transform("sum"), rank=frame["market"].map(rank))
    frame = frame.sort_values(["total", "label", "rank"], ascending=[False, True, True], ignore_index=True)
    return frame[list(COLUMNS)]


def _rows_of_routes(axis: str, file: LayerFile, lang: str) -> dict[str, list[tuple[str, str]]]:
    """Give the rows a route stands under, as value and label: by the layer's own filter, else as the table words it."""
    text_of = load_table("routes").set_index("route_id")[AXES[axis]]
    spelled = {one["value"]: one["label"] for one in file["filters"].get(axis, ())}
    unknown = word("beside.flows.not_stated", lang)
    found: dict[str, list[tuple[str, str]]] = {}
    for feature in file["features"]:
        known = feature["properties"]
        if axis in file["filters"]:
            rows = known["f"].get(axis, [])
        else:
            rows = [] if pd.isna(text_of[known["id"]]) else [text_of[known["id"]]]
        found[known["id"]] = [(row, spelled.get(row) or place_name(row, lang)) for row in rows] or [(unknown, unknown)]
    return found


def settable(axis: str, file: LayerFile) -> tuple[str, ...]:
    """
    Name the filters that a click on a cell of an axis can set.

    Raises
    ------
    KeyError
        If there is no such axis.
    """
    if axis not in AXES:
        raise KeyError(f"no axis {axis!r}; there are {list(AXES)}")
    return tuple(field for field in (MARKET, axis) if field in file["filters"])


def choice(axis: str, file: LayerFile, row: str, market: str) -> dict[str, tuple[str, ...]]:
    """
    Give the values to choose by filter for one cell: its market, and its row where the layer has that filter.

    A row that the filter does not offer, such as the folded one or that of routes without an exit, chooses none.
    """
    offered = {one["value"] for one in file["filters"].get(axis, ())}
    values = {MARKET: (market,), axis: (row,) if row in offered else ()}
    return {field: values[field] for field in settable(axis, file)}


def is_chosen(wanted: Filters, file: LayerFile, filters: Filters | None) -> bool:
    """Tell whether the filters in force hold exactly these values."""
    held = in_force(file, filters)
    return all(held.get(field, frozenset()) == frozenset(values) for field, values in wanted.items())


def folded(cells: pd.DataFrame, most: int, lang: str = "en") -> pd.DataFrame:
    """
    Keep the first rows of a chart; the others become one row, with `row` '', that counts each route once.

    Parameters
    ----------
    cells
        What `flows` gives.
    most
        Rows to keep; one row more is kept too, for a fold of one saves no room.
    """
    rows = list(dict.fromkeys(cells["row"]))
    if len(rows) <= most + 1:
        return cells
    kept, rest = (cells[cells["row"].isin(some)] for some in (rows[:most], rows[most:]))
    label = word("beside.flows.others", lang, count=len(rows) - most)
    summed = []
    for market, group in rest.groupby("market", sort=False):
        now = {one for ids in group["drawn_ids"] for one in ids}
        summed.append(_cell("", label, market, (one for ids in group["open_ids"] for one in ids), now))
    return pd.concat([kept, pd.DataFrame(summed, columns=list(COLUMNS))], ignore_index=True)
