"""The years of a layer as a native chart, and its features as a native table."""

from collections.abc import Mapping

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Centipoints, Emu

from geo.timeline import YEARS
from layers import tokens
from layers.amounts import number
from layers.deck.sheet import SlideSheet
from layers.deck.text import FONT
from layers.drawing import marks_of
from layers.drawn import LayerFile, drawn
from layers.figure.subject import Subject
from layers.figure.surface import Box
from layers.figure.wrapping import wrapped
from layers.linked import linked
from layers.registry import LAYERS
from layers.words import word

CHART_COLOUR, OTHER_YEAR = tokens.STATE, "#B9C3CF"
GAP_WIDTH = 40
HEAD_SIZE, SMALL_SIZE = 13.0, 11.0
ROW_UNITS, HEAD_UNITS, CHART_GAP = 22.0, 40.0, 24.0
YEAR_UNITS = 72.0
HEDGED = ("bound", "estimate")


def charted(about: Subject) -> LayerFile | None:
    """Give the first layer whose totals are sums, else the first one that counts; None where there is none."""
    summed = [one for one in about.leading if one["unit"]]
    return next(iter([*summed, *about.leading]), None)


def series(one: LayerFile, about: Subject) -> dict[int, float | None]:
    """Give what a layer adds up to in each year, None where there is no figure; of counts, under the view's filters."""
    if one["unit"]:
        return {year: one["years"][str(year)]["total"] for year in YEARS}
    filters = about.view.filters.get(one["key"])
    return {year: float(len({shape.id for shape in drawn(one, year, filters)})) for year in YEARS}


def stock_years(key: str) -> list[int]:
    """Name the years whose figures are stocks, not what was added: they are no bars beside the others."""
    if key not in {one.key for one in LAYERS}:
        return []
    return [year for year, marks in marks_of(key).items() if marks["status"].eq("stock").any()]


def hedged_years(key: str) -> list[str]:
    """Name the years whose figure rests on bounds or estimates."""
    if key not in {one.key for one in LAYERS}:
        return []
    return [str(year) for year, marks in marks_of(key).items() if marks["status"].isin(HEDGED).any()]


def add_chart(sheet: SlideSheet, about: Subject, box: Box) -> None:
    """Put the years of the first layer with totals into a box, as a chart whose figures can be edited."""
    one = charted(about)
    if one is None:
        return
    lang = about.view.lang
    stocks = stock_years(one["key"])
    values = {year: None if year in stocks else value for year, value in series(one, about).items()}
    title = word("figure.chart_title", lang, layer=one["title"], unit=one["unit"] or word("figure.chart_count", lang))
    remark = _remark(one, values, stocks, lang)
    left, top, right, bottom = box
    _heading(sheet, title, remark, (left, top, right, top + HEAD_UNITS))
    data = CategoryChartData(number_format="#,##0")
    data.categories = [str(year) for year in values]
    data.add_series(title, list(values.values()))
    placed = _placed(sheet, (left, top + HEAD_UNITS + CHART_GAP, right, bottom))
    frame = sheet.slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *placed, data)
    _describe(frame, title, word("figure.chart_alt", lang, title=title, values=_told(values)))
    _style(frame.chart, values, about.years, sheet)


def _style(chart: object, values: Mapping[int, float | None], years: tuple[int, ...], sheet: SlideSheet) -> None:
    size = Centipoints(sheet.scale.type_size(SMALL_SIZE))
    chart.has_legend = chart.has_title = False
    chart.font.size, chart.font.name = size, FONT
    chart.font.color.rgb = _rgb(tokens.MUTED)
    across, up = chart.category_axis, chart.value_axis
    across.format.line.color.rgb = _rgb(tokens.BORDER_COUNTRY)
    across.has_major_gridlines = False
    up.visible = up.has_major_gridlines = False
    up.minimum_scale = 0
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = GAP_WIDTH, True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = "#,##0", False
    labels.font.size, labels.font.name = size, FONT
    for index, year in enumerate(values):
        point = plot.series[0].points[index]
        point.format.fill.solid()
        point.format.fill.fore_color.rgb = _rgb(CHART_COLOUR if year in years else OTHER_YEAR)


def _remark(one: LayerFile, values: Mapping[int, float | None], stocks: list[int], lang: str) -> str:
    """Say what the bars leave open: new series, years without a figure, stocks."""
    told = [word("figure.chart_break", lang, before=start - 1, start=start) for start in one["breaks_before"]]
    missing = [str(year) for year, value in values.items() if value is None and year not in stocks]
    hedged = hedged_years(one["key"])
    if hedged:
        told.append(word("figure.chart_hedged", lang, years=_spans(hedged)))
    if missing:
        told.append(word("figure.chart_missing", lang, years=_spans(missing)))
    if stocks:
        told.append(word("figure.chart_stock", lang, years=", ".join(map(str, stocks))))
    return " ".join(told)


