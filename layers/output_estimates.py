"""Output estimates: cocaine made or sent out in a year, each figure with its definition; never one line."""

from textwrap import wrap

import pandas as pd

from geo.sources import sources
from geo.tables import load_table
from layers.amounts import number
from layers.market_figures import market_figures
from layers.package_words import value_word
from layers.quantities import hedged
from layers.words import word

COLUMNS = (
    "row_id",
    "year",
    "t",
    "low",
    "high",
    "counts",
    "definition",
    "text",
    "source",
    "url",
    "locator",
    "confidence",
    "method",
    "note",
)
MADE, SENT, BOTH = "made", "sent", "both"
YEARLY = "t/yr"


def output_estimates(lang: str = "en") -> pd.DataFrame:
    """
    Give one line an estimate of cocaine made in, or sent out of, Peru in one year, oldest first.

    Returns
    -------
    lines
        Columns `COLUMNS`, tonnes a year. `counts` says what a figure counts: `made` (made, or what the leaf could
        have yielded), `sent` (left the country, or passed one exit) or `both` (one figure for both), our reading of
        the definition. Figures a week or month are not turned into years and stand in no line here.
    """
    frame = pd.concat([_potential(lang), _told(lang)], ignore_index=True)
    return frame.sort_values(["year", "t"], ascending=[True, False], kind="stable", ignore_index=True)


def _potential(lang: str) -> pd.DataFrame:
    known = sources()
    rows = load_table("coca_national_year")
    lines = []
    for row in rows[rows["potential_cocaine_t"].notna()].to_dict("records"):
        cited, tonnes = known[row["source_key"]], float(row["potential_cocaine_t"])
        lines.append(
            {
                "row_id": row["row_id"],
                "year": int(row["year"]),
                "t": tonnes,
                "low": tonnes,
                "high": tonnes,
                "counts": MADE,
                "definition": word("beside.output.potential", lang, series=row["series"]),
                "text": f"{hedged(tonnes, row['qualifier'], lang)} t",
                "source": cited.short,
                "url": cited.url,
                "locator": row["locator"],
                "confidence": row["confidence"],
                "method": value_word(row["method"], lang),
                "note": "" if pd.isna(row["note"]) else row["note"],
            }
        )
    return pd.DataFrame(lines, columns=list(COLUMNS))


def _told(lang: str) -> pd.DataFrame:
    rows = market_figures(lang)
    rows = rows[rows["group"].eq("export_volume") & rows["unit"].eq(YEARLY)]
    return pd.DataFrame(
        {
            "row_id": rows["row_id"],
            "year": rows["year"].astype(int),
            "t": rows["value"].fillna(rows["low"]).fillna(rows["high"]),
            "low": rows["low"],
            "high": rows["high"],
            "counts": [counted(metric) for metric in rows["metric"]],
            "definition": rows["metric"],
            "text": rows["text"],
            **{name: rows[name] for name in ("source", "url", "locator", "confidence", "method")},
            "note": [" · ".join(filter(None, pair)) for pair in zip(rows["detail"], rows["note"], strict=True)],
        }
    )


def counted(definition: str) -> str:
    """Tell what a definition counts, from its words: made (`produced`, `production`), sent (anything else), or both."""
    made = "produc" in definition
    return BOTH if made and "export" in definition else MADE if made else SENT


def other_volumes(lang: str = "en") -> pd.DataFrame:
    """Give the volumes stated for a week or a month: lines of `market_figures`, in their own units."""
    rows = market_figures(lang)
    return rows[rows["group"].eq("export_volume") & rows["unit"].ne(YEARLY)].reset_index(drop=True)


def labelled(lines: pd.DataFrame, line_t: float, width: int, lang: str = "en") -> pd.DataFrame:
    """
    Join the estimates that one label can name, and give each label a height at which none of its year overlap.

    Parameters
    ----------
    lines
        What `output_estimates` gives.
    line_t
        Height of a line of text in tonnes of the chart.
    width
        Characters that a line can hold.
    lang
        Language of the labels.

    Returns
    -------
    labels
        One row a year, definition and figure: `year, t, low, high, counts, definition, text, source` (all of them),
        `label` (its lines parted by line breaks), and `label_t`, the height of its first line; labels keep the order of
        their figures.
    """
    keys = ["year", "definition", "t", "low", "high", "counts", "text"]
    joined = lines.groupby(keys, sort=False, dropna=False, as_index=False).agg(
        source=("source", lambda cited: "; ".join(dict.fromkeys(cited))), note=("note", "first")
    )
    told = [
        word("beside.output.label", lang, value=number(one.t), definition=one.definition) for one in joined.itertuples()
    ]
    joined["label"] = ["\n".join(wrap(text, width)) for text in told]
    joined["label_t"] = joined["t"]
    for _, group in joined.groupby("year"):
        rooms = [line_t * (text.count("\n") + 1) for text in group["label"]]
        middles = spread(list(group["t"]), rooms)
        tops = [middle + (room - line_t) / 2 for middle, room in zip(middles, rooms, strict=True)]
        joined.loc[group.index, "label_t"] = tops
    return joined


def spread(heights: list[float], rooms: list[float]) -> list[float]:
    """
    Move labels apart as little as needed: those that would overlap are stacked around the mean of their heights.

    Parameters
    ----------
    heights
        Where the middle of each label would be, largest first.
    rooms
        How high each label is, in the same unit.
    """
    stacks: list[list[tuple[float, float]]] = []
    for pair in zip(heights, rooms, strict=True):
        stacks.append([pair])
        while (
            len(stacks) > 1 and _middle(stacks[-2]) - _middle(stacks[-1]) < (_room(stacks[-2]) + _room(stacks[-1])) / 2
        ):
            last = stacks.pop()
            stacks[-1] = stacks[-1] + last
    placed = []
    for stack in stacks:
        top = _middle(stack) + _room(stack) / 2
        for _, room in stack:
            placed.append(top - room / 2)
            top -= room
    return placed


def _middle(stack: list[tuple[float, float]]) -> float:
    return sum(height for height, _ in stack) / len(stack)


def _room(stack: list[tuple[float, float]]) -> float:
    return sum(room for _, room in stack)
