"""What the page on displacement computes for one view, drawn like layers: difference, centres, ellipses, arrows."""

from functools import lru_cache

from geo.displacement.comparison import Comparison
from geo.displacement.subjects import subject
from geo.tables import data_version
from geo.timeline import YEARS
from layers.compare import DIFFERENCE
from layers.options import chosen, parted
from layers.pair import change, flows, track
from layers.pair.file import Told, made_file
from layers.pair.pairs import compared, told
from layers.view import View
from layers.words import word

# Over every layer of the registry that a pair of years may stand on.
ORDERS = {"change": 21, "ellipses": 92, "arrows": 94, "track": 96}
KEPT = 24
# Subjects whose units are the features of their layer: a click on one opens its details.
SELECTABLE = ("coca_zones", "coca_districts", "eradication", "mining_cells")


def made_layers(view: View) -> list[dict[str, object]]:
    """
    Give the layers made for a view of the page: nothing where only claims are asked for.

    They are made for the view's second year and hold every pair with it, so that a move of the slider, or playing the
    years, repaints what the map already has.
    """
    if view.year2 is None or chosen(view.page, view.options, "evidence") == "claimed":
        return []
    # a view of one year twice is asked again for a pair when the slider moves: it holds the same layers
    as_difference = chosen(view.page, view.options, "compare") == DIFFERENCE
    top = parted(chosen(view.page, view.options, "top"))
    key = chosen(view.page, view.options, "subject")
    return list(_made(key, view.year2, as_difference, top, view.lang, data_version()))


@lru_cache(maxsize=KEPT)
def _made(
    key: str, base: int, as_difference: bool, top: tuple[str, ...], lang: str, version: str
) -> tuple[dict[str, object], ...]:
    pairs = {year: compared(key, *sorted((base, year))) for year in YEARS if year != base}
    known = {year: one for year, one in pairs.items() if isinstance(one, Comparison)}
    said = {year: told(key, *sorted((base, year)), lang) for year in pairs}
    drawn = ("change", *top) if as_difference else ("lead", *top)
    return tuple(_file(part, key, base, pairs, known, said, lang) for part in drawn)


def _file(
    part: str,
    key: str,
    base: int,
    pairs: dict[int, object],
    known: dict[int, Comparison],
    said: dict[int, Told],
    lang: str,
) -> dict[str, object]:
    title = word(f"pair.title.{part}", lang)
    if part == "lead":
        # draws nothing: two maps of figures that sources state still open with what the comparison finds
        return made_file("pair_lead", title, base, 0, (), {}, said, lang, leads=True, silent=True)
    if part == "change":
        one = subject(key)
        shapes = {
            year: change.shapes(pair, lang)
            if year in known
            else change.unknown(key, list(one.points().index), one.sources(one.years()), lang=lang)
            for year, pair in pairs.items()
        }
        more = {"leads": True, "unit": word(f"displacement.unit.{one.unit}", lang), "sizes": change.sizes(key, lang)}
        if key in SELECTABLE:
            more["stands_for"] = one.layer
        return made_file("pair_change", title, base, ORDERS[part], change.looks(key, lang), shapes, said, lang, **more)
    looks, draw, note = {
        "track": (track.track_looks(), track.track_shapes, track.track_note),
        "ellipses": (track.ellipse_looks(), track.ellipse_shapes, lambda one, lang: word("pair.ellipse.note", lang)),
        "arrows": (flows.flow_looks(), flows.flow_shapes, flows.flow_note),
    }[part]
    shapes = {year: draw(one, lang) for year, one in known.items()}
    notes = {year: Told(note=note(one, lang)) for year, one in known.items()}
    return made_file(f"pair_{part}", title, base, ORDERS[part], looks, shapes, notes, lang, counted=False)
