"""The weighted mean centre from year to year, and how far the weight is spread round it."""

from shapely.geometry import LineString, Point

from geo.displacement.comparison import Comparison, Stop
from layers import tokens
from layers.amounts import number
from layers.base import Look
from layers.pair.file import Shape
from layers.words import word

END_PX, BETWEEN_PX = 5.0, 3.0
LABEL_FIRST = -1
LAST, FIRST, BETWEEN = "last", "first", "between"


def track_looks() -> tuple[Look, ...]:
    """Give the looks of the line and of its years: the last one filled, the first hollow, those between small."""
    dot = {"symbol": "circle", "stroke": tokens.CENTRE, "width": 1.8}
    return (
        Look(id="line", symbol="line", legend="pair.track.line", stroke=tokens.CENTRE, width=2.0, rank=0),
        Look(id=FIRST, legend="pair.track.first", fill=tokens.PAPER, rank=1, **dot),
        Look(id=BETWEEN, legend="pair.track.between", fill=tokens.MUTED, rank=2, **dot),
        Look(id=LAST, legend="pair.track.last", fill=tokens.CENTRE, rank=3, **dot),
    )


def track_shapes(one: Comparison, lang: str = "en") -> list[Shape]:
    """Give the line through the centres of a pair's years and a dot a year; the last one says how far and whither."""
    pair = f"{one.first_year}-{one.second_year}"
    points = [Point(stop.mean.lon, stop.mean.lat) for stop in one.track]
    way = said_way(one, lang)
    shared = {"source_keys": one.sources}
    name = word("pair.track.title", lang)
    found = [Shape(f"{pair}/line", name, LineString(points), "line", part="line", width=2.0, hover=way, **shared)]
    for stop, point in zip(one.track, points, strict=True):
        look = FIRST if stop is one.first else LAST if stop is one.second else BETWEEN
        text = {LAST: f"{stop.year}\n{way}", FIRST: str(stop.year)}.get(look, "")
        found.append(
            Shape(
                f"{pair}/{stop.year}",
                word("pair.track.centre", lang, year=stop.year),
                point,
                look,
                radius=BETWEEN_PX if look == BETWEEN else END_PX,
                text=text,
                hover=_hover(one, stop, lang),
                rank=stop.year,
                tier=LABEL_FIRST if look == LAST else 0,
                **shared,
            )
        )
    return found


def track_note(one: Comparison, lang: str = "en") -> str:
    """Say what the centre is, and which years between have none."""
    said = [word("pair.track.note", lang)]
    if one.skipped:
        said.append(word("pair.track.note_skipped", lang, years=", ".join(map(str, sorted(one.skipped)))))
    return " ".join(said)


def said_way(one: Comparison, lang: str = "en") -> str:
    """Say how far the mean centre lies from the first year to the second, with its interval, and whither."""
    if not one.shift.compass:
        return word("pair.track.still", lang)
    return word(
        "pair.track.way",
        lang,
        km=number(one.shift.km, 0),
        low=number(one.shift_km.low, 0),
        high=number(one.shift_km.high, 0),
        wind=word(f"displacement.compass.{one.shift.compass}", lang),
    )


def ellipse_looks() -> tuple[Look, ...]:
    """Give the outline of the earlier year, dashed, and of the later."""
    shared = {"symbol": "area", "stroke": tokens.CENTRE, "fill_opacity": 0.0, "casing": False}
    return (
        Look(id=FIRST, legend="pair.ellipse.first", dash="6 5", width=1.4, rank=0, **shared),
        Look(id=LAST, legend="pair.ellipse.last", width=2.0, rank=1, **shared),
    )


def ellipse_shapes(one: Comparison, lang: str = "en") -> list[Shape]:
    """Give the standard deviational ellipse of the first and of the last year; two points span none."""
    pair = f"{one.first_year}-{one.second_year}"
    return [
        Shape(
            f"{pair}/{stop.year}",
            word("pair.ellipse.name", lang, year=stop.year),
            stop.ellipse.outline,
            look,
            one.sources,
            part="area",
            hover=word(
                "pair.ellipse.hover",
                lang,
                major=number(stop.ellipse.major_km, 0),
                minor=number(stop.ellipse.minor_km, 0),
                bearing=number(stop.ellipse.bearing, 0),
            ),
        )
        for look, stop in ((FIRST, one.first), (LAST, one.second))
        if stop.ellipse
    ]


def _hover(one: Comparison, stop: Stop, lang: str) -> str:
    return word(
        "pair.track.hover",
        lang,
        total=number(stop.total, 0),
        unit=word(f"displacement.unit.{one.unit}", lang),
        spread=number(stop.standard_distance_km, 0),
    )
