"""Events: attacks, captures, operations, seizures, laws; the preferred account of each, the others beside it."""

import geopandas as gpd
import pandas as pd

from geo.tables import load_table, schema_of
from layers import tokens
from layers.amounts import dates, number
from layers.base import Behind, Look
from layers.marked_rows import MarkedRows, Row
from layers.marks import at_once, fanned, unmapped
from layers.package_words import column_title
from layers.words import word

FAMILY = {
    "attack": "attack",
    "ambush": "attack",
    "kidnapping": "attack",
    "capture": "leader",
    "killed_leader": "leader",
    "operation": "operation",
    "interdiction": "operation",
    "airstrip_destruction": "operation",
    "eradication": "operation",
    "deployment": "operation",
    "seizure": "seizure",
    "law": "other",
    "protest": "other",
}
SIGNS = {"attack": "cross", "leader": "triangle", "operation": "plus", "seizure": "diamond", "other": "bar"}
FIGURES = (
    "killed_security",
    "killed_civilians",
    "killed_sendero",
    "wounded_security",
    "wounded_civilians",
    "hostages_taken",
    "people_rescued",
    "people_captured",
    "seized_kg",
    "airstrips_destroyed",
    "helicopters_destroyed",
    "personnel_deployed",
)


def shown() -> pd.DataFrame:
    """Give the preferred account of every event of 2012-2020, with the years it runs over."""
    rows = load_table("events")
    rows = rows[rows["preferred"] & rows["in_window"]]
    last = rows["until_date"].fillna(rows["date"])
    return rows.assign(from_year=rows["year"], until_year=last.str[:4].astype(int))


def located(lang: str = "en") -> pd.DataFrame:
    """Give the events that have a place, with its name as `place`."""
    rows = shown()
    rows = rows[rows["drawn"]]
    names = load_table("places").set_index("place_id")["name"]
    return rows.assign(name=rows["title"], place=rows["place_id"].map(names))


def around(features: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Set events of one place and year around it; those of which most is told are labelled first."""
    told = features[list(FIGURES)].notna().sum(axis="columns")
    return fanned(at_once(features.assign(rank=1.0 + told)), on="spot")


def hover(row: Row, lang: str = "en") -> str:
    """Say what kind of event it is, and the figures of its account."""
    kind, figures = word(f"layers.filter.kind.{row['kind']}", lang), figures_in_words(row, lang)
    return f"{kind}; {figures}" if figures else kind


def dated(row: Row, lang: str = "en") -> str:
    """Write the day, month or year of an event, or its days."""
    return dates(row["date"], row["date"] if pd.isna(row["until_date"]) else row["until_date"], lang)


def figures_in_words(row: Row, lang: str = "en") -> str:
    """Write the figures an account states; what it does not state is left out, never zero."""
    schema = schema_of("events")
    return "; ".join(
        f"{column_title(schema, name, lang).lower()}: {number(row[name])}{' kg' if name == 'seized_kg' else ''}"
        for name in FIGURES
        if not pd.isna(row[name])
    )


def account_in_words(row: Row, lang: str = "en") -> str:
    """Say one account of an event: what, when, where, by whom, with which figures."""
    parts = [
        row["title"],
        dated(row, lang),
        row["place_text"],
        row["actors"],
        figures_in_words(row, lang),
        row["note"],
    ]
    text = "; ".join(part for part in parts if not pd.isna(part) and part)
    return word("layers.events.account_shown", lang, text=text) if row["preferred"] else text


def looks() -> tuple[Look, ...]:
    """Give a sign for each family, and the same sign in a dashed ring for what is known for an area only."""
    listed = []
    for rank, (family, sign) in enumerate(SIGNS.items()):
        colour = {"attack": tokens.ATTACK, "other": tokens.MUTED}.get(family, tokens.STATE)
        width = 2.6 if sign in ("cross", "plus", "bar") else 1.6
        point, area = f"layers.events.{family}", f"layers.events.{family}_area"
        listed.append(
            Look(
                id=f"{family}-point",
                symbol=sign,
                stroke=colour,
                fill=colour,
                width=width,
                legend=point,
                rank=rank,
            )
        )
        listed.append(
            Look(
                id=f"{family}-area",
                symbol="ring",
                stroke=colour,
                fill=tokens.PAPER,
                dash="3 2",
                width=1.2,
                inner=sign,
                legend=area,
                rank=10 + rank,
            )
        )
    return tuple(listed)


def note(year: int, lang: str = "en") -> str:
    """Say that the list is no full count, and how many events of the year no point can stand for."""
    rows = shown()
    listed = int((rows["year"].eq(year) & ~rows["drawn"]).sum())
    said = word("layers.events.note", lang)
    return f"{said} {word('layers.events.listed', lang, count=listed)}" if listed else said


def left_out(lang: str = "en") -> pd.DataFrame:
    """Give the events known for a whole region or the nation only, and those of other years."""
    rows = load_table("events").query("preferred and not (drawn and in_window)")
    why = rows["in_window"].map({True: "layers.events.wide", False: "layers.left_out.other_years"})
    return unmapped(rows, "event_group", "title", why)


LAYER = MarkedRows(
    table="events",
    id_column="event_group",
    rows=located,
    look=lambda row: f"{FAMILY[row['kind']]}-{row['shown_as']}",
    text=lambda row, lang: f"{row['place']}\n{dated(row, lang)}",
    hover=hover,
    radius=lambda row: tokens.SYMBOL_RADIUS_PX + (row["shown_as"] == "area"),
    arrange=around,
    filters={"kind": "kind"},
).layer(
    key="events",
    group="events",
    order=90,
    when="layers.when.events",
    looks=looks(),
    note=note,
    left_out=left_out,
    behind=(Behind("events", "event_group", "layers.behind.accounts", says=account_in_words),),
)
