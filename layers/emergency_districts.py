"""Districts under emergency: solid in the year of the decree, hollow until the next one of the same area."""

import pandas as pd

from geo.tables import load_table
from layers import tokens
from layers.amounts import dates
from layers.base import Behind, Look
from layers.marked_rows import MarkedRows, Row
from layers.marks import unmapped
from layers.words import word

PROVINCE, LISTED = "province_whole", "listed"
RADIUS_PX = {True: tokens.SYMBOL_RADIUS_PX, False: 3.0}  # many districts stand close together


def places_named(lang: str = "en") -> pd.DataFrame:
    """Give each district, or province named as a whole, once."""
    rows = load_table("emergency_districts").drop_duplicates("place_id")
    return rows.assign(name=[name_of(row, lang) for row in rows.to_dict("records")])


def name_of(row: Row, lang: str = "en") -> str:
    """Name a district, or a province as one."""
    if row["basis"] != PROVINCE:
        return str(row["district"])
    return word("layers.emergency_districts.province_of", lang, name=row["province"])


def named(year: int) -> pd.DataFrame:
    """
    Give the last row that names each place up to a year, if no newer decree of its area has replaced it.

    `state` is `decreed` in the year of the decree, then `lapsed` where its stated term is over, else `open`.
    """
    decrees = load_table("emergency_decrees").query("year <= @year")
    rows = load_table("emergency_districts").drop(columns=["valid_from", "year"])
    rows = rows.merge(
        decrees[["decree_id", "area", "valid_from", "year", "until_date", "duration_days"]], on="decree_id"
    )
    rows = rows.sort_values("valid_from", kind="stable").drop_duplicates("place_id", keep="last")
    rows = rows[rows["valid_from"].eq(rows["area"].map(decrees.groupby("area")["valid_from"].max()))]
    ended = rows["until_date"].notna() | rows["duration_days"].notna()
    older = ended.map({True: "lapsed", False: "open"})
    return rows.assign(state=older.where(rows["year"].lt(year), "decreed"))


def decree_in_words(row: Row, lang: str = "en") -> str:
    """Say which decree names a place, from when, for how long, and whether the place itself is listed."""
    decree = load_table("emergency_decrees").set_index("decree_id").loc[row["decree_id"]]
    day, end = (decree["valid_from"],) * 2, (decree["until_date"],) * 2
    parts = [word("layers.emergency_districts.decree", lang, name=decree["name"], day=dates(*day, lang))]
    if not pd.isna(decree["duration_days"]):
        parts.append(word("layers.emergency_districts.days", lang, days=int(decree["duration_days"])))
    elif not pd.isna(decree["until_date"]):
        parts.append(word("layers.period.until", lang, year=dates(*end, lang)))
    else:
        parts.append(word("layers.emergency_districts.no_end", lang))
    if row["basis"] != LISTED:
        parts.append(word(f"layers.emergency_districts.{row['basis']}", lang))
    return ", ".join(parts)


def looks() -> tuple[Look, ...]:
    """Give filled circles for the year's decree and hollow ones for an older one; provinces are larger."""
    listed = []
    for rank, (state, dash) in enumerate((("decreed", ""), ("open", ""), ("lapsed", "2 2"))):
        solid = {"fill": tokens.STATE} if state == "decreed" else {"fill": tokens.PAPER}
        for name, more in ((state, {}), (f"{state}-province", {"inner": "circle"})):
            if more and state == "decreed":
                more |= {"fill_opacity": 0.35}
            legend = f"layers.emergency_districts.{name.replace('-', '_')}"
            shared = {"symbol": "circle", "stroke": tokens.STATE, "width": 1.4, "dash": dash}
            listed.append(Look(id=name, legend=legend, rank=rank + 3 * bool(more), **shared, **solid, **more))
    return tuple(listed)


def headline(year: int, lang: str = "en") -> str:
    """Say how many places a decree of the year names, and how many an older one does."""
    rows = named(year)
    counts = rows.groupby(rows["state"].eq("decreed")).size()
    now, older = int(counts.get(True, 0)), int(counts.get(False, 0))
    kind = "mixed" if rows["basis"].eq(PROVINCE).any() else "districts"
    what = word(f"layers.emergency_districts.{kind}", lang, count=now or older)
    if not now:
        return word("layers.emergency_districts.none_named", lang, what=what, year=year)
    text = word("layers.emergency_districts.some_named", lang, what=what, year=year)
    return text + (word("layers.emergency_districts.older", lang, count=older) if older else "")


def left_out(lang: str = "en") -> pd.DataFrame:
    """Give the decrees of 2012-2020 whose districts no source lists."""
    rows = load_table("emergency_decrees").query("in_window and not districts_listed")
    return unmapped(rows, "decree_id", "name", "layers.emergency_districts.not_listed")


LAYER = MarkedRows(
    table="emergency_districts",
    id_column="place_id",
    rows=places_named,
    of_year=lambda year, lang: named(year),
    look=lambda row: row["state"] + ("-province" if row["basis"] == PROVINCE else ""),
    text=name_of,
    hover=decree_in_words,
    radius=lambda row: RADIUS_PX[row["basis"] == PROVINCE],
    arrange=lambda features: features.assign(rank=features["basis"].eq(PROVINCE) * 0.5),
).layer(
    key="emergency_districts",
    group="state",
    order=48,
    when="layers.when.emergency",
    looks=looks(),
    headline=headline,
    left_out=left_out,
    behind=(
        Behind("emergency_districts", "place_id", "layers.behind.decrees", says=decree_in_words),
        Behind("emergency_decrees", "decree_id", "layers.behind.facts"),
    ),
)