def _spans(years: list[str]) -> str:
    """Write years, runs of them as `2012-2017`."""
    runs: list[list[int]] = []
    for year in map(int, years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _told(values: Mapping[int, float | None]) -> str:
    return ", ".join(f"{year}: {number(value, 0)}" for year, value in values.items() if value is not None)


def add_table(sheet: SlideSheet, about: Subject, box: Box) -> None:
    """Put the features of the first layer into a box as a native table, the largest values first."""
    one = next((known for known in [charted(about)] if known and known["key"] in {known.key for known in LAYERS}), None)
    if one is None:
        return
    lang = about.view.lang
    left, top, right, bottom = box
    rows = table_rows(one, about)
    room = int((bottom - top - HEAD_UNITS) // ROW_UNITS) - 1
    title = word("figure.table_title", lang, layer=one["title"], unit=one["unit"])
    cut = len(rows) > room
    remark = word("figure.table_more", lang, shown=room, every=len(rows)) if cut else ""
    _heading(sheet, title, remark, (left, top, right, top + HEAD_UNITS))
    rows = [(word("layers.table.name", lang), *map(str, about.years)), *rows[:room]]
    placed = _placed(sheet, (left, top + HEAD_UNITS, right, top + HEAD_UNITS + ROW_UNITS * len(rows)))
    frame = sheet.slide.shapes.add_table(len(rows), len(rows[0]), *placed)
    _describe(frame, title, title)
    table = frame.table
    unit = sheet.scale.unit
    table.columns[0].width = Emu(round((right - left - YEAR_UNITS * len(about.years)) * unit))
    for column in list(table.columns)[1:]:
        column.width = Emu(round(YEAR_UNITS * unit))
    for number_of_row, row in enumerate(rows):
        table.rows[number_of_row].height = Emu(round(ROW_UNITS * unit))
        for number_of_cell, text in enumerate(row):
            _cell(table.cell(number_of_row, number_of_cell), text, number_of_row, number_of_cell, sheet)


def table_rows(one: LayerFile, about: Subject) -> list[tuple[str, ...]]:
    """Give name and figure of each feature drawn, in each year of the view; the largest of the last year first."""
    table = linked(one["key"], about.view.lang)
    ids = {shape.id for shapes in about.panes for shape in shapes[one["key"]]}
    table = table[table["id"].isin(ids)]
    names = [str(year) for year in about.years]
    if one["unit"]:
        table = table.dropna(subset=names, how="all").sort_values(names[::-1], ascending=False, kind="stable")
        none = word("layers.no_figure", about.view.lang)
        cells = [[none if cell != cell else number(cell, 0) for cell in row] for row in table[names].to_numpy()]
    else:
        cells = [[str(cell) for cell in row] for row in table[names].to_numpy()]
    return [(str(name), *row) for name, row in zip(table["name"], cells, strict=True)]


def _cell(cell: object, text: str, row: int, column: int, sheet: SlideSheet) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = _rgb(tokens.STATE if row == 0 else tokens.PAPER if row % 2 else "#F3F1EC")
    cell.margin_left = cell.margin_right = Emu(round(6 * sheet.scale.unit))
    cell.margin_top = cell.margin_bottom = Emu(round(2 * sheet.scale.unit))
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if column else PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.name = Centipoints(sheet.scale.type_size(SMALL_SIZE)), FONT
    run.font.bold = row == 0
    run.font.color.rgb = _rgb(tokens.PAPER if row == 0 else tokens.INK)


def _heading(sheet: SlideSheet, title: str, remark: str, box: Box) -> None:
    left, top, right, _ = box
    y = top + 8
    for face, size, colour, text in (
        ("bold", HEAD_SIZE, tokens.INK, title),
        ("regular", SMALL_SIZE, tokens.MUTED, remark),
    ):
        for line in wrapped(text, face, size, right - left):
            sheet.page.write(line, left, y, face=face, size=size, colour=colour)
            y += 1.25 * size


def _placed(sheet: SlideSheet, box: Box) -> tuple[Emu, Emu, Emu, Emu]:
    x, y, right, bottom = sheet.page.scale.box(box)
    return Emu(x), Emu(y), Emu(right - x), Emu(bottom - y)


def _describe(frame: object, name: str, alt: str) -> None:
    frame.name = name
    frame._element.find(qn("p:nvGraphicFramePr")).find(qn("p:cNvPr")).set("descr", alt)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#"))
