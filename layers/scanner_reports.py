"""Scanner reports: what a source says of X-ray and container control at a place in a year."""

from collections.abc import Iterable

import pandas as pd

from geo.sources import sources
from geo.tables import load_table
from layers.evidence import when
from layers.package_words import place_name, value_word
from layers.words import word

COLUMNS = (
    "row_id",
    "when",
    "place",
    "scope",
    "status",
    "detail",
    "source",
    "url",
    "locator",
    "confidence",
    "place_id",
    "port_id",
)
NATIONAL = "national"  # ends the target of a statement on the whole country, which stands at one place only


def scanner_reports(lang: str = "en") -> pd.DataFrame:
    """
    Give one line a report, oldest first, undated last.

    Returns
    -------
    lines
        Columns `COLUMNS`; `scope` is what the report is about (`port`, `highway`, `ports_national`, ...) in words.
    """
    names = load_table("places").set_index("place_id")["name"]
    known, lines = sources(), []
    rows = load_table("scanners").sort_values(["year", "row_id"], na_position="last", kind="stable")
    for row in rows.to_dict("records"):
        cited = known[row["source_key"]]
        cells = {name: "" if pd.isna(row[name]) else row[name] for name in ("detail", "port_id")}
        lines.append(
            {
                "row_id": row["row_id"],
                "when": when(row, lang) or word("layers.period.undated", lang),
                "place": place_name(names[row["place_id"]], lang),
                "scope": word(f"beside.scanner.{row['target_type']}", lang),
                "status": value_word(row["status"], lang),
                "source": cited.short,
                "url": cited.url,
                "locator": row["locator"],
                "confidence": row["confidence"],
                "place_id": row["place_id"],
                **cells,
            }
        )
    return pd.DataFrame(lines, columns=list(COLUMNS))


def at_port(port_id: str, lang: str = "en") -> pd.DataFrame:
    """Give the reports on one port, and those on the ports of the whole country where it is a Peruvian one."""
    ports = load_table("ports").set_index("port_id")
    home = ports.at[port_id, "country"] == "PE"
    reports = scanner_reports(lang)
    national = reports["scope"].eq(word("beside.scanner.ports_national", lang))
    return reports[reports["port_id"].eq(port_id) | (national & home)].reset_index(drop=True)


def at_places(place_ids: Iterable[str], lang: str = "en") -> pd.DataFrame:
    """Give the reports at these places that are not about the whole country."""
    wanted = set(place_ids)
    rows = load_table("scanners")
    local = set(rows[~rows["target_type"].str.endswith(NATIONAL)]["row_id"])
    reports = scanner_reports(lang)
    return reports[reports["place_id"].isin(wanted) & reports["row_id"].isin(local)].reset_index(drop=True)
