"""Claims of displacement: who says what moved where, as broad arrows; beside the measures, never mixed with them."""

import geopandas as gpd
import pandas as pd

from geo.displacement import claims as known
from geo.displacement.claims import ARRIVES, ARROW, ATTEMPT, BARRED, HERE, LEAVES, LOOP
from geo.sources import source
from layers import tokens
from layers.amounts import dates
from layers.base import Behind, Layer, Look
from layers.claim_shapes import shapes
from layers.marks import at_once, fanned, marks, unmapped
from layers.words import word

OUTLINED = (ARROW, LOOP, ATTEMPT, BARRED)
# The certainties that look alike, the surest first.
CERTAINTY = {
    "measured": "measured",
    "asserted": "asserted",
    "author_judgement": "asserted",
    "attributed": "reported",
    "reported": "reported",
    "possible": "possible",
    "expected": "possible",
    "conditional": "possible",
}
# Fill and dash of each: the surer, the fuller.
FILLS = {"measured": (0.85, ""), "asserted": (0.45, ""), "reported": (0.14, "5 3"), "possible": (0.04, "1.5 3")}
PALE = 0.42  # of both where the source gives only one end of the period
SWATCHES = {ARROW: "arrow", ATTEMPT: "band", BARRED: "barred"}
INNER = {LEAVES: "circle", ARRIVES: "plus"}
MARK_PX = 5.5
BLANK = "not stated"  # how the table says that an end is not named


def drawn() -> gpd.GeoDataFrame:
    """Give the claims that a map can show."""
    rows = known.claims()
    return rows[rows["drawn_as"].ne("")]


def load(lang: str = "en") -> gpd.GeoDataFrame:
    """Give each claim as an arrow between its ends, or as a mark at the one it names."""
    rows = drawn()
    at_origin = rows["drawn_as"].eq(LEAVES) | rows["target"].eq("")
    spot = rows["origin"].where(at_origin, rows["target"])
    # an arrow has its own place in the frame, so that only marks are set apart
    spot = spot.where(~rows["drawn_as"].isin(OUTLINED), rows["claim_id"])
    # where a mark stands on a place, its position can be read
    place = spot.where(spot.str.startswith("place:")).str.removeprefix("place:")
    features = rows.set_geometry(shapes(rows)).assign(
        id=rows["claim_id"],
        name=[name(row, lang) for row in rows.to_dict("records")],
        part=rows["drawn_as"].map(lambda one: "area" if one in OUTLINED else "symbol"),
        rank=0.0,
        spot=spot,
        place_id=place,
        topic=rows["topic"].map(lambda one: (one,)),
        kind=rows["kind"].map(lambda one: (one,)),
        certainty=rows["certainty"].map(lambda one: (one,)),
    )
    features = fanned(at_once(features), on="spot", reach_px=MARK_PX + 1.5)
    # short arrows lie on long ones, marks on all
    size = features.geometry.bounds.pipe(lambda box: (box["maxx"] - box["minx"]) + (box["maxy"] - box["miny"]))
    return features.loc[size.sort_values(ascending=False, kind="stable").index]


def name(row: dict[str, object], lang: str = "en") -> str:
    """Name a claim by what moved and the ends that it names."""
    what = str(row["activity"])
    said = {"what": what[:1].upper() + what[1:], "origin": row["from_text"], "target": row["to_text"]}
    ends = [row["from_text"] != BLANK and "from", row["to_text"] != BLANK and "to"]
    if "to" in ends and "from" not in ends:
        return word("layers.displacement_claims.name_to", lang, **said)
    return word("layers.displacement_claims.name", lang, **said)


def in_words(row: dict[str, object], lang: str = "en") -> str:
    """Say a claim in full: what, the cause given, when, how sure, who."""
    parts = [str(row["claim"]).rstrip(".")]
    if not pd.isna(row["cause"]):
        parts.append(word("layers.displacement_claims.cause", lang, cause=row["cause"]))
    if row["kind"] == "attempted":
        parts.append(word("layers.displacement_claims.attempted", lang))
    sure = word(f"layers.filter.certainty.{row['certainty']}", lang)
    parts.append(word("layers.displacement_claims.dated", lang, period=_period(row, lang), certainty=sure))
    parts.append(source(row["source_key"]).short)
    return "; ".join(parts)


def _period(row: dict[str, object], lang: str) -> str:
    start, end = (row[f"period_{side}"] for side in ("start", "end"))
    return word("layers.period.undated", lang) if pd.isna(start) and pd.isna(end) else dates(start, end, lang)


def draw(year: int, lang: str = "en") -> pd.DataFrame:
    """Give the claims whose period covers a year; pale where the source gives only its other end, or none."""
    return marks(
        {
            "id": row["claim_id"],
            "part": "area" if row["drawn_as"] in OUTLINED else "symbol",
            "look": look_id(row, year),
            "radius": float("nan") if row["drawn_as"] in OUTLINED else MARK_PX,
            "hover": in_words(row, lang),
            "source_keys": (row["source_key"],),
        }
        for row in drawn().to_dict("records")
        if known.covers(row, year)
    )


def look_id(row: dict[str, object], year: int) -> str:
    """Name the look of a claim: what it is drawn as, how sure, and whether its source dates it to the year."""
    shape = ARROW if row["drawn_as"] == LOOP else row["drawn_as"]
    open_ended = () if known.stated_in(row, year) else ("open",)
    return "-".join((shape, CERTAINTY[row["certainty"]], *open_ended))


def looks() -> tuple[Look, ...]:
    """Give outlines and marks, fuller the surer, pale where the source leaves the year open."""
    listed = []
    for pale in (False, True):
        for rank, shape in enumerate((ARROW, ATTEMPT, BARRED, LEAVES, ARRIVES, HERE)):
            for step, (certainty, (fill, dash)) in enumerate(FILLS.items()):
                own = shape in (LEAVES, ARRIVES, HERE)
                share = PALE if pale else 1.0
                listed.append(
                    Look(
                        id="-".join((shape, certainty, *(("open",) * pale))),
                        symbol="circle" if own else "area",
                        legend=f"layers.displacement_claims.{shape}" + ("" if shape != ARROW else f"_{certainty}"),
                        fill=tokens.PAPER if own else tokens.CLAIM,
                        fill_opacity=share if own else fill * share,
                        stroke=tokens.CLAIM,
                        width=1.5 if own else 1.2,
                        dash=dash,
                        opacity=share,
                        inner=INNER.get(shape, ""),
                        inner_colour=tokens.CLAIM if own else "",
                        swatch=SWATCHES.get(shape, ""),
                        undated=pale,
                        rank=10 * rank + step,
                    )
                )
    return tuple(listed)


def left_out(lang: str = "en") -> pd.DataFrame:
    """Give the claims no map shows, each with the reason."""
    rows = known.claims()
    rows = rows[rows["drawn_as"].eq("")]
    named = rows.assign(name=[name(row, lang) for row in rows.to_dict("records")])
    return unmapped(named, "claim_id", "name", [f"layers.displacement_claims.left_{one}" for one in rows["why"]])


LAYER = Layer(
    key="displacement_claims",
    group="displacement",
    order=47,
    table="displacement_claims",
    when="layers.displacement_claims.when",
    load=load,
    draw=draw,
    looks=looks,
    note=lambda year, lang: word("layers.displacement_claims.note", lang),
    claim=in_words,
    left_out=left_out,
    filters=("topic", "kind", "certainty"),
    shown_to_km=known.REFUGE_KM,
    spans=True,
    behind=(Behind("displacement_claims", "claim_id", "layers.behind.facts"),),
)
