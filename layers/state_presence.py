"""Means of the state at a place: radars, boats, posts, scanners, forces; hollow where not at work."""

import pandas as pd

from geo.tables import load_table
from geo.timeline import spans
from layers import tokens
from layers.amounts import number
from layers.base import Behind, Look
from layers.marked_rows import MarkedRows
from layers.marks import at_once, fanned, unmapped
from layers.package_words import unit_word, value_word
from layers.words import word

FAN_PX = 8.0
SYMBOLS = {
    "radar": "triangle",
    "control_post": "post",
    "scanner": "gate",
    "pias": "boat",
    "deployment": "square",
    "helicopter": "plus",
}
AT_WORK = ("in_service", "partly_in_service", "created", "in_force", "delivered")
# Statements on scanners are free text: those that begin so say that one is at work.
SCANNER_AT_WORK = ("in use", "X-ray available", "UNODC-WCO container control unit operating")
NATIONAL = ("highway_national", "ports_national", "vans_national")


def statements(lang: str = "en") -> pd.DataFrame:
    """
    Give every statement of both tables, with `works`, `says`, and `why` it is not drawn ('' where it is).

    A scanner that the table of means has as a control post, from the same source, is drawn once.
    """
    means, scanners = load_table("state_response"), load_table("scanners")
    posts = means.loc[means["kind"].eq("control_post") & means["drawn"], "source_key"]
    means = means.assign(
        works=means["status"].isin(AT_WORK),
        says=[_means_in_words(row, lang) for row in means.to_dict("records")],
        why=means["drawn"].map({True: "", False: "layers.state_presence.unplaced"}),
    )
    why = pd.Series("", index=scanners.index)
    why = why.mask(~scanners["in_window"].fillna(False).astype(bool), "layers.state_presence.other_years")
    why = why.mask(scanners["source_key"].isin(posts), "layers.state_presence.same_as_post")
    why = why.mask(scanners["target_type"].isin(NATIONAL), "layers.state_presence.national")
    scanners = scanners.assign(
        kind="scanner",
        item=scanners["status"],
        from_year=scanners["year"],
        until_year=scanners["year"],
        works=scanners["status"].str.startswith(SCANNER_AT_WORK),
        says=scanners["detail"].fillna(""),
        why=why,
    )
    return pd.concat([means, scanners], ignore_index=True, join="inner")


def _means_in_words(row: dict[str, object], lang: str) -> str:
    """Say status, amount (one goes without saying) and operator of a means, as the source gives them."""
    one = pd.isna(row["value"]) or row["value"] == 1
    amount = "" if one else f"{number(row['value'])} {unit_word(row['unit'], lang)}"
    status, operator = word(f"layers.state_status.{row['status']}", lang), value_word(row["operator"], lang)
    return ", ".join(part for part in (status, amount, operator, row["period"]) if part)


def shown(lang: str = "en") -> pd.DataFrame:
    """Give the statements that a map can show, each under the name of its means."""
    rows = statements(lang).query("why == ''")
    return rows.assign(name=rows["item"])


def of_year(year: int, lang: str = "en") -> pd.DataFrame:
    """Give the statements whose years cover a year; `label` names their place once."""
    rows = spans(shown(lang), year)
    place = rows["place_id"].map(load_table("places").set_index("place_id")["name"])
    return rows.assign(place=place, label=place.mask(rows["place_id"].duplicated(), ""))


def left_out(lang: str = "en") -> pd.DataFrame:
    """Give what stands at no place, speaks of the whole country or of other years, or is drawn already."""
    rows = statements(lang).query("why != ''")
    return unmapped(rows, "row_id", "item", rows["why"])


LAYER = MarkedRows(
    table="state_response",
    id_column="row_id",
    rows=shown,
    of_year=of_year,
    look=lambda row: f"{'works' if row['works'] else 'hollow'}-{row['kind']}",
    text=lambda row, lang: row["label"],
    hover=lambda row, lang: f"{row['place']}\n{row['says']}".strip(),
    # those of one place that meet in a year stand around it
    arrange=lambda features: fanned(at_once(features), on="spot", reach_px=FAN_PX),
    filters={"means": "kind"},
    shown_to_km=10,
).layer(
    key="state_presence",
    group="state",
    order=64,
    # each kind has its symbol, filled at work and hollow where planned, lacking or out of service
    looks=tuple(
        Look(
            id=f"{state}-{kind}",
            symbol=symbol,
            legend=f"layers.state_presence.{state}_{kind}",
            stroke=tokens.STATE,
            width=1.6,
            fill=fill,
            rank=rank,
        )
        for rank, (kind, symbol) in enumerate(SYMBOLS.items())
        for state, fill in (("works", tokens.STATE), ("hollow", tokens.PAPER))
    ),
    left_out=left_out,
    behind=(
        Behind("state_response", "row_id", "layers.behind.facts"),
        Behind("scanners", "row_id", "layers.behind.facts"),
    ),
)
