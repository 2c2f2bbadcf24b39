"""A view as a link: the query string that a colleague opens to see the same picture."""

from collections.abc import Iterable, Mapping, Sequence

from geo.timeline import YEARS
from layers import drawings
from layers.actors import TABLE as ACTORS
from layers.options import options_of
from layers.view import View
from layers.words import languages, word

DEFAULT_YEAR = YEARS[-1]
FILTER_PREFIX = "f."
EMPTY = "~"  # an empty choice: Streamlit drops parameters without a value
LAT_LIMIT, LON_LIMITS, ZOOM_LIMITS = 85.0, (-260.0, 330.0), (1.0, 14.0)


def parameters(view: View) -> dict[str, str]:
    """
    Write a view as query parameters, defaults too.

    Returns
    -------
    params
        Plain text by name: `year`, `layers`, `lang`, the options of the page, and where set `year2`,
        `f.LAYER.FIELD`, `sel`, `ink` (`layers.drawings`), `at`.
    """
    known = {"year": str(view.year), "layers": ",".join(view.layers) or EMPTY, "lang": view.lang}
    if view.year2 is not None:
        known["year2"] = str(view.year2)
    for layer, fields in sorted(view.filters.items()):
        for field, values in sorted(fields.items()):
            known[f"{FILTER_PREFIX}{layer}.{field}"] = "~".join(sorted(values)) or EMPTY
    if view.selected is not None:
        known["sel"] = ":".join(view.selected)
    for name, one in options_of(view.page).items():
        known[name] = view.options.get(name, one.default) or EMPTY
    if view.drawings:
        known["ink"] = drawings.as_text(view.drawings)
    if view.viewport is not None:
        known["at"] = ",".join(f"{view.viewport[part]:g}" for part in ("lat", "lon", "zoom"))
    return known


def read(
    params: Mapping[str, str],
    layers: Mapping[str, Sequence[str]],
    default: View,
    filter_values: Mapping[tuple[str, str], Iterable[str]],
) -> tuple[View, list[str]]:
    """
    Read query parameters; what cannot be used is named and left at its default.

    Parameters
    ----------
    params
        Query parameters as they stand in the address.
    layers
        Layer keys that this page can show, each with its filter fields.
    default
        The view of an empty address; its page says which options there are.
    filter_values
        Values that exist by (layer, field).

    Returns
    -------
    view, problems
        The view, and one sentence a parameter that could not be used.
    """
    problems: list[str] = []
    lang = params.get("lang", default.lang)
    if lang not in languages():
        problems.append(_bad("lang", lang, ", ".join(languages()), default.lang))
        lang = default.lang
    shown = default.layers
    if "layers" in params:
        wanted = [key for key in params["layers"].split(",") if key and key != EMPTY]
        problems += [_bad("layers", key, ", ".join(layers), lang) for key in wanted if key not in layers]
        shown = tuple(dict.fromkeys(key for key in wanted if key in layers))
    view = View(
        year=_year(params, "year", lang, problems) or default.year,
        year2=_year(params, "year2", lang, problems) or default.year2,
        layers=shown,
        filters=_filters(params, layers, filter_values, lang, problems) or default.filters,
        selected=_selected(params, (*shown, ACTORS), lang, problems),
        viewport=_viewport(params, lang, problems) or default.viewport,
        lang=lang,
        page=default.page,
        options=_options(params, default, lang, problems),
        drawings=_drawings(params, default, lang, problems),
    )
    return view, problems


def _drawings(
    params: Mapping[str, str], default: View, lang: str, problems: list[str]
) -> tuple[drawings.Drawing, ...]:
    """Keep the drawings that can be drawn; each of the others is named."""
    if "ink" not in params:
        return default.drawings
    found, faults = drawings.read(params["ink"])
    expected = word("map.link_ink", lang, most=drawings.MOST)
    problems += [_bad("ink", fault, expected, lang) for fault in faults]
    return found


def _options(params: Mapping[str, str], default: View, lang: str, problems: list[str]) -> dict[str, str]:
    """Keep what a page can take; an option at its default is not kept, so that two ways of saying it are equal."""
    found = {}
    for name, one in options_of(default.page).items():
        text = params.get(name, default.options.get(name, one.default))
        # of a list the empty choice is a choice, unless it is what the page opens with
        text = "" if text == EMPTY and not (one.many and one.default) else text
        expected = one.fault(text, lang)
        if expected:
            problems.append(_bad(name, text, expected, lang))
        elif text != one.default:
            found[name] = text
    return found


def _bad(name: str, got: str, expected: str, lang: str) -> str:
    """Name a parameter that could not be used, what it said, and what was expected."""
    return word("map.link_bad", lang, name=_cut(name), got=_cut(got), expected=_cut(expected, 300))


def _cut(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _year(params: Mapping[str, str], name: str, lang: str, problems: list[str]) -> int | None:
    if name not in params:
        return None
    # A list of texts, not int(): int() also takes " 2012 ", "2_012" and Arabic digits.
    if params[name] in [str(year) for year in YEARS]:
        return int(params[name])
    problems.append(_bad(name, params[name], f"{YEARS[0]}-{YEARS[-1]}", lang))
    return None


def _filters(
    params: Mapping[str, str],
    layers: Mapping[str, Sequence[str]],
    known: Mapping[tuple[str, str], Iterable[str]],
    lang: str,
    problems: list[str],
) -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for name, text in params.items():
        if not name.startswith(FILTER_PREFIX):
            continue
        layer, _, field = name.removeprefix(FILTER_PREFIX).partition(".")
        if field not in layers.get(layer, ()):
            offered = ", ".join(
                f"{FILTER_PREFIX}{key}.{one}" for key, fields in layers.items() for one in fields
            )
            problems.append(_bad(name, text, offered, lang))
            continue
        values = [value for value in text.split("~") if value]
        usable = set(known.get((layer, field), ()))
        lost = [value for value in values if value not in usable]
        for value in lost:
            problems.append(_bad(name, value, ", ".join(sorted(usable)), lang))
        if lost and len(lost) == len(values):
            continue
        found.setdefault(layer, {})[field] = tuple(value for value in values if value in usable)
    return found


def _selected(
    params: Mapping[str, str], shown: Sequence[str], lang: str, problems: list[str]
) -> tuple[str, str] | None:
    if "sel" not in params:
        return None
    layer, _, feature = params["sel"].partition(":")
    if layer in shown and feature:
        return layer, feature
    problems.append(_bad("sel", params["sel"], word("map.link_selected", lang), lang))
    return None


def _viewport(params: Mapping[str, str], lang: str, problems: list[str]) -> dict[str, float] | None:
    if "at" not in params:
        return None
    try:
        lat, lon, zoom = (float(part) for part in params["at"].split(","))
    except ValueError:
        lat = lon = zoom = float("nan")
    if (
        abs(lat) <= LAT_LIMIT
        and LON_LIMITS[0] <= lon <= LON_LIMITS[1]
        and ZOOM_LIMITS[0] <= zoom <= ZOOM_LIMITS[1]
    ):
        return {"lat": lat, "lon": lon, "zoom": zoom}
    problems.append(_bad("at", params["at"], word("map.link_at", lang), lang))
    return None
