"""Market figures: shares, prices and volumes as stated, in panels that each hold one definition."""

from collections.abc import Iterable

import pandas as pd

from geo.sources import sources
from geo.tables import load_table
from layers.amounts import number, period
from layers.evidence import verdicts
from layers.package_words import unit_word, value_word
from layers.tokens import MARKETS
from layers.words import word

COLUMNS = (
    "row_id",
    "group",
    "market",
    "market_name",
    "panel",
    "label",
    "metric",
    "when",
    "year",
    "low",
    "high",
    "value",
    "text",
    "unit",
    "detail",
    "standing",
    "source",
    "url",
    "locator",
    "confidence",
    "method",
    "note",
)
# Groups whose panels are the places where something is paid; elsewhere a panel is what is measured.
BY_MARKET = ("price",)
# Never in one chart: who buys in the end, and who buys first or lets pass.
FINAL_SHARE, FIRST_BUYER = "destination_share", "first_buyer_share"
VOLUMES = "export_volume"
OTHER_GROUPS = (
    "price",
    "origin_share",
    "mode_share",
    "flights",
    "airstrips",
    "route_counts",
    "pilot_fee",
    "seizures",
    "couriers",
    "inputs",
    "gold",
    "timber",
    "other",
)
# Wider regions, each with the markets of ours that lie in it or overlap it.
REGIONS = {
    "north_america": ("us_canada", "mexico_central_america"),
    "central_america": ("mexico_central_america",),
    "south_america": ("brazil", "bolivia", "chile"),
    "oceania": (),
}
EVERYWHERE = ("all", "origin_peru", "not_stated")  # about no single market


def market_figures(lang: str = "en") -> pd.DataFrame:
    """
    Give one line a figure of `market_facts`, in file order.

    Returns
    -------
    lines
        Columns `COLUMNS`. `low` and `high` bound what is drawn (the same for a plain value; NaN where the source
        gives no bound on that side), `text` is the figure as it is read, `panel` what may share an axis with it:
        its definition and unit, or for prices the place. `year` is the first one of a period, NaN if undated.
    """
    known, said = sources(), verdicts("market_facts")
    lines = []
    for row in load_table("market_facts").to_dict("records"):
        cited = known[row["source_key"]]
        name = word(f"beside.market.{row['market']}", lang)
        by_market = row["metric_group"] in BY_MARKET
        span = period(row["from_year"], row["until_year"], lang)
        unit = unit_word(row["unit"], lang)
        lines.append(
            {
                "row_id": row["row_id"],
                "group": row["metric_group"],
                "market": row["market"],
                "market_name": name,
                "panel": f"{name if by_market else row['metric']}, {unit}",
                "label": ", ".join((span, row["metric"] if by_market else name)),
                "metric": row["metric"],
                "when": span,
                "year": float("nan") if pd.isna(row["from_year"]) else float(row["from_year"]),
                **bounds(row),
                "text": figure(row, lang),
                "unit": row["unit"],
                "standing": word(f"layers.details.standing.{said.get(row['row_id'], ('only', ''))[0]}", lang),
                "source": cited.short,
                "url": cited.url,
                "locator": row["locator"],
                "confidence": row["confidence"],
                "method": value_word(str(row["method"]), lang),
                **{name: "" if pd.isna(row[name]) else row[name] for name in ("detail", "note")},
            }
        )
    return pd.DataFrame(lines, columns=list(COLUMNS))


def bounds(row: dict[str, object]) -> dict[str, float]:
    """Give value, low and high of a row: a plain value is its own bounds, a bare bound leaves the other side open."""
    value, low, high = (
        float("nan") if pd.isna(row[name]) else float(row[name]) for name in ("value", "value_low", "value_high")
    )
    if pd.isna(low) and pd.isna(high):
        low = high = value
    return {"value": value, "low": low, "high": high}


def figure(row: dict[str, object], lang: str = "en") -> str:
    """Write a figure with its bounds and unit: `6–10 flights/day`, `at least 200 t/yr`, `up to 50,000 USD/kg`."""
    known = bounds(row)
    low, high = known["low"], known["high"]
    if pd.isna(high):
        text = word("layers.qualifier.at_least", lang, value=number(low))
    elif pd.isna(low):
        text = word("layers.qualifier.up_to", lang, value=number(high))
    else:
        text = number(low) if low == high else word("layers.period.span", lang, start=number(low), end=number(high))
    return f"{text} {unit_word(row['unit'], lang)}"


def concerns(market: str, chosen: Iterable[str]) -> bool:
    """Tell whether a figure speaks of a chosen market; with none chosen, or about no single market, it always does."""
    wanted = set(chosen)
    return not wanted or market in wanted or market in EVERYWHERE or bool(wanted & set(REGIONS.get(market, ())))


def panels(group: str, chosen: Iterable[str] = (), lang: str = "en") -> list[pd.DataFrame]:
    """
    Give the figures of one group, one frame a panel: what shares an axis counts the same thing in the same unit.

    Parameters
    ----------
    group
        One of the groups of `market_facts`.
    chosen
        Markets the reader chose; a figure that concerns none of them has `chosen` False.

    Returns
    -------
    frames
        Lines of `market_figures` with `chosen` and `colour` ('' for a region or no single market) added; the
        largest panels first, in each the latest year first for prices, else the largest value.

    Raises
    ------
    KeyError
        If no figure has this group.
    """
    lines = market_figures(lang)
    lines = lines[lines["group"].eq(group)]
    if lines.empty:
        raise KeyError(f"no figure of group {group!r} in market_facts")
    chosen = tuple(chosen)
    lines = lines.assign(
        chosen=[concerns(market, chosen) for market in lines["market"]],
        colour=[MARKETS.get(market, "") for market in lines["market"]],
    )
    order = ["year", "low"] if group in BY_MARKET else ["low", "high"]
    frames = [
        frame.sort_values(order, ascending=[group in BY_MARKET, False][: len(order)], ignore_index=True)
        for _, frame in lines.groupby("panel", sort=False)
    ]
    return sorted(frames, key=lambda frame: -len(frame))
