"""What a layer says about each year: title, total, note; and its title under the filters of a view."""

from collections.abc import Iterable, Mapping

import geopandas as gpd
import pandas as pd

from geo.tables import schema_of
from layers.amounts import number, share_change
from layers.base import Layer
from layers.drawn import Drawn, LayerFile
from layers.package_words import unit_word
from layers.words import has_word, word


def unit(one: Layer) -> str:
    """Give the unit of a layer's value, from its table's schema; '' where features are counted."""
    return schema_of(one.table).field(one.value).unit if one.value else ""


def size_unit(one: Layer) -> str:
    """Give the unit of what circles stand for, also where nothing is summed: that of the first value behind."""
    return unit(one) or schema_of(one.behind[0].table).field(one.behind[0].value[0]).unit


def years_told(
    one: Layer, features: gpd.GeoDataFrame, marks: dict[int, pd.DataFrame], lang: str = "en"
) -> dict[str, dict[str, object]]:
    """
    Give title, total, its text and the note of every year.

    Totals and counts are those under the layer's default filters. Where features are counted, `title_n` holds
    the title with `{n}` in place of the count, `{u}` of that of the undated and `{d}` of that of the others, for
    other filters (`counted`).
    """
    passing = ids_passing(one, features)
    shown = {year: frame[frame["id"].isin(passing)] for year, frame in marks.items()}
    told = _sums_told(one, shown, lang) if one.value else _counts_told(one, shown, lang)
    said = {"legend_note": legend_note(one, lang)}
    return {str(year): told[year] | {"note": one.note(year, lang)} | said for year in marks}


def titles(files: Iterable[LayerFile], year: int, shapes: Mapping[str, list[Drawn]]) -> list[str]:
    """
    Give the title of every drawn layer, in the order of the files.

    Where a layer counts features, the title counts those drawn, so that it stays true under filters.
    """
    lines = []
    for one in files:
        if one["key"] in shapes:
            of_year = one["years"][str(year)]
            found = shapes[one["key"]]
            undated = {shape.id for shape in found if shape.look.get("undated")}
            count = len({shape.id for shape in found})
            lines.append(counted(of_year.get("title_n", of_year["title"]), count, len(undated)))
    return lines


def counted(pattern: str, count: int, undated: int) -> str:
    """Fill a title: `{n}` features drawn, of them `{u}` undated and `{d}` dated."""
    for name, value in (("n", count), ("u", undated), ("d", count - undated)):
        pattern = pattern.replace(f"{{{name}}}", f"{value:,}")
    return pattern


def legend_note(one: Layer, lang: str = "en") -> str:
    """Say in the legend what size, dash or hollowness means; '' where the looks say it all."""
    key = f"layers.{one.key}.legend_note"
    return word(key, lang) if has_word(key, lang) else ""


def ids_passing(one: Layer, features: gpd.GeoDataFrame) -> set[str]:
    """Name the features that the default filters let through."""
    kept = pd.Series(True, index=features.index)
    for name, values in one.default_filters.items():
        kept &= features[name].map(lambda has, wanted=frozenset(values): bool(wanted & set(has)))
    return set(features[kept]["id"])


def _counts_told(one: Layer, shown: dict[int, pd.DataFrame], lang: str) -> dict[int, dict[str, object]]:
    name, told = word(one.title, lang), {}
    without_date = {look.id for look in one.looks() if look.undated}
    for year, marks in shown.items():
        total = int(marks["id"].nunique())
        undated = int(marks[marks["look"].isin(without_date)]["id"].nunique())
        said = {"layer": name, "year": year, "headline": one.headline(year, lang)}
        pattern = word(f"layers.{one.key}.title_year", lang, total="{n}", undated="{u}", dated="{d}", **said)
        text = word(f"layers.{one.key}.total", lang, total=number(total), **said)
        title = counted(pattern, total, undated)
        told[year] = {"title": title, "total": total, "total_text": text}
        if title != pattern:
            told[year]["title_n"] = pattern
    return told


def _sums_told(one: Layer, shown: dict[int, pd.DataFrame], lang: str) -> dict[int, dict[str, object]]:
    name, sign, told = word(one.title, lang), unit_word(unit(one), lang), {}
    values = {year: _values(marks) for year, marks in shown.items()}
    for year, of_year in values.items():
        total = None if of_year.empty else round(float(of_year.sum()), 2)
        title, text = one.wording(year, total, lang) or ("", "")
        if total is None:
            key = _own(one, "title_none", "layers.title_no_total", lang)
            title = title or word(key, lang, layer=name, year=year)
            told[year] = {"title": title, "total": None, "total_text": text or word("layers.no_total", lang)}
            continue
        text = text or f"{number(total, 0)} {sign}"
        key = _own(one, f"title_year_{year}", f"layers.{one.key}.title_year", lang)
        title = title or word(key, lang, layer=name, total=text, year=year)
        told[year] = {"title": title + _change(one, values, year, lang), "total": total, "total_text": text}
    return told


def _own(one: Layer, name: str, otherwise: str, lang: str) -> str:
    """Give the layer's own word for a case, if it has one."""
    key = f"layers.{one.key}.{name}"
    return key if has_word(key, lang) else otherwise


def _change(one: Layer, values: dict[int, pd.Series], year: int, lang: str) -> str:
    """Set a total against the last earlier year with a value, or say that a new series starts."""
    if year in one.breaks_before:
        return word(f"layers.{one.key}.title_break", lang)
    earlier = [before for before in values if before < year and not values[before].empty]
    if not one.compared or not earlier or any(earlier[-1] < start <= year for start in one.breaks_before):
        return ""
    now, before = values[year], values[earlier[-1]]
    if one.compared == "total":
        return word(
            "layers.title_change", lang, change=share_change(now.sum(), before.sum()), before=earlier[-1]
        )
    common = sorted(set(now.index) & set(before.index))
    change = share_change(now[common].sum(), before[common].sum())
    if len(common) == len(now) == len(before):
        return word("layers.title_change", lang, change=change, before=earlier[-1])
    key = _own(one, "title_change_common", "layers.title_change_common", lang)
    return word(key, lang, change=change, before=earlier[-1], count=len(common))


def _values(marks: pd.DataFrame) -> pd.Series:
    """Give the values of a year by feature; a feature counts once."""
    kept = marks[marks["value"].notna()]
    return kept.drop_duplicates("id").set_index("id")["value"].astype(float)
