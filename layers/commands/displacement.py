"""`nexo displacement`: two years of a subject compared, with measures, inputs, sources and warnings."""

import argparse
import json
import sys

import pandas as pd

from geo.displacement import SUBJECTS, Comparison, Refused, compare
from geo.faults import TableError
from geo.sources import source
from layers import displaced
from layers.amounts import number
from layers.displaced_measures import DEGREES, measures
from layers.words import word

FLOWS_SHOWN = 10
UNUSABLE = 2  # exit code: what was asked for cannot be had


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `nexo displacement` takes."""
    keys = ", ".join(one.key for one in SUBJECTS)
    layer_help = word("displacement.command.layer_help", keys=keys)
    parser.add_argument("--layer", required=True, metavar="KEY", help=layer_help)
    parser.add_argument(
        "--from", dest="first", required=True, type=int, metavar="YEAR", help=word("displacement.command.from_help")
    )
    parser.add_argument(
        "--to", dest="second", required=True, type=int, metavar="YEAR", help=word("displacement.command.to_help")
    )
    parser.add_argument("--json", action="store_true", help=word("displacement.command.json_help"))


def run(arguments: argparse.Namespace) -> int:
    """Print the comparison; 0 if done, 1 if the data cannot be read, 2 if nothing of the kind can be compared."""
    known = [one.key for one in SUBJECTS]
    if arguments.layer not in known:
        keys = ", ".join(known)
        print(word("displacement.command.unknown", keys=keys, got=arguments.layer), file=sys.stderr)
        return UNUSABLE
    try:
        found = compare(arguments.layer, arguments.first, arguments.second)
    except Refused as refused:
        said = {"first": arguments.first, "second": arguments.second}
        name = displaced.subject_word(arguments.layer, "name")
        print(word("displacement.command.refused", name=name, **said), file=sys.stderr)
        print("\n".join(displaced.reasons(refused, arguments.layer)), file=sys.stderr)
        return UNUSABLE
    except TableError as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(as_dict(found), ensure_ascii=False, indent=2) if arguments.json else as_text(found))
    return 0


def as_dict(found: Comparison) -> dict[str, object]:
    """Give a comparison as plain values: no value is None, shares run from 0 to 1."""
    first, second = (
        {
            "year": stop.year,
            "total": stop.total,
            "mean_centre": [stop.mean.lon, stop.mean.lat],
            "median_centre": [stop.median.lon, stop.median.lat],
            "standard_distance_km": stop.standard_distance_km,
            "ellipse": stop.ellipse
            and {
                "major_km": stop.ellipse.major_km,
                "minor_km": stop.ellipse.minor_km,
                "bearing": stop.ellipse.bearing,
            },
            "concentration": stop.concentration,
        }
        for stop in (found.first, found.second)
    )
    return {
        "subject": found.subject,
        "table": found.table,
        "unit": found.unit,
        "headline": displaced.headline(found),
        "first": first,
        "second": second,
        "growth": found.growth,
        "moved_share": vars(found.moved_share),
        "shift": vars(found.shift) | {"low_km": found.shift_km.low, "high_km": found.shift_km.high},
        "median_shift": vars(found.median_shift),
        "transport": {"mean_km": found.transport.mean_km, "flows": found.transport.flows.to_dict("records")},
        "track": [
            {"year": stop.year, "total": stop.total, "mean_centre": [stop.mean.lon, stop.mean.lat]}
            for stop in found.track
        ],
        "skipped": {str(year): why for year, why in found.skipped.items()},
        "coverage": [vars(held) for held in found.coverage],
        "units": _records(found.units),
        "left_out": _records(found.left_out),
        "warnings": [
            {"key": one.key, "text": text} for one, text in zip(found.warnings, displaced.warnings(found), strict=True)
        ],
        "sources": {key: source(key).full for key in found.sources},
        "rows": list(found.rows),
        "rivals": list(found.rivals),
        "draws": found.draws,
        "seed": found.seed,
    }


def as_text(found: Comparison) -> str:
    """Write a comparison for a terminal: headline, measures, units, track, flows, warnings, sources."""
    names = found.units["name"]
    flows = [
        word(
            "displacement.command.flow",
            start=names[row["from"]],
            end=names[row["to"]],
            share=number(100 * row["share"], 1),
            km=number(row["km"], 0),
        )
        for row in found.transport.flows.head(FLOWS_SHOWN).to_dict("records")
    ]
    sections = (
        ("measures", _measures(found)),
        ("by_unit", _units(found)),
        ("track", _track(found)),
        ("flows", flows),
        ("warnings", displaced.warnings(found)),
        ("sources", [source(key).full for key in found.sources]),
    )
    lines = [displaced.headline(found)]
    for key, held in sections:
        lines += ["", word(f"displacement.command.{key}"), *(f"  {one}" for one in held or [_nothing()])]
    return "\n".join(lines)


def _measures(found: Comparison) -> list[str]:
    lines = []
    for row in measures(found).to_dict("records"):
        value = f"{number(row['value'], 3 if row['key'] == 'concentration' else 1)} {row['unit']}".strip()
        if not pd.isna(row["low"]):
            value += word("displacement.headline.range", low=number(row["low"], 1), high=number(row["high"], 1))
        lines.append(f"{row['measure']}: {value}" + (f"; {row['detail']}" if row["detail"] else ""))
    return lines


def _units(found: Comparison) -> list[str]:
    """Lay out the table of units in columns, positions left out."""
    shown = displaced.table(found).drop(columns=["id", "lon", "lat"])
    heads = displaced.heads(found)
    cells = [[heads[name] for name in shown]]
    for row in shown.to_dict("records"):
        cells.append([_cell(name, value) for name, value in row.items()])
    widths = [max(len(row[place]) for row in cells) for place in range(len(cells[0]))]
    last = len(widths) - 1
    return [
        "  ".join(
            cell.ljust(width) if place in (0, last) else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]


def _cell(name: str, value: object) -> str:
    if isinstance(value, str):
        return value
    return "" if pd.isna(value) else number(float(value), 1 if name.startswith("share") else 0)


def _track(found: Comparison) -> list[str]:
    said = {
        stop.year: word(
            "displacement.command.stop",
            year=stop.year,
            lat=number(stop.mean.lat, DEGREES),
            lon=number(stop.mean.lon, DEGREES),
            total=number(stop.total),
            unit=word(f"displacement.unit.{found.unit}"),
        )
        for stop in found.track
    }
    for year, why in found.skipped.items():
        said[year] = word("displacement.command.skipped", year=year, why=word(f"displacement.why.{why}"))
    return [said[year] for year in sorted(said)]


def _records(frame: pd.DataFrame) -> list[dict[str, object]]:
    rows = frame.reset_index(names="unit").to_dict("records")
    return [{name: None if pd.isna(value) else value for name, value in row.items()} for row in rows]


def _nothing() -> str:
    return word("displacement.command.nothing")
